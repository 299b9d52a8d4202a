"""Texts of other presses, of five kinds: no judge finds a fault in any edition of them.

They are no part of the project: these tests run only where the corpus is. The voice is the one that needs no engine:
what it says is judged on the project's own texts.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from pipeline.build.judge import judge_folder
from pipeline.model.settings import Settings
from pipeline.model.source import Weight
from pipeline.store.press import slug_of
from tests.judges.epub import damaged, epub_of, without_style
from tests.judges.installed import package_folder
from tests.judges.schemas import invalid
from tests.judges.test_ace import violations
from tests.judges.test_epubcheck import complaints_in
from tests.places import ROOT, SHARED

CORPUS = SHARED / "corpus"
NAMES = (
    "S1_shabbos-parshas-shmos-5751.md",
    "S5_the-number-three_pullquote.html",
    "S6_incorrigible-researcher.docx",
    "S9_talmudilluminated-sanhedrin-97.txt",
    "S11_MentalHealthHtml.epub",
)
SLUGS = tuple(slug_of(Path(name)) for name in NAMES)
CHECK_ALL = Path(__file__).parent / "CheckAll.java"
pytestmark = [
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not part of the project"),
    pytest.mark.xdist_group("corpus"),  # one worker, beside the one that judges the project's own texts
]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every edition of the five texts that a machine can judge."""
    press = tmp_path_factory.mktemp("corpus")
    shutil.copytree(ROOT / "lexicon", press / "lexicon")
    (press / "pipeline.toml").write_text(
        '[voice]\nengine = "tone"\nwords_per_minute = 450\n', encoding="utf-8"
    )
    (press / "sources").mkdir()
    for name in NAMES:
        shutil.copy(CORPUS / name, press / "sources")
    command = [sys.executable, "-P", "-m", "pipeline.cli", "publish", "--only", "epub,daisy202,daisy3,html"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=press, env=environment, capture_output=True, text=True, timeout=600)
    # 1: a text is damaged, and its notices say so.
    assert done.returncode in {0, 1}, done.stdout[-4000:] + done.stderr[-4000:]
    return press / "output"


@pytest.fixture(scope="module")
def reports(editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """EPUBCheck's report on each EPUB, and on one that lacks a file."""
    folder = tmp_path_factory.mktemp("reports")
    books = {slug: epub_of(editions, slug) for slug in SLUGS}
    books["damaged"] = damaged(books[SLUGS[0]], folder / "damaged.epub", without_style)
    paths = [str(path) for name, book in books.items() for path in (book, folder / f"{name}.json")]
    jar = package_folder("epubcheck") / "epubcheck.jar"
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", str(jar), str(CHECK_ALL)]
    done = subprocess.run([*java, *paths], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"it needs a Java that compiles (JDK): {done.stderr[-2000:]}"
    return folder


@pytest.mark.parametrize("slug", SLUGS)
def test_epub_conforms_without_a_warning(reports: Path, slug: str):
    assert complaints_in(reports / f"{slug}.json") == []


def test_epubcheck_sees_a_missing_file(reports: Path):
    assert any("RSC-001" in each for each in complaints_in(reports / "damaged.json"))


def test_epubs_break_no_accessibility_rule(editions: Path, tmp_path: Path):
    with ThreadPoolExecutor(2) as browsers:
        found = browsers.map(lambda slug: violations(epub_of(editions, slug), tmp_path / slug), SLUGS)
    assert dict(zip(SLUGS, found, strict=True)) == {slug: [] for slug in SLUGS}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("format", ["daisy202", "daisy3"])
def test_talking_book_is_valid_by_the_schemas_of_daisy(editions: Path, slug: str, format: str):
    assert invalid(editions / slug / f"{slug}-{format}") == []


@pytest.mark.parametrize("slug", SLUGS)
def test_our_judge_finds_no_error(editions: Path, slug: str):
    findings = judge_folder(editions / slug, Settings(), date.today())
    assert [str(finding) for finding in findings if finding.weight is Weight.ERROR] == []


def test_schemas_see_a_heading_that_leads_nowhere(editions: Path, tmp_path: Path):
    book = shutil.copytree(editions / SLUGS[0] / f"{SLUGS[0]}-daisy202", tmp_path / "book")
    ncc = (book / "ncc.html").read_text("utf-8")
    (book / "ncc.html").write_text(ncc.replace(".smil#", ".smil"), encoding="utf-8")
    assert any(each.startswith("ncc.html") for each in invalid(book))
