import subprocess
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.run.press import Press, make_press

SCRIPTS = (
    "run",
    ".ci/run",
    "scripts/setup.sh",
    "scripts/check",
    "scripts/test",
    "scripts/lock",
)
PASSED_ON = "PYTHONPATH=\n-P\n-m\npipeline.cli\nsay\na phrase\n"


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return make_press(tmp_path)


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_is_shell_without_faults_of_syntax(script: str):
    done = subprocess.run(["sh", "-n", ROOT / script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_command_it_explains_itself_and_installs_nothing(press: Press):
    code, output, messages = press.run()
    assert (code, messages) == (0, "")
    assert "./run publish" in output
    assert "./run test" in output
    assert not (press.root / ".venv").exists()


def test_first_call_sets_up_and_runs_the_command(press: Press):
    code, output, messages = press.run("say", "a phrase")
    assert (code, output) == (0, PASSED_ON)
    assert messages == "Preparing the Python environment in .venv (once; about half a minute).\n"


def test_second_call_adds_no_word_and_leaks_no_packages(press: Press):
    press.run("say", "a phrase")
    assert press.run("say", "a phrase", PYTHONPATH="/elsewhere") == (0, PASSED_ON, "")


def test_environment_knows_the_project_and_the_systems_braille_binding(press: Press):
    press.run("publish")
    site = press.root / ".venv/lib/python3.11/site-packages"
    assert (site / "pokeach.pth").read_text(encoding="utf-8") == f"{press.root}\n"
    assert (site / "louis").resolve() == press.root / "louis"


def test_failed_installation_shows_why_and_the_next_call_repairs_it(press: Press):
    (press.root / "offline").touch()
    code, output, messages = press.run("publish")
    assert (code, output) == (3, "")
    assert "The installation of the Python packages failed." in messages
    assert "    pip: no way to the registry\n" in messages
    (press.root / "offline").unlink()
    assert press.run("say", "a phrase")[:2] == (0, PASSED_ON)


@pytest.mark.parametrize("damage", ["lock changed", "python gone", "braille binding gone", "folder moved"])
def test_environment_that_no_longer_fits_is_made_anew(press: Press, damage: str):
    press.run("publish")
    match damage:
        case "lock changed":
            (press.root / "requirements.lock").write_text("rich==1.0\n", encoding="utf-8")
        case "python gone":
            (press.root / ".venv/bin/python").unlink()
        case "braille binding gone":
            (press.root / ".venv/lib/python3.11/site-packages/louis").unlink()
        case "folder moved":
            moved = press.root.with_name("moved")
            press.root.rename(moved)
            press = Press(root=moved, machine=press.machine)
    code, output, messages = press.run("say", "a phrase")
    assert (code, output) == (0, PASSED_ON)
    assert messages.startswith("Preparing the Python environment")
    assert press.run("say", "a phrase") == (0, PASSED_ON, "")


def test_second_run_at_once_waits_and_says_so(press: Press):
    with press.setting_up():
        process = press.start("say", "a phrase")
        assert process.stderr
        first = process.stderr.readline()
    output, _ = process.communicate(timeout=60)
    assert first == "Another ./run is setting things up here; waiting until it is done.\n"
    assert (process.returncode, output) == (0, PASSED_ON)


NOTHING_HERE = """\
Pokeach needs what is not on this machine yet and cannot install it by itself:
    python3: Python 3.11 or newer, in which Pokeach is written
    python3-venv: keeps Pokeach's Python packages apart from the system's
On Debian or Ubuntu, an administrator types:
    apt install python3 python3-venv
With Homebrew:
    brew install python
Then give the same command again.
"""


def test_system_without_apt_gets_one_list_of_what_to_install(press: Press):
    (press.machine / "python3").unlink()
    assert press.run("publish") == (3, "", NOTHING_HERE)


def test_apt_is_left_alone_by_a_user_without_sudo(press: Press):
    (press.machine / "python3").unlink()
    press.has("apt-get", f"#!/bin/sh\n: >'{press.machine}/touched'\n")
    assert press.run("publish") == (3, "", NOTHING_HERE)
    assert not (press.machine / "touched").exists()


def test_sudo_that_needs_a_password_is_not_asked_when_nobody_can_answer(press: Press):
    (press.machine / "python3").unlink()
    press.has("apt-get", "#!/bin/sh\n")
    press.has("sudo", '#!/bin/sh\n[ "$1" != -n ] || exit 1\necho asked >&2\n')
    assert press.run("publish") == (3, "", NOTHING_HERE)


def test_root_installs_what_is_missing_and_goes_on(press: Press):
    (press.machine / "python3").rename(press.machine / "kept")
    press.has("id", "#!/bin/sh\necho 0\n")
    press.has(
        "apt-get",
        f"#!/bin/sh\ncase $* in *install*) cp '{press.machine}/kept' '{press.machine}/python3' ;; esac\n",
    )
    code, output, messages = press.run("say", "a phrase")
    assert (code, output) == (0, PASSED_ON)
    assert messages.startswith("Installing with apt:\n    python3: Python 3.11 or newer")


def test_failing_apt_shows_its_last_words(press: Press):
    (press.machine / "python3").unlink()
    press.has("id", "#!/bin/sh\necho 0\n")
    press.has("apt-get", "#!/bin/sh\necho E: no such mirror\nexit 100\n")
    code, output, messages = press.run("publish")
    assert (code, output) == (3, "")
    assert "The installation by apt failed." in messages
    assert "    E: no such mirror\n" in messages


def test_python_that_is_too_old_counts_as_none(press: Press):
    press.has("python3", "#!/bin/sh\nexit 1\n")
    code, _, messages = press.run("publish")
    assert code == 3
    assert "python3: Python 3.11 or newer" in messages


def test_tests_run_with_the_versions_that_work_is_done_with():
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(" ;")[0].rstrip(" \\") for line in lines if "==" in line and line[0].isalnum()}

    work = pins("requirements.lock")
    assert len(work) > 10
    assert work <= pins("requirements-test.lock")
