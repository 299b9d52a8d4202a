"""Dates that an edition states."""

from datetime import date

import pytest

from pipeline.verify.dates import check_dates
from pipeline.verify.edition import open_edition

TODAY = date(2026, 2, 1)


def found(head: str, *but: str) -> list[tuple[str, str]]:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:dc="http://purl.org/dc/elements/1.1/">{head}</html>'
    edition, _ = open_edition({"a.xml": page.encode()}, {})
    return [(each.code, each.fragment) for each in check_dates(edition, TODAY, but=but)]


@pytest.mark.parametrize(
    "value", ["2026-02-01", "2026-01", "2026", "1751", "unknown", "2026-01-31T10:00:00Z", "c. 2099"]
)
def test_days_that_have_come_and_what_is_no_date_are_good(value):
    assert found(f'<meta name="dc:date" content="{value}"/>') == []


@pytest.mark.parametrize(
    "value", ["2026-02-02", "2026-03", "2027", "2026-02-30", "2025-13", "2099-01-01T00:00:00Z"]
)
def test_days_that_have_not_come_or_are_in_no_month_are_named(value):
    assert found(f'<meta name="ncc:revisionDate" content="{value}"/>') == [
        ("E-150", f"ncc:revisionDate: {value}")
    ]


def test_statements_are_read_in_every_dress():
    issued = '<dc:Date>2099</dc:Date><meta property="dcterms:issued">2099</meta>'
    late = issued + '<meta name="dcterms.created" content="2099"/>'
    assert [fragment for _, fragment in found(late)] == [
        "dc:Date: 2099",
        "dcterms:issued: 2099",
        "dcterms.created: 2099",
    ]


def test_names_with_rules_of_their_own_and_other_numbers_are_passed_by():
    head = '<dc:date>2099</dc:date><meta name="ncc:totalTime" content="2099"/><p>2099</p>'
    assert found(head, "dc:date") == []
