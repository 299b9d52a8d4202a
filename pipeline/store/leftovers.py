"""What is not finished yet carries its process's number in its name, so that what a killed run left can be told.

In: a folder of unfinished things. Out: nothing. Law: what a process that still runs is working on stays.
"""

import os
import shutil
from pathlib import Path


def own_prefix() -> str:
    """Give how the names of this process's unfinished things begin."""
    return f"{os.getpid()}-"


def remove_leftovers(folder: Path) -> None:
    """Remove what runs left behind that were killed."""
    if not folder.is_dir():
        return
    for left in sorted(folder.iterdir()):
        owner = left.name.partition("-")[0]
        if owner.isdecimal() and _runs(int(owner)):
            continue
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
