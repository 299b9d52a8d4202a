"""Languages and directions against letters."""

import re

import pytest

from pipeline.verify.language import check_language, check_marked_words
from pipeline.verify.markup import Flaw, Markup, parse_markup


def page(body: str, attributes: str = 'lang="en"') -> Markup:
    """Give a document; each lang is stated as xml:lang too."""
    text = re.sub(
        r' lang="([^"]*)"', r' lang="\1" xml:lang="\1"', f"<html {attributes}><body>{body}</body></html>"
    )
    markup = parse_markup("a.html", text.encode())
    assert not isinstance(markup, Flaw)
    return markup


def test_language_is_stated_in_both_attributes_or_in_none():
    markup = parse_markup("a.html", b'<html lang="en"><body><p xml:lang="he" lang="yi"/></body></html>')
    assert not isinstance(markup, Flaw)
    assert [(finding.code, finding.fragment) for finding in check_language(markup)] == [
        ("E-125", "en none"),
        ("E-125", "yi he"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p lang="he" dir="rtl">שלום</p>', []),
        ('<p lang="he" dir="rtl">טל <a>info@example.org</a></p>', []),
        ("<p>שלום</p>", ["E-121", "E-122"]),
        ('<p lang="he">שלום</p>', ["E-122"]),
        ('<p lang="he-Latn" dir="rtl">שלום</p>', ["E-121"]),
        ('<p><i lang="he-Latn">shalom</i></p>', []),
        ('<p><i lang="he">shalom</i></p>', ["E-123"]),
        ('<div lang="he" dir="rtl"><p>שלום</p><p>hello</p></div>', ["E-123"]),
        ('<div lang="he" dir="rtl"><p>שלום</p><p><span>hello</span></p></div>', ["E-123"]),
        ('<p lang="he" dir="rtl">5784</p>', []),
    ],
)
def test_letters_have_their_language_and_direction(body, expected):
    assert [finding.code for finding in check_language(page(body))] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p><i lang="he-Latn">Bava Basra</i> and <i lang="he-Latn">Bava Basra</i></p>', []),
        ('<p><i lang="he-Latn">Bava Basra</i> and Bava Basra</p>', ["Bava Basra"]),
        ('<p><i lang="he-Latn">Torah</i>, Torah-true, Torahs, a Torah’s</p>', []),
        ('<p><i lang="he-Latn">Torah</i> <a href="https://torah.example">Torah</a></p>', []),
        ("<p>Torah</p>", []),
    ],
)
def test_word_is_marked_everywhere_or_nowhere(body, expected):
    assert [finding.fragment for finding in check_marked_words([page(body)])] == expected
