"""TOML that nests without end is a fault of its writer, told where it stands."""

import tomllib

import pytest

from pipeline.build.config import parse_settings
from pipeline.errors import ConfigError, LexiconError
from pipeline.lexicon.inventory import parse_inventory
from pipeline.readers.frontmatter import take_front_matter
from pipeline.readers.sidecar import parse_sidecar
from pipeline.toml import parse_toml

PARTS = "a." * 200_000 + "b"
ENDLESS = [
    f"{PARTS} = 1\n",
    f"[{PARTS}]\n",
    f"x = {{{PARTS} = 1}}\n",
    "x = " + "[" * 100_000,
    "x = " + "{a=" * 100_000,
]


@pytest.mark.parametrize("text", ENDLESS, ids=["key", "table", "inline", "lists", "tables"])
def test_what_nests_without_end_is_refused(text: str):
    """The keys would take an hour; a test that never ends is one that fails."""
    with pytest.raises(tomllib.TOMLDecodeError, match=r"more than 50 parts|without end"):
        parse_toml(text)
    with pytest.raises(ConfigError, match="not TOML"):
        parse_settings(text.encode(), "pipeline.toml")
    with pytest.raises(ConfigError, match="not valid TOML"):
        parse_sidecar("essay.toml", text.encode())
    with pytest.raises(LexiconError, match="not valid TOML"):
        parse_inventory(text, "sounds.toml")
    assert not take_front_matter("essay.md", f"+++\n{text}\n+++\n\nText.\n")[1].title


def test_the_line_of_an_endless_name_is_told():
    with pytest.raises(ConfigError) as caught:
        parse_settings(f"# one\n{PARTS} = 1\n".encode(), "pipeline.toml")
    assert caught.value.where == "pipeline.toml:2:1"


def test_a_long_text_of_many_stops_is_none():
    words = "Rabbi A. B. C. wrote: see p. 3.4.5. And then. " * 5_000
    assert parse_toml(f'x = "{words}"') == {"x": words}
