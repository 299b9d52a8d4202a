"""What files said at an earlier state of the work: git's answer.

In: a folder of a working copy and a revision. Out: the files as they were then. Law: nothing in the working copy is
ever changed; git is only asked.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import MissingProgramError, UsageError

_PATIENCE_SECONDS = 60


def read_files_at(
    root: Path, folder: str, revision: str, *, holding: str = ""
) -> tuple[tuple[str, bytes], ...]:
    """Give (path below root, content) of every file that stood in a folder at a revision, sorted by path; only of
    paths that hold a text, if one is given."""
    _git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], b"")
    listed = _git(root, ["ls-tree", "-r", "-z", "--name-only", revision, "--", folder], b"")
    paths = sorted(path for path in listed.decode("utf-8").split("\0") if path and holding in path)
    wanted = "".join(f"{revision}:./{path}\n" for path in paths)
    return tuple(zip(paths, _contents(_git(root, ["cat-file", "--batch"], wanted.encode())), strict=True))


def _contents(batch: bytes) -> list[bytes]:
    """Part what `git cat-file --batch` gives: a line "<name> blob <size>", the content, a line end; again."""
    contents: list[bytes] = []
    begin = 0
    while begin < len(batch):
        line_end = batch.index(b"\n", begin)
        size = int(batch[begin:line_end].rsplit(b" ", 1)[1])
        contents.append(batch[line_end + 1 : line_end + 1 + size])
        begin = line_end + 1 + size + 1
    return contents


def _git(root: Path, arguments: Sequence[str], given: bytes) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except FileNotFoundError as problem:
        raise MissingProgramError(
            "git is not installed, so nothing can be compared. Install it (apt install git)."
        ) from problem
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip() or "git does not know this revision"
        raise UsageError(f"{reason}. Compare with a commit of this press, for example --since HEAD.")
    return done.stdout
