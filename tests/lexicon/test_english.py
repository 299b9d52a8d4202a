import re

import pytest

from pipeline.engines.dictionary import EnglishWords
from pipeline.lexicon.english import is_english

KNOWS = EnglishWords().knows
ENGLISH = """
honour realised travelled inwardness onwards redemptions ingathering well-known Moses's self-evident loc MERCY
hiddenness gravesite Sinai amidst marvellous archæologist calibre o'er myst'ry reboxes
"""
OTHER = """
mitzvos Shmos v'nitchazek HaKemach farbrengen sheyichyeh FREIND tzaddik-like b'simchah ha-es ha-minim Volozhiner Ṣefat
leSion miPrague chatzeros soledes bulkes
"""


@pytest.mark.parametrize("word", re.findall(r"\S+", ENGLISH))
def test_english_words_are_known_derived_british_and_compound(word):
    assert is_english(word, KNOWS)


@pytest.mark.parametrize("word", re.findall(r"\S+", OTHER))
def test_hebrew_words_and_misprints_are_not(word):
    assert not is_english(word, KNOWS)
