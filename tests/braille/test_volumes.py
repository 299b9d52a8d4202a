from pathlib import Path

import pytest

from pipeline.braille.cells import is_cells, number_cells
from pipeline.braille.paginate import paginate
from pipeline.braille.styles import Style
from pipeline.braille.transcribe import Code
from pipeline.braille.volumes import make_braille, transcribe_parts
from pipeline.model.braille import PageGeometry
from pipeline.model.document import (
    Document,
    Heading,
    Note,
    Paragraph,
    ParagraphRole,
    Role,
    Section,
    every_section,
)
from pipeline.model.metadata import Metadata
from pipeline.model.settings import BrailleSettings
from pipeline.model.walk import section_sentences
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from pipeline.readers.sidecar import parse_sidecar
from tests.braille.ascii_braille import page_of
from tests.builders import paragraph, ref, sentence, small_document

SOURCES = Path(__file__).parents[2] / "sources"
SEEDS = ("reflections-of-redemption-shemos-5786.md", "cities-of-refuge-massai.txt")
SETTINGS = BrailleSettings()


def seed(name: str) -> Document:
    path = SOURCES / name
    beside = path.with_suffix(".toml")
    sidecar = parse_sidecar(beside.name, beside.read_bytes())
    document, _ = read_source(name, path.read_bytes(), sidecar)
    return refine(document, sidecar)[0]


def documents() -> list[Document]:
    return [small_document(), *map(seed, SEEDS)]


def words_of_text(document: Document) -> list[str]:
    """The words that braille must have: all but pull quotes and headings that are not in print."""
    out: list[str] = []
    for section in every_section(document):
        left_out = {
            sentence.id
            for block in section.blocks
            if isinstance(block, Paragraph) and block.role is ParagraphRole.PULLQUOTE
            for sentence in block.sentences
        }
        if section.heading.supplied:
            left_out.add(section.heading.sentence.id)
        out.extend(sentence.text for sentence in section_sentences(section) if sentence.id not in left_out)
    return " ".join(out).split()


def test_parts_have_their_own_page_numbers(translator):
    (volume,) = make_braille(small_document(), translator, SETTINGS).volumes
    assert [page.number for page in volume.pages] == ["t1", "t2", "t3", "t4", "p1", "1", "2"]


def test_a_page_reads_as_a_transcriber_would_make_it(translator):
    (volume,) = make_braille(small_document(), translator, SETTINGS).volumes
    assert page_of(volume.pages[5]) == [
        "            ,A ,SMALL ,BOOK",
        "",
        "             ,! ,ANN\\NCE;T",
        "          ,,,MOSES & MO%IA*,'",
        "",
        "  ,9 %ORT4",
        "",
        "                  #AB",
        "",
        "  ,WE H 8PASS$ ALL ! D1DL9ES40;9#A",
        ",GREET \\R \"RE\\S ,MO%IA* ^7AT ! V 5D^' (",
        "EXILE4",
        "",
        '                "9 "9 "9',
        "",
        "  ;,G-;D W R$EEM .<.1SOON.> ALL2 SEE",
        ".1,ZOH> #C3#BGC;A4",
        '    "<,F ! TALKS ( #AI ,TEVES #EGEA">',
        "",
        '"333333',
        ";9#A .1,SANH$R9 #IG;B4",
        "",
        "           @.<,ADV]TISE;T@.>",
        "",
        "^(HJJ ^(%W?F                          #A",
    ]


def test_the_running_head_is_on_all_pages_but_the_transcribers(translator):
    (volume,) = make_braille(small_document(), translator, SETTINGS).volumes
    headed = [page.number for page in volume.pages if page_of(page)[0] == "            ,A ,SMALL ,BOOK"]
    assert headed == ["t1", "p1", "1", "2"]  # on t1 it is the title itself


@pytest.mark.parametrize("document", documents(), ids=["small", *SEEDS])
def test_the_words_brailled_are_the_words_of_the_text(document, translator):
    parts = transcribe_parts(document, Code(translator=translator, settings=SETTINGS))
    blocks = (*parts.title, *parts.practices, *parts.front, *parts.text)
    brailled = [block.printed for block in blocks if block.style is not Style.SEPARATOR]
    assert " ".join(brailled).split() == words_of_text(document)


@pytest.mark.parametrize("document", documents(), ids=["small", *SEEDS])
@pytest.mark.parametrize("size", [(40, 25), (28, 25), (32, 28), (20, 5)])
def test_pages_keep_to_their_size(document, size, translator):
    geometry = PageGeometry(cells_per_line=size[0], lines_per_page=size[1])
    settings = BrailleSettings(geometry=geometry)
    (volume,) = make_braille(document, translator, settings).volumes
    for page in volume.pages:
        assert len(page.lines) == geometry.lines_per_page
        assert max(len(line.cells) for line in page.lines) <= geometry.cells_per_line
        assert not any(line.cells.endswith("⠀") for line in page.lines)
        assert all("⠀" <= cell <= "⠿" for line in page.lines for cell in line.cells)


@pytest.mark.parametrize("document", documents(), ids=["small", *SEEDS])
def test_layout_loses_no_cell_and_changes_no_order(document, translator):
    parts = transcribe_parts(document, Code(translator=translator, settings=SETTINGS))
    text = parts.text
    pages = paginate(text, SETTINGS.geometry)
    rows = [
        line.cells.removesuffix(number_cells(page.number) if last else "")
        for page in pages
        for line, last in zip(page.lines, [False] * (len(page.lines) - 1) + [True], strict=True)
    ]
    given = "".join(line for block in text for line in block.lines)
    assert "".join(rows).replace("⠀", "") == given.replace("⠀", "")


def test_the_same_document_gives_the_same_cells(translator):
    assert make_braille(small_document(), translator, SETTINGS) == make_braille(
        small_document(), translator, SETTINGS
    )


@pytest.mark.parametrize("mark", ["8*", "*", "a", "IV", "†"])
def test_a_note_has_the_cells_of_its_reference_whatever_its_mark(mark, translator):
    chapter = Section(
        id="c",
        level=1,
        role=Role.CHAPTER,
        heading=Heading(sentence=sentence("One")),
        blocks=(paragraph(sentence("so", ref(mark, "n"))),),
        notes=(Note(id="n", mark=mark, blocks=(paragraph(sentence("See.")),)),),
    )
    parts = transcribe_parts(
        Document(metadata=Metadata(), body=(chapter,)), Code(translator=translator, settings=SETTINGS)
    )
    _, text, _, note = parts.text
    sign, _, _ = note.lines[0].partition("⠀")
    assert is_cells(sign)
    assert text.lines[0].endswith(sign)
