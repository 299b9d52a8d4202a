"""What is not finished yet carries its process's number in its name, so that what a killed run left can be told.

In: a folder of unfinished things. Out: nothing. Law: what a process that still runs is working on stays.
"""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from pipeline.store.faults import disk_fault


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


def remove_store(folder: Path, names: Collection[str]) -> int:
    """Remove what a store holds under these names, and the folder when nothing else is in it; give the bytes freed."""
    ours = [folder / name for name in names if (folder / name).exists()]
    size = sum(path.stat().st_size for one in ours for path in (one, *one.rglob("*")) if path.is_file())
    try:
        for path in ours:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        if not folder.is_symlink() and not any(folder.iterdir()):
            folder.rmdir()
    except OSError as problem:
        raise disk_fault(problem, folder) from problem
    return size


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
