"""Real texts that nobody tuned for this program: outline, notes and ledger of words, checked by hand.

Few of the texts are part of this repository; the others are read where the shared folder is. Each row: sections, notes
tied, references without a note, notes without a reference, joins, pull quotes, headings found by their look.
"""

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from pipeline.model.document import Document, every_section
from pipeline.model.metadata import Sidecar
from pipeline.model.source import Notice
from pipeline.passes.ledger import account
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from pipeline.readers.words import printed_words
from tests.goldens import assert_golden
from tests.passes.outline import GOLDEN, balance, contents, outline
from tests.places import SHARED

CORPUS = SHARED / "corpus"
TEXTS = Path(__file__).parent / "texts"
"""Those that may be published and are small."""

EXPECTED = {
    # sections, notes tied, references without note (N-001, N-003), notes without reference, joins, pulls, looks
    "S1_shabbos-parshas-shmos-5751.md": (5, 12, 0, 0, 1, 0, 2),
    "S2_shabbos-parshas-vaeira-5751_broken-hebrew.md": (5, 12, 0, 0, 0, 0, 0),
    "S3_gds-return.html": (1, 47, 12, 13, 0, 1, 0),
    "S4_simple-easy-direct-fast_bilingual.html": (1, 0, 7, 0, 0, 0, 0),
    "S5_the-number-three_pullquote.html": (1, 0, 0, 0, 0, 1, 0),
    "S6_incorrigible-researcher.docx": (8, 0, 0, 0, 0, 0, 8),
    "S7_weinfeld-shemos_hugo.md": (17, 0, 0, 0, 0, 0, 0),
    "S8_behavioral-despair_pandoc-footnotes.md": (34, 36, 0, 0, 1, 0, 2),
    "S9_talmudilluminated-sanhedrin-97.txt": (1, 0, 0, 0, 0, 0, 1),
    "S10_midrash-hagadol-terumah.opensiddur.json": (2, 8, 0, 0, 0, 0, 0),
    "S11_MentalHealthHtml.epub": (21, 0, 0, 0, 0, 0, 6),
    "S12_israelsailing.epub": (11, 0, 0, 0, 0, 0, 0),
    "S13_jps1917-preface-pages": (1, 1, 0, 0, 0, 0, 0),
    "scale/L1_jewish-literature-and-other-essays.html": (18, 109, 0, 0, 0, 0, 0),
    "scale/L2_pepys-diary.epub": (122, 4542, 0, 0, 1, 0, 0),
    "scale/L3_igros-kodesh-18.md": (684, 13, 1, 1, 2, 0, 0),
}


WHOLE = (
    "S9_talmudilluminated-sanhedrin-97.txt",
    "S10_midrash-hagadol-terumah.opensiddur.json",
    "S13_jps1917-preface-pages",
)
"""Golden with every block."""
HEADINGS = (
    "S8_behavioral-despair_pandoc-footnotes.md",
    "S12_israelsailing.epub",
    "scale/L1_jewish-literature-and-other-essays.html",
    "scale/L2_pepys-diary.epub",
)
"""Golden with headings and counts: long, or under a licence that does not let the words be here."""


def path_of(name: str) -> Path:
    """Give where a text stands; a test of one that is nowhere is skipped."""
    found = next((path for path in (TEXTS / name, CORPUS / name) if path.exists()), None)
    if found is None:
        pytest.skip("the shared folder is not on this machine")
    return found


def content_of(name: str) -> bytes:
    path = path_of(name)
    if path.is_dir():
        return b"\n".join(page.read_bytes() for page in sorted(path.glob("*.txt")))
    return path.read_bytes()


@lru_cache(maxsize=1)
def refined(name: str) -> tuple[Document, tuple[Notice, ...]]:
    """Read and refine a text; the last is kept, because a long one takes half a minute."""
    printed, from_reader = read_source(name, content_of(name), Sidecar())
    document, from_passes = refine(printed, Sidecar())
    return document, from_reader + from_passes


@pytest.mark.parametrize("name", EXPECTED)
def test_structure_is_that_of_the_print_and_no_word_is_lost(name: str) -> None:
    document, notices = refined(name)
    codes = Counter(notice.code for notice in notices)
    found = (
        len(list(every_section(document))),
        sum(1 for note in document.notes if note.references),
        codes["N-001"] + codes["N-003"],
        codes["N-002"],
        codes["S-024"],
        codes["S-025"],
        codes["S-027"],
    )
    ledger = account(document, printed_words(name, content_of(name)), notices)
    assert (found, ledger.lost, ledger.invented) == (EXPECTED[name], (), ())
    if name in (*WHOLE, *HEADINGS):
        written = outline if name in WHOLE else contents
        golden = GOLDEN / f"{Path(name).name.partition('.')[0]}.txt"
        assert_golden(golden, written(document, notices) + balance(ledger))


def test_damaged_hebrew_of_two_transcripts_is_found_and_none_elsewhere() -> None:
    found = {
        name[:3].rstrip("_"): sum(1 for notice in refined(name)[1] if notice.code == "S-051")
        for name in EXPECTED
        if not name.startswith("scale/")
    }
    assert {name: count for name, count in found.items() if count} == {"S1": 7, "S2": 23}
