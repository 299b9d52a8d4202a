"""Pokeach: essays into books that can be heard, touched and read."""

from pipeline.lazy import run_when_used

__version__ = "0.1.0"

run_when_used(__name__)
