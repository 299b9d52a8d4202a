"""Pokeach: essays into books that can be heard, touched and read."""

__version__ = "0.1.0"
