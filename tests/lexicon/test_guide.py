"""The guide for volunteers says what the program does."""

import re

from pipeline.lexicon.aloud import tell_table
from pipeline.lexicon.schema import BY_NAME
from tests.goldens import assert_golden
from tests.lexicon.shelf import ROOT, house_sounds

GUIDE = ROOT / "lexicon" / "README.md"


def test_the_sounds_of_the_guide_are_those_of_the_table():
    lines = "\n".join(f"- {line}" for line in tell_table(house_sounds()))
    begin, end = "<!-- sounds -->\n", "\n<!-- end of sounds -->"
    before, _, rest = GUIDE.read_text(encoding="utf-8").partition(begin)
    assert_golden(GUIDE, f"{before}{begin}{lines}{end}{rest.partition(end.strip())[2]}")


def test_the_guide_names_every_field_and_every_value_that_fits():
    fields = GUIDE.read_text(encoding="utf-8").partition("## The fields")[2].partition("## The commands")[0]
    named = set(re.findall(r"`([^`\s]+)`", fields)) | set(re.findall(r"\[\[(\w+)\]\]", fields))
    assert BY_NAME.keys() <= named
    assert {value for field in BY_NAME.values() for value in field.fits} - named == set()
