"""EPUBCheck: the EPUBs conform to EPUB 3.3, without a warning."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.judges.editions import SLUGS
from tests.judges.epub import damaged, epub_of, without_style
from tests.judges.installed import package_folder

pytestmark = pytest.mark.xdist_group("judges")  # one worker, so that the editions are built once


def complaints(epub: Path, report: Path) -> list[str]:
    """Run EPUBCheck and give what it complains of."""
    jar = package_folder("epubcheck") / "epubcheck.jar"
    # The jar, not the Python wrapper: that calls a book with warnings valid. The flags halve the time.
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar)]
    done = subprocess.run(
        [*java, str(epub), "--failonwarnings", "-u", "--json", str(report)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert report.exists(), done.stderr
    found = complaints_in(report)
    assert (done.returncode == 0) == (not found), done.stdout + done.stderr
    return found


def complaints_in(report: Path) -> list[str]:
    """Read a report; usage notes are advice and do not count."""
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [
        f"{message['severity']} {message['ID']}: {message['message']} ({place['path']}:{place['line']})"
        for message in messages
        for place in message["locations"][:1] or [{"path": "", "line": 0}]
        if message["severity"] in {"FATAL", "ERROR", "WARNING"}
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_epub_conforms_without_a_warning(built_editions: Path, tmp_path: Path, slug: str):
    assert complaints(epub_of(built_editions, slug), tmp_path / "report.json") == []


def test_epubcheck_sees_a_missing_file(built_editions: Path, tmp_path: Path):
    book = damaged(epub_of(built_editions, SLUGS[0]), tmp_path / "damaged.epub", without_style)
    assert any("RSC-001" in complaint for complaint in complaints(book, tmp_path / "report.json"))
