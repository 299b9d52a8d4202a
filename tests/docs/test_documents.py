"""What the documents name is there."""

import re
import shlex
from importlib import import_module

import pytest

from pipeline.cli.main import build_parser
from tests.places import ROOT


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def test_every_door_of_the_architecture_opens():
    doors = re.findall(r"^\|[^|]*\| `(\w+)\.(\w+)\.(\w+)", text_of("docs/architecture.md"), re.MULTILINE)
    assert len(doors) > 15
    closed = [door for door in doors if not hasattr(import_module(f"pipeline.{door[0]}.{door[1]}"), door[2])]
    assert closed == []


@pytest.mark.parametrize(
    "path", ["README.md", "lexicon/README.md", "sources/README.md", "docs/architecture.md"]
)
def test_every_link_leads_to_a_file(path):
    links = re.findall(r"\]\(([^)#:]+)\)", text_of(path))
    assert [link for link in links if not ((ROOT / path).parent / link).exists()] == []


def test_every_command_of_the_readme_is_one():
    lines = re.findall(r"^\./run ([^#\n]+)|`\./run ([^`]+)`", text_of("README.md"), re.MULTILINE)
    commands = [shlex.split(block or inline) for block, inline in lines]
    told = [words for words in commands if words[0] != "test" and "--help" not in words]
    assert len(told) > 5
    for words in told:
        build_parser(words).parse_args(words)
