"""What an MP3 says of itself: ID3v2.4 by mutagen.

In: tags and the duration. Out: the tag's bytes, the same each time.
"""

from io import BytesIO

from mutagen.id3 import ID3, TALB, TIT2, TLEN, TPE1, TRCK, Encoding

from pipeline.model.speech import TrackTags


def make_id3(tags: TrackTags, duration_ms: int) -> bytes:
    """Build the tag; what nobody said is left out."""
    id3 = ID3()
    texts = ((TIT2, tags.title), (TALB, tags.album), (TPE1, tags.artist))
    for frame, text in texts:
        if text:
            id3.add(frame(encoding=Encoding.UTF8, text=text))
    id3.add(TRCK(encoding=Encoding.LATIN1, text=f"{tags.number}/{tags.of}"))
    id3.add(TLEN(encoding=Encoding.LATIN1, text=str(duration_ms)))
    file = BytesIO()
    id3.save(file, v1=0, v2_version=4, padding=lambda _: 0)
    return file.getvalue()
