"""A publication as plain MP3 files, one a chapter, for any player.

In: a Publication. Out: audio/<track>.mp3, by digest.
"""

from pipeline.model.publication import Digest, FileTree, Publication


def write_mp3(publication: Publication) -> FileTree:
    """Give the tracks of the narration."""
    return {
        f"audio/{track.href}": Digest(sha256=track.digest, size_bytes=track.size_bytes)
        for track in publication.narration.tracks
    }
