"""The description that a text gives of itself."""

from dataclasses import replace

from pipeline.model.document import Document, ParagraphRole, Role
from pipeline.model.metadata import Contributor, Metadata
from pipeline.passes.describe import describe
from tests.passes.documents import chapter, lines, para


def booklet(told: Metadata) -> Document:
    page = chapter(lines("Essays on", "Redemption"), lines("Shemot", "(Vol. 13)"), lines("by", "A. Writer"))
    imprint = chapter(lines("THE PRESS", "BROOKLYN, NY 11213", "5786 • 2026"))
    rights = replace(para("Copyright 2003 by the Press."), role=ParagraphRole.COPYRIGHT)
    return Document(
        metadata=told,
        front=(replace(page, role=Role.TITLEPAGE), replace(imprint, role=Role.IMPRINT)),
        body=(chapter(para("Text."), rights),),
    )


def test_pages_of_a_book_describe_it() -> None:
    assert describe(booklet(Metadata(title="A Book"))).metadata == Metadata(
        title="A Book",
        subtitle="Essays on Redemption",
        contributors=(Contributor(name="A. Writer"),),
        publisher="THE PRESS",
        date="2026",
        rights="Copyright 2003 by the Press.",
        series_number="13",
    )


def test_sidecar_wins_over_the_pages() -> None:
    told = Metadata(
        title="T",
        subtitle="S",
        contributors=(Contributor(name="N"),),
        publisher="P",
        date="1999",
        rights="R",
        series_number="1",
    )
    assert describe(booklet(told)).metadata == told


def test_nothing_is_made_up_when_nobody_says() -> None:
    document = Document(metadata=Metadata(), body=(chapter(para("Text in 5786.")),))
    assert describe(document).metadata == Metadata()
