"""Nothing is lost, nothing is invented: the words of each source, read by the judge itself, against its editions."""

import re
from pathlib import Path

import pytest

from pipeline.braille.transcribe import Code
from pipeline.braille.volumes import transcribe_parts
from pipeline.build.compose import read_document
from pipeline.build.words import open_words, read_lexicon_files
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.model.document import Document, LineGroup, Paragraph, Role, every_section
from pipeline.model.settings import BrailleSettings, Settings
from pipeline.model.source import Notice
from pipeline.store.press import list_sources, read_source_file, slug_of
from pipeline.store.shelf import open_archive
from pipeline.verify.epub import text_in_order
from pipeline.verify.words import (
    Excused,
    Passage,
    compare_words,
    words_of_markdown,
    words_of_plain,
    words_of_xhtml,
)
from tests.places import ROOT

SOURCES = {slug_of(path): path for path in list_sources(ROOT)}
COLOPHON = ("About", "this", "edition")
NUMBER = re.compile(r"\d{3,}")
pytestmark = pytest.mark.xdist_group("judges")


def words_of_source(path: Path) -> tuple[Passage, ...]:
    text = path.read_text(encoding="utf-8")
    return words_of_markdown(text) if path.suffix == ".md" else words_of_plain(text)


def understood(path: Path) -> tuple[Document, tuple[Notice, ...]]:
    words = open_words(read_lexicon_files(ROOT, Settings()))
    return read_document(read_source_file(path, ROOT), words, Settings())


def of_the_text(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Leave out what the edition says of itself at its end."""
    return passages[: passages.index(COLOPHON)]


def supplied_headings(document: Document) -> tuple[str, ...]:
    headings = (section.heading for section in every_section(document))
    return tuple(heading.title for heading in headings if heading.supplied)


def second_title_page(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """S-021 names the words that a second title page repeats."""
    return tuple(notice for notice in notices if notice.code == "S-021")


def moved_to_the_first(document: Document, notices: tuple[Notice, ...]) -> tuple[str, ...]:
    """What a second title page adds to the first stands there now."""
    lines = [notice.pos.line for notice in second_title_page(notices) if notice.pos]
    blocks = [
        block for section in document.front if section.role is Role.TITLEPAGE for block in section.blocks
    ]
    return tuple(
        " ".join(sentence.text for sentence in block.sentences)
        for block in blocks
        if isinstance(block, Paragraph | LineGroup) and block.pos and lines and block.pos.line > min(lines)
    )


def excused(path: Path) -> Excused:
    document, notices = understood(path)
    return Excused(
        left_out=tuple(notice.fragment for notice in second_title_page(notices)),
        added=supplied_headings(document),
        moved=moved_to_the_first(document, notices),
    )


def differences(path: Path, edition: tuple[Passage, ...], excuse: Excused | None = None) -> list[str]:
    """Compare, but for telephone numbers that a notice says were put into order (S-035)."""
    _, notices = understood(path)
    ordered = {
        number for notice in notices if notice.code == "S-035" for number in NUMBER.findall(str(notice))
    }
    findings = compare_words(words_of_source(path), edition, excuse or excused(path))
    return [str(finding) for finding in findings if not only_numbers_moved(finding, ordered)]


def only_numbers_moved(finding: Notice, ordered: set[str]) -> bool:
    numbers = set(NUMBER.findall(finding.fragment))
    return finding.code == "E-503" and bool(numbers) and numbers <= ordered


@pytest.mark.parametrize("slug", SOURCES)
def test_the_epub_has_every_word_of_its_source_and_no_other(slug, built_editions):
    files, _ = open_archive(built_editions / slug / f"{slug}.epub")
    path = SOURCES[slug]
    assert differences(path, of_the_text(words_of_xhtml(text_in_order(files)))) == []


@pytest.mark.parametrize("slug", SOURCES)
def test_the_talking_book_has_every_word_of_its_source_and_no_other(slug, built_editions):
    folder = built_editions / slug / f"{slug}-daisy202"
    texts = {
        text.name: text.read_bytes() for text in sorted(folder.glob("*.html")) if text.name != "ncc.html"
    }
    path = SOURCES[slug]
    assert differences(path, of_the_text(words_of_xhtml(texts))) == []


@pytest.mark.parametrize("slug", SOURCES)
@pytest.mark.parametrize("text", ["daisy3/book.xml", "html/index.html"])
def test_daisy_3_and_the_page_have_every_word_of_their_source_and_no_other(slug, text, built_editions):
    content = (built_editions / slug / f"{slug}-{text}").read_bytes()
    path = SOURCES[slug]
    assert differences(path, of_the_text(words_of_xhtml({text: content}))) == []


@pytest.mark.parametrize("slug", SOURCES)
def test_the_braille_had_every_word_before_contraction_but_the_pull_quotes(slug):
    path = SOURCES[slug]
    document, notices = understood(path)
    parts = transcribe_parts(
        document, Code(translator=LiblouisTranslator(BrailleSettings()), settings=BrailleSettings())
    )
    brailled = words_of_plain(
        "\n\n".join(block.printed for block in (*parts.title, *parts.front, *parts.text))
    )
    pull_quotes = tuple(notice.fragment for notice in notices if notice.code == "S-025")
    signs = tuple(note.mark for note in document.notes for _ in ("at the reference", "at the note"))
    allowed = excused(path)
    excuse = Excused(
        left_out=allowed.left_out + pull_quotes + signs, added=allowed.added, moved=allowed.moved
    )
    assert differences(path, brailled, excuse) == []


def test_a_lost_word_would_be_named():
    source = words_of_plain("In the beginning there was light.")
    findings = compare_words(source, words_of_plain("In the beginning there was."))
    assert [(finding.code, finding.fragment) for finding in findings] == [
        ("E-501", "In the beginning there was [light]")
    ]
