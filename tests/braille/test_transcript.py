from dataclasses import replace

from pipeline.braille.transcribe import Code
from pipeline.braille.transcript import transcript_of
from pipeline.braille.volumes import make_braille, transcribe_parts
from pipeline.model.braille import PageGeometry
from pipeline.model.settings import BrailleSettings
from tests.braille.ascii_braille import ascii_of
from tests.builders import small_document

SETTINGS = BrailleSettings()


def test_each_line_stands_beside_its_print(translator):
    transcript = make_braille(small_document(), translator, SETTINGS).transcript
    lines = [
        (ascii_of(line.cells), line.printed)
        for block in transcript.blocks
        if block.style == "paragraph" and block.printed
        for line in block.proof
    ]
    assert lines[:4] == [
        (",WE H 8PASS$ ALL ! D1DL9ES40;9#A", 'We have "passed all the deadlines."'),
        (",GREET \\R \"RE\\S ,MO%IA* ^7AT ! V 5D^' (", "Greet our righteous Moshiach at the very end of"),
        ("EXILE4", "exile."),
        (";,G-;D W R$EEM .<.1SOON.> ALL2 SEE", "G-d will redeem [soon] all; see"),
    ]


def test_the_print_of_all_lines_is_the_print_of_the_text(translator):
    for width in (20, 28, 40):
        settings = replace(SETTINGS, geometry=PageGeometry(cells_per_line=width))
        parts = transcribe_parts(small_document(), Code(translator=translator, settings=settings))
        for block in transcript_of({"text": parts.text}).blocks:
            assert (
                " ".join(line.printed for line in block.proof).split()
                == (block.printed or block.added).split()
            )


def test_headings_have_the_level_of_their_section(translator):
    transcript = make_braille(small_document(), translator, SETTINGS).transcript
    levels = [(block.printed, block.level) for block in transcript.blocks if block.level and block.printed]
    assert levels == [("The Announcement", 1), ("12", 2)]


def test_it_says_how_it_was_made(translator):
    transcript = make_braille(small_document(), translator, SETTINGS).transcript
    assert (transcript.profile, transcript.translator) == ("bana-english", translator.fingerprint())


def test_each_reference_and_its_note_are_told(translator):
    document = small_document()
    blocks = make_braille(document, translator, SETTINGS).transcript.blocks
    links = [link for block in blocks for link in block.links]
    notes = {block.note: block.lines[0] for block in blocks if block.note}
    assert {link.note for link in links} == {note.id for note in document.notes} == notes.keys()
    for block in blocks:
        rest = "".join(block.lines)
        for link in block.links:
            _, cells, rest = rest.partition(link.cells)
            assert cells
    assert all(notes[link.note].startswith(link.cells) for link in links)
