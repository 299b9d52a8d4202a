from dataclasses import replace

import pytest

from pipeline.braille.contractions import Contractions
from pipeline.braille.transcribe import Code, transcribe, transcribe_sentence
from pipeline.model.inline import Term
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import SourcePos, Weight
from tests.braille.ascii_braille import ascii_of
from tests.builders import BR, em, hebrew, inlines, link, ref, sentence, strong, term

SETTINGS = BrailleSettings()


def code_of(translator, settings=SETTINGS) -> Code:
    return Code(translator=translator, settings=settings, contractions=Contractions(translator, settings))


def brf(translator, *parts, settings=SETTINGS, **how) -> str:
    return " / ".join(
        ascii_of(line) for line in transcribe(inlines(*parts), code_of(translator, settings), **how).lines
    )


@pytest.mark.parametrize(
    ("parts", "braille"),
    [
        (("G-d, G-dliness",), ";,G-;D1 ;,G-DLI;S"),
        (("D\N{NON-BREAKING HYPHEN}d",), ";,D-;D"),
        (("see ", em("Sanhedrin"), " 97b."), "SEE .1,SANH$R9 #IG;B4"),
        ((em("Zohar"), " 3:273a"), ".1,ZOH> #C3#BGC;A"),
        (("see ", em("Iggeres HaKodesh"), ", end"), "SEE .1,I7]ES .1,HA,KODE%1 5D"),
        (("see ", em("Shir HaShirim Rabbah"), " on"), "SEE .7,%IR ,HA,%IRIM ,RA2AH.' ON"),
        (("(Num. 35:11)",), '"<,NUM4 #CE3#AA">'),
        (("[", em("soon"), "]"), ".<.1SOON.>"),
        (("see ", strong("all of the redeem"), "er"), "SEE ^7ALL ( ! R$EEM^']"),
        (("un", strong("redeemed souls of the world")), "UN^7R$EEM$ S\\LS ( ! _W^'"),
        (("the ", hebrew("הבה"), "? yes"), "! ^(HVH^)8 YES"),
        (("state – and beyond –",), "/ATE ,- & 2Y ,-"),
        (("a hint - here",), 'A H9T - "H'),
        (("5751 − April 20",), "#EGEA ,- ,APRIL #BJ"),
        (("x − y and 3 − 2",), ';X "- ;Y & #C "- #B'),
        (("life... to soon….",), "LIFE444 TO SOON4444"),
        (("L'HAFOTZAS b'chezkas",), ",L',,HAFOTZAS B'*EZKAS"),
        (("Rabbi & Mrs. Yosef Y.",), ",RA2I @& ,MRS4 ,YOSEF ;,Y4"),
        (("Mitzvos ", term("Shabbos", "x", braille="uncontracted")), ",MITZVOS ,SHABBOS"),
        ((link("mailto:x", "info@there.org"),), '9FO@A"!4ORG'),
    ],
)
def test_unified_english_braille(parts, braille, translator):
    assert brf(translator, *parts) == braille


@pytest.mark.parametrize(
    ("text", "braille"),
    [
        ("April 20 1991", ",APRIL #BJ #AIIA"),
        ("in 5751 248 and 12 15", "9 #EGEA #BDH & #AB #AE"),
        ("20 000 and 1\N{NARROW NO-BREAK SPACE}234\N{NO-BREAK SPACE}567", '#BJ"JJJ & #A"BCD"EFG'),
        ("at 61 3 1234 5678 or 16 00", 'AT #FA"C"ABCD"EFGH OR #AF"JJ'),
    ],
)
def test_a_blank_within_a_number_is_numeric_and_between_two_numbers_is_none(text, braille, translator):
    assert brf(translator, text) == braille


@pytest.mark.parametrize(
    ("text", "braille"),
    [
        ("say 'mitzvos' now", "SAY ,8MITZVOS,0 N["),
        ("'SAGES' of ‘Shas’?", ",8,,SAGES,0 ( ,8,%AS,08"),
        ("the Sages' words", "! ,SAGES' ^WS"),
        ("the Sages’ words", "! ,SAGES' ^WS"),
        ("'Tis the boys' book", "',TIS ! BOYS' BOOK"),
        ("‘Twas in the ‘90s", "',TWAS 9 ! '#IJS"),
        ("'Tis so,' he said", ",8,TIS S1,0 HE SD"),
        ("the 'cause' of it", "! ,8CAUSE,0 ( X"),
    ],
)
def test_single_quotes_close_after_an_s_and_apostrophes_are_none(text, braille, translator):
    assert brf(translator, text) == braille


def test_single_quotes_close_in_grade_1_too(translator):
    code = replace(code_of(translator), english="en-uncontracted")
    (cells,) = transcribe(inlines("the 'mitzvos' and the Sages' words"), code).lines
    assert ascii_of(cells) == "THE ,8MITZVOS,0 AND THE ,SAGES' WORDS"


def test_an_italic_passage_ends_after_a_closing_quote(translator):
    assert brf(translator, em("of the 'mitzvos'"), " now") == ".7( ! ,8MITZVOS,0.' N["


def test_a_reference_does_not_turn_the_quotation_mark_before_it(translator):
    assert brf(translator, 'passed all the deadlines."', ref("1"), " We") == "PASS$ ALL ! D1DL9ES40;9#A ,WE"


def test_a_word_with_a_reference_does_not_stand_alone(translator):
    assert brf(translator, "of it", ref("1"), " is") == "( IT;9#A IS"


