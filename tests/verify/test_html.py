"""Each rule of the HTML page: plant the fault in a good page, and its code, and no other that is not named, appears."""

import pytest

from pipeline.verify.html import check_html
from tests.verify.editions import HTML_DURATIONS_MS, TODAY, faults, good_html, html_codes, planted


@pytest.mark.parametrize("fault", faults("html"), ids=lambda fault: fault.what)
def test_planted_fault_is_named(fault):
    assert html_codes(planted(good_html(), fault.path, fault.old, fault.new)) == fault.codes


def test_good_page_has_no_findings():
    assert check_html(good_html(), HTML_DURATIONS_MS, today=TODAY) == ()


def test_folder_without_page_is_no_edition():
    assert html_codes({"a1.mp3": b""}) == {"E-701"}


def test_page_without_main_part_has_no_way_in():
    files = planted(good_html(), "index.html", '<main id="text">', '<div id="text">')
    assert "E-703" in html_codes(planted(files, "index.html", "</main>", "</div>"))


def test_sound_that_cannot_be_decoded_is_named():
    assert html_codes(good_html(), {"a1.mp3": 3000}) == {"E-109"}
