"""Words in square brackets."""

from pipeline.model.inline import Gloss
from pipeline.passes.glosses import mark_glosses
from tests.builders import em, inlines
from tests.passes.documents import blocks_of, para, text_of


def gloss(*parts):
    return Gloss(children=inlines(*parts))


def test_brackets_belong_to_the_gloss_and_mark_up_stays() -> None:
    found = blocks_of(mark_glosses(text_of(para("the service [of ", em("the"), " heart] and [5751]."))))
    assert found == (
        para("the service ", gloss("[of ", em("the"), " heart]"), " and ", gloss("[5751]"), "."),
    )


def test_bracket_without_partner_marks_nothing() -> None:
    document = text_of(para("the service [of the heart"), para("(round)"))
    assert mark_glosses(document) == document
