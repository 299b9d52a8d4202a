"""Each rule of the EPUB: plant the fault in a good book, and its code, and no other that is not named, appears."""

import pytest

from pipeline.verify.epub import check_epub, text_in_order
from tests.verify.editions import EPUB_DURATIONS_MS, TODAY, epub_codes, faults, good_epub, planted

OPF, TWO, OVERLAY = (f"EPUB/{name}" for name in ("book.opf", "t2.xhtml", "t2.smil"))
PAR_X4 = (
    '<par id="p-x4"><text src="t2.xhtml#x4"/>'
    '<audio src="a2.mp3" clipBegin="0:00:03.000" clipEnd="0:00:03.500"/></par>\n'
)


@pytest.mark.parametrize("fault", faults("epub"), ids=lambda fault: fault.what)
def test_planted_fault_is_named(fault):
    assert epub_codes(planted(good_epub(), fault.path, fault.old, fault.new)) == fault.codes


def test_entity_that_nobody_declares_is_named():
    files = planted(good_epub(), TWO, "All is good.", "All&nbsp;is good.")
    assert next(finding.code for finding in check_epub(files, EPUB_DURATIONS_MS, today=TODAY)) == "E-101"


def test_good_book_has_no_findings():
    assert check_epub(good_epub(), EPUB_DURATIONS_MS, today=TODAY) == ()


def test_media_type_stands_first_in_the_archive():
    files = good_epub()
    media_type = files.pop("mimetype")
    assert epub_codes({**files, "mimetype": media_type}) == {"E-301"}


def test_file_outside_the_manifest_is_named():
    assert epub_codes({**good_epub(), "EPUB/notes.txt": b""}) == {"E-304"}


def test_truncated_sound_is_named():
    assert epub_codes(good_epub(), {**EPUB_DURATIONS_MS, "EPUB/a2.mp3": 3000}) == {"E-108"}


def test_sound_that_is_no_sound_is_named():
    assert epub_codes(good_epub(), {"EPUB/a1.mp3": 3000}) == {"E-109"}


def test_honest_book_may_leave_words_unheard():
    files = planted(good_epub(), OVERLAY, PAR_X4, "")
    files = planted(
        files, OPF, '<meta property="schema:accessibilityFeature">synchronizedAudioText</meta>\n', ""
    )
    files = planted(files, OPF, '<meta property="schema:accessModeSufficient">auditory</meta>\n', "")
    assert epub_codes(files) == {"E-320", "E-321", "E-325"}


def test_texts_come_in_the_order_of_the_spine():
    files = planted(
        good_epub(),
        OPF,
        '<itemref idref="t1"/><itemref idref="t2"/>',
        '<itemref idref="t2"/><itemref idref="t1"/>',
    )
    assert list(text_in_order(files)) == ["EPUB/t2.xhtml", "EPUB/t1.xhtml", "EPUB/t3.xhtml"]


def test_archive_that_says_it_is_locked_is_named():
    assert epub_codes({**good_epub(), "META-INF/encryption.xml": b"<encryption/>"}) == {"E-370"}


def test_contents_of_epub_2_are_not_judged():
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
    files = planted(good_epub(), "EPUB/book.opf", "</manifest>", item)
    ncx = b'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"/>'
    assert epub_codes({**files, "EPUB/toc.ncx": ncx}) == {"E-373"}


def test_links_among_navigation_may_lack_their_numbers():
    files = planted(good_epub(), "EPUB/style.css", "p {", "nav ol { list-style: none; } p {")
    assert epub_codes(files) == set()
