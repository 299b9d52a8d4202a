"""A publication as one plain HTML page with its audio, for readers who have no special player.

In: a Publication. Out: a folder `<slug>-html/`: index.html and the tracks. Laws: everything is in the one page, with
no script and nothing from elsewhere; each section with sound has the browser's own controls under its heading; the
page is read with 400% zoom as it is with none. It is XHTML in HTML's clothes, so that any parser reads it.
"""

from collections.abc import Mapping, Sequence

from pipeline.model.document import Document, Section
from pipeline.model.metadata import Metadata
from pipeline.model.publication import Digest, FileTree, Publication
from pipeline.model.walk import section_sentences
from pipeline.writers.html_style import STYLE
from pipeline.writers.markup import element, empty, escape, escape_words, lines
from pipeline.writers.parts import Part, parts_of
from pipeline.writers.reading import note_refs
from pipeline.writers.sections import Frame, Places, heading_label, html_frame, section_markup
from pipeline.writers.smil import milliseconds

_PAGE = "index.html"


def write_html(publication: Publication) -> FileTree:
    """Give the publication's HTML edition."""
    folder = f"{publication.slug}-html"
    tracks: dict[str, bytes | Digest] = {
        f"{folder}/{part.stem}.mp3": part.audio for part in parts_of(publication) if part.audio
    }
    return {f"{folder}/{_PAGE}": html_page(publication), **tracks}


def html_page(publication: Publication) -> bytes:
    """Give the page."""
    metadata = publication.document.metadata
    head = lines(
        empty("meta", {"charset": "utf-8"}),
        empty("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", {}, escape(metadata.shown_title)),
        *_statements(publication),
        element("style", {}, "\n", STYLE),
    )
    page = element(
        "html",
        {"xmlns": "http://www.w3.org/1999/xhtml", "lang": metadata.language, "xml:lang": metadata.language},
        "\n",
        element("head", {}, "\n", head, "\n"),
        "\n",
        element("body", {}, "\n", _body(publication), "\n"),
        "\n",
    )
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _statements(publication: Publication) -> list[str]:
    """Describe the page for catalogues; what nobody said is left out."""
    metadata = publication.document.metadata
    named = [
        ("author", ", ".join(who.name for who in metadata.contributors if who.role == "aut")),
        ("description", metadata.description),
        ("generator", publication.generator),
        *(("dcterms.contributor", who.name) for who in metadata.credits if who.role != "aut"),
        ("dcterms.publisher", metadata.publisher),
        ("dcterms.date", metadata.date),
        ("dcterms.rights", metadata.rights),
        ("dcterms.source", metadata.source),
        ("dcterms.identifier", metadata.identifier),
        ("dcterms.isVersionOf", metadata.work),
        ("dcterms.modified", metadata.modified),
    ]
    return [empty("meta", {"name": name, "content": value}) for name, value in named if value]


def _body(publication: Publication) -> str:
    document = publication.document
    titled = _title_section(document)
    frame = _frame(publication)
    sections = (
        section_markup(section, frame, 1 if section is titled else 2) for section in document.sections
    )
    return lines(
        element("a", {"class": "skip", "href": "#text"}, "Skip to the text"),
        "" if titled else _header(document.metadata),
        _contents(document),
        element("main", {"id": "text"}, "\n", lines(*sections), "\n"),
    )


def _title_section(document: Document) -> Section | None:
    """Give the section whose heading is the title: it has the page's one h1."""
    titles = {document.metadata.title, document.metadata.shown_title}
    return next((section for section in document.sections if section.heading.title in titles), None)


def _header(metadata: Metadata) -> str:
    return element("header", {}, element("h1", {}, escape_words(metadata.shown_title)))


def _contents(document: Document) -> str:
    entries = lines(*(_entry(section) for section in document.sections))
    content = lines(
        element("summary", {}, "Contents"),
        element("ul", {}, "\n", entries, "\n"),
    )
    return element(
        "nav", {"aria-label": "Contents"}, element("details", {"open": "open"}, "\n", content, "\n")
    )


def _entry(section: Section) -> str:
    link = element("a", {"href": f"#h-{section.id}"}, heading_label(section.heading))
    if not section.sections:
        return element("li", {}, link)
    inner = lines(*(_entry(inner) for inner in section.sections))
    return element("li", {}, link, "\n", element("ul", {}, "\n", inner, "\n"), "\n")


def _frame(publication: Publication) -> Frame:
    parts = {part.section.id: part for part in parts_of(publication)}
    rate = publication.narration.sample_rate_hz

    def player(section: Section) -> str:
        part = parts.get(section.id)
        return _player(part, rate) if part and part.track else ""

    return html_frame(Places(own=_PAGE, file_of=_targets(publication.document.sections)), player)


def _player(part: Part, sample_rate_hz: int) -> str:
    """Give the browser's own controls, and a link for those whose browser has none."""
    track = part.track
    if track is None:
        return ""
    title = part.section.heading.title
    href = f"{part.stem}.mp3"
    sound = element(
        "audio",
        {"controls": "controls", "preload": "none", "src": href, "aria-label": f"Listen to {title}"},
    )
    length = length_in_words(milliseconds(track.samples, sample_rate_hz))
    link = element(
        "a", {"href": href, "download": href}, escape_words(f"Download the sound of {title}, {length}")
    )
    return element("div", {"class": "player"}, sound, " ", link)


def length_in_words(length_ms: int) -> str:
    """Give a length as people say it, to the second: 4 minutes 20 seconds."""
    minutes, seconds = divmod((length_ms + 500) // 1000, 60)
    said = [_counted(minutes, "minute")] if minutes else []
    if seconds or not minutes:
        said.append(_counted(seconds, "second"))
    return " ".join(said)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _targets(sections: Sequence[Section]) -> Mapping[str, str]:
    targets: dict[str, str] = {}
    for section in sections:
        targets |= {note.id: _PAGE for note in section.notes}
        targets |= {ref.id: _PAGE for each in section_sentences(section) for ref in note_refs(each)}
        targets |= _targets(section.sections)
    return targets
