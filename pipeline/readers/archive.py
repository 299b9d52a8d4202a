"""Open Word files and EPUBs, which are zip archives, within limits.

In: bytes. Out: members by name. Law: nothing is written to the disk; a member that points out of the archive, hides
behind a password or unpacks beyond measure is refused.
"""

import posixpath
import zipfile
from io import BytesIO

from pipeline.errors import SourceError

_MOST_MEMBERS = 5_000
_MOST_BYTES = 64 * 1024 * 1024
"""Unpacked, one member of text. The longest book known has 3 MB in one file."""
_MOST_TOGETHER = 256 * 1024 * 1024
_MOST_RATIO = 200
"""Unpacked to packed. Text packs to a fifth, empty space to a thousandth."""
_SMALL = 1024 * 1024


class Archive:
    """The members of one archive, read when they are asked for."""

    def __init__(self, path: str, content: bytes) -> None:
        """Look at the table of contents and refuse what is not safe; SourceError says why."""
        self.path = path
        self._given = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as problem:
            raise self._damaged(str(problem)) from problem
        if len(members) > _MOST_MEMBERS:
            raise self._unsafe(f"it holds {len(members)} files")
        for member in members:
            self._check(member)
        self.names = tuple(member.filename for member in members if not member.is_dir())

    def _check(self, member: zipfile.ZipInfo) -> None:
        name = member.filename
        if name.startswith(("/", "\\")) or ".." in posixpath.normpath(name).split("/") or ":" in name[:3]:
            raise self._unsafe(f"a file in it points out of it ({name[:60]!r})")
        if member.flag_bits & 1:
            raise self._unsafe("it is locked with a password")
        if member.file_size > _SMALL and member.file_size > _MOST_RATIO * max(1, member.compress_size):
            raise self._unsafe(
                f"a file in it unpacks to {member.file_size // max(1, member.compress_size)} times its size"
            )

    def read(self, name: str) -> bytes:
        """Give the bytes of a member, at most the limit; SourceError when it is absent or damaged."""
        try:
            with self._zip.open(name) as member:
                content = member.read(_MOST_BYTES + 1)
        except KeyError as problem:
            raise SourceError(
                f"the file {name[:80]!r} is missing in it. Save it anew from the program it was made with.",
                where=self.path,
                code="S-019",
            ) from problem
        except Exception as problem:  # zipfile and zlib have a dozen ways to say that a member is damaged
            raise self._damaged(str(problem)) from problem
        self._given += len(content)
        if len(content) > _MOST_BYTES or self._given > _MOST_TOGETHER:
            raise self._unsafe("its text unpacks beyond all measure")
        return content

    def _damaged(self, why: str) -> SourceError:
        return SourceError(
            f"this archive is damaged ({why[:80]}). Get or save it anew.", where=self.path, code="S-019"
        )

    def _unsafe(self, why: str) -> SourceError:
        return SourceError(
            f"this archive is not safe to open: {why}. Get it from whoever made it, or unpack it and give the text.",
            where=self.path,
            code="S-016",
        )
