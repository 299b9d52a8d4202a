import os
import signal

import pytest

from pipeline.engines.espeak_library import Mouth, find_installation, read_answer
from pipeline.engines.speaker import Speaker
from pipeline.engines.tape import Tape
from pipeline.errors import EngineError

VOICE = "gmw/en-US"


@pytest.fixture
def speaker():
    return Speaker(find_installation(), VOICE, 165)


def test_it_says_what_the_library_says_here(speaker):
    segments = ("Moses came.", 2205, "He was sent.")
    tape = Tape()
    here = Mouth(find_installation(), VOICE, 165, tape)
    assert speaker.say(segments) == read_answer(here.say(segments), tape)


def test_what_is_longer_than_the_tape_is_not_cut_off(speaker):
    minutes = 3 * 60 * 22050
    pcm, phonemes = speaker.say(("Moses came.", minutes, "He was sent."))
    assert (bytes(2 * minutes) in pcm, "s'Ent" in phonemes) == (True, True)
    assert pcm.replace(bytes(2 * minutes), b"") == speaker.say(("Moses came.", "He was sent."))[0]


def test_it_reports_the_sounds(speaker):
    assert speaker.ipa(["Redemption"]).strip() == "ɹᵻdˈɛmpʃən"


def test_a_killed_process_is_replaced(speaker):
    before = speaker.say(["Shelter."])
    os.kill(speaker._process.pid, signal.SIGKILL)
    assert speaker.say(["Shelter."]) == before


def test_a_refusal_is_told_and_the_next_sentence_is_said():
    lost = Speaker(find_installation(), "gmw/nobody", 165)
    for _ in range(2):
        with pytest.raises(EngineError, match="'gmw/nobody'"):
            lost.say(["Shelter."])


def test_a_process_that_cannot_start_is_an_error(monkeypatch):
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(EngineError, match="ended twice"):
        Speaker(find_installation(), VOICE, 165).say(["Shelter."])
