import errno
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from pipeline.store.faults import disk_fault


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.EROFS, "cannot be written to. Choose another folder with --to"),
        (errno.EACCES, "you may not write here. Change the folder's permissions"),
        (errno.ENOTDIR, "a file stands where a folder should be"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_each_fault_says_what_to_do(number, words):
    error = disk_fault(OSError(number, "Input/output error"), Path("output/x"))
    assert words in str(error)
    assert (error.where, error.exit_code) == ("output/x", ExitCode.SOME_SOURCES_FAILED)
