"""Every code is documented, tested, and means one thing."""

import re
from pathlib import Path

import pytest

from pipeline.verify.findings import RULES, finding
from tests.places import ROOT

HERE = Path(__file__).parent


def test_documented_codes_are_those_of_the_table():
    rows = re.findall(
        r"^\| (E-\d{3}) \| ([^|]+) \| ([^|]+) \|$", (ROOT / "docs/verify.md").read_text("utf-8"), re.M
    )
    assert rows == [(rule.code, rule.edition, rule.sentence) for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_code_is_raised_by_the_code_and_named_by_a_test(rule):
    tests = "".join(
        path.read_text("utf-8") for path in sorted((*HERE.glob("test_*.py"), *HERE.glob("*.toml")))
    )
    code = "".join(
        path.read_text("utf-8")
        for path in sorted((ROOT / "pipeline/verify").glob("*.py"))
        if path.name != "findings.py"
    )
    assert (f'"{rule.code}"' in tests, f'"{rule.code}"' in code) == (True, True)


def test_finding_is_a_notice_with_a_place():
    assert (
        str(finding("E-101", "a.html", 3, "x")) == "a.html:3:1: The file is not well-formed XML. “x” [E-101]"
    )
