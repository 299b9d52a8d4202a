from dataclasses import replace

from lxml import etree, html

from pipeline.model.braille import Transcript
from pipeline.writers.proof import write_proof
from tests.writers.braille_publications import braille_publication


def sheet(publication=None) -> etree._Element:
    (content,) = write_proof(publication or braille_publication()).values()
    assert isinstance(content, bytes)
    return html.fromstring(content.decode())


def rows(table: etree._Element) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in table.iter("tr")]


def test_facts_say_versions_and_counts():
    facts = [element.text_content() for element in sheet().find(".//dl")]
    assert dict(zip(facts[::2], facts[1::2], strict=True)) == {
        "Contractions in Hebrew words": "bana-english",
        "Braille made by": "liblouis 3.24.0",
        "Pipeline": "Pokeach 0.0-test",
        "Volumes": "2",
        "Braille pages": "3",
        "Words decided": "1, 1 different",
        "Lines with Hebrew letters": "1",
        "Notices": "1",
    }


def test_every_decided_word_is_listed_with_its_rule_and_count():
    words, *_ = sheet().iter("table")
    assert rows(words) == [
        ["Print", "Braille", "As ASCII", "Without the rule", "Rule", "Times"],
        ["Sofer", "⠠⠎⠕⠋⠻", ",SOF]", ",S(]", "broken: of bridges two syllables", "1"],
    ]


def test_every_line_of_braille_stands_beside_its_print():
    *_, lines = sheet().iter("table")
    looks = "Sofer: broken: of bridges two syllables; a letter is brailled in its plain form."
    assert rows(lines) == [
        ["Line", "Print", "Braille", "As ASCII", "Look at"],
        ["2", "2", "⠼⠃", "#B", ""],
        ["3", "a Sofer <and>", "⠁⠀⠠⠎⠕⠋⠻⠀⠯", "A ,SOF] &", looks],
        ["4", "א", "⠘⠷⠁", "^(A", "Hebrew letters"],
    ]


def test_it_can_be_read_by_headings_and_tables_by_their_heads():
    page = sheet()
    assert [heading.text_content() for heading in page.iter("h1", "h2", "h3")] == [
        "Braille proof sheet: One & Two",
        "Words that were decided",
        "Notices",
        "Line by line",
        "One",
        "2",
    ]
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") == "col" for head in table.findall("thead//th"))
        assert all(row[0].get("scope") == "row" for row in table.findall("tbody/tr"))
    assert page.find("body/main/h1") is not None


def test_words_that_print_does_not_have_are_said_to_be_added():
    publication = braille_publication()
    block = publication.transcript.blocks[-1]
    ours = replace(block, printed="", added=block.printed)
    page = sheet(replace(publication, transcript=replace(publication.transcript, blocks=(ours,))))
    *_, lines = page.iter("table")
    assert [row[1] for row in rows(lines)[1:]] == [f"added: {line.printed}" for line in block.proof]


def test_headings_of_the_transcriber_are_told_apart():
    publication = braille_publication()
    text, notes = publication.transcript.blocks[-1], replace(publication.transcript.blocks[0], printed="")
    blocks = (text, replace(notes, added="SPECIAL SYMBOLS"), text, replace(notes, added="Dedication"))
    page = sheet(replace(publication, transcript=replace(publication.transcript, blocks=blocks)))
    assert [heading.text_content() for heading in page.iter("h3")] == [
        "Before the first heading",
        "SPECIAL SYMBOLS (added by the transcriber)",
        "Dedication (added by the transcriber)",
    ]


def test_a_text_without_decisions_says_so():
    page = sheet(replace(braille_publication(), transcript=Transcript()))
    assert page.xpath("string(//h2[.='Notices']/following-sibling::p[1])") == "None."
