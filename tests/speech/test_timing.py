import pytest

from pipeline.model.speech import Clip, EncodedClip, ScriptTrack, Utterance, Words
from pipeline.speech.timing import time_clips


def utterance(target: str) -> Utterance:
    return Utterance(target=target, parts=(Words(text=target),), pause_after_ms=0)


def encoded(samples: int) -> EncodedClip:
    return EncodedClip(digest="d", samples=samples, size_bytes=1)


TRACK = ScriptTrack(section="sec", title="T", utterances=(utterance("a"), utterance("b"), utterance("c")))


def test_clips_lie_end_to_end_from_the_first_sample():
    clips = {"c": encoded(1152), "a": encoded(576), "b": encoded(1728)}
    assert time_clips(TRACK, clips) == (
        Clip(target="a", begin=0, end=576),
        Clip(target="b", begin=576, end=2304),
        Clip(target="c", begin=2304, end=3456),
    )


def test_an_utterance_without_a_clip_is_no_silent_gap():
    with pytest.raises(KeyError, match="b"):
        time_clips(TRACK, {"a": encoded(576)})
