import pytest

from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.speech import left_out


def test_a_long_stretch_is_shortened_to_one_line():
    notice = left_out.unread_block("היי\n" + "א" * 80, SourcePos(path="a.md", line=3))
    assert notice == Notice(
        code="V-002",
        message="This block is announced as text in another language and not read out.",
        weight=Weight.REMARK,
        pos=SourcePos(path="a.md", line=3),
        fragment="היי " + "א" * 55 + "…",
    )


@pytest.mark.parametrize(
    ("notice", "code", "weight"),
    [
        (left_out.unread_words("x", None), "V-001", Weight.WARNING),
        (left_out.unread_block("x", None), "V-002", Weight.REMARK),
        (left_out.pull_quote("x", None), "V-003", Weight.REMARK),
        (left_out.nothing_to_say("x", None), "V-004", Weight.REMARK),
        (left_out.said_otherwise("x", None), "V-005", Weight.REMARK),
        (left_out.silenced("x", None), "V-007", Weight.REMARK),
    ],
)
def test_codes_are_stable_and_only_what_a_person_can_mend_is_a_warning(
    notice: Notice, code: str, weight: Weight
):
    assert (notice.code, notice.weight, notice.fragment) == (code, weight, "x")
