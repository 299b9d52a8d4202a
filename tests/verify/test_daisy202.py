"""Each rule of DAISY 2.02: plant the fault in a good book, and its code, and no other that is not named, appears."""

import pytest

from pipeline.verify.daisy202 import check_daisy202
from tests.verify.editions import DAISY_DURATIONS_MS, SOUND, TODAY, daisy_codes, faults, good_daisy, planted

PAR_S3 = (
    '<par endsync="last" id="par-s3"><text id="text-s3" src="text.html#s3"/><audio id="audio-s3" src="a2.mp3" '
    'clip-begin="npt=4.000s" clip-end="npt=5.000s"/></par>\n'
)


@pytest.mark.parametrize("fault", faults("daisy202"), ids=lambda fault: fault.what)
def test_planted_fault_is_named(fault):
    assert daisy_codes(planted(good_daisy(), fault.path, fault.old, fault.new)) == fault.codes


def test_good_book_has_no_findings():
    assert check_daisy202(good_daisy(), DAISY_DURATIONS_MS, today=TODAY) == ()


def test_book_without_ncc_is_no_book():
    files = good_daisy()
    del files["ncc.html"]
    assert "E-201" in daisy_codes(files)


def test_capitals_in_a_name_are_named():
    assert daisy_codes({**good_daisy(), "Notes.png": b""}) == {"E-202", "E-211"}


def test_foreign_kind_of_file_is_named():
    assert daisy_codes({**good_daisy(), "notes.docx": b""}) == {"E-203", "E-211"}


def test_text_that_is_never_shown_is_named():
    files = good_daisy()
    assert daisy_codes({**files, "more.html": files["text.html"]}) == {"E-211", "E-232"}


def test_truncated_sound_is_named():
    assert daisy_codes(good_daisy(), {"a1.mp3": 3000, "a2.mp3": 5500}) == {"E-108"}


def test_sound_that_cannot_be_decoded_is_named():
    assert daisy_codes(good_daisy(), {"a1.mp3": 3000}) == {"E-109"}


def test_sound_that_no_clip_uses_is_named():
    assert daisy_codes({**good_daisy(), "a3.mp3": SOUND}) == {"E-110", "E-211"}


def test_smil_that_no_entry_leads_into_is_named():
    files = planted(
        good_daisy(),
        "ncc.html",
        '<h1 class="title" id="n1"><a href="s1.smil#par-h1">',
        '<h1 class="title" id="n1"><a href="s2.smil#par-h2">',
    )
    assert "E-216" in daisy_codes(files)


def test_honest_book_may_leave_words_unheard():
    files = planted(good_daisy(), "s2.smil", PAR_S3, "")
    files = planted(files, "ncc.html", "audioFullText", "textPartAudio")
    assert daisy_codes(files) == {"E-219", "E-227", "E-228", "E-239"}


def test_note_may_be_played_at_its_reference_and_again_in_its_place():
    note = (
        '<seq><par endsync="last" id="par-again" system-required="footnote-on">'
        '<text id="t-again" src="text.html#s4"/>'
        '<audio id="a-again" src="a2.mp3" clip-begin="npt=5.000s" clip-end="npt=6.000s"/></par></seq>\n'
    )
    files = planted(good_daisy(), "s2.smil", PAR_S3, note + PAR_S3)
    files = planted(files, "s2.smil", "00:00:07", "00:00:08")
    files = planted(files, "s2.smil", "7.000s", "8.000s")
    files = planted(files, "master.smil", "00:00:10", "00:00:11")
    assert daisy_codes(planted(files, "ncc.html", "00:00:10", "00:00:11")) == set()


def test_text_without_the_style_sheet_of_the_book_is_named():
    files = planted(good_daisy(), "ncc.html", 'ncc:files" content="7"', 'ncc:files" content="8"')
    assert daisy_codes({**files, "style.css": b""}) == {"E-130"}


def test_size_of_the_book_may_be_told_in_either_kilobyte():
    size = sum(map(len, good_daisy().values())) + 50
    for told in (size // 1024, size // 1000):
        meta = f'<meta name="ncc:kByteSize" content="{told}"/>\n<meta name="ncc:totalTime"'
        assert daisy_codes(planted(good_daisy(), "ncc.html", '<meta name="ncc:totalTime"', meta)) == set()
