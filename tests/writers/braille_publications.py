"""A publication with braille, made by hand: two volumes of tiny pages and a transcript of three blocks."""

from pipeline.model.braille import (
    BrailleLine,
    BraillePage,
    Decision,
    PageGeometry,
    ProofLine,
    TranscribedBlock,
    Transcript,
    Volume,
)
from pipeline.model.document import Document
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.publication import Publication
from pipeline.model.speech import Narration

TINY = PageGeometry(cells_per_line=20, lines_per_page=5)
DECISION = Decision(printed="Sofer", cells="⠠⠎⠕⠋⠻", usual="⠠⠎⠷⠻", rule="broken: of bridges two syllables")


def page(number: str, *lines: str) -> BraillePage:
    return BraillePage(lines=tuple(BrailleLine(cells=line) for line in lines), number=number)


def transcript() -> Transcript:
    heading = TranscribedBlock(
        style="heading",
        level=1,
        lines=("⠠⠕⠝⠑",),
        proof=(ProofLine(cells="⠠⠕⠝⠑", printed="One"),),
        printed="One",
    )
    below = TranscribedBlock(
        style="heading_cell_5",
        level=2,
        lines=("⠼⠃",),
        proof=(ProofLine(cells="⠼⠃", printed="2"),),
        printed="2",
    )
    paragraph = TranscribedBlock(
        style="paragraph",
        lines=("⠁⠀⠠⠎⠕⠋⠻⠀⠯⠀⠘⠷⠁",),
        proof=(ProofLine(cells="⠁⠀⠠⠎⠕⠋⠻⠀⠯", printed="a Sofer <and>"), ProofLine(cells="⠘⠷⠁", printed="א")),
        printed="a Sofer <and> א",
        decisions=(DECISION,),
        remarks=("a letter is brailled in its plain form.",),
    )
    return Transcript(
        blocks=(heading, below, paragraph), profile="bana-english", translator="liblouis 3.24.0"
    )


def braille_publication() -> Publication:
    volumes = (
        Volume(pages=(page("t1", "⠠⠁", "", "⠀⠀⠞⠼⠁"), page("1", "⠁⠀⠀", "⠼⠁")), geometry=TINY),
        Volume(pages=(page("2", "⠃", "⠼⠃"),), geometry=TINY),
    )
    metadata = Metadata(
        identifier="urn:uuid:6d1f2c0e-0000-5000-8000-000000000001",
        title="One & Two",
        contributors=(Contributor(name="A. Writer"), Contributor(name="B. Hand", role="edt")),
        publisher="The Press",
        date="2026-01-10",
        modified="2026-01-10T00:00:00Z",
        rights="Copyright 2025 The Press",
    )
    return Publication(
        slug="book",
        document=Document(metadata=metadata),
        narration=Narration(tracks=(), narrator="", sample_rate_hz=22050),
        volumes=volumes,
        entries=(),
        generator="Pokeach 0.0-test",
        uncontracted_volumes=volumes[1:],
        transcript=transcript(),
    )
