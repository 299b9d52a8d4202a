"""SMIL 1.0 files of a DAISY 2.02 book: one a heading section, and the master that lists them.

In: planned parts. Out: bytes. Laws (spec 6.1): one seq with the length of the file; one text and at most one audio a
par; elapsed time is the sum of the files before.
"""

from pipeline.model.publication import Publication
from pipeline.writers.daisy_plan import HeadingPart, Par, par_id
from pipeline.writers.markup import DECLARATION, element, empty, lines
from pipeline.writers.smil import npt, timecount, total_time

_DOCTYPE = '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-SMIL/SMIL10.dtd">\n'


def smil_document(publication: Publication, part: HeadingPart, elapsed_ms: int) -> bytes:
    """Give the SMIL file of a heading section that begins `elapsed_ms` after the book's start."""
    metas = {
        **_common(publication),
        "title": part.section.heading.title,
        "ncc:totalElapsedTime": total_time(elapsed_ms),
        "ncc:timeInThisSmil": total_time(part.length_ms),
    }
    pars = lines(*(_par(par, part.content) for par in part.pars))
    seq = element("seq", {"dur": timecount(part.length_ms)}, "\n", pars, "\n")
    return _document(metas, seq)


def master_document(publication: Publication, parts: tuple[HeadingPart, ...]) -> bytes:
    """Give master.smil."""
    metas = {**_common(publication), "ncc:timeInThisSmil": total_time(sum(part.length_ms for part in parts))}
    refs = (
        empty("ref", {"id": f"ref-{number}", "title": part.section.heading.title, "src": part.smil})
        for number, part in enumerate(parts, start=1)
    )
    return _document(metas, lines(*refs))


def _common(publication: Publication) -> dict[str, str]:
    metadata = publication.document.metadata
    return {
        "dc:format": "Daisy 2.02",
        "dc:identifier": metadata.identifier,
        "dc:title": metadata.shown_title,
        "ncc:generator": publication.generator,
    }


def _document(metas: dict[str, str], content: str) -> bytes:
    head = lines(
        *(empty("meta", {"name": name, "content": value}) for name, value in metas.items()),
        element("layout", {}, empty("region", {"id": "txtView"})),
    )
    smil = element(
        "smil",
        {},
        "\n",
        element("head", {}, "\n", head, "\n"),
        "\n",
        element("body", {}, "\n", content, "\n"),
        "\n",
    )
    return f"{DECLARATION}{_DOCTYPE}{smil}\n".encode()


def _par(par: Par, content: str) -> str:
    attributes = {"endsync": "last", "id": par_id(par.target), "system-required": par.system_required}
    text = empty("text", {"id": f"text-{par.target}", "src": f"{content}#{par.target}"})
    if not par.sound:
        return element("par", attributes, text)
    audio = {
        "id": f"audio-{par.target}",
        "src": par.sound.href,
        "clip-begin": npt(par.sound.begin_ms),
        "clip-end": npt(par.sound.end_ms),
    }
    return element("par", attributes, text, empty("audio", audio))
