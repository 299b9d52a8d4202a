"""A publication as plain MP3 files, one a chapter, for any player.

In: a Publication. Out: audio/<track>.mp3, by digest, and audio/SHA256SUMS, by which `sha256sum --check SHA256SUMS`
tells whether a copy is whole.
"""

from pipeline.model.publication import Digest, FileTree, Publication


def write_mp3(publication: Publication) -> FileTree:
    """Give the tracks of the narration."""
    tracks = publication.narration.tracks
    sums = "".join(f"{track.digest}  {track.href}\n" for track in tracks)
    files = {
        f"audio/{track.href}": Digest(sha256=track.digest, size_bytes=track.size_bytes) for track in tracks
    }
    return {**files, "audio/SHA256SUMS": sums.encode()} if files else {}
