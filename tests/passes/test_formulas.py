"""Set phrases round the text."""

import pytest

from pipeline.model.document import Role
from pipeline.passes.formulas import back_role, contacts, front_role, is_dedication_line
from tests.builders import link
from tests.passes.documents import lines, para


@pytest.mark.parametrize(
    "line",
    ["IN LOVING MEMORY OF", "AND IN HONOR OF", "In the merit of", "DEDICATED BY HIS FRIENDS", "לעילוי נשמת"],
)
def test_formula_of_a_dedication_is_known(line: str) -> None:
    assert is_dedication_line(line)


@pytest.mark.parametrize("line", ["Reb Leib ben Reb Dov", "In memory there is", "Dedicated readers know"])
def test_other_lines_are_no_formula(line: str) -> None:
    assert not is_dedication_line(line)


def test_reprint_of_an_issue_is_no_permission() -> None:
    assert front_role(lines("Reprinted for Parshat Shemot", "(Vol. 13)"), Role.TITLEPAGE) is None
    assert front_role(lines("Reprinted with permission by:"), Role.TITLEPAGE) is Role.COPYRIGHT_PAGE


def test_address_on_the_permission_page_opens_no_imprint() -> None:
    address = lines("602 North Drive", "Los Angeles, CA 90036")
    assert front_role(address, Role.TITLEPAGE) is Role.IMPRINT
    assert front_role(address, Role.COPYRIGHT_PAGE) is None


def test_dedicated_by_goes_on_with_a_dedication() -> None:
    assert back_role(lines("DEDICATED BY HIS FRIENDS"), Role.DEDICATION) is None
    assert back_role(lines("IN MEMORY OF"), Role.DEDICATION) is Role.DEDICATION


def test_telephone_number_is_one_in_either_order() -> None:
    assert contacts(para("753-6844 (718)")) == contacts(para("call (718) 753-6844")) == {"753-6844"}
    assert contacts(para("see ", link("https://a.org", "here"))) == {"https://a.org"}
    assert contacts(para("in the years 100-2000")) == frozenset()
