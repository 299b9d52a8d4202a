"""LAME's qualities compared on the seeds' own speech: `.venv/bin/python -P benchmarks/encoding.py`.

In: sentences of sources/ said by eSpeak NG. Out, for each quality: seconds of the processor, signal to noise over all
samples, the median of that over stretches of 26 ms that sound, and the loudest noise in a band of hearing (Bark)
beside the speech in that band (median and worst tenth of stretches): the lower, the better it is masked.
"""

import re
import sys
import time
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.engines import lame
from pipeline.engines.espeak import EspeakVoice
from pipeline.engines.finish import finish_clip
from pipeline.engines.levels import Level
from pipeline.engines.mp3 import file_of_frames
from pipeline.engines.pyav import read_speech
from pipeline.model.speech import VoiceSettings

ROOT = Path(__file__).parents[1]
STRETCH = 576
BARK_EDGES_HZ = (
    0,
    100,
    200,
    300,
    400,
    510,
    630,
    770,
    920,
    1080,
    1270,
    1480,
    1720,
    2000,
    2320,
    2700,
    3150,
    3700,
)
BARK_EDGES_HZ += (4400, 5300, 6400, 7700, 9500, 11025)


def speech(sentences: int) -> list[bytes]:
    """Say the first sentences of the plain seed, ready to be encoded."""
    text = (ROOT / "sources" / "cities-of-refuge-massai.txt").read_text(encoding="utf-8")
    words = [part for part in re.split(r"(?<=[.?!])\s+", text) if len(part) > 30 and part.isascii()]
    voice = EspeakVoice(VoiceSettings(engine="espeak", name="en-us", words_per_minute=165), str)
    return [finish_clip(voice.speak(part), 350, Level()) for part in words[:sentences]]


def compare(given: NDArray[np.float64], heard: NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Give SNR of all, median SNR of stretches, median and 90th percentile of noise in the worst band, in dB."""
    noise = heard - given
    rows = len(given) // STRETCH
    speech_rows, noise_rows = (x[: rows * STRETCH].reshape(rows, STRETCH) for x in (given, noise))
    sounding = (speech_rows**2).mean(axis=1) > 30.0**2
    loud, soft = speech_rows[sounding], noise_rows[sounding]
    stretch = 10 * np.log10((loud**2).sum(axis=1) / np.maximum((soft**2).sum(axis=1), 1e-9))
    frequencies = np.fft.rfftfreq(STRETCH, 1 / 22050)
    window = np.hanning(STRETCH)
    power = [np.abs(np.fft.rfft(part * window, axis=1)) ** 2 for part in (loud, soft)]
    worst = np.full(len(loud), -np.inf)
    for low, high in pairwise(BARK_EDGES_HZ):
        band = (frequencies >= low) & (frequencies < high)
        speech_band, noise_band = (part[:, band].sum(axis=1) for part in power)
        matters = speech_band > 1e-4 * power[0].sum(axis=1)  # not more than 40 dB below the whole
        ratio = 10 * np.log10(np.maximum(noise_band, 1e-9) / np.maximum(speech_band, 1e-9))
        worst = np.maximum(worst, np.where(matters, ratio, -np.inf))
    whole = 10 * np.log10((given**2).sum() / (noise**2).sum())
    return float(whole), float(np.median(stretch)), float(np.median(worst)), float(np.percentile(worst, 90))


def main() -> None:
    """Measure."""
    clips = speech(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    samples = sum(map(len, clips)) / 2
    print(f"{len(clips)} sentences, {samples / 22050:.0f} s, 64 kbit/s")
    given = np.concatenate([np.frombuffer(clip, "<i2").astype(np.float64) for clip in clips])
    for quality in (2, 5, 7, 9):
        lame._QUALITY = quality
        began = time.process_time()
        frames = [lame.encode_frames(clip, 64) for clip in clips]
        took = time.process_time() - began
        file = b"".join(file_of_frames(partial(iter, frames)))
        heard = np.frombuffer(read_speech(file), "<i2").astype(np.float64)
        whole, stretch, middle, tenth = compare(given, heard[: len(given)])
        print(
            f"quality {quality}: {took:5.2f} s, signal to noise {whole:5.1f} dB, of stretches {stretch:5.1f} dB; "
            f"noise in the worst band {middle:6.1f} dB, worst tenth {tenth:6.1f} dB"
        )


if __name__ == "__main__":
    main()
