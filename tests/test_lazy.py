"""A module that is named runs when it is used, and differs in nothing else."""

import subprocess
import sys
from pathlib import Path

from tests.places import ROOT

LOUD = "print('{name} runs')\nVALUE = 7\n\n\ndef double(number):\n    return 2 * number\n"


def run(folder: Path, program: str) -> str:
    """Run a program of the toy package `press`, whose modules say when they run."""
    package = folder / "press"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from pipeline.lazy import run_when_used\n\nrun_when_used(__name__)\n"
    )
    for name in ("one", "two"):
        (package / f"{name}.py").write_text(LOUD.format(name=name))
    path = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(folder)!r}]\n"
    done = subprocess.run(
        [sys.executable, "-P", "-c", path + program], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_module_that_is_only_named_does_not_run(tmp_path: Path):
    assert run(tmp_path, "from press import one, two\nprint('named')\none.VALUE\n") == "named\none runs\n"


def test_a_name_that_is_taken_out_of_a_module_runs_it_at_once(tmp_path: Path):
    assert run(tmp_path, "from press.one import double\nprint(double(2))\n") == "one runs\n4\n"


def test_a_module_runs_once_whoever_uses_it(tmp_path: Path):
    program = "from press import one\nfrom press.one import double\nprint(one.double is double)\n"
    assert run(tmp_path, program) == "one runs\nTrue\n"


def test_what_a_module_makes_can_be_pickled(tmp_path: Path):
    program = (
        "import pickle\nfrom press import one\nprint(pickle.loads(pickle.dumps(one.double)) is one.double)\n"
    )
    assert run(tmp_path, program) == "one runs\nTrue\n"


def test_other_modules_are_left_alone(tmp_path: Path):
    assert run(tmp_path, "import press, types, wave\nprint(type(wave) is types.ModuleType)\n") == "True\n"


def test_a_module_can_be_run_by_its_name(tmp_path: Path):
    assert run(tmp_path, "import runpy\nrunpy.run_module('press.one', run_name='__main__')\n") == "one runs\n"


def test_ctrl_c_while_a_module_runs_is_heard_when_it_has_run(tmp_path: Path):
    program = """
import signal, press
from pathlib import Path
begin = "import signal\\nsignal.raise_signal(signal.SIGINT)\\n"
Path(press.__path__[0], "slow.py").write_text(begin + "VALUE = 7\\n")
from press import slow
try:
    slow.VALUE
except KeyboardInterrupt:
    print("interrupted", slow.VALUE, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""
    assert run(tmp_path, program) == "interrupted 7 True\n"
