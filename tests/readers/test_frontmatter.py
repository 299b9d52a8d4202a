"""Settings at the top of a Markdown text."""

import pytest

from pipeline.readers.frontmatter import take_front_matter


def taken(text: str):
    rest, metadata, notices = take_front_matter("e.md", text)
    return rest, metadata, [(str(one.pos), one.fragment) for one in notices]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nText.\n\n---\n",
        "---\nText without a field\n---\n",
        "Text\n---\ntitle: T\n---\n",
        "---\ntitle: T\n",
        "--- title: T ---",
    ],
)
def test_what_is_no_block_of_settings_stays(text):
    rest, metadata, notices = taken(text)
    assert (rest, metadata.title, notices) == (text, "", [])


def test_plain_fields_are_understood_and_lines_stay_true():
    rest, told, notices = taken(
        "\n---\nTitle: \"T\"\n# a comment\nauthor: 'A'\ndate: 2021-12-21T11:30\nlang: he\nsubtitle: S\n"
        "publisher: P\ndescription: D\ntags: [a]\nnested:\n  - x\n---\nText."
    )
    assert rest == "\n" * 14 + "Text."
    assert (told.title, told.subtitle, told.publisher, told.description) == ("T", "S", "P", "D")
    assert ([one.name for one in told.contributors], told.date, told.language) == (["A"], "2021-12-21", "he")
    assert notices[0][0] == "e.md:2:1"
    assert notices[0][1].startswith('Title: "T" # a comment')
    assert notices[0][1].endswith("- x")


@pytest.mark.parametrize(
    ("line", "title"),
    [("title: [a]", ""), ("title: |", ""), ("title: >", ""), ("title: 'a: b'", "a: b"), ("title:x", "x")],
)
def test_what_is_more_than_plain_is_not_guessed(line, title):
    assert taken(f"---\n{line}\n---\n")[1].title == title


def test_toml_is_read_as_toml():
    told = taken('+++\ntitle = "T"\ndate = 2021-12-21\nlanguage = "xx-"\nauthor = ["A"]\n+++\nText')[1]
    assert (told.title, told.date, told.language, told.contributors) == ("T", "2021-12-21", "en", ())
    assert taken('+++\ntitle = "T\n+++\nText')[1].title == ""


def test_dots_may_end_the_settings():
    assert taken("---\ntitle: T\n...\nText")[0] == "\n\n\nText"
