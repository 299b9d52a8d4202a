import os
import signal
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.build.voicing import Reader, Studio, is_plausible, key_of, voice_script
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.engines.tone import ToneVoice
from pipeline.errors import EngineError
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import Pause, Script, ScriptTrack, Utterance, VoiceSettings, Words
from pipeline.store.blobs import Blobs
from pipeline.store.ledger import StepLedger

TONE = VoiceSettings(engine="tone", name="", words_per_minute=200)


class FailingVoice(ToneVoice):
    """Ends its process, or fails, at certain words."""

    def __init__(self, folder: Path) -> None:
        super().__init__(TONE)
        self.folder = folder

    def speak(self, markup: str) -> bytes:
        if "DIE ONCE" in markup and not (self.folder / "died").exists():
            (self.folder / "died").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "DIE ALWAYS" in markup:
            os.kill(os.getpid(), signal.SIGKILL)
        if "FAIL" in markup:
            raise EngineError("the voice is hoarse.", code="V-000")
        if "GO ON" in markup:
            markup = "on and " * 100
        return super().speak(markup)[: 2000 if "CUT SHORT" in markup else None]


class RefusingVoice(ToneVoice):
    """Would be asked for nothing."""

    def speak(self, markup: str) -> bytes:
        raise EngineError(f"was asked for {markup!r}")


def script_of(texts: Iterable[str], pause_after_ms: int = 100) -> Script:
    utterances = tuple(
        Utterance(target=f"s-{number}", parts=(Words(text=text),), pause_after_ms=pause_after_ms)
        for number, text in enumerate(texts, 1)
    )
    return Script(tracks=(ScriptTrack(section="sec", title="Section", utterances=utterances),))


def studio_in(folder: Path, voice: ToneVoice | None = None, jobs: int = 1) -> Studio:
    return Studio(
        voice=voice or ToneVoice(TONE),
        encoder=Mp3Encoder(AudioSettings()),
        blobs=Blobs(folder / "blobs"),
        ledger=StepLedger(folder / "ledger"),
        jobs=jobs,
    )


def quiet(_done: int, _total: int) -> None:
    pass


