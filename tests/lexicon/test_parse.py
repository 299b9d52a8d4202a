import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.parse import parse_entry
from pipeline.model.lexicon import Entry, EntryTest, Form
from pipeline.model.source import SourcePos

FOUR_LINES = 'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"\n'
PATH = "lexicon/words/n/niggun.toml"


def test_four_lines_are_an_entry():
    assert parse_entry(FOUR_LINES, PATH) == Entry(
        slug="niggun",
        word="niggun",
        say="NIH-gun",
        meaning="a melody",
        status="proposed",
        pos=SourcePos(path=PATH, line=1),
    )


def test_forms_and_tests_are_read():
    more = '[[form]]\ntext = "niggunim"\nsay = "ni-GOO-nim"\n\n[[test]]\ntext = "no"\nchanges = false\n'
    entry = parse_entry(FOUR_LINES + more, PATH)
    assert entry.forms == (Form(text="niggunim", say="ni-GOO-nim"),)
    assert entry.tests == (EntryTest(text="no", changes=False),)


def test_a_byte_order_mark_is_accepted():
    assert parse_entry("\ufeff" + FOUR_LINES, PATH) == parse_entry(FOUR_LINES, PATH)


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ('say = "NIH-gun"', 'say = "NIH-gun', 3, "this line cannot be read"),
        ("say =", "sya =", 3, "sya is not a field of an entry. Did you mean say\\? Fields are: word, say"),
        ('say = "NIH-gun"', "say = 5", 3, "say must be text in quotation marks"),
        ('say = "NIH-gun"', 'meaning = ""', 5, "meaning stands in this file twice"),
        ('say = "NIH-gun"\n', "\n", 1, "nothing says how it sounds"),
        ('word = "niggun"', 'word = "[[x]]"', 1, r"word may not hold \[\["),
        ("a melody", "a <b>melody</b>", 5, "meaning may not hold <"),
        ("a melody", "a\\tmelody", 5, "meaning holds a control character"),
        ("a melody", "m" * 401, 5, "meaning has 401 characters; 400 is the most"),
        ('"proposed"', '"maybe"', 7, 'status = "maybe" must be one of: draft, proposed'),
        ('status = "proposed"', "", 1, "status is missing"),
        ('status = "proposed"', 'status = "proposed"\nspellings = "x"', 8, "spellings must be a list"),
        ('status = "proposed"', 'status = "proposed"\nonly_when = "x:y"', 8, "only_when: the context 'x:y'"),
        ('status = "proposed"', 'status = "proposed"\nbraille = "cells"', 8, "belong together"),
        ('status = "proposed"', 'status = "proposed"\n[[test]]\nhears = "x"', 8, "needs text"),
        ('status = "proposed"', 'status = "proposed"\n[[form]]\ntext = "x"', 8, "needs text, and say or ipa"),
        ('status = "proposed"', 'status = "proposed"\n[[test]]\ntxt = "x"', 9, "txt is not a field of"),
    ],
)
def test_a_slip_is_an_error_with_file_line_and_remedy(before, after, line, message):
    with pytest.raises(LexiconError, match=message) as caught:
        parse_entry(FOUR_LINES.replace(before, after), PATH)
    assert caught.value.where == f"{PATH}:{line}"


def test_a_file_name_is_a_plain_slug():
    with pytest.raises(LexiconError, match="may hold only small letters"):
        parse_entry(FOUR_LINES, "lexicon/words/n/Nig gun.toml")


def test_a_huge_file_is_refused():
    with pytest.raises(LexiconError, match="more than 20000 characters"):
        parse_entry("#" * 30_000, PATH)
