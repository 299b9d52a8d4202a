"""All editions of a small text as one run makes them, before our own judge."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.build.judge import judge_folder
from pipeline.model.settings import Settings
from pipeline.model.source import Weight
from tests.build.press import make_press

FORMATS = ("epub", "daisy202", "daisy3", "html")
TODAY = date(2026, 2, 1)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = make_press(tmp_path_factory.mktemp("editions") / "press")
    press.publish("first", formats=FORMATS)
    return press.edition("first")


def test_our_judge_finds_no_error(editions):
    findings = judge_folder(editions, Settings(), TODAY)
    assert [str(each) for each in findings if each.weight is Weight.ERROR] == []


def test_every_edition_has_its_own_identifier_and_names_the_work(editions):
    manifest = json.loads((editions / "manifest.json").read_text("utf-8"))
    ncc = (editions / "first-daisy202" / "ncc.html").read_text("utf-8")
    opf = (editions / "first-daisy3" / "book.opf").read_text("utf-8")
    page = (editions / "first-html" / "index.html").read_text("utf-8")
    own, work = manifest["editions"], manifest["identifier"]
    assert len({work, *own.values()}) == 1 + len(FORMATS)
    assert f'name="dc:identifier" content="{own["daisy202"]}"' in ncc
    assert f'name="dc:relation" content="{work}"' in ncc
    assert f'<dc:Identifier id="uid">{own["daisy3"]}<' in opf
    assert f"<dc:Relation>{work}<" in opf
    assert f'name="dcterms.identifier" content="{own["html"]}"' in page
    assert f'name="dcterms.isVersionOf" content="{work}"' in page


@pytest.mark.parametrize(
    ("page", "sound"),
    [
        ("first-html/index.html", "first-html/{stem}.mp3"),
        ("first-daisy202/{stem}.html", "first-daisy202/{stem}.smil"),
        ("first-daisy3/book.xml", "first-daisy3/{stem}.smil"),
    ],
)
def test_every_edition_ends_with_what_it_says_of_itself_printed_and_heard(editions, page, sound):
    (track,) = (editions / "first-html").glob("*-about-this-edition.mp3")
    text = (editions / page.format(stem=track.stem)).read_text("utf-8")
    assert "It plays 1 minute." in text.rpartition('id="colophon"')[2]
    assert (editions / sound.format(stem=track.stem)).exists()