TEXTS = ("One city.", "Two cities.", "Three.", "Two cities.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("voicing")


@pytest.fixture(scope="module")
def voiced(folder):
    return voice_script(script_of(TEXTS), studio_in(folder), quiet)


def test_every_sentence_gets_a_stored_clip(voiced, folder):
    sizes = {target: len(studio_in(folder).blobs.get(clip.digest)) for target, clip in voiced.clips.items()}
    assert sizes == {f"s-{number}": voiced.clips[f"s-{number}"].size_bytes for number in range(1, 5)}
    assert voiced.anew == ("s-1", "s-2", "s-3", "s-4")


def test_equal_sentences_share_a_clip(voiced):
    assert voiced.clips["s-2"] == voiced.clips["s-4"] != voiced.clips["s-1"]


def test_nothing_is_voiced_twice(voiced, folder):
    again = voice_script(script_of(TEXTS), studio_in(folder, RefusingVoice(TONE)), quiet)
    assert (again.clips, again.anew) == (voiced.clips, ())


def test_only_the_changed_sentence_is_voiced(voiced, folder):
    changed = voice_script(script_of(("One city.", "Two towns.", "Three.")), studio_in(folder), quiet)
    assert changed.anew == ("s-2",)
    assert (changed.clips["s-1"], changed.clips["s-3"]) == (voiced.clips["s-1"], voiced.clips["s-3"])


def test_another_pause_is_another_clip(voiced, folder):
    longer = voice_script(script_of(TEXTS[:1], pause_after_ms=900), studio_in(folder), quiet)
    assert longer.clips["s-1"].samples > voiced.clips["s-1"].samples


def test_another_speed_is_another_clip(folder, voiced):
    fast = ToneVoice(VoiceSettings(engine="tone", name="", words_per_minute=300))
    again = voice_script(script_of(TEXTS[:1]), studio_in(folder, fast), quiet)
    assert again.clips["s-1"].samples < voiced.clips["s-1"].samples


def test_quotations_are_said_by_the_voice_they_have(voiced, tmp_path):
    slow = ToneVoice(VoiceSettings(engine="tone", name="", words_per_minute=100))
    plain = studio_in(tmp_path, jobs=1)
    studio = replace(plain, quotations=Reader(voice=slow, encoder=plain.encoder))
    (track,) = script_of(TEXTS[:2]).tracks
    first, second = track.utterances
    script = Script(tracks=(replace(track, utterances=(first, replace(second, quoted=True))),))
    parted = voice_script(script, studio, quiet)
    assert parted.clips["s-1"] == voiced.clips["s-1"]
    assert parted.clips["s-2"].samples > 1.5 * voiced.clips["s-2"].samples
    assert voice_script(script, plain, quiet).clips["s-2"] == voiced.clips["s-2"]


def test_the_order_and_the_number_of_workers_change_nothing(voiced, tmp_path):
    backward = voice_script(script_of(reversed(TEXTS)), studio_in(tmp_path, jobs=3), quiet)
    assert [backward.clips[f"s-{5 - number}"] for number in range(1, 5)] == [
        voiced.clips[f"s-{number}"] for number in range(1, 5)
    ]


def test_a_damaged_clip_is_voiced_again(tmp_path):
    before = voice_script(script_of(TEXTS[:2]), studio_in(tmp_path), quiet)
    digest = before.clips["s-1"].digest
    (tmp_path / "blobs" / digest[:2] / digest).write_bytes(b"damaged")
    after = voice_script(script_of(TEXTS[:2]), studio_in(tmp_path), quiet)
    assert (after.clips, after.anew) == (before.clips, ("s-1",))


def test_a_lost_ledger_costs_time_and_not_truth(tmp_path):
    before = voice_script(script_of(TEXTS[:1]), studio_in(tmp_path), quiet)
    (tmp_path / "ledger").write_bytes(b"rubbish")
    assert voice_script(script_of(TEXTS[:1]), studio_in(tmp_path), quiet) == before


def test_progress_counts_what_is_voiced(tmp_path):
    told: list[tuple[int, int]] = []
    voice_script(script_of(TEXTS), studio_in(tmp_path), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_worker_that_dies_is_replaced(tmp_path):
    texts = ("One.", "DIE ONCE.", "Three.")
    voiced = voice_script(script_of(texts), studio_in(tmp_path, FailingVoice(tmp_path), jobs=2), quiet)
    assert voiced.anew == ("s-1", "s-2", "s-3")


def test_a_sentence_that_kills_two_workers_is_named(tmp_path):
    texts = ("One.", "DIE ALWAYS.", "Three.")
    with pytest.raises(
        EngineError, match=r"a worker died or hung twice\. The sentence: 'DIE ALWAYS\.'"
    ) as caught:
        voice_script(script_of(texts), studio_in(tmp_path, FailingVoice(tmp_path), jobs=2), quiet)
    assert caught.value.where == "s-2"


def test_a_voice_that_fails_names_the_sentence(tmp_path):
    with pytest.raises(EngineError, match=r"the voice is hoarse\. The sentence: 'FAIL\.'") as caught:
        voice_script(script_of(["FAIL."]), studio_in(tmp_path, FailingVoice(tmp_path)), quiet)
    assert (caught.value.where, caught.value.code) == ("s-1", "V-000")


def test_a_clip_that_is_too_short_for_its_words_is_an_error(tmp_path):
    texts = ["CUT SHORT, in the middle of a sentence."]
    with pytest.raises(
        EngineError, match=r"0\.05 seconds of speech, which cannot be .*alone\. The sentence: 'CUT"
    ) as caught:
        voice_script(script_of(texts), studio_in(tmp_path, FailingVoice(tmp_path)), quiet)
    assert caught.value.code == "V-022"


def test_short_sentences_are_plausible():
    assert is_plausible("No!", 0.2)
    assert not is_plausible("The whole of a long sentence.", 0.2)


@pytest.mark.parametrize(("spoken", "seconds"), [("W.", 1.0), ("1948", 3.0), ("Oh! Oh! Oh! Oh!", 5.8)])
def test_what_is_spelt_slowly_is_plausible(spoken, seconds):
    assert is_plausible(spoken, seconds)


def test_a_sentence_that_goes_on_and_on_is_not_plausible():
    assert is_plausible("The whole of a long sentence.", 12)
    assert not is_plausible("The whole of a long sentence.", 24)


def test_a_clip_that_is_too_long_for_its_words_is_an_error(tmp_path):
    with pytest.raises(EngineError, match=r"34\.98 seconds of speech.*'GO ON") as caught:
        voice_script(script_of(["GO ON."]), studio_in(tmp_path, FailingVoice(tmp_path)), quiet)
    assert caught.value.code == "V-022"


def test_pauses_inside_a_sentence_are_no_speech(tmp_path):
    (track,) = script_of(["One."]).tracks
    parts = (Words(text="One"), Pause(milliseconds=10_000), Words(text="two."))
    script = Script(tracks=(replace(track, utterances=(replace(track.utterances[0], parts=parts),)),))
    assert voice_script(script, studio_in(tmp_path), quiet).clips["s-1"].samples > 10 * 22050


def test_what_was_done_before_an_interruption_is_kept(tmp_path):
    def interrupt(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        voice_script(script_of(("One.", "Two.", "Three.", "Four.")), studio_in(tmp_path), interrupt)
    after = voice_script(script_of(("One.", "Two.", "Three.", "Four.")), studio_in(tmp_path), quiet)
    assert len(after.anew) == 2


def test_a_key_does_not_depend_on_the_order_of_names():
    assert key_of({"a": 1, "b": "ש"}) == key_of({"b": "ש", "a": 1}) != key_of({"a": 1, "b": "s"})
