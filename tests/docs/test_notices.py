import re

from tests.places import ROOT

CODE = re.compile(r"\b[SNLVB]-\d{3}\b")


def codes_in_program():
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py"))
    return {code for source in sources for code in re.findall(r'"([SNLVB]-\d{3})"', source)}


def test_every_code_the_program_gives_is_documented_and_no_other():
    documented = re.findall(
        r"^\| ([SNLVB]-\d{3}) ", (ROOT / "docs" / "notices.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(documented) == sorted(codes_in_program())


def test_the_documents_name_no_code_twice():
    text = (ROOT / "docs" / "notices.md").read_text(encoding="utf-8")
    codes = CODE.findall(text)
    assert len(codes) == len(set(codes))
