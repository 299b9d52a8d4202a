"""The good DAISY book that faults are planted in is good by the schemas of others too."""

import re

import pytest
from lxml import etree

from tests.places import SHARED
from tests.verify.editions import good_daisy

SCHEMAS = SHARED / "schemas" / "d202"


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the DAISY 2.02 schemas are not part of the project")
@pytest.mark.parametrize(
    ("path", "schema"),
    [("ncc.html", "d202ncc.rng"), ("s1.smil", "d202smil.rng"), ("s2.smil", "d202smil.rng")],
)
def test_good_book_is_valid(path, schema):
    text = re.sub(rb"<!DOCTYPE[^>]*>", b"", good_daisy()[path])
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / schema))
    grammar.assertValid(etree.fromstring(text))
