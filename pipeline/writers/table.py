"""The table of formats: what `--only` can name.

A new format is one module with a Writer and one line here.
"""

from collections.abc import Mapping

from pipeline.model.publication import Writer
from pipeline.writers.audiobook import write_m4b, write_mp3_book
from pipeline.writers.braille_text import write_braille_text
from pipeline.writers.brf import write_brf, write_uncontracted_brf
from pipeline.writers.daisy3 import write_daisy3
from pipeline.writers.daisy202 import write_daisy202
from pipeline.writers.ebraille import write_ebraille
from pipeline.writers.epub3 import write_epub
from pipeline.writers.html import write_html
from pipeline.writers.mp3 import write_mp3
from pipeline.writers.pef import write_pef
from pipeline.writers.proof import write_proof

WRITERS: Mapping[str, Writer] = {
    "epub": write_epub,
    "daisy202": write_daisy202,
    "daisy3": write_daisy3,
    "html": write_html,
    "mp3": write_mp3,
    "mp3-book": write_mp3_book,
    "m4b": write_m4b,
    "brf": write_brf,
    "brf-grade1": write_uncontracted_brf,
    "braille-text": write_braille_text,
    "pef": write_pef,
    "ebraille": write_ebraille,
    "proof": write_proof,
}
