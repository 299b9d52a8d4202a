import pytest

from pipeline.lexicon.format import format_entry
from pipeline.lexicon.parse import parse_entry
from pipeline.model.lexicon import Entry, EntryTest, Form
from pipeline.model.source import SourcePos
from tests.lexicon.shelf import ROOT, WORDS

FULL = Entry(
    slug="mitzvah",
    word="Mitzvah",
    say="MITS-vuh",
    ipa="ˈmɪts.və",
    spellings=tuple(f"mitzva{number:02}" for number in range(12)),
    forms=(Form(text="mitzvos", say="MITS-vohs", name="plural"),),
    endings="possessive",
    prefixes="hebrew",
    case="capital",
    only_when="after:Reb",
    silent_when="before:Niflaos",
    kind="name",
    meaning='a "good deed"; it\'s a \\ commandment',
    hebrew='ע"ה',
    tradition="ashkenazi-chabad",
    braille="cells",
    braille_cells="⠍⠊⠞",
    status="approved",
    confidence="editor",
    sources=("an essay",),
    credit=("Leah S.", "a volunteer"),
    tests=(EntryTest(text="do a mitzvah", hears="ˈmɪts.və"), EntryTest(text="mitz", changes=False)),
    pos=SourcePos(path="lexicon/words/m/mitzvah.toml", line=1),
)


def test_an_entry_is_written_one_field_to_a_line_with_blank_lines_between():
    entry = Entry(slug="ox", word="Shor", say="shohr", hebrew='ע"ה', spellings=("Shoar",), status="draft")
    assert format_entry(entry) == (
        'word = "Shor"\n\nsay = "shohr"\n\nhebrew = \'ע"ה\'\n\nspellings = ["Shoar"]\n\nstatus = "draft"\n'
    )


def test_a_full_entry_is_read_back_as_it_was():
    assert parse_entry(format_entry(FULL), "lexicon/words/m/mitzvah.toml") == FULL


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_every_file_of_the_house_is_in_the_canonical_form(path):
    text = path.read_text(encoding="utf-8")
    assert format_entry(parse_entry(text, path.relative_to(ROOT).as_posix())) == text
