"""Single files that a person asked for or owns."""

import pytest

from pipeline.errors import StoreError
from pipeline.store.shelf import change_file
from tests.build.test_full_disk import files_no_larger_than


def test_a_file_that_cannot_be_changed_keeps_what_stood_in_it(tmp_path):
    file = tmp_path / "moshiach.toml"
    file.write_bytes(b"x" * 100)
    with (
        files_no_larger_than(50),
        pytest.raises(StoreError, match=r"moshiach\.toml: this file cannot be written"),
    ):
        change_file(file, b"y" * 100)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(file.name, b"x" * 100)]


def test_a_changed_file_keeps_its_mode_and_the_links_to_it(tmp_path):
    file, link = tmp_path / "shared.toml", tmp_path / "moshiach.toml"
    file.write_bytes(b"x")
    file.chmod(0o640)
    link.symlink_to(file)
    change_file(link, b"y")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"y", 0o640, True)
