import pytest

from pipeline.build.project import Project
from pipeline.build.workshop import CACHE, Workshop
from pipeline.errors import UsageError
from pipeline.lexicon.sounds import parse_sounds
from pipeline.model.settings import Settings
from tests.build.press import Press
from tests.places import ROOT


def test_the_store_is_not_thrown_away_while_a_build_works_with_it(press: Press):
    sounds = ROOT / "lexicon" / "sounds.toml"
    workshop = Workshop(
        press.output, Settings(), parse_sounds(sounds.read_text(encoding="utf-8"), str(sounds))
    )
    workshop.open_store()
    project = Project(press.root, press.output)
    with pytest.raises(UsageError, match="a build is at work with the store"):
        project.clean()
    assert (press.output / CACHE).is_dir()
    del workshop
    assert "The store is gone" in project.clean()


def test_after_a_build_the_store_can_be_thrown_away(press: Press):
    press.publish("second", formats=["brf"])
    assert "The store is gone" in Project(press.root, press.output).clean()
