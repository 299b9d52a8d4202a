"""JSON records with an article inside."""

import json

import pytest

from pipeline.errors import SourceError
from pipeline.readers.record import content_of, read_record


def told(**record):
    return read_record("r.json", json.dumps({"content": "<p>Words</p>"} | record)).metadata


@pytest.mark.parametrize("name", ["content", "body", "content_html", "articleBody", "text", "html"])
def test_the_text_is_in_one_of_these_fields(name):
    assert content_of("r.json", json.dumps([{"x": 1, name: {"rendered": "<p>W</p>"}}])) == "<p>W</p>"


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ('{"a": 1}', "S-003", "r.json"),
        ('{"content": " "}', "S-003", "r.json"),
        ('{"content": 7}', "S-003", "r.json"),
        ('{"a":\n}', "S-018", "r.json:2"),
        ("[{}, {}]", "S-003", "r.json"),
        ("[" * 100_000, "S-018", "r.json:1"),
    ],
)
def test_what_holds_no_article_is_refused(text, code, where):
    with pytest.raises(SourceError) as caught:
        read_record("r.json", text)
    assert (caught.value.code, caught.value.where) == (code, where)


def test_fields_that_describe_the_article_are_metadata():
    found = told(title="A <b>T</b>", date="2020-01-02T00:00", excerpt="<p>E</p>", permalink="https://x.org")
    assert (found.title, found.date, found.description, found.source) == (
        "A T",
        "2020-01-02",
        "E",
        "https://x.org",
    )
    assert told(source_link="b", link="c").source == "b"
    assert told(link="c").source == "c"
    assert told(license="L").rights == "L"
    assert told(license=["M"]).rights == "M"
    assert told(custom_fields={"open_content_license": ["N"]}, license="L").rights == "N"
    assert told(date="yesterday").date == ""


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"author": "A"}, ["A"]),
        ({"author": "Admin"}, []),
        ({"author": {"name": "A"}}, ["A"]),
        ({"authors": ["A", {"name": "B"}], "author": "C"}, ["A", "B"]),
        ({"coauthors": ["A"], "authors": ["B"]}, ["A"]),
        ({"authors": "A"}, []),
        ({}, []),
    ],
)
def test_people_are_named_in_several_ways(fields, names):
    assert [one.name for one in told(**fields).contributors] == names
