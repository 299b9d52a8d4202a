"""Whatever happened before, the same text gives the same bytes: orders, workers, edits, damage (property tests)."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.build.tracks import make_tracks
from pipeline.build.voicing import voice_script
from pipeline.engines.espeak import EspeakVoice
from pipeline.model.speech import Script, ScriptTrack, VoiceSettings
from tests.build.test_voicing import quiet, script_of, studio_in

SENTENCES = ("One.", "Two cities.", "A third one!", "Is this four?", "Five, six.")
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)


def files_of(folder: Path, said: list[str], jobs: int = 1) -> list[bytes]:
    """The audio files that a text has, made in a store."""
    studio = studio_in(folder, jobs=jobs)
    script = script_of(said)
    clips = voice_script(script, studio, quiet).clips
    tracks = make_tracks(script, clips, studio, album="Album", artist="Writer")
    return [studio.blobs.get(track.digest) for track in tracks]


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """What a text gives in an empty store; each text is made once."""
    made: dict[tuple[str, ...], list[bytes]] = {}

    def files(said: list[str]) -> list[bytes]:
        if tuple(said) not in made:
            made[tuple(said)] = files_of(tmp_path_factory.mktemp("clean"), said)
        return made[tuple(said)]

    return files


@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(texts, min_size=1, max_size=3),
    last=texts,
    jobs=st.sampled_from((1, 2)),
    spoil=st.booleans(),
)
def test_any_edits_that_end_in_the_same_text_give_the_same_bytes(
    tmp_path_factory, clean, edits, last, jobs, spoil
):
    folder = tmp_path_factory.mktemp("edited")
    for said in edits:
        files_of(folder, said, jobs)
    if spoil:
        for blob in sorted(path for path in (folder / "blobs").rglob("*") if path.is_file())[::2]:
            blob.write_bytes(b"damaged")
    assert files_of(folder, last, jobs) == clean(last)
    shutil.rmtree(folder)


def test_espeak_gives_the_same_clips_in_any_order_on_any_number_of_cores(tmp_path):
    voice = EspeakVoice(VoiceSettings(engine="espeak", name="en-us", words_per_minute=165), str)
    script = script_of(SENTENCES)
    forward = script.tracks[0].utterances
    orders = {"forward": forward, "reverse": forward[::-1], "mixed": forward[1::2] + forward[::2]}
    made = {}
    for name, order in orders.items():
        for jobs in (1, 2):
            one = Script(tracks=(ScriptTrack(section="sec", title="Section", utterances=order),))
            studio = studio_in(tmp_path / f"{name}-{jobs}", voice, jobs)
            made[name, jobs] = dict(sorted(voice_script(one, studio, quiet).clips.items()))
    assert all(clips == made["forward", 1] for clips in made.values())
