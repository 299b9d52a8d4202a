"""The frames of an MP3 file, by their headers: enough to know what a ten-year-old player will make of it.

In: bytes. Out: frames as bit rate and channels, and findings. Laws: nothing is decoded; checklist "Audio": mono,
constant bit rate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding

_ID3_HEADER_BYTES = 10
_HEADER_BYTES = 4
_LAYER_III = 1
_MONO = 3
# Version bits of the header -> (bit rates in kbit/s by index, sample rates in Hz by index, frame length factor).
_LOW_KBIT = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_HIGH_KBIT = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_VERSIONS = {
    0: (_LOW_KBIT, (11025, 12000, 8000), 72),
    2: (_LOW_KBIT, (22050, 24000, 16000), 72),
    3: (_HIGH_KBIT, (44100, 48000, 32000), 144),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One frame of Layer III."""

    bit_rate_kbit: int
    sample_rate_hz: int
    is_mono: bool
    length_bytes: int


def read_frames(content: bytes) -> tuple[Frame, ...]:
    """Read frame after frame from the first to the last whole one; none when this is no MP3."""
    frames = []
    place = behind_id3(content)
    while (frame := _frame(content[place : place + _HEADER_BYTES])) is not None:
        place += frame.length_bytes
        if place > len(content):
            break
        frames.append(frame)
    return tuple(frames)


def check_frames(edition: Edition) -> Iterator[Notice]:
    """Find sound files that are no MP3, or one that old players stumble over."""
    kinds: set[tuple[int, int]] = set()
    path = ""
    for path, content in edition.files.items():
        if not path.endswith(".mp3"):
            continue
        frames = read_frames(content)
        rates = sorted({frame.bit_rate_kbit for frame in frames})
        if not frames:
            yield finding("E-116", path)
        if not all(frame.is_mono for frame in frames):
            yield finding("E-117", path)
        if len(rates) > 1:
            yield finding("E-118", path, 1, " ".join(f"{rate} kbit/s" for rate in rates))
        kinds.update((frame.bit_rate_kbit, frame.sample_rate_hz) for frame in frames[:1])
    if len(kinds) > 1:
        yield finding(
            "E-146", path, 1, ", ".join(f"{rate} kbit/s {hertz} Hz" for rate, hertz in sorted(kinds))
        )


def behind_id3(content: bytes) -> int:
    """Give where the frames begin: an ID3v2 tag states its length in four groups of seven bits."""
    if not content.startswith(b"ID3") or len(content) < _ID3_HEADER_BYTES:
        return 0
    length = 0
    for group in content[6:10]:
        length = length << 7 | group & 0x7F
    return _ID3_HEADER_BYTES + length


def _frame(header: bytes) -> Frame | None:
    """Read a header: 11 bits sync, then version, layer, protection, bit rate, sample rate, padding, private, mode."""
    bits = int.from_bytes(header, "big")
    version, layer = bits >> 19 & 3, bits >> 17 & 3
    rate_index, hertz_index = bits >> 12 & 15, bits >> 10 & 3
    if len(header) < _HEADER_BYTES or bits >> 21 != 0x7FF or layer != _LAYER_III or version not in _VERSIONS:
        return None
    kbits, hertz, factor = _VERSIONS[version]
    if not 0 < rate_index < len(kbits) or hertz_index >= len(hertz):
        return None
    bit_rate_kbit, sample_rate_hz = kbits[rate_index], hertz[hertz_index]
    return Frame(
        bit_rate_kbit=bit_rate_kbit,
        sample_rate_hz=sample_rate_hz,
        is_mono=bits >> 6 & 3 == _MONO,
        length_bytes=factor * bit_rate_kbit * 1000 // sample_rate_hz + (bits >> 9 & 1),
    )
