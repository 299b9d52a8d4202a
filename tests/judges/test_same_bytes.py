"""Law: the same input gives the same bytes, wherever, whenever and by however many hands."""

from pathlib import Path

import pytest

from tests.judges.editions import SLUGS, files_of, publish

pytestmark = pytest.mark.xdist_group("judges")  # one worker, so that the editions are built once


@pytest.fixture(scope="module")
def other_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same sources, published on what might be another machine."""
    folder = tmp_path_factory.mktemp("another place") / "output"
    return publish(
        folder, "--jobs", "1", TZ="Pacific/Kiritimati", PYTHONHASHSEED="5786", LC_ALL="C", COLUMNS="40"
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_two_clean_builds_are_equal_byte_for_byte(built_editions: Path, other_editions: Path, slug: str):
    one, other = files_of(built_editions / slug), files_of(other_editions / slug)
    assert len(one) > 5
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
