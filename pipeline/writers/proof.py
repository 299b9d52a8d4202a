"""The braille proof sheet: what a transcriber checks in one sitting.

In: a Publication. Out: braille/proof.html. Law: every word about which something was decided is listed once with its
count and the rule; every line of braille stands beside its print; nothing depends on colour, and a printed sheet is as
good as the screen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.model.braille import Decision, ProofLine, TranscribedBlock
from pipeline.model.publication import FileTree, Publication
from pipeline.writers.ascii_braille import ascii_braille, ascii_lines
from pipeline.writers.markup import element, empty, escape, opening

_STYLE = """
body { font-family: serif; line-height: 1.4; margin: 1em auto; max-width: 70em; padding: 0 1em; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; text-align: left; }
th, td { border: 1px solid #767676; padding: 0.15em 0.4em; text-align: left; vertical-align: top; }
td.ascii { font-family: monospace; white-space: pre; }
@media print { body { max-width: none; } tr { break-inside: avoid; } thead { display: table-header-group; } }
"""
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")


def write_proof(publication: Publication) -> FileTree:
    """Write one page."""
    # Encoded piece by piece, for this page is the longest of all.
    return {"braille/proof.html": b"".join(piece.encode() for piece in _page(publication))}


def _page(publication: Publication) -> Iterator[str]:
    title = f"Braille proof sheet: {publication.document.metadata.shown_title or publication.slug}"
    head = "".join(
        (
            empty("meta", {"charset": "utf-8"}),
            empty("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            element("title", {}, escape(title)),
            element("style", {}, _STYLE),
        )
    )
    language = publication.document.metadata.language
    yield f"<!DOCTYPE html>\n{opening('html', {'lang': language})}{element('head', {}, head)}\n<body><main>"
    yield element("h1", {}, escape(title))
    for piece in _body(publication):
        yield f"\n{piece}"
    yield "</main></body></html>\n"


def _body(publication: Publication) -> Iterator[str]:
    blocks = publication.transcript.blocks
    decisions = [decision for block in blocks for decision in block.decisions]
    yield _facts(publication, decisions)
    yield element("h2", {}, "Words that were decided")
    yield _words(decisions)
    yield element("h2", {}, "Notices")
    yield _notices(blocks)
    yield element("h2", {}, "Line by line")
    yield from _lines(blocks)


def _facts(publication: Publication, decisions: Sequence[Decision]) -> str:
    blocks = publication.transcript.blocks
    pages = sum(len(volume.pages) for volume in publication.volumes)
    facts = (
        ("Contractions in Hebrew words", publication.transcript.profile),
        ("Braille made by", publication.transcript.translator),
        ("Pipeline", publication.generator),
        ("Volumes", str(len(publication.volumes))),
        ("Braille pages", str(pages)),
        ("Words decided", f"{len(decisions)}, {len(set(decisions))} different"),
        (
            "Lines with Hebrew letters",
            str(sum(_has_hebrew(line.printed) for b in blocks for line in b.proof)),
        ),
        ("Notices", str(sum(len(block.remarks) for block in blocks))),
    )
    return element(
        "dl", {}, *(element("dt", {}, name) + element("dd", {}, escape(fact)) for name, fact in facts)
    )


def _words(decisions: Iterable[Decision]) -> str:
    counts = Counter(decisions)
    rows = (
        (
            escape(decision.printed),
            decision.cells,
            escape(ascii_braille(decision.cells)),
            escape(ascii_braille(decision.usual)),
            escape(decision.rule),
            str(count),
        )
        for decision, count in sorted(
            counts.items(), key=lambda row: (row[0].printed.casefold(), row[0].printed, row[0].rule)
        )
    )
    heads = ("Print", "Braille", "As ASCII", "Without the rule", "Rule", "Times")
    return _table(
        "Every word that is not brailled as plain translation would", heads, rows, ascii_columns=(2, 3)
    )


def _notices(blocks: Iterable[TranscribedBlock]) -> str:
    remarks = [(block, remark) for block in blocks for remark in block.remarks]
    if not remarks:
        return element("p", {}, "None.")
    items = (element("li", {}, escape(f"{remark} “{_short(block.printed)}”")) for block, remark in remarks)
    return element("ol", {}, *items)


def _short(printed: str) -> str:
    words = " ".join(printed.split())
    return words if len(words) <= 60 else words[:60].rpartition(" ")[0] + " …"


def _lines(blocks: Sequence[TranscribedBlock]) -> Iterator[str]:
    """Give a table for each stretch under one heading, so that a screen reader can go from heading to heading."""
    number = 0
    stretch = 0

    def under(block: TranscribedBlock) -> int:
        nonlocal stretch
        stretch += bool(block.level)
        return stretch

    for _, group in groupby(blocks, key=under):
        run = list(group)
        title = _title(run[0])
        yield element("h3", {}, escape(title))
        rows: list[tuple[str, ...]] = []
        for block in run:
            in_ascii = ascii_lines([line.cells for line in block.proof])
            for line, ascii_cells, look in zip(block.proof, in_ascii, _looks(block), strict=True):
                number += 1
                row = (
                    str(number),
                    escape(_beside(block, line)),
                    line.cells,
                    escape(ascii_cells),
                    escape(look),
                )
                rows.append(row)
        heads = ("Line", "Print", "Braille", "As ASCII", "Look at")
        yield _table(f"Lines under: {title}", heads, rows, ascii_columns=(3,))


def _beside(block: TranscribedBlock, line: ProofLine) -> str:
    """Give the print of a line, or the words that the transcriber added; signs that stand for no words have none."""
    if block.printed or line.printed in ("", line.cells):
        return line.printed if block.printed else ""
    return f"added: {line.printed}"


def _title(first: TranscribedBlock) -> str:
    """Name a stretch by its heading; what a transcriber added is named as that."""
    if not first.level:
        return "Before the first heading"
    if first.printed:
        return " ".join(first.printed.split())
    return f"{' '.join(first.added.split())} (added by the transcriber)"


def _looks(block: TranscribedBlock) -> Iterator[str]:
    """Say for each line of a block what was decided on it."""
    if not block.decisions and not block.remarks and not _has_hebrew(block.printed):
        yield from ("" for _ in block.proof)
        return
    for place, line in enumerate(block.proof):
        words = dict.fromkeys(decision for decision in block.decisions if decision.printed in line.printed)
        looks = [f"{decision.printed}: {decision.rule}" for decision in words]
        if _has_hebrew(line.printed):
            looks.append("Hebrew letters")
        if place == 0:
            looks.extend(block.remarks)
        yield "; ".join(looks)


def _has_hebrew(text: str) -> bool:
    return _HEBREW.search(text) is not None


def _table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, ascii_columns: Sequence[int]
) -> str:
    """Give a table; the cells of `rows` are markup already."""
    head = "".join(element("th", {"scope": "col"}, name) for name in heads)
    kinds = (' class="ascii"' if column in ascii_columns else "" for column in range(len(heads)))
    first, *others = (f"<td{kind}>%s</td>" for kind in kinds)
    first = first.replace("<td", '<th scope="row"').replace("td>", "th>")
    row = "".join(("<tr>", first, *others, "</tr>"))
    body = "\n".join(row % tuple(cells) for cells in rows)
    return element(
        "table",
        {},
        element("caption", {}, escape(caption)),
        element("thead", {}, f"<tr>{head}</tr>"),
        element("tbody", {}, "\n", body, "\n"),
    )
