"""What an MP3 says of itself: ID3v2.4 by mutagen.

In: tags and the duration. Out: the tag's bytes, the same each time.
"""

from io import BytesIO
from typing import Any

import mutagen.id3

from pipeline.model.speech import TrackTags

_ID3: Any = mutagen.id3
"""mutagen marks itself as typed, but these classes are not."""


def make_id3(tags: TrackTags, duration_ms: int) -> bytes:
    """Build the tag; what nobody said is left out."""
    frames = (
        _ID3.TIT2(encoding=_ID3.Encoding.UTF8, text=tags.title),
        _ID3.TALB(encoding=_ID3.Encoding.UTF8, text=tags.album),
        _ID3.TPE1(encoding=_ID3.Encoding.UTF8, text=tags.artist),
        _ID3.TRCK(encoding=_ID3.Encoding.LATIN1, text=f"{tags.number}/{tags.of}"),
        _ID3.TLEN(encoding=_ID3.Encoding.LATIN1, text=str(duration_ms)),
    )
    tag = _ID3.ID3()
    for frame in frames:
        if frame.text != [""]:
            tag.add(frame)
    file = BytesIO()
    tag.save(file, v1=0, v2_version=4, padding=lambda _: 0)
    return file.getvalue()
