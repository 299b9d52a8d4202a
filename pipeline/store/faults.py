"""What the disk refused, in words: an OSError becomes a StoreError that says what to do."""

import errno
from pathlib import Path

from pipeline.errors import StoreError

_REMEDIES = {
    errno.ENOSPC: "the disk is full. Free some space and run the same command again",
    errno.EDQUOT: "your share of the disk is used up. Free some space and run the same command again",
    errno.EROFS: "the disk cannot be written to. Choose another folder with --to",
    errno.EACCES: "you may not write here. Change the folder's permissions, or choose another with --to",
    errno.EPERM: "you may not write here. Change the folder's permissions, or choose another with --to",
    errno.ENOTDIR: "a file stands where a folder should be. Move it away, or choose another folder with --to",
    errno.EEXIST: "a file stands where a folder should be. Move it away, or choose another folder with --to",
}


def disk_fault(problem: OSError, path: Path) -> StoreError:
    """Make the error to raise."""
    known = _REMEDIES.get(problem.errno or 0)
    what = known or f"the disk did not do what was asked: {problem.strerror}"
    return StoreError(f"{what}. Nothing that was finished is lost.", where=str(path))
