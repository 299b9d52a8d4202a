"""The table of formats: what `--only` can name.

A new format is one module with a Writer and one line here.
"""

from collections.abc import Mapping

from pipeline.model.publication import Writer
from pipeline.writers.brf import write_brf
from pipeline.writers.daisy3 import write_daisy3
from pipeline.writers.daisy202 import write_daisy202
from pipeline.writers.epub3 import write_epub
from pipeline.writers.mp3 import write_mp3

WRITERS: Mapping[str, Writer] = {
    "epub": write_epub,
    "daisy202": write_daisy202,
    "daisy3": write_daisy3,
    "mp3": write_mp3,
    "brf": write_brf,
}
