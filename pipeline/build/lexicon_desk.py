"""What volunteers do with the lexicon: look, listen, add, change, prove, compare, hand out.

In: a press's folder, settings and words. Out: values for the doors to print; `add`, `set_field` and `format_files`
write single files of the lexicon. Law: nothing is written that could not be read back; a broken file stops nobody from
mending another.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.build.compose import read_document
from pipeline.build.ear import ear
from pipeline.build.lexicon_changes import Change, find_changes
from pipeline.build.lexicon_find import find_words
from pipeline.build.lexicon_proof import Proof, prove
from pipeline.build.phrase import say_phrase, write_phrase
from pipeline.build.said import Said
from pipeline.build.words import Words, misplaced_words, open_words, read_lexicon_files, text_of, words_for
from pipeline.engines.dictionary import EnglishWords
from pipeline.engines.git import read_files_at
from pipeline.errors import LexiconError, UsageError
from pipeline.lexicon.aloud import misleading_syllables, spell_out, tell_sound, tell_table
from pipeline.lexicon.candidates import Candidate
from pipeline.lexicon.edit import checked_text, path_of, slug_for, with_proofs, with_values
from pipeline.lexicon.export import export_lexicon
from pipeline.lexicon.format import format_entry
from pipeline.lexicon.match import Match, compile_lexicon
from pipeline.lexicon.parse import parse_entry
from pipeline.lexicon.tokens import key_of
from pipeline.model.lexicon import BUILT_IN, PRESS, PUBLICATION, Entry, EntryTest, slug_in
from pipeline.model.settings import Settings
from pipeline.model.walk import every_sentence
from pipeline.store.press import (
    WORDS_SUFFIX,
    InputFile,
    SourceFile,
    list_own_words,
    list_sources,
    read_lexicon,
    read_source_file,
    with_own_words,
)
from pipeline.store.shelf import change_file, write_file

Finder = Callable[[str], tuple[Match, ...]]
_SAID_CH, _PRINTED_CH = (re.compile(letters, re.IGNORECASE) for letters in (r"(?<!t)ch", "tch|tsh"))
"""ch may be meant as in loch, be it printed ch, kh or h; where tch is printed or written, the church is meant."""
_LONGEST_TEST = 300
"""A test sentence beyond that is cut to the words around the one that it proves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a command tells of one word: lines for a person."""

    path: str
    lines: tuple[str, ...]


class LexiconDesk:
    """The lexicon of one press, and the sources that hold its words."""

    def __init__(
        self, root: Path, settings: Settings, words: Words, publication: SourceFile | None = None
    ) -> None:
        """Take the words that can be used, with the faults of the others. `publication`: the words are those that hold
        in this source, and what is added goes to its own."""
        self._root = root
        self._settings = settings
        self._words = words
        self._publication = publication
        self._layer = PUBLICATION if publication else PRESS

    def of(self, publication: str) -> "LexiconDesk":
        """Give the desk of one source, its own words above those of the press."""
        source = next(iter(self._sources((publication,))))
        return LexiconDesk(self._root, self._settings, words_for(source, self._words), source)

    def show(self, word: str) -> str:
        """Give the entries for a printed word, each in the form of its file, behind its layer and path: of each
        publication that has its own, of the press, built in."""
        lexicons = [*(words.lexicon for _, words in self._publications()), self._words.lexicon]
        entries = dict.fromkeys(match.entry for lexicon in lexicons for match in lexicon.find(word))
        if not entries:
            self._raise_fault_of(word)
            raise UsageError(
                f"the lexicon has no entry for {word!r}. Add one: ./run lexicon add {word} RESPELLING."
            )
        return "\n".join(f"# {entry.layer}: {entry.path}\n{format_entry(entry)}" for entry in entries)

    def faults(self) -> tuple[LexiconError, ...]:
        """Give every fault of every file of every layer."""
        try:
            own = [fault for _, words in self._publications() for fault in words.faults]
        except LexiconError as stray:
            own = [stray]
        return (*self._words.faults, *own, *misplaced_words(self._root))

    def find(self, wanted: Sequence[str] = ()) -> tuple[Candidate, ...]:
        """Give the words of the sources that a person should look at."""
        return find_words(self._sources(wanted), self._words, self._settings)

    def hear(self, word: str, *, in_context: bool, to: str = "") -> tuple[str, Said]:
        """Say a word, or the sentence it stands in; give that phrase and how it sounds. `to`: write it there."""
        phrase = self._sentence_with(word) if in_context else word
        if to:
            write_phrase(phrase, to, self._words, self._settings)
        return phrase, say_phrase(phrase, self._words, self._settings)

    def say(self, text: str) -> Said:
        """Tell how a phrase is spoken and brailled."""
        return say_phrase(text, self._words.whole(), self._settings)

    def record(self, text: str, to: str) -> None:
        """Write a phrase to an MP3 file."""
        write_phrase(text, to, self._words.whole(), self._settings)

    def add(self, entry: Entry, *, slug: str = "", sentence: str = "") -> Told:
        """Write a new entry, proved by the first sentence of the sources that holds the word."""
        slug = slug or slug_for(entry.word)
        path = self._path_of(slug)
        if (self._root / path).exists():
            raise UsageError(f"{path} is there already. Change it: {self._set(slug)} FIELD VALUE.")
        self._refuse_known(entry)
        entry = parse_entry(checked_text(replace(entry, slug=slug), path), path, layer=self._layer)
        alone = compile_lexicon([entry], self._words.sounds)
        text = sentence or self._first_sentence(alone.find, entry.word)
        heard = [match.ipa for match in alone.find(text)]
        if not heard:
            raise UsageError(
                f'the sentence "{text}" does not hold {entry.word}. Give another: --sentence "..."'
            )
        proved = replace(entry, tests=(EntryTest(text=text, hears=heard[0]),))
        self._words.lexicon.with_entry(proved)
        write_file(self._root / path, checked_text(proved, path).encode(), make_folders=True)
        lines = [f"Written to {path}.", *self._tell(proved), f"It is proved by: {text}"]
        if EnglishWords().knows(entry.word.lower()) and not entry.only_when:
            lines.append(
                f"Mind: {entry.word} is an English word, too, and is said so wherever it stands. If it is not always "
                f"meant: {self._set(slug)} only_when after:WORD."
            )
        return Told(path=path, lines=tuple(lines))

    def _refuse_known(self, entry: Entry) -> None:
        """Name the file of this layer that claims a new entry's word already, with its sound."""
        for match in self._words.lexicon.find(entry.word):
            known = match.entry
            if (
                match.end - match.begin == len(entry.word)
                and match.form in ("exact", "spelling")
                and not known.only_when
                and known.layer == self._layer
            ):
                raise UsageError(
                    f"{entry.word} is known already: {known.path} says {known.say or known.ipa or known.read_as}. "
                    f"Change it: {self._set(known.slug.rpartition('/')[2])} FIELD VALUE."
                )

    def _path_of(self, slug: str) -> str:
        """Give where the file of a new entry stands."""
        path = path_of(slug)
        if not self._publication:
            return path
        return f"{self._publication.text.path.rpartition('.')[0]}{WORDS_SUFFIX}/{slug}.toml"

    def _set(self, slug: str) -> str:
        """Give the command that changes an entry, for messages."""
        return f"./run lexicon set {self._option()}{slug}"

    def _option(self) -> str:
        return f"--for {self._publication.slug} " if self._publication else ""

    def set_field(self, word: str, field: str, values: Sequence[str], *, add: bool) -> Told:
        """Change one field of an entry's file; its comments stay."""
        file = self._file_of(word)
        before = text_of(file)
        was = parse_entry(before, file.path, layer=self._layer)
        entry = with_values(was, field, values, add=add)
        if self._ipa(was) and self._ipa(entry):
            entry = with_proofs(entry, self._ipa(was), self._ipa(entry))
        changed = parse_entry(checked_text(entry, file.path), file.path, layer=self._layer)
        self._words.lexicon.with_entry(changed)
        change_file(self._root / file.path, checked_text(changed, file.path, before=before).encode())
        return Told(path=file.path, lines=(f"Written to {file.path}.", *self._tell(changed)))

    def format_files(self) -> tuple[str, ...]:
        """Write every file in the one form; give the paths of those that changed."""
        changed = []
        own = [file for source, _ in self._publications() for file in source.words]
        for file in (*read_lexicon(self._root), *own):
            before = text_of(file)
            text = checked_text(parse_entry(before, file.path), file.path, before=before)
            if text.encode() != file.content:
                change_file(self._root / file.path, text.encode())
                changed.append(file.path)
        return tuple(changed)

    def prove(self, wanted: Sequence[str] = ()) -> Proof:
        """Have the voice prove the entries named, or all."""
        words = self._words if wanted else self._words.whole()
        own = [
            (publication, [entry for entry in publication.whole().entries if entry.layer == PUBLICATION])
            for _, publication in self._publications()
        ]
        entries = [entry for entry in words.entries if not wanted and entry.layer != BUILT_IN]
        for word in wanted:
            named = [entry for _, there in own for entry in there if _is_written(word, entry)]
            if not named or self._words.lexicon.find(word):
                entries.append(self._entry_of(word))
        proof = prove(entries, words, self._settings)
        for publication, there in own:
            asked = [
                entry for entry in there if not wanted or any(_is_written(word, entry) for word in wanted)
            ]
            proof += prove(asked, publication, self._settings)
        return proof

    def changes(self, since: str) -> tuple[Change, ...]:
        """Give the sentences that changed since a commit."""
        then = self._files_at("lexicon", since)
        now = read_lexicon_files(self._root, self._settings)
        sounds = next((file for file in then if file.path == "lexicon/sounds.toml"), now.sounds)
        press = tuple(file for file in then if file.path.startswith("lexicon/words/"))
        before = open_words(replace(now, sounds=sounds, press=press)).whole()
        own = self._files_at("sources", since, holding=f"{WORDS_SUFFIX}/")
        pairs = [(with_own_words(source, own), source) for source in self._sources(())]
        return find_changes(pairs, before, self._words.whole(), self._settings)

    def _files_at(self, folder: str, since: str, *, holding: str = "") -> tuple[InputFile, ...]:
        found = read_files_at(self._root, folder, since, holding=holding)
        return tuple(InputFile(path=path, content=content) for path, content in found)

    def sounds(self) -> tuple[str, ...]:
        """Tell the table of sounds in lines."""
        return tell_table(self._words.sounds)

    def export(self, form: str, *, to: str = "") -> str:
        """Give the lexicon in another form. `to`: write it there."""
        text = export_lexicon(self._words.lexicon, form)
        if to:
            write_file(Path(to), text.encode())
        return text

    def _publications(self) -> Iterator[tuple[SourceFile, Words]]:
        """Yield the sources that have words of their own, with all words that hold in them."""
        for path in list_own_words(self._root):
            source = read_source_file(path, self._root)
            yield source, words_for(source, self._words)

    def _refuse_word_of_publication(self, word: str) -> None:
        """Name the source that alone has a word, and the option that leads to it."""
        for source, words in self._publications():
            for entry in words.entries if source is not self._publication else ():
                if entry.layer == PUBLICATION and _is_written(word, entry):
                    raise UsageError(
                        f"{word} is a word of {source.slug} alone: {entry.path}. Write --for {source.slug}, too."
                    )

    def _sources(self, wanted: Sequence[str]) -> tuple[SourceFile, ...]:
        """Read the sources named; when none is, that of this desk, or all."""
        if self._publication and not wanted:
            return (self._publication,)
        return tuple(read_source_file(path, self._root) for path in list_sources(self._root, wanted))

    def _entry_of(self, word: str) -> Entry:
        """Find an entry by the name of its file, its word, a spelling, or a form."""
        known = self._words.lexicon.entry
        named = known(slug_in(self._layer, word)) or known(word)
        if named:
            return named
        found = self._words.lexicon.find(word)
        if len(found) == 1 and (found[0].begin, found[0].end) == (0, len(word)):
            return found[0].entry
        for entry in self._words.entries:
            if _is_written(word, entry):
                return entry
        if found:
            return found[0].entry
        self._raise_fault_of(word)
        self._refuse_word_of_publication(word)
        raise UsageError(
            f"the lexicon has no entry for {word!r}. Add one: ./run lexicon add {word} RESPELLING."
        )

    def _raise_fault_of(self, word: str) -> None:
        """Raise what is wrong with the file of a word, if it is broken."""
        name = f"/{slug_for(word)}.toml:" if word.isascii() else ""
        for fault in self._words.faults:
            if name and name in fault.where:
                raise fault

    def _file_of(self, word: str) -> InputFile:
        """Find the file of an entry of this layer."""
        entry = self._entry_of(word)
        if self._publication and entry.layer != PUBLICATION:
            raise UsageError(
                f"{entry.word} is no word of {self._publication.slug} alone: {entry.path} says it everywhere. "
                f"What this source says otherwise beats it: ./run lexicon add {self._option()}{word} RESPELLING."
            )
        if entry.layer == BUILT_IN:
            raise UsageError(
                f"{entry.word} is built in: its file belongs to Pokeach. What this press adds beats it: "
                f"./run lexicon add {word} RESPELLING."
            )
        files = self._publication.words if self._publication else read_lexicon(self._root)
        return next(file for file in files if file.path == entry.path)

    def _ipa(self, entry: Entry) -> str:
        """Give the sound of an entry in the house form; empty when only words are read for it."""
        sounds = self._words.sounds
        return sounds.ipa_of(entry.say) if entry.say else sounds.normal_ipa(entry.ipa) if entry.ipa else ""

    def _tell(self, entry: Entry) -> tuple[str, ...]:
        """Tell a new sound back in words, with what may mislead a reader of it."""
        sounds, ipa = self._words.sounds, self._ipa(entry)
        if not ipa:
            return (f"Read as: {entry.read_as}.",)
        voice = ear(self._settings, sounds)
        lines = [f"{entry.word}: {tell_sound(ipa, sounds)}.", f"IPA: {ipa}"]
        lines += [f"Letter by letter: {spell_out(entry.say)}."] if entry.say else []
        misleading = misleading_syllables(
            entry.say, sounds, is_english=EnglishWords().knows, heard=voice.phonemes
        )
        lines += [
            f'Mind: "{syllable}" is an English word that is said otherwise; is the sound meant?'
            for syllable in misleading
        ]
        if _SAID_CH.search(entry.say) and not _PRINTED_CH.search(entry.word):
            lines.append("Mind: ch is said as in church. If the throat sound of loch is meant, write kh.")
        return tuple(lines)

    def _sentence_with(self, word: str) -> str:
        """Give a sentence that holds a word: of the sources, else of its own tests."""
        entry = self._entry_of(word)
        alone = compile_lexicon([entry], self._words.sounds)
        return self._first_sentence(alone.find, entry.tests[0].text if entry.tests else word)

    def _first_sentence(self, find: Finder, otherwise: str) -> str:
        for source in self._sources(()):
            document, _ = read_document(source, self._words, self._settings)
            for sentence in every_sentence(document):
                found = find(sentence.text)
                if found:
                    return _cut(sentence.text, found[0].begin)
        return otherwise


def _is_written(word: str, entry: Entry) -> bool:
    """Tell whether an entry writes a word out: as its word, a spelling or a form."""
    return key_of(word) in map(key_of, (entry.word, *entry.spellings, *(form.text for form in entry.forms)))


def _cut(text: str, place: int) -> str:
    """Give a sentence on one line; of a long one the words around a place."""
    if len(text) > _LONGEST_TEST:
        begin = max(0, place - _LONGEST_TEST // 3)
        text = text[begin : begin + _LONGEST_TEST]
        text = text[text.find(" ") + 1 if begin else 0 : text.rfind(" ")]
    return " ".join(text.split())
