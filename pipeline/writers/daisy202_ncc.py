"""The navigation control centre of a DAISY 2.02 book: ncc.html.

In: planned parts. Out: bytes. Laws (spec 6.1): items are in playing order and no heading level is skipped; every count
and total is computed from the plan.
"""

from collections.abc import Sequence

from pipeline.model.publication import Publication
from pipeline.writers.coverage import coverage_of
from pipeline.writers.daisy202_content import page_class, xhtml_document
from pipeline.writers.daisy_metadata import UNKNOWN, own_statements, stated_date
from pipeline.writers.daisy_plan import HeadingPart, Par
from pipeline.writers.markup import element, empty, escape, escape_words, lines
from pipeline.writers.reading import languages
from pipeline.writers.smil import total_time


def ncc_document(publication: Publication, parts: Sequence[HeadingPart], *, files: int) -> bytes:
    """Give ncc.html; `files` counts the files of the book, this one included."""
    items = [
        item for number, part in enumerate(parts) for item in _items(part, "title" if number == 0 else "")
    ]
    metadata = publication.document.metadata
    head = lines(
        empty("meta", {"http-equiv": "Content-type", "content": "text/html; charset=utf-8"}),
        element("title", {}, escape(metadata.shown_title)),
        *(
            empty("meta", {"name": name, "content": value})
            for name, value in (
                *_description(publication),
                *_counts(parts, toc_items=len(items), files=files),
            )
            if value
        ),
    )
    return xhtml_document(head, lines(*items), metadata.language)


def _description(publication: Publication) -> list[tuple[str, str]]:
    metadata = publication.document.metadata
    creators = [who.name for who in metadata.contributors if who.role == "aut"]
    others = [who.name for who in metadata.credits if who.role != "aut"]
    return [
        ("dc:title", metadata.shown_title),
        *(("dc:creator", name) for name in creators or [UNKNOWN]),
        *(("dc:contributor", name) for name in others),
        ("dc:date", stated_date(metadata)),
        ("dc:format", "Daisy 2.02"),
        ("dc:identifier", metadata.identifier),
        *(("dc:language", language) for language in _languages(publication)),
        ("dc:publisher", metadata.publisher or UNKNOWN),
        ("dc:rights", metadata.rights),
        ("dc:source", metadata.source),
        ("dc:relation", metadata.work),
        ("dc:description", metadata.description),
        ("ncc:charset", "utf-8"),
        ("ncc:generator", publication.generator),
        ("ncc:multimediaType", _multimedia_type(publication)),
        ("ncc:narrator", publication.narration.narrator),
        ("ncc:producer", metadata.producer.name),
        *own_statements(metadata),
    ]


def _languages(publication: Publication) -> tuple[str, ...]:
    """Give the book's language first and last: some players keep the first statement, Readium's parser the last.

    A book in English that ends with "he" would be turned from right to left.
    """
    first, *others = languages(publication.document)
    return (first, *others, first) if others else (first,)


def _multimedia_type(publication: Publication) -> str:
    """Say what is really there: full text always, and all, part or none of it as sound."""
    coverage = coverage_of(publication)
    if not coverage.is_voiced:
        return "textNcc"
    return "audioFullText" if coverage.is_synchronized else "textPartAudio"


def _counts(parts: Sequence[HeadingPart], *, toc_items: int, files: int) -> list[tuple[str, str]]:
    pages = [par.page for part in parts for par in part.pars if par.page]
    kinds = [page_class(page) for page in pages]
    normal = [int(page.number) for page in pages if page_class(page) == "page-normal"]
    references = sum(len(par.note_refs) for part in parts for par in part.pars)
    return [
        ("ncc:depth", str(max(part.depth for part in parts))),
        ("ncc:files", str(files)),
        ("ncc:footnotes", str(references) if references else ""),
        ("ncc:maxPageNormal", str(max(normal)) if normal else ""),
        ("ncc:pageFront", str(kinds.count("page-front"))),
        ("ncc:pageNormal", str(kinds.count("page-normal"))),
        ("ncc:pageSpecial", str(kinds.count("page-special"))),
        ("ncc:tocItems", str(toc_items)),
        ("ncc:totalTime", total_time(sum(part.length_ms for part in parts))),
    ]


def _items(part: HeadingPart, heading_class: str) -> list[str]:
    """Give a heading and the pages and note references of its section, in playing order."""
    heading = part.section.heading
    link = element("a", {"href": part.par_href(heading.sentence.id)}, escape_words(heading.title))
    attributes = {
        "class": heading_class or part.section.role.value,
        "id": f"ncc-{heading.sentence.id}",
    }
    items = [element(f"h{part.depth}", attributes, link)]
    for par in part.pars:
        items += _spans(part, par)
    return items


def _spans(part: HeadingPart, par: Par) -> list[str]:
    named = [(ref.id, "noteref", ref.mark) for ref in par.note_refs]
    if par.page:
        named.append((par.page.id, page_class(par.page), par.page.number))
    href = part.par_href(par.target)
    return [
        element("span", {"class": kind, "id": f"ncc-{id}"}, element("a", {"href": href}, escape(words)))
        for id, kind, words in named
    ]
