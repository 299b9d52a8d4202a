from pipeline.build.notices import counted, format_notices, sort_notices
from pipeline.model.source import Notice, SourcePos, Weight


def notice(code, weight, line=1):
    return Notice(code=code, message=f"Look at {code}.", weight=weight, pos=SourcePos(path="a.md", line=line))


def test_the_heaviest_come_first_then_the_place():
    remark, late, early = (
        notice("S-1", Weight.REMARK),
        notice("S-2", Weight.ERROR, 9),
        notice("S-3", Weight.ERROR, 2),
    )
    assert sort_notices([remark, late, early]) == (early, late, remark)


def test_the_same_notice_is_told_once():
    same = notice("S-1", Weight.WARNING)
    assert sort_notices([same, same]) == (same,)


def test_a_pull_quote_is_told_once_and_not_by_every_room():
    found, unspoken = notice("S-025", Weight.REMARK, 5), notice("V-003", Weight.REMARK, 5)
    elsewhere = notice("V-003", Weight.REMARK, 9)
    assert sort_notices([unspoken, found, elsewhere]) == (found, elsewhere)


def test_the_file_reads_well_aloud():
    text = format_notices("A Book", [notice("S-1", Weight.REMARK), notice("N-1", Weight.ERROR, 4)])
    assert text == (
        "Notices for A Book\n\nLines are those of a.md.\n1 error, 0 questions, 1 remark.\n\n"
        "Must be mended: something is missing or wrong in an edition.\n\n1. Line 4: Look at N-1. [N-1]\n\n"
        "For the record: what was done by rule.\n\n1. Line 1: Look at S-1. [S-1]\n"
    )


def test_counted_words_agree_with_their_number():
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
