"""The judge at the door: folders, zips and sound as they lie on the disk."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.build.judge import judge_folder
from pipeline.errors import UsageError
from pipeline.model.settings import Settings
from tests.verify.editions import good_daisy, good_epub

TODAY = date(2026, 2, 1)


def codes(folder: Path) -> set[str]:
    return {notice.code for notice in judge_folder(folder, Settings(), TODAY)}


def write_epub(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)


def test_folder_without_edition_is_a_mistake_of_the_caller(tmp_path: Path):
    with pytest.raises(UsageError):
        judge_folder(tmp_path, Settings(), TODAY)


def test_zip_that_is_none_is_named(tmp_path: Path):
    (tmp_path / "a.epub").write_bytes(b"PK\x03\x04 and then nothing")
    assert codes(tmp_path) == {"E-303"}


def test_damaged_byte_in_an_archive_is_named(tmp_path: Path):
    write_epub(tmp_path / "a.epub", good_epub())
    content = (tmp_path / "a.epub").read_bytes()
    (tmp_path / "a.epub").write_bytes(content.replace(b"All is good", b"All is food", 1))
    assert codes(tmp_path) == {"E-303"}


def test_sound_too_short_for_its_clips_is_decoded_and_named(tmp_path: Path):
    write_epub(tmp_path / "a.epub", good_epub())
    assert "E-108" in codes(tmp_path)  # three frames: 72 ms


def test_zip_beside_its_folder_is_compared(tmp_path: Path):
    folder = tmp_path / "a-daisy202"
    folder.mkdir()
    for name, content in good_daisy().items():
        (folder / name).write_bytes(content)
    write_epub(tmp_path / "a-daisy202.zip", good_daisy())
    before = codes(tmp_path)
    (folder / "text.html").write_bytes(good_daisy()["text.html"] + b"\n")
    assert codes(tmp_path) - before == {"E-134"}