@pytest.mark.parametrize(
    ("mark", "sign"), [("8*", ';9<#H"9>'), ("*", ';9"9'), ("IV", ";9<,,IV>"), ("b", ";9B")]
)
def test_a_raised_mark_of_several_signs_is_grouped(mark, sign, translator):
    assert brf(translator, "of it", ref(mark), " is") == f"( IT{sign} IS"
    assert brf(translator, strong("Israel in Egypt"), ref(mark), " is") == f"^7,ISRAEL 9 ,EGYPT^'{sign} IS"


def test_a_bold_passage_ends_before_its_reference(translator):
    assert brf(translator, strong("in consonance with the Rambam"), ref("12"), " (so)") == (
        '^79 3SON.E ) ! ,RAMBAM^\';9#AB "<S">'
    )


def test_a_bold_word_ends_before_its_reference(translator):
    assert brf(translator, strong("Israel"), ref("2"), " has") == "^1,ISRAEL^';9#B HAS"


def test_a_bracketed_italic_passage_has_one_beginning_and_one_end(translator):
    assert brf(translator, "[", em("The Rambam passed away."), "]") == ".7.<,! ,RAMBAM PASS$ AWAY4.>.'"


def test_inner_quotation_marks_are_the_inner_ones(translator):
    assert brf(translator, "\"A 'nefesh' that\"") == "8,A ,8NEFE%,0 T0"


def test_hebrew_stands_between_its_signs_in_logical_order(translator):
    assert brf(translator, "[", hebrew("נפלאות אראנו"), " - Niflaos]") == ".<^(NFLAW? ^(ARANW - ,NIFLAOS.>"


def test_hebrew_by_meaning_is_english(translator):
    settings = BrailleSettings(hebrew="meaning")
    honorific = Term(
        children=(hebrew('ע"ה'),), entry="x", form="exact", read_as="peace be upon him", language="he"
    )
    assert brf(translator, "Leib ", honorific, settings=settings) == ",LEIB P1CE 2 ^U HM"
    assert brf(translator, "Leib ", honorific) == ',LEIB ^($"H'


def test_punctuation_of_hebrew_given_by_meaning_is_english(translator):
    settings = BrailleSettings(hebrew="meaning")
    word = Term(children=(hebrew("טל"),), entry="x", form="exact", read_as="telephone", language="he")
    assert brf(translator, word, ".: 5!", settings=settings, language="he") == 'TELEPH"O43 #E6'


def test_given_cells_are_used_as_they_are(translator):
    assert brf(translator, "our ", term("Moshiach", "x", braille="⠍⠕"), ".") == "\\R MO4"


def test_print_lines_are_kept_and_styling_bold_dropped(translator):
    parts = (strong("IN MEMORY OF"), BR, "Reb ", strong("Leib"))
    assert brf(translator, *parts, unbold=True) == ",,,9 MEMORY (,' / ,REB ,LEIB"


def test_emphasis_of_a_whole_heading_is_style(translator):
    assert brf(translator, em("Reflections of it"), styled=True) == ",REFLEC;NS ( X"
    assert brf(translator, em("Reflections"), " of it", styled=True) == ".1,REFLEC;NS ( X"


def test_white_space_of_print_does_not_come_through(translator):
    assert brf(translator, " a\N{NO-BREAK SPACE} b\tc \N{ZERO WIDTH SPACE}") == "A ;B ;C"


def test_a_character_without_braille_is_an_error_with_its_place(translator):
    pos = SourcePos(path="essay.md", line=3, column=1)
    made = transcribe(inlines("so ☺ it"), code_of(translator), pos=pos)
    assert [ascii_of(line) for line in made.lines] == ["S @.<:ITE SMIL+ FACE@.> X"]
    assert [(notice.code, notice.weight, notice.pos, notice.fragment) for notice in made.notices] == [
        ("B-001", Weight.ERROR, pos, "so ☺ it")
    ]


def test_a_letter_without_its_mark_is_noticed(translator):
    made = transcribe(inlines("ḥasid"), code_of(translator))
    assert [ascii_of(line) for line in made.lines] == ["HASID"]
    assert [(notice.code, notice.weight) for notice in made.notices] == [("B-002", Weight.WARNING)]


def test_a_hebrew_mark_without_a_cell_is_noticed(translator):
    made = transcribe((hebrew("א\N{HEBREW POINT METEG}"),), code_of(translator))
    assert [ascii_of(line) for line in made.lines] == ["^(A"]
    assert [notice.code for notice in made.notices] == ["B-002"]


def test_a_sign_without_braille_amid_hebrew_is_named_too(translator):
    made = transcribe((hebrew("א☺"),), code_of(translator))
    assert [ascii_of(line) for line in made.lines] == ["^(A^)@.<:ITE SMIL+ FACE@.>"]
    assert [notice.code for notice in made.notices] == ["B-001"]


def test_the_printed_words_are_kept_beside_the_cells(translator):
    made = transcribe(inlines('"All"', ref("1"), BR, "of ", hebrew('ע"ה')), code_of(translator))
    assert made.printed == '"All"\nof ע"ה'


def test_a_sentence_can_be_shown_alone(translator):
    words = sentence(term("Moshiach's", "x"), " ", term("teshuvah", "x"))
    assert ascii_of(transcribe_sentence(words, translator, SETTINGS)) == ",MO%IA*'S TE%UVAH"
