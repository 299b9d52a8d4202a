"""What a volunteer is told about a slip: file, line, field, and what to do, in words that can be heard."""

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.match import compile_lexicon
from pipeline.lexicon.parse import parse_entry
from tests.lexicon.shelf import house_sounds

ENTRY = 'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"\n'
PATH = "lexicon/words/n/niggun.toml"


def told(text: str, path: str = PATH) -> tuple[str, str]:
    with pytest.raises(LexiconError) as caught:
        compile_lexicon([parse_entry(text, path)], house_sounds())
    return caught.value.where, caught.value.message


@pytest.mark.parametrize(
    ("right", "slip", "line", "message"),
    [
        (
            'say = "NIH-gun"',
            'say = "NIH-gun',
            3,
            (
                "this line cannot be read: no quotation mark stands behind the value. One stands before and one "
                'behind it: say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = NIH-gun"',
            3,
            (
                "this line cannot be read: no quotation mark stands before the value. One stands before and one "
                'behind it: say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            "say = NIH-gun",
            3,
            (
                "this line cannot be read: no quotation mark stands before the value. One stands before and one "
                'behind it: say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            "say = “NIH-gun”",
            3,
            (
                "this line cannot be read: the value begins with a left double quotation mark. Type the straight"
                ' quotation mark before and behind it, as in say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            "say = ‘NIH-gun’",
            3,
            (
                "this line cannot be read: the value begins with a left single quotation mark. Type the straight"
                ' quotation mark before and behind it, as in say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            "say = „NIH-gun“",
            3,
            (
                "this line cannot be read: the value begins with a double low-9 quotation mark. Type the "
                'straight quotation mark before and behind it, as in say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            "say = «NIH-gun»",
            3,
            (
                "this line cannot be read: the value begins with a left-pointing double angle quotation mark. "
                'Type the straight quotation mark before and behind it, as in say = "value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            'say: "NIH-gun"',
            3,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: say = "
                '"value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            'say "NIH-gun"',
            3,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: say = "
                '"value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            'say is "NIH-gun"',
            3,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: say = "
                '"value".'
            ),
        ),
        (
            'say = "NIH-gun"',
            'say == "NIH-gun"',
            3,
            (
                "this line cannot be read: no quotation mark stands before the value. One stands before and one "
                'behind it: say = "value".'
            ),
        ),
        (
            'meaning = "a melody"',
            'meaning = "a\tmelody"',
            5,
            "meaning holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            'say = "NIH-gun"',
            'say =\n"NIH-gun"',
            3,
            (
                "this line cannot be read: no value stands behind the equals sign. Write it on the same line: "
                'say = "value".'
            ),
        ),
        ('say = "NIH-gun"', 'Say = "NIH-gun"', 3, "Say is not a field of an entry. Did you mean say?"),
        ('say = "NIH-gun"', 'sya = "NIH-gun"', 3, "sya is not a field of an entry. Did you mean say?"),
        (
            'meaning = "a melody"',
            'speling = "a melody"',
            5,
            "speling is not a field of an entry. Did you mean spellings?",
        ),
        (
            'meaning = "a melody"',
            'meanings = "a melody"',
            5,
            "meanings is not a field of an entry. Did you mean meaning?",
        ),
        (
            'meaning = "a melody"',
            'read as = "a melody"',
            5,
            "this line cannot be read: the name of a field has no blanks in it: read_as, not read as.",
        ),
        (
            'meaning = "a melody"',
            'read-as = "a melody"',
            5,
            "read-as is not a field of an entry. Did you mean read_as?",
        ),
        (
            "",
            'say = "NIG-un"',
            8,
            "this line cannot be read: say stands in this file twice. Take one of them out.",
        ),
        (
            "",
            '[[test]]\ntext = "a niggun"\nconfidence = "editor"',
            10,
            (
                "confidence is not a field of [[test]]. It is one of an entry: move it above the first [[form]] "
                "or [[test]]."
            ),
        ),
        (
            "",
            '[test]\ntext = "a niggun"',
            8,
            "test must be written as [[test]], with its fields on the lines below.",
        ),
        ("", '[[tests]]\ntext = "a niggun"', 8, "tests is not a field of an entry. Did you mean test?"),
        ("", '[[forms]]\ntext = "x"', 8, "forms is not a field of an entry. Did you mean form?"),
        (
            'say = "NIH-gun"',
            'say = "nih-gun"',
            3,
            (
                "say: the word 'nih-gun' has no strong syllable; write exactly one in capitals, or all small and"
                " behind the word its number: nih-gun 1."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-GUN"',
            3,
            (
                "say: the word 'NIH-GUN' has 2 strong syllables; write exactly one in capitals, or all small and"
                " behind the word its number: nih-gun 1."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NIHgun"',
            3,
            "say: the syllable 'NIHgun' mixes capitals and small letters; use one or the other.",
        ),
        (
            'say = "NIH-gun"',
            'say = "maw-SHIACH"',
            3,
            (
                "say: two vowel sounds in the syllable 'shiach'; put a hyphen between them. A silent e at the "
                "end is not written: vohs, not vose."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-gn"',
            3,
            "say: no vowel sound in the syllable 'gn'; write the vowel, for example uh.",
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-cun"',
            3,
            "say: the letter 'c' in the syllable 'cun' has no sound of its own; write k, s or ch.",
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-xun"',
            3,
            (
                "say: the letter 'x' in the syllable 'xun' has no sound of its own; write ks, or kh for the "
                "throat sound."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-qun"',
            3,
            "say: the letter 'q' in the syllable 'qun' has no sound of its own; write k or kw.",
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH--gun"',
            3,
            "say: the word 'NIH--gun' has a hyphen without a syllable beside it; take it out.",
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-gun-"',
            3,
            "say: the word 'NIH-gun-' has a hyphen without a syllable beside it; take it out.",
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH_gun"',
            3,
            (
                "say: the sign '_' (low line) in the word 'NIH_gun' is no letter; put a hyphen between syllables"
                " and a space between words."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH.gun"',
            3,
            (
                "say: the sign '.' (full stop) in the word 'NIH.gun' is no letter; put a hyphen between "
                "syllables and a space between words."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "nih-gun 3"',
            3,
            "say: the word 'nih-gun' has 2 syllables; number 3 cannot be the strong one.",
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-gun 1"',
            3,
            "say: the word 'NIH-gun 1' names its strong syllable twice; take the number out.",
        ),
        (
            'say = "NIH-gun"',
            'say = "2"',
            3,
            "say: the number 2 stands behind no word; it tells which syllable is strong.",
        ),
        (
            'say = "NIH-gun"',
            'say = "ניגון"',
            3,
            (
                "say: the letter 'נ' in the syllable 'ניגון' has no sound of its own; write it in plain letters "
                "a to z; signs of the phonetic alphabet go into the field ipa."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NÍ-gun"',
            3,
            (
                "say: the letter 'í' in the syllable 'ní' has no sound of its own; write it in plain letters a "
                "to z; signs of the phonetic alphabet go into the field ipa."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "ˈnɪɡən"',
            3,
            (
                "say: the letter 'ɪ' in the syllable 'nɪɡən' has no sound of its own; write it in plain letters "
                "a to z; signs of the phonetic alphabet go into the field ipa."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = "NIH-gune"',
            3,
            (
                "say: two vowel sounds in the syllable 'gune'; put a hyphen between them. A silent e at the end "
                "is not written: vohs, not vose."
            ),
        ),
        (
            'say = "NIH-gun"',
            'say = ""',
            3,
            'nothing says how it sounds. Write: say = "moh-SHEE-akh", or read_as = "..."',
        ),
        (
            'say = "NIH-gun"',
            'say = "  "',
            3,
            'nothing says how it sounds. Write: say = "moh-SHEE-akh", or read_as = "..."',
        ),
        (
            'say = "NIH-gun"',
            "",
            1,
            'nothing says how it sounds. Write: say = "moh-SHEE-akh", or read_as = "..."',
        ),
        ('word = "niggun"', 'word = ""', 1, 'word is empty. Write: word = "Moshiach"'),
        ('word = "niggun"', "", 1, 'word is missing. Write: word = "Moshiach"'),
        ('status = "proposed"', "", 1, 'status is missing. Write: status = "proposed"'),
        (
            'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"',
            "",
            1,
            'word is missing. Write: word = "Moshiach"',
        ),
        (
            'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"',
            "# todo",
            1,
            'word is missing. Write: word = "Moshiach"',
        ),
        (
            'status = "proposed"',
            'status = "done"',
            7,
            'status = "done" must be one of: draft, proposed, approved, disputed, retired.',
        ),
        (
            'status = "proposed"',
            'status = "Proposed"',
            7,
            (
                'status = "Proposed" must be one of: draft, proposed, approved, disputed, retired. Did you mean '
                "proposed?"
            ),
        ),
        (
            'status = "proposed"',
            'status = "aproved"',
            7,
            (
                'status = "aproved" must be one of: draft, proposed, approved, disputed, retired. Did you mean '
                "approved?"
            ),
        ),
        (
            "",
            'confidence = "sure"',
            8,
            'confidence = "sure" must be one of: heard-from-author, editor, volunteers, guess, contested.',
        ),
        (
            "",
            'kind = "place"',
            8,
            'kind = "place" must be one of: word, name, month, book, abbreviation, phrase.',
        ),
        ("", 'endings = "yes"', 8, 'endings = "yes" must be one of: english, possessive, none, listed.'),
        ("", "prefixes = true", 8, 'prefixes must be text in quotation marks: prefixes = "hebrew"'),
        ("", 'case = "upper"', 8, 'case = "upper" must be one of: any, exact, capital.'),
        ("", 'spellings = "nigun"', 8, 'spellings must be a list: spellings = ["one", "two"]'),
        (
            "",
            'spellings = ["nigun" "nigoon"]',
            8,
            (
                "this line cannot be read: a list is not closed, or a comma is missing between two of its "
                'values. Write it on one line: spellings = ["one", "two"].'
            ),
        ),
        (
            "",
            'spellings = ["nigun"',
            8,
            (
                "this line cannot be read: a list is not closed, or a comma is missing between two of its "
                'values. Write it on one line: spellings = ["one", "two"].'
            ),
        ),
        ("", 'spellings = [""]', 8, "spellings has an empty value; take it out."),
        ("", "spellings = [5]", 8, 'spellings must be a list: spellings = ["one", "two"]'),
        (
            "",
            'only_when = "before Reb"',
            8,
            (
                "only_when: the context 'before Reb' is not known. Write after:WORD, before:WORD, before:number,"
                " nearer:WORD/WORD, in:citation or lang:he."
            ),
        ),
        (
            "",
            'only_when = "near:Reb"',
            8,
            (
                "only_when: the context 'near:Reb' is not known. Write after:WORD, before:WORD, before:number, "
                "nearer:WORD/WORD, in:citation or lang:he."
            ),
        ),
        (
            "",
            'only_when = "after:"',
            8,
            (
                "only_when: the context 'after:' is not known. Write after:WORD, before:WORD, before:number, "
                "nearer:WORD/WORD, in:citation or lang:he."
            ),
        ),
        (
            "",
            'only_when = "nearer:bas"',
            8,
            (
                "only_when: the context 'nearer:bas' is not known: only nearer: takes two groups. Write "
                "after:WORD, before:WORD, before:number, nearer:WORD/WORD, in:citation or lang:he."
            ),
        ),
        (
            "",
            'only_when = "in:name"',
            8,
            (
                "only_when: the context 'in:name' is not known. Write after:WORD, before:WORD, before:number, "
                "nearer:WORD/WORD, in:citation or lang:he."
            ),
        ),
        ("", 'braille = "cells"', 8, 'braille = "cells" and braille_cells belong together; one is missing.'),
        (
            "",
            'braille = "cells"\nbraille_cells = ",nigun"',
            9,
            "braille_cells must be braille characters (U+2800 to U+28FF).",
        ),
        (
            "",
            'braille_cells = "⠝"',
            8,
            'braille = "cells" and braille_cells belong together; one is missing.',
        ),
        (
            'say = "NIH-gun"',
            'ipa = "ˈnɪɣən"',
            3,
            (
                "ipa: the IPA sign 'ɣ' (latin small letter gamma) is not in the table of sounds. Use the signs "
                "of lexicon/sounds.toml, without slashes or brackets, or write say instead of ipa."
            ),
        ),
        (
            'say = "NIH-gun"',
            'ipa = "/ˈnɪ.ɡən/"',
            3,
            (
                "ipa: the IPA sign '/' (solidus) is not in the table of sounds. Use the signs of "
                "lexicon/sounds.toml, without slashes or brackets, or write say instead of ipa."
            ),
        ),
        (
            "",
            'ipa = "niˈɡun"',
            3,
            'say: say "NIH-gun" is ˈnɪ.ɡən, but ipa says niˈɡun. Correct one of them, or take ipa out.',
        ),
        ("", '[[test]]\nhears = "x"', 8, "a [[test]] needs text: a sentence that holds the word."),
        (
            "",
            '[[test]]\ntext = "x"\nchanges = "false"',
            10,
            "changes must be true or false, without quotation marks.",
        ),
        ("", '[[form]]\ntext = "niggunim"', 8, "a [[form]] needs text, and say or ipa."),
        (
            "",
            '[[form]]\ntext = "niggunim"\nsay = "nigoonim"',
            10,
            (
                "say: three vowel sounds in the syllable 'nigoonim'; put a hyphen between them. A silent e at "
                "the end is not written: vohs, not vose."
            ),
        ),
        ('word = "niggun"', 'word = "[[x]]"', 1, "word may not hold [[; write the words only."),
        ('meaning = "a melody"', 'meaning = "<b>a</b>"', 5, "meaning may not hold <; write the words only."),
        (
            'meaning = "a melody"',
            'meaning = "a \\d melody"',
            5,
            (
                "this line cannot be read: a backslash has a meaning of its own here. Take it out, or put "
                "apostrophes around the value."
            ),
        ),
        (
            'meaning = "a melody"',
            'meaning = "C:\\new"',
            5,
            "meaning holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            'meaning = "a melody"',
            'meaning = "a \\u0007 melody"',
            5,
            "meaning holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            'meaning = "a melody"',
            'meaning = "a \\u0000 melody"',
            5,
            "meaning holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            'meaning = "a melody"',
            'meaning = "a \\u202e melody"',
            5,
            "meaning holds a sign that nobody sees (right-to-left override); type it anew.",
        ),
        (
            'word = "niggun"',
            'word = "(a+)+$"',
            1,
            "word may not hold + (plus sign); write the word as it is printed.",
        ),
        (
            'word = "niggun"',
            'word = "***"',
            1,
            "word may not hold * (asterisk); write the word as it is printed.",
        ),
        (
            'word = "niggun"',
            'word = "../../etc/passwd"',
            1,
            "word may not hold / (solidus); write the word as it is printed.",
        ),
        (
            'meaning = "a melody"',
            "meaning = 2026-01-01",
            5,
            'meaning must be text in quotation marks: meaning = "..."',
        ),
        (
            'meaning = "a melody"',
            "meaning = 12",
            5,
            'meaning must be text in quotation marks: meaning = "..."',
        ),
        (
            'meaning = "a melody"',
            'meaning = { en = "x" }',
            5,
            'meaning must be text in quotation marks: meaning = "..."',
        ),
        (
            'meaning = "a melody"',
            'meaning.en = "x"',
            5,
            'meaning must be text in quotation marks: meaning = "..."',
        ),
        (
            'meaning = "a melody"',
            'meaning = """a\nmelody"""',
            5,
            "meaning holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"',
            "<!DOCTYPE html>\n<html></html>",
            1,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: name = "
                '"value".'
            ),
        ),
        (
            'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"',
            "{\\rtf1 word}",
            1,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: name = "
                '"value".'
            ),
        ),
        (
            'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"',
            '{"word": "niggun"}',
            1,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: name = "
                '"value".'
            ),
        ),
        (
            'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"',
            "word: niggun\nsay: NIH-gun",
            1,
            (
                "this line cannot be read: no equals sign stands behind the name of the field. Write: word = "
                '"value".'
            ),
        ),
    ],
)
def test_a_slip_is_told_with_its_line_and_its_remedy(right: str, slip: str, line: int, message: str):
    text = ENTRY.replace(right, slip) if right else f"{ENTRY}{slip}\n"
    assert text != ENTRY
    where, said = told(text)
    assert (where, said.partition(" Fields are:")[0]) == (f"{PATH}:{line}", message)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("niggun.txt", "Rename niggun.txt to niggun.toml, or move it away."),
        ("niggun.toml.txt", "Rename niggun.toml.txt to niggun.toml, or move it away."),
        ("niggun", "Rename niggun to niggun.toml, or move it away."),
        ("Niggun.toml", "the file name 'Niggun' may hold only small letters a to z"),
        ("nig gun.toml", "the file name 'nig gun' may hold only small letters a to z"),
        ("ניגון.toml", "the file name 'ניגון' may hold only small letters a to z"),
        ("..toml", "Rename ..toml to .toml, or move it away."),
    ],
)
def test_a_file_name_that_will_not_do_is_told(name: str, message: str):
    assert message in told(ENTRY, f"lexicon/words/n/{name}")[1]


def test_what_is_left_of_a_merge_is_told():
    both = '<<<<<<< HEAD\nsay = "NIH-gun"\n=======\nsay = "NIG-un"\n>>>>>>> theirs'
    where, message = told(ENTRY.replace('say = "NIH-gun"', both))
    assert where == f"{PATH}:3"
    assert message == (
        "this line cannot be read: two versions of this file were merged here. Keep the lines that are right, and take "
        "out those that begin with <<<<<<<, ======= and >>>>>>>."
    )


@pytest.mark.parametrize(
    ("right", "hostile", "message"),
    [
        ("niggun", "n" * 10_000, "word has 10000 characters; 120 is the most."),
        ("niggun", "[[n@gUn]]", "word may not hold [[; write the words only."),
        ("niggun", "(a+)+$", "word may not hold + (plus sign); write the word as it is printed."),
        ("niggun", "../../etc/passwd", "word may not hold / (solidus); write the word as it is printed."),
        ("niggun", r"C:\\niggun", "word may not hold \\ (reverse solidus); write the word as it is printed."),
        ("niggun", "<s>niggun", "word may not hold <; write the words only."),
        (
            "niggun",
            r"nig\u0007gun",
            "word holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            "a melody",
            "a \u202e melody",
            "meaning holds a sign that nobody sees (right-to-left override); type it anew.",
        ),
        ("a melody", "a \ue000 melody", "meaning holds a sign that nobody sees (u+e000); type it anew."),
        ("NIH-gun", "NIH-gun" * 30, "say has 210 characters; 160 is the most."),
    ],
)
def test_what_a_stranger_may_send_is_refused_with_a_reason(right: str, hostile: str, message: str):
    assert told(ENTRY.replace(f'"{right}"', f'"{hostile}"'))[1] == message


def test_brackets_without_end_are_refused():
    assert "brackets within brackets" in told(f"{ENTRY}sources = {'[' * 3000}{']' * 3000}\n")[1]


@pytest.mark.parametrize("say", ["NIH–gun", "NIH\u2011gun", "NIH−gun", "’nih-gun", "nih-gun 1"])
def test_signs_that_sound_alike_are_no_slip(say: str):
    (entry,) = (parse_entry(ENTRY.replace("NIH-gun", say), PATH),)
    assert compile_lexicon([entry], house_sounds()).find("niggun")[0].ipa == "ˈnɪ.ɡən"
