"""Sound that goes from one process to another through memory that both have: a pipe would cost several copies.

In: samples, as a child makes them. Out: the same samples, read by whoever waited for the child. Law: nothing is cut
off; what the tape has no room for is kept aside, and goes another way.
"""

import mmap
import os
import sys
import tempfile
import weakref

_BYTES = 1 << 22
"""95 seconds of sound: more than nearly every sentence."""


class Tape:
    """A piece of shared memory, and how far it is written."""

    def __init__(self, descriptor: int | None = None) -> None:
        """Make a tape, or open that of another process by its descriptor."""
        if descriptor is None:
            descriptor = _make()
            weakref.finalize(self, os.close, descriptor)
        self.descriptor = descriptor
        self._memory = mmap.mmap(self.descriptor, _BYTES)
        self._aside: list[bytes] = []
        self.position = 0

    def rewind(self) -> None:
        """Begin anew."""
        self.position = 0
        self._aside.clear()

    def write(self, sound: bytes) -> None:
        """Take the next samples."""
        end = self.position + len(sound)
        if self._aside or end > _BYTES:
            self._aside.append(sound)
            return
        self._memory[self.position : end] = sound
        self.position = end

    def overflow(self) -> bytes:
        """Give what there was no room for: it follows what is on the tape."""
        return b"".join(self._aside)

    def read(self, size: int) -> bytes:
        """Give the first bytes that were written last, by whichever process."""
        return self._memory[:size]


def _make() -> int:
    """Make memory that children inherit by a descriptor; where the system cannot, a file without a name."""
    if sys.platform == "linux":
        descriptor = os.memfd_create("tape", 0)
    else:
        with tempfile.TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    os.ftruncate(descriptor, _BYTES)
    return descriptor
