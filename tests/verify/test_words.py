"""Words are read without the readers and compared without the writers."""

from pipeline.verify.words import (
    Excused,
    compare_words,
    words_of_markdown,
    words_of_plain,
    words_of_xhtml,
)

FIRST = "The first redeemer is the last redeemer of all."
SECOND = "When Moses meets G-d at the bush, he asks why."
THIRD = "So it was said to him again."
SOURCE = words_of_plain(f"{FIRST}\n\n{SECOND}\n\n{THIRD}")


def found(edition: str, excused: Excused | None = None) -> list[tuple[str, str]]:
    return [(f.code, f.fragment) for f in compare_words(SOURCE, words_of_plain(edition), excused)]


def xhtml(body: str) -> tuple[tuple[str, ...], ...]:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{body}</body></html>'
    return words_of_xhtml({"a.xhtml": page.encode()})


def test_markdown_gives_what_is_printed():
    text = (
        '## *Moses*\n\nNext to "all" <sup>12</sup>, see [the *press*](https://a.org/x) \\* <http://b.org>.'
        "\n\n* * *\n\n1. One"
    )
    assert words_of_markdown(text) == (
        ("Moses",),
        ("Next", "to", "all", "12", "see", "the", "press", "http", "b", "org"),
        ("1", "One"),
    )


def test_emphasis_inside_a_word_does_not_part_it():
    assert words_of_markdown("un**believ**able snake_case") == (("unbelievable", "snakecase"),)


def test_letters_and_digits_part_and_signs_count():
    assert words_of_plain("Bamidbar13:3 & 97b") == (("Bamidbar", "13", "3", "&", "97", "b"),)


def test_xhtml_gives_what_is_shown():
    body = (
        '<nav>Contents</nav><h1>A <em>B</em>c</h1><p>end<a epub:type="noteref" href="#n">1</a><br/>next</p>'
        '<ol start="3"><li>x</li><li>y</li></ol>'
    )
    assert xhtml(body) == (("A", "Bc"), ("end", "1", "next"), ("3", "x"), ("4", "y"))


def test_equal_texts_have_no_findings():
    assert compare_words(SOURCE, SOURCE) == ()


def test_joined_and_parted_paragraphs_are_equal():
    joined = FIRST.replace(" redeemer of", "\n\nredeemer of") + " " + SECOND.replace("G-d", "G\u2011d")
    assert found(f"{joined}\n\n{THIRD}") == []


def test_missing_word_is_named_with_what_stands_around_it():
    edition = f"The first redeemer is the last of all. {SECOND} {THIRD}"
    assert found(edition) == [("E-501", "first redeemer is the last [redeemer] of all")]


def test_missing_passage_is_named_as_one():
    edition = f"{FIRST}\n\n{THIRD}"
    assert found(edition) == [("E-501", "[When Moses meets G d at the bush he asks why]")]


def test_lost_passage_is_one_finding_although_some_of_its_words_are_elsewhere():
    edition = f"{FIRST}\n\nWhen he was asked, G-d meets him.\n\n{THIRD}"
    assert [(code, words) for code, words in found(edition) if code == "E-501"] == [
        ("E-501", "[When Moses meets G d at the bush he asks why]")
    ]


def test_passage_that_stands_twice_and_is_lost_once_is_named():
    twice = (*SOURCE, SOURCE[2])
    (finding,) = compare_words(twice, SOURCE)
    assert (finding.code, finding.fragment) == ("E-501", "[So it was said to him again]")


def test_added_word_is_named():
    edition = f"The very first redeemer is the last redeemer of all. {SECOND} {THIRD}"
    assert found(edition) == [("E-502", "The [very] first redeemer is the last")]


def test_words_that_a_notice_names_are_excused():
    edition = f"Dedication\n\n{FIRST} {THIRD}"
    excused = Excused(left_out=(SECOND,), added=("Dedication",))
    assert found(edition, excused) == []


def test_words_in_another_order_are_named():
    edition = f"The last redeemer is the first redeemer of all. {SECOND} {THIRD}"
    assert [code for code, _ in found(edition)] == ["E-503"]


def test_passage_in_another_place_is_named():
    edition = f"{SECOND} {THIRD} {FIRST}"
    assert found(edition) == [("E-504", "[The first] redeemer is the last redeemer")]


def test_passage_that_a_notice_moved_is_excused():
    assert found(f"{SECOND}\n\n{THIRD}\n\n{FIRST}", Excused(moved=(FIRST,))) == []


def test_notes_may_move():
    source = words_of_plain(
        "He asks why and where and when.1\n\nBut nobody was there to answer.\n\n1. See the book of the house of all."
    )
    moved = words_of_plain(
        "He asks why and where and when.1\n\n1. See the book of the house of all.\n\nBut nobody was there to answer."
    )
    assert compare_words(source, moved) == ()
