import math
import shutil
import subprocess
from io import BytesIO
from itertools import accumulate

import av
import numpy as np
import pytest

from pipeline.engines.espeak import EspeakVoice
from pipeline.engines.finish import finish_clip
from pipeline.engines.levels import Level
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import TrackTags, VoiceSettings

SENTENCES = (
    "The Previous Rebbe said that we have passed all the deadlines.",
    "Stop!",
    "How can one speak of a city that gives shelter, when every street, every house, and every word of the "
    "Torah is already a place of refuge?",
    "Imprint.",
    "And He says: the time of your redemption has come.",
)
TAGS = TrackTags(title="One", album="Two", artist="Three", number=1, of=1)
ENCODER = Mp3Encoder(AudioSettings())


def joined(clips, encoder=ENCODER):
    return b"".join(encoder.join(lambda: clips, TAGS))


@pytest.fixture(scope="module")
def spoken():
    settings = VoiceSettings(engine="espeak", name="en-us", words_per_minute=165)
    voice = EspeakVoice(settings, str)
    return [voice.speak(sentence) for sentence in SENTENCES]


@pytest.fixture(scope="module")
def clips(spoken):
    return [ENCODER.encode(pcm, 350) for pcm in spoken]


@pytest.fixture(scope="module")
def finished(spoken):
    whole = b"".join(finish_clip(pcm, 350, Level()) for pcm in spoken)
    return np.frombuffer(whole, "<i2") / 32768


@pytest.fixture(scope="module")
def track(clips):
    return joined([frames for frames, _ in clips])


@pytest.fixture(scope="module")
def decoded(track):
    with av.open(BytesIO(track)) as container:
        return np.concatenate([frame.to_ndarray().ravel() for frame in container.decode(audio=0)]).astype(
            float
        )


def decibels(ratio: float) -> float:
    return 20 * math.log10(ratio)


def test_a_track_decodes_to_exactly_the_samples_of_its_clips(clips, decoded):
    assert len(decoded) == sum(samples for _, samples in clips)


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="the ffmpeg command is not installed")
def test_the_ffmpeg_command_counts_the_same_and_has_nothing_to_say(clips, track, tmp_path):
    file = tmp_path / "track.mp3"  # through a pipe it cannot know the length, of its own files neither
    file.write_bytes(track)
    command = ["ffmpeg", "-v", "warning", "-i", str(file), "-f", "s16le", "pipe:1"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert (done.stderr, len(done.stdout) // 2) == (b"", sum(samples for _, samples in clips))


def test_every_clip_is_heard_where_it_should_be(clips, finished, decoded):
    """Each clip is nearest to what was encoded when it is not moved by a single sample."""
    ends = list(accumulate(samples for _, samples in clips))
    for begin, end in zip([0, *ends[:-1]], ends, strict=True):
        middle = slice(begin + 400, end - 400)
        errors = {
            shift: float(np.sum((finished[middle] - np.roll(decoded, shift)[middle]) ** 2))
            for shift in range(-3, 4)
        }
        assert min(errors, key=errors.__getitem__) == 0


def test_decoded_sound_is_what_was_encoded(finished, decoded):
    assert np.corrcoef(finished, decoded)[0, 1] > 0.99


def test_there_is_no_click_where_clips_meet(clips, decoded):
    joins = list(accumulate(samples for _, samples in clips))[:-1]
    assert max(float(np.abs(decoded[join - 600 : join + 600]).max()) for join in joins) < 1e-4


def test_the_level_is_that_of_an_audiobook(decoded):
    assert -23 < decibels(math.sqrt(float(np.mean(decoded**2)))) < -18


def test_the_true_peak_stays_below_minus_three(decoded):
    # Four times as many samples by a band-limited interpolation, so that peaks between samples are seen.
    spectrum = np.fft.rfft(decoded)
    finer = np.fft.irfft(spectrum, 4 * len(decoded)) * 4
    assert decibels(float(np.abs(finer).max())) < -3


def test_silence_is_silent(clips, decoded):
    end = clips[0][1]
    assert float(np.abs(decoded[end - 2000 : end]).max()) < 0.001  # -60 dB


def test_one_clip_alone_is_a_track(clips):
    frames, samples = clips[1]
    with av.open(BytesIO(joined([frames]))) as container:
        assert sum(frame.samples for frame in container.decode(audio=0)) == samples


def test_a_clip_does_not_depend_on_what_was_encoded_before(spoken, clips):
    assert [ENCODER.encode(pcm, 350) for pcm in reversed(spoken)] == clips[::-1]


def test_the_same_clips_give_the_same_file(clips, track):
    assert joined([frames for frames, _ in clips], Mp3Encoder(AudioSettings())) == track


def test_a_track_is_given_in_pieces_no_longer_than_a_clip(clips):
    frames = [frames for frames, _ in clips]
    assert max(map(len, ENCODER.join(lambda: frames, TAGS))) == max(map(len, frames))


def test_the_tag_tells_the_duration(track, clips):
    with av.open(BytesIO(track)) as container:
        told_ms = int(container.metadata["TLEN"])
    assert 0 <= told_ms - sum(samples for _, samples in clips) / 22.05 < 1


def test_another_bit_rate_is_another_fingerprint():
    assert Mp3Encoder(AudioSettings(bitrate_kbps=96)).fingerprint() != ENCODER.fingerprint()
