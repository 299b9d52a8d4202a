from dataclasses import replace

import pytest
from lxml import etree

from pipeline.model.braille import Volume
from pipeline.model.publication import Publication
from pipeline.writers.ascii_braille import ascii_braille
from pipeline.writers.brf import write_brf
from pipeline.writers.pef import write_pef
from tests.writers.braille_publications import TINY, braille_publication, page

PEF = "{http://www.daisy.org/ns/2008/pef}"
DC = "{http://purl.org/dc/elements/1.1/}"


def root(publication: Publication) -> etree._Element:
    (content,) = write_pef(publication).values()
    assert isinstance(content, bytes)
    return etree.fromstring(content)


def test_the_head_says_what_the_format_requires_and_the_press_knows():
    pef = root(braille_publication())
    assert (pef.tag, pef.get("version")) == (f"{PEF}pef", "2008-1")
    assert [(term.tag.removeprefix(DC), term.text) for term in pef.find(f"{PEF}head/{PEF}meta")] == [
        ("format", "application/x-pef+xml"),
        ("identifier", "urn:uuid:6d1f2c0e-0000-5000-8000-000000000001"),
        ("title", "One & Two"),
        ("creator", "A. Writer"),
        ("contributor", "B. Hand"),
        ("language", "en"),
        ("publisher", "The Press"),
        ("date", "2026-01-10"),
    ]


def test_a_date_that_is_not_whole_is_left_out():
    publication = braille_publication()
    metadata = replace(publication.document.metadata, date="2026")
    document = replace(publication.document, metadata=metadata)
    assert root(replace(publication, document=document)).find(f".//{DC}date") is None


def test_a_volume_says_its_size_and_has_a_section_for_each_run_of_page_numbers():
    first, second = root(braille_publication()).iter(f"{PEF}volume")
    assert dict(first.attrib) == {"cols": "20", "rows": "5", "rowgap": "0", "duplex": "true"}
    assert [len(volume.findall(f"{PEF}section")) for volume in (first, second)] == [2, 1]


def test_pef_and_brf_have_the_same_cells():
    publication = braille_publication()
    pages = [
        [ascii_braille(row.text or "") for row in each.iter(f"{PEF}row")]
        for each in root(publication).iter(f"{PEF}page")
    ]
    brf = b"".join(content for content in write_brf(publication).values() if isinstance(content, bytes))
    assert pages == [each.split("\r\n")[:-1] for each in brf.decode().split("\f")[:-1]]


@pytest.mark.parametrize("lines", [("⠁" * 21,), ("⠁",) * 6])
def test_a_page_beyond_its_size_is_refused(lines):
    volume = Volume(pages=(page("1", *lines),), geometry=TINY)
    with pytest.raises(ValueError, match="braille page 1 is larger"):
        write_pef(replace(braille_publication(), volumes=(volume,)))
