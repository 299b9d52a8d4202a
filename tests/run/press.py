"""A press for the script's tests: a copy of ./run and its scripts, and a machine whose programs are stand-ins."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.places import ROOT

TOOLS = ("cat", "cksum", "cp", "env", "ln", "mkdir", "rm", "sed", "sh", "sort", "tail", "tr")
"""What every POSIX system has and the script may use."""

PYTHON = f"""#!/bin/sh
# Stands in for Python: answers as the script's questions need it, and shows any other arguments.
case "$*" in
*os.path.realpath*) [ -x "$0" ] && echo "$0" ;;
"-m venv "*) mkdir -p "$3/bin" "$3/lib/python3.11/site-packages" && cp "$0" "$3/bin/python" ;;
*"-m pip "*) echo "pip: no way to the registry"; [ ! -e "${{0%/*}}/../../offline" ] ;;
*sysconfig*) echo "${{0%/bin/python}}/lib/python3.11/site-packages" ;;
*fcntl*) exec "{sys.executable}" "$@" ;;
*louis.version*) ;;
*) echo "PYTHONPATH=${{PYTHONPATH-}}"; printf '%s\\n' "$@" ;;
esac
"""


@dataclass(frozen=True)
class Press:
    """A folder with ./run in it, and the folder of programs that stands for the machine."""

    root: Path
    machine: Path

    def has(self, name: str, script: str) -> None:
        """Put a program on the machine."""
        program = self.machine / name
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)

    def start(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        """Start ./run without an answering person."""
        return subprocess.Popen(
            [str(self.root / "run"), *arguments],
            env={"PATH": str(self.machine), "POKEACH_LOUIS": str(self.root / "louis"), **environment},
            cwd=self.root.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """Run ./run: exit code, output, messages."""
        process = self.start(*arguments, **environment)
        output, messages = process.communicate(timeout=60)
        return process.returncode, output, messages

    @contextmanager
    def setting_up(self) -> Iterator[None]:
        """Be another ./run that is setting things up."""
        (self.root / ".venv").mkdir(exist_ok=True)
        with (self.root / ".venv" / "setup.lock").open("a", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def make_press(folder: Path) -> Press:
    """Copy the scripts into a folder with a difficult name; the machine has Python and liblouis."""
    press = Press(root=folder / "the press's folder", machine=folder / "bin")
    press.machine.mkdir()
    for tool in TOOLS:
        (press.machine / tool).symlink_to(shutil.which(tool) or "missing")
    press.has("python3", PYTHON)
    press.has("id", "#!/bin/sh\necho 1000\n")
    (press.root / "louis").mkdir(parents=True)
    (press.root / "louis" / "__init__.py").touch()
    for name in ("run", "requirements.lock"):
        shutil.copy(ROOT / name, press.root / name)
    shutil.copytree(ROOT / "scripts", press.root / "scripts")
    assert os.access(press.root / "run", os.X_OK)
    return press
