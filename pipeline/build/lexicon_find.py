"""The words of the sources that a person should look at.

In: sources, the lexicon, settings. Out: candidates. Here the word list and the voice are asked; what their answers
mean is decided in pipeline/lexicon/candidates.py.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.build.compose import read_document
from pipeline.build.ear import ear
from pipeline.build.words import Words, words_for
from pipeline.engines.dictionary import EnglishWords
from pipeline.lexicon.candidates import Candidate, Sources, find_candidates
from pipeline.model.settings import Settings
from pipeline.model.walk import every_sentence
from pipeline.store.press import SourceFile

_MARKS = re.compile("[\N{MODIFIER LETTER VERTICAL LINE}\N{MODIFIER LETTER LOW VERTICAL LINE}\\s_-]")
# Only such words are ever spelled: consonants that no English word begins with, or one letter and an apostrophe.
_SPELLABLE = re.compile(r"[^aeiouy\W\d]{2}|[^\W\d]['’-]", re.IGNORECASE)


def find_words(sources: Sequence[SourceFile], words: Words, settings: Settings) -> tuple[Candidate, ...]:
    """Give the candidates of all sources together."""
    asked = Sources(knows=EnglishWords().knows, is_spelled=_ear(words, settings))
    own = {source.slug: words_for(source, words).lexicon for source in sources if source.words}
    return find_candidates(_sentences(sources, words, settings), words.lexicon, asked, own)


def _sentences(sources: Sequence[SourceFile], words: Words, settings: Settings) -> Iterator[tuple[str, str]]:
    for source in sources:
        document, _ = read_document(source, words, settings)
        for sentence in every_sentence(document):
            yield source.slug, sentence.text


def _ear(words: Words, settings: Settings) -> Callable[[str], bool]:
    """Give a way to tell whether the voice says letters of a word by their names."""
    voice = ear(settings, words.sounds)

    def is_spelled(word: str) -> bool:
        if not _SPELLABLE.match(word):
            return False
        first, second = (letter for letter in re.sub(r"[^\w]", "", word)[:2])
        heard = _MARKS.sub("", voice.phonemes(word))
        names = [_MARKS.sub("", voice.phonemes(f"{letter.upper()}.")) for letter in (first, second)]
        together = "".join(names)
        return heard.startswith(together) or (not word[1].isalpha() and heard.startswith(names[0]))

    return is_spelled
