"""The door of the room: the passes in their order.

In: a Document with its sections as printed, and the sidecar. Out: the Document that every edition is made from,
and what a person should know. Law: a pass does one thing; adding one is one file and one line in `refine`.
"""

from collections.abc import Callable
from functools import partial

from pipeline.model.document import Document
from pipeline.model.metadata import Sidecar
from pipeline.model.source import Notice
from pipeline.passes.contents import part_contents
from pipeline.passes.damage import find_damage
from pipeline.passes.describe import describe
from pipeline.passes.emend import emend
from pipeline.passes.fixes import fix_safely
from pipeline.passes.glosses import mark_glosses
from pipeline.passes.headings import repair_headings
from pipeline.passes.headlines import find_headlines
from pipeline.passes.hyphens import mend_hyphens
from pipeline.passes.identify import identify, name_sections
from pipeline.passes.joins import join_paragraphs
from pipeline.passes.language import mark_hebrew
from pipeline.passes.looks import find_headings
from pipeline.passes.matter import part_matter
from pipeline.passes.notes import tie_notes
from pipeline.passes.pullquotes import find_pullquotes
from pipeline.passes.raised import mark_raised
from pipeline.passes.references import mark_references
from pipeline.passes.reports import report
from pipeline.passes.roles import give_roles
from pipeline.passes.scars import report_scars
from pipeline.passes.segment import segment
from pipeline.passes.separators import mark_separators
from pipeline.passes.title import supply_titles

Result = tuple[Document, tuple[Notice, ...]]


def refine(document: Document, sidecar: Sidecar) -> Result:
    """Take all passes in order; notices come in the order of the passes, reports last."""
    passes: tuple[Callable[[Document], Document | Result], ...] = (
        mark_separators,
        part_contents,
        find_headlines,
        find_headings,
        partial(repair_headings, number_word=sidecar.number_heading),
        part_matter,
        supply_titles,
        name_sections,  # notes are named after their section
        mark_raised,
        mark_references,
        tie_notes,  # before joins: notes stand between the halves of a paragraph
        join_paragraphs,
        mend_hyphens,
        partial(
            emend, emendations=sidecar.emendations
        ),  # whole paragraphs, no safe fix yet: the old text as printed
        give_roles,
        describe,
        find_damage,  # before Hebrew is marked: damaged words are closed to every later pass
        mark_hebrew,
        fix_safely,
        mark_glosses,
        segment,
        identify,
        find_pullquotes,  # points at a sentence by its id
    )
    notices: tuple[Notice, ...] = ()
    for take in passes:
        match take(document):
            case Document() as document:
                pass
            case (document, new):
                notices += new
    return document, notices + report_scars(document) + report(document)
