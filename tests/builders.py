"""Build Documents for tests in few words."""

from pipeline.model.document import (
    Document,
    Heading,
    LineGroup,
    Note,
    Paragraph,
    ParagraphRole,
    Role,
    Section,
    Sentence,
    ThematicBreak,
)
from pipeline.model.inline import (
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteRef,
    Strong,
    Term,
    Text,
)
from pipeline.model.metadata import Contributor, Metadata


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """Strings become Text."""
    return tuple(Text(text=part) if isinstance(part, str) else part for part in parts)


def em(*parts: str | Inline) -> Emphasis:
    return Emphasis(children=inlines(*parts))


def strong(*parts: str | Inline) -> Strong:
    return Strong(children=inlines(*parts))


def hebrew(text: str) -> LanguageSpan:
    return LanguageSpan(language="he", children=inlines(text))


def term(written: str, ipa: str, entry: str = "", **more: str) -> Term:
    more.setdefault("language", "he-Latn")
    return Term(children=inlines(written), entry=entry or written.lower(), form="exact", ipa=ipa, **more)


def link(href: str, text: str) -> Link:
    return Link(href=href, children=inlines(text))


def ref(mark: str, note: str = "", id: str = "") -> NoteRef:
    return NoteRef(mark=mark, note=note, id=id or f"ref-{note}")


BR = LineBreak()


def sentence(*parts: str | Inline, id: str = "") -> Sentence:
    return Sentence(inlines=inlines(*parts), id=id)


def paragraph(*sentences: Sentence, role: ParagraphRole = ParagraphRole.BODY, id: str = "") -> Paragraph:
    return Paragraph(sentences=sentences, role=role, id=id)


def small_document() -> Document:
    """A document that has, once each, nearly all that the seeds have: for writers, speech and braille."""
    moshiach = term("Moshiach", "mɔˈʃi.ax")
    title = Section(
        id="titlepage",
        level=1,
        role=Role.TITLEPAGE,
        heading=Heading(sentence=sentence("A Small Book", id="s-title")),
        blocks=(
            LineGroup(
                id="b-sub",
                sentences=(
                    sentence("Essays on Redemption,", BR, id="s-sub1"),
                    sentence("for the week", id="s-sub2"),
                ),
            ),
        ),
    )
    dedication = Section(
        id="dedication",
        level=1,
        role=Role.DEDICATION,
        heading=Heading(sentence=sentence("Dedication", id="s-ded"), supplied=True),
        blocks=(
            LineGroup(
                id="b-ded",
                sentences=(
                    sentence(strong("IN LOVING MEMORY OF"), BR, id="s-mem"),
                    sentence(
                        "Reb ",
                        strong("Leib"),
                        " ",
                        Term(
                            children=(hebrew('ע"ה'),),
                            entry="alav-hasholom",
                            form="exact",
                            read_as="peace be upon him",
                            language="he",
                        ),
                        BR,
                        "Passed away on 3 Elul, 5784",
                        id="s-leib",
                    ),
                ),
            ),
        ),
    )
    twelve = Section(
        id="sec-12",
        level=2,
        role=Role.SECTION,
        heading=Heading(sentence=sentence("12", id="s-h12"), label="Announcement 12"),
        blocks=(
            Paragraph(
                id="b-1",
                sentences=(
                    sentence('We have "passed all the deadlines."', ref("1", "fn-12-1"), " ", id="s-1"),
                    sentence(
                        "Greet our righteous ",
                        moshiach,
                        " ",
                        strong("at the very end"),
                        " of exile.",
                        id="s-2",
                    ),
                ),
            ),
            ThematicBreak(id="b-br"),
            Paragraph(
                id="b-2",
                sentences=(
                    sentence(
                        "G-d will redeem [",
                        em("soon"),
                        "] ",
                        "all; see ",
                        em(term("Zohar", "ˈzoʊ.haɹ")),
                        " 3:273a.",
                        id="s-3",
                    ),
                ),
            ),
            Paragraph(
                id="b-src",
                role=ParagraphRole.SOURCE_LINE,
                sentences=(sentence(em("(From the talks of 19 Teves 5751)"), id="s-src"),),
            ),
        ),
        notes=(
            Note(
                id="fn-12-1",
                mark="1",
                references=("ref-fn-12-1",),
                blocks=(Paragraph(id="b-n1", sentences=(sentence(em("Sanhedrin"), " 97b.", id="s-n1"),)),),
            ),
        ),
    )
    chapter = Section(
        id="sec-announcement",
        level=1,
        role=Role.CHAPTER,
        heading=Heading(
            sentence=sentence("The Announcement", id="s-ch"),
            subtitle=sentence("MOSES AND ", term("MOSHIACH", "mɔˈʃi.ax"), id="s-chsub"),
        ),
        blocks=(
            Paragraph(
                id="b-abs", role=ParagraphRole.ABSTRACT, sentences=(sentence(em("In short."), id="s-abs"),)
            ),
            Paragraph(
                id="b-pull",
                role=ParagraphRole.PULLQUOTE,
                echoes="s-3",
                sentences=(sentence("G-d will redeem….", id="s-pull"),),
            ),
        ),
        sections=(twelve,),
    )
    advertisement = Section(
        id="advertisement",
        level=1,
        role=Role.ADVERTISEMENT,
        heading=Heading(sentence=sentence("Advertisement", id="s-ad"), supplied=True),
        blocks=(
            LineGroup(
                id="b-he",
                language="he",
                sentences=(
                    Sentence(id="s-he", inlines=(LanguageSpan(language="he", children=inlines("היי שותף")),)),
                ),
            ),
            Paragraph(
                id="b-ad",
                sentences=(
                    sentence(
                        "Call (718) 753-6844 or write to ",
                        link("mailto:info@example.org", "info@example.org"),
                        ".",
                        id="s-ad1",
                    ),
                ),
            ),
        ),
    )
    return Document(
        metadata=Metadata(
            identifier="urn:uuid:6d1f2c0e-0000-5000-8000-000000000001",
            title="A Small Book",
            contributors=(Contributor(name="A. Writer", file_as="Writer, A."),),
            publisher="The Press",
            date="2026",
            modified="2026-01-10T00:00:00Z",
        ),
        front=(title, dedication),
        body=(chapter,),
        back=(advertisement,),
    )
