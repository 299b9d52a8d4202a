from dataclasses import replace

import pytest

from pipeline.build.outcome import Edition, Outcome, State, exit_code_of, format_duration, format_outcome
from pipeline.errors import ExitCode, MissingProgramError, SourceError
from pipeline.model.source import Notice, Weight

MADE = Outcome(
    slug="a",
    state=State.MADE,
    edition=Edition(title="A", seconds=3725, audio_files=2, braille_pages=1, sentences=9, voiced=3),
    notices=(Notice(code="S-1", message="m"), Notice(code="S-2", message="m", weight=Weight.ERROR)),
)
WHOLE = replace(MADE, notices=())
FAILED = Outcome(slug="b", state=State.FAILED, error=SourceError("it is empty.", where="b.md", code="S-002"))


def test_a_made_edition_is_told_in_sentences():
    assert format_outcome(MADE) == (
        "a: A is made. It plays 1 hour 2 minutes in 2 audio files. 3 sentences of 9 voiced anew. 1 braille page. "
        "For a person: 1 error and 1 question, in a/notices.txt.\nError: m [S-2]"
    )


def test_a_failed_source_is_told_with_its_place():
    assert format_outcome(FAILED) == "b: not made. b.md: it is empty. [S-002]"


def test_one_failed_source_among_others_is_exit_code_1():
    assert exit_code_of([MADE, FAILED]) == ExitCode.SOME_SOURCES_FAILED


def test_a_missing_program_keeps_its_code_when_nothing_could_be_made():
    failed = Outcome(slug="c", state=State.FAILED, error=MissingProgramError("no voice"))
    assert exit_code_of([failed, failed]) == ExitCode.MISSING_PROGRAM


def test_all_done_is_exit_code_0():
    assert exit_code_of([WHOLE, Outcome(slug="c", state=State.UNCHANGED)]) == ExitCode.DONE


def test_edition_with_an_error_is_exit_code_1_until_it_is_mended():
    standing = Outcome(slug="a", state=State.UNCHANGED, standing_errors=1)
    assert [exit_code_of([MADE]), exit_code_of([WHOLE, standing])] == [ExitCode.SOME_SOURCES_FAILED] * 2
    assert format_outcome(standing) == (
        "a: nothing has changed; the edition stands. For a person: 1 error, in a/notices.txt."
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "less than a second"), (61, "1 minute 1 second"), (3600, "1 hour"), (7260, "2 hours 1 minute")],
)
def test_durations_are_words(seconds, words):
    assert format_duration(seconds) == words


def test_formats_that_were_left_out_are_told():
    told = format_outcome(replace(MADE, dropped=("epub", "mp3"), notices=()))
    assert "No longer in the edition, because --only left them out: epub, mp3." in told
