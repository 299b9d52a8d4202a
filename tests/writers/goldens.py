"""The goldens of the writers."""

from pathlib import Path

from tests import goldens

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name: str, content: bytes) -> None:
    goldens.assert_golden(GOLDEN / name, content.decode())
