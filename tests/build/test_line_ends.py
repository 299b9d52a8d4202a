from pipeline.build.outcome import State
from pipeline.build.project import Project
from tests.build.press import Press


def publish(press: Press, line_end: str = "") -> State:
    project = Project(press.root, press.output)
    (outcome,) = project.publish(["second"], formats=["brf"], line_end=line_end)
    return outcome.state


def brf_faults(press: Press) -> list[str]:
    folder = str(press.edition("second"))
    return [finding.code for finding in Project(press.root, press.output).verify(folder)]


def test_other_line_ends_can_be_asked_for(press: Press):
    path = press.edition("second") / "braille" / "second.brf"
    assert publish(press) is State.MADE
    usual = path.read_bytes()
    assert publish(press, "lf") is State.MADE
    assert path.read_bytes() == usual.replace(b"\r\n", b"\n") != usual
    assert publish(press, "lf") is State.UNCHANGED
    assert brf_faults(press) == []
    assert publish(press) is State.MADE
    assert path.read_bytes() == usual


def test_line_ends_that_nobody_asked_for_are_a_fault(press: Press):
    publish(press)
    path = press.edition("second") / "braille" / "second.brf"
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
    assert "E-403" in brf_faults(press)
