import pytest
from lxml import etree, html

from pipeline.errors import UsageError
from pipeline.lexicon.export import export_lexicon
from pipeline.model.lexicon import Form
from tests.lexicon.shelf import entry, house_lexicon, lexicon

WORDS = lexicon(
    entry(
        "mitzvah",
        "MITZ-vuh",
        spellings=("mitsvah",),
        forms=(Form(text="mitzvos", say="MITZ-vohs"),),
        meaning="a <deed>",
    ),
    entry('ע"ה', slug="ah", read_as="peace be upon him & her"),
    entry("Av", "ahv", case="exact", only_when="after:of"),
    entry("old", "ohld", status="retired"),
)
PLS = {"p": "http://www.w3.org/2005/01/pronunciation-lexicon"}


def test_pls_has_a_lexeme_for_each_sound_and_says_what_is_left_out():
    root = etree.fromstring(export_lexicon(WORDS, "pls").encode())
    lexemes = [
        (
            [g.text for g in one.findall("p:grapheme", PLS)],
            one.findtext("p:phoneme", None, PLS),
            one.findtext("p:alias", None, PLS),
        )
        for one in root.findall("p:lexeme", PLS)
    ]
    assert lexemes == [
        (['ע"ה'], None, "peace be upon him & her"),
        (["mitzvah", "mitsvah"], "ˈmɪts.və", None),
        (["mitzvos"], "ˈmɪts.voʊs", None),
    ]
    assert "1 sounds that apply only in some places are left out" in root.xpath("//comment()")[0].text


def test_nvda_lines_have_four_fields_each():
    lines = export_lexicon(WORDS, "nvda").removeprefix("\ufeff").split("\r\n")
    assert lines[0].startswith("#")
    assert [line.split("\t") for line in lines[1:-1]] == [
        ['ע"ה', "peace be upon him & her", "0", "2"],
        ["mitzvah", "mitzvuh", "0", "2"],
        ["mitsvah", "mitzvuh", "0", "2"],
        ["mitzvos", "mitzvohs", "0", "2"],
    ]


def test_the_table_has_a_row_for_each_sound():
    rows = [line.split("\t") for line in export_lexicon(WORDS, "tsv").splitlines()]
    assert {len(row) for row in rows} == {12}
    assert [row[:4] for row in rows[1:]] == [
        ['ע"ה', "", "", ""],
        ["Av", "", "ahv", "ɑv"],
        ["mitzvah", "mitsvah", "MITZ-vuh", "ˈmɪts.və"],
        ["mitzvos", "", "MITZ-vohs", "ˈmɪts.voʊs"],
    ]


def test_the_page_can_be_read_without_seeing_it():
    page = html.document_fromstring(export_lexicon(WORDS, "html"))
    assert [heading.text_content() for heading in page.iter("h1", "h2", "h3")] == [
        "How the words are said", "A", "Av", "M", "mitzvah", "mitzvos", "Hebrew letters", 'ע"ה',
    ]  # fmt: skip
    assert "Meaning: a <deed>." in [paragraph.text_content() for paragraph in page.iter("p")]


@pytest.mark.parametrize("form", ["pls", "nvda", "tsv", "html"])
def test_the_house_lexicon_goes_into_every_form(form):
    assert len(export_lexicon(house_lexicon(), form).splitlines()) > len(house_lexicon().entries) * 9 // 10


def test_another_form_is_refused():
    with pytest.raises(UsageError, match="Choose from: pls, nvda, tsv, html"):
        export_lexicon(WORDS, "pdf")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("nvda", "\ts'h'ahtuh\t"),
        ("tsv", "\tS'H'AH-tuh\tˈshɑ.tə\t"),
        ("html", "two syllables: S'H'AH, tuh"),
        ("pls", "ˈshɑ.tə"),
    ],
)
def test_a_sound_that_only_ipa_can_write_stops_no_export(form, told):
    assert told in export_lexicon(lexicon(entry("shatte", ipa="ˈshɑ.tə")), form)
