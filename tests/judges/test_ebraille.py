"""EPUBCheck on eBraille: a conforming OCF container and EPUB package, but for the words that only eBraille knows."""

import shutil
from pathlib import Path

import pytest

from tests.judges.editions import SLUGS
from tests.judges.epub import damaged, without_style
from tests.judges.test_epubcheck import complaints

pytestmark = pytest.mark.xdist_group("judges")

EBRAILLE_TERMS = ("brailleCellType", "brailleSystem", "completeTranscription", "producer", "tactileGraphics")
"""EPUBCheck knows EPUB's accessibility vocabulary, not eBraille's additions to it (OPF-027)."""


def other_complaints(package: Path, folder: Path) -> list[str]:
    """Judge a package under the name that EPUBCheck asks for."""
    book = folder / "book.epub"
    shutil.copyfile(package, book)
    known = tuple(f'Undefined property: "a11y:{term}"' for term in EBRAILLE_TERMS)
    return [
        complaint
        for complaint in complaints(book, folder / "report.json")
        if not ("OPF-027" in complaint and any(term in complaint for term in known))
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_ebraille_is_a_conforming_package(built_editions: Path, tmp_path: Path, slug: str):
    assert other_complaints(built_editions / slug / "braille" / f"{slug}.ebrl", tmp_path) == []


def test_the_judge_sees_a_missing_file(built_editions: Path, tmp_path: Path):
    package = built_editions / SLUGS[0] / "braille" / f"{SLUGS[0]}.ebrl"
    broken = damaged(package, tmp_path / "damaged.ebrl", without_style)
    assert any("RSC-001" in complaint for complaint in other_complaints(broken, tmp_path))
