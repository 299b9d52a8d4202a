"""Each rule of DAISY 3: plant the fault in a good book, and its code, and no other that is not named, appears."""

import pytest
from lxml import etree

from pipeline.verify.daisy3 import check_daisy3
from tests.places import SHARED
from tests.verify.editions import DAISY3_DURATIONS_MS, TODAY, daisy3_codes, faults, good_daisy3, planted

SCHEMAS = SHARED / "schemas"
PAR_S7 = (
    '<par id="par-s7"><text src="text.xml#s7"/>'
    '<audio src="a2.mp3" clipBegin="0:00:05.000" clipEnd="0:00:06.000"/></par>\n'
)


@pytest.mark.parametrize("fault", faults("daisy3"), ids=lambda fault: fault.what)
def test_planted_fault_is_named(fault):
    assert daisy3_codes(planted(good_daisy3(), fault.path, fault.old, fault.new)) == fault.codes


def test_good_book_has_no_findings():
    assert check_daisy3(good_daisy3(), DAISY3_DURATIONS_MS, today=TODAY) == ()


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the DAISY schemas are not part of the project")
@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("book.opf", "oeb/oebpkg12.rng"),
        ("book.ncx", "z39862005/ncx-2005-1.rng"),
        ("s1.smil", "z39862005/dtbsmil-2005-2.rng"),
        ("s2.smil", "z39862005/dtbsmil-2005-2.rng"),
        ("book.res", "z39862005/resource-2005-1.dtd"),
        ("text.xml", "z39862005/dtbook-2005-3.dtd"),
    ],
)
def test_good_book_is_valid_by_the_schemas_of_others_too(path, schema):
    file = SCHEMAS / schema
    grammar = etree.DTD(file) if schema.endswith(".dtd") else etree.RelaxNG(etree.parse(file))
    parser = etree.XMLParser(load_dtd=False, no_network=True)
    grammar.assertValid(etree.fromstring(good_daisy3()[path], parser))


def test_book_without_package_is_no_book():
    files = good_daisy3()
    del files["book.opf"]
    assert daisy3_codes(files) == {"E-601"}


def test_sign_in_a_name_that_players_do_not_know_is_named():
    assert daisy3_codes({**good_daisy3(), "my notes.css": b""}) == {"E-603", "E-605"}


def test_structures_need_a_resource_file():
    files = planted(
        good_daisy3(),
        "book.opf",
        '<item id="resource" href="book.res" media-type="application/x-dtbresource+xml"/>\n',
        "",
    )
    del files["book.res"]
    assert daisy3_codes(files) == {"E-650"}


def test_title_in_front_of_the_book_needs_no_marks():
    files = planted(good_daisy3(), "text.xml", "<docauthor>A. Writer", "<docauthor>Moshiach")
    assert daisy3_codes(files) == {"E-652"}  # and not E-124


def test_truncated_sound_is_named():
    assert daisy3_codes(good_daisy3(), {"a1.mp3": 3000, "a2.mp3": 6500}) == {"E-108"}


def test_sound_that_cannot_be_decoded_is_named():
    assert daisy3_codes(good_daisy3(), {"a1.mp3": 3000}) == {"E-109"}


def test_honest_book_may_leave_words_unheard():
    files = planted(good_daisy3(), "s2.smil", PAR_S7, "")
    files = planted(files, "s2.smil", "DTBuserEscape;par-s7.end", "DTBuserEscape;par-s6.end")
    files = planted(files, "s2.smil", "8.000s", "7.000s")
    files = planted(files, "text.xml", ' smilref="s2.smil#par-s7"', "")
    files = planted(files, "book.opf", "0:00:11.000", "0:00:10.000")
    files = planted(files, "book.opf", "audioFullText", "textPartAudio")
    assert daisy3_codes(files) == {"E-647"}
