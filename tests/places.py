"""Where things stand, for tests that read the repository's own files."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Material that is not part of the project; tests that use it run only where it exists."""
