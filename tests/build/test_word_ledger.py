"""The manifest knows the words of the source: an edition that stands alone is held against them."""

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline.build.judge import judge_folder
from pipeline.build.word_ledger import make_ledger
from pipeline.model.document import (
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Quotation,
    Role,
    Section,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.metadata import Metadata
from pipeline.model.settings import Settings
from pipeline.store.shelf import open_archive
from pipeline.verify.word_ledger import ledger_row
from tests import builders as b
from tests.build.press import make_press

TODAY = date(2026, 2, 1)
TEXT = """# Three Essays

# The Lamp

A lamp was lit.<sup>1</sup> It is bright.

1. See the book.

# The Door

The door stands open, and all may enter:

3. the first
4. the second

# The Road

The road is long, and *nobody* walks it alone.
"""
TEXTS = {
    "first.epub": ("EPUB/text/02-the-lamp.xhtml", "EPUB/text/04-the-road.xhtml"),
    "first-daisy202": ("02-the-lamp.html", "04-the-road.html"),
    "first-daisy3": ("book.xml", "book.xml"),
    "first-html": ("index.html", "index.html"),
}
"""Edition -> the files with the first and with the last essay."""
SECTIONS = {"first-daisy3": "level1", "first-html": "section"}
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = make_press(tmp_path_factory.mktemp("ledger") / "press")
    press.source("first.md").write_text(TEXT, encoding="utf-8")
    press.publish("first", formats=("epub", "daisy202", "daisy3", "html"))
    return press.edition("first")


def alone(editions: Path, name: str, to: Path, change: Callable[[Files], None]) -> Path:
    """Copy one edition and the manifest, its files as `change` leaves them."""
    folder = to / "alone"
    folder.mkdir()
    shutil.copy(editions / "manifest.json", folder)
    source = editions / name
    if source.is_file():
        files = dict(open_archive(source)[0])
        change(files)
        with zipfile.ZipFile(folder / name, "w") as archive:
            for path, content in files.items():
                archive.writestr(zipfile.ZipInfo(path), content)
        return folder
    files = {path.name: path.read_bytes() for path in source.iterdir()}
    change(files)
    (folder / name).mkdir()
    for path, content in files.items():
        (folder / name / path).write_bytes(content)
    return folder


def unchanged(_: Files) -> None:
    """Leave the edition as it is."""


def reckoned(folder: Path) -> list[tuple[str, str]]:
    findings = judge_folder(folder, Settings(), TODAY)
    return [(each.code, each.fragment) for each in findings if each.code in {"E-513", "E-514"}]


def put(files: Files, path: str, old: str, new: str) -> None:
    text = files[path].decode()
    assert text.count(old) == 1, (path, old)
    files[path] = text.replace(old, new).encode()


def move_the_lamp_behind_the_road(files: Files, name: str) -> None:
    lamp, road = TEXTS[name]
    if lamp != road:
        files[lamp], files[road] = files[road], files[lamp]
        return
    tag = SECTIONS[name]
    text = files[lamp].decode()
    begin = text.index(f'<{tag} id="sec-the-lamp"')
    end = text.index(f'<{tag} id="sec-the-door"')
    behind = text.index(f"</{tag}>", text.index('id="sec-the-road"')) + len(f"</{tag}>")
    files[lamp] = (text[:begin] + text[end:behind] + text[begin:end] + text[behind:]).encode()


@pytest.mark.parametrize("name", TEXTS)
def test_an_edition_alone_is_what_the_source_says(editions, tmp_path, name):
    assert reckoned(alone(editions, name, tmp_path, unchanged)) == []


@pytest.mark.parametrize(
    ("old", "new", "section"),
    [
        ("It is bright", "It bright", "The Lamp"),
        ("It is bright", "It is is bright", "The Lamp"),
        ("It is bright", "It bright is", "The Lamp"),
        ("See the book", "See the books", "The Lamp"),
        ("road is long", "road is wrong", "The Road"),
        ("alone.", "alone. Amen.", "About this edition"),
    ],
)
@pytest.mark.parametrize("name", TEXTS)
def test_a_word_lost_doubled_exchanged_or_added_is_named(editions, tmp_path, name, old, new, section):
    path = TEXTS[name][section != "The Lamp"]
    folder = alone(editions, name, tmp_path, lambda files: put(files, path, old, new))
    assert reckoned(folder) == [("E-513", section)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_section_that_was_moved_is_named(editions, tmp_path, name):
    folder = alone(editions, name, tmp_path, lambda files: move_the_lamp_behind_the_road(files, name))
    assert reckoned(folder) == [("E-513", "The Lamp")]


def test_an_older_manifest_without_ledger_is_said(editions, tmp_path):
    folder = alone(editions, "first-html", tmp_path, unchanged)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    del manifest["words"]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert reckoned(folder) == [("E-514", "")]


def test_an_edition_without_manifest_is_said(editions, tmp_path):
    folder = alone(editions, "first-html", tmp_path, unchanged)
    (folder / "manifest.json").unlink()
    assert reckoned(folder) == [("E-514", "")]


def test_all_that_is_printed_counts_and_page_numbers_do_not():
    def text(words: str):
        return b.paragraph(b.sentence(words))

    blocks = (
        b.paragraph(b.sentence("One", b.ref("1", "n"), "two "), b.sentence(b.em("th"), "ree", b.BR, "four")),
        PageBreak(number="17"),
        ListBlock(items=((text("five"),), (text("six"),)), ordered=True, start=3),
        Quotation(blocks=(ListBlock(items=((text("seven"),),)),)),
        Verse(stanzas=((b.sentence("eight"), b.sentence("nine")),)),
        ThematicBreak(),
        Table(rows=(((text("ten"),), (text("eleven"),)),)),
        Figure(alternative="A lamp.", caption=(text("twelve"),)),
    )
    heading = Heading(sentence=b.sentence("12"), subtitle=b.sentence("Of Lamps"), label="Announcement 12")
    inner = Section(id="s", level=2, role=Role.SECTION, heading=Heading(sentence=b.sentence("Last")))
    note = Note(id="n", mark="1", blocks=(text("See all."),))
    section = Section(
        id="t", level=1, role=Role.CHAPTER, heading=heading, blocks=blocks, notes=(note,), sections=(inner,)
    )
    words = "12 Of Lamps One 1 two three four 3 five 4 six seven eight nine ten eleven A lamp twelve 1 See all Last"
    document = Document(metadata=Metadata(title="T"), body=(section,))
    assert make_ledger(document) == (ledger_row("Announcement 12", tuple(words.split())),)
