"""The lexicon in the forms that other programs and people read.

In: a Lexicon. Out: text: PLS 1.0, an NVDA speech dictionary, a table, a page. Law: what a form cannot hold is left out
and counted at its top; nothing is bent to fit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pipeline.errors import UsageError
from pipeline.lexicon.aloud import spell_out, tell_sound
from pipeline.lexicon.match import Lexicon
from pipeline.lexicon.sounds import Sounds
from pipeline.lexicon.tokens import is_hebrew
from pipeline.model.lexicon import Entry, Form

_PLS = "http://www.w3.org/2005/01/pronunciation-lexicon"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One sound, and all spellings that have it."""

    entry: Entry
    written: tuple[str, ...]
    ipa: str
    """Empty: `read_as` says it."""
    say: str


def export_lexicon(lexicon: Lexicon, form: str) -> str:
    """Give the lexicon in one of the forms of EXPORTS."""
    if form not in EXPORTS:
        raise UsageError(f"there is no export {form!r}. Choose from: {', '.join(EXPORTS)}.")
    return EXPORTS[form](lexicon)


def _lines(lexicon: Lexicon) -> Iterator[_Line]:
    for entry in lexicon.entries:
        if entry.status in ("retired", "draft") or not (entry.say or entry.ipa or entry.read_as):
            continue
        yield _line(
            entry, (entry.word, *entry.spellings), entry if not entry.read_as else None, lexicon.sounds
        )
        for form in entry.forms:
            yield _line(entry, (form.text,), form, lexicon.sounds)


def _line(entry: Entry, written: tuple[str, ...], spoken: Entry | Form | None, sounds: Sounds) -> _Line:
    if spoken is None:
        return _Line(entry=entry, written=written, ipa="", say="")
    ipa = sounds.normal_ipa(spoken.ipa) if spoken.ipa else sounds.ipa_of(spoken.say)
    return _Line(entry=entry, written=written, ipa=ipa, say=spoken.say or sounds.say_of(ipa))


def _everywhere(lexicon: Lexicon) -> tuple[list[_Line], str]:
    """Give the lines of entries that apply everywhere, and a sentence about the others."""
    lines = list(_lines(lexicon))
    kept = [line for line in lines if not line.entry.only_when]
    return kept, f"{len(lines) - len(kept)} sounds that apply only in some places are left out."


def _pls(lexicon: Lexicon) -> str:
    lines, left_out = _everywhere(lexicon)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<lexicon version="1.0" xmlns="{_PLS}" alphabet="ipa" xml:lang="en-US">',
            f"  <!-- {left_out} -->",
            *(_lexeme(line) for line in lines),
            "</lexicon>\n",
        )
    )


def _lexeme(line: _Line) -> str:
    graphemes = "".join(f"<grapheme>{escape(word, quote=False)}</grapheme>" for word in line.written)
    if line.ipa:
        return f"  <lexeme>{graphemes}<phoneme>{line.ipa}</phoneme></lexeme>"
    return f"  <lexeme>{graphemes}<alias>{escape(line.entry.read_as, quote=False)}</alias></lexeme>"


def _nvda(lexicon: Lexicon) -> str:
    """Each line: pattern, replacement, 1 for exact capitals, 2 for a whole word; comments begin with #."""
    lines, left_out = _everywhere(lexicon)
    rows = [
        f"#Words as this press says them, in letters that most voices read nearly right. {left_out}",
        *(_nvda_row(word, line) for line in lines for word in line.written),
    ]
    return "\ufeff" + "\r\n".join(rows) + "\r\n"


def _nvda_row(word: str, line: _Line) -> str:
    spoken = line.say.lower().replace("-", "") if line.ipa else line.entry.read_as
    exact = int(line.entry.case == "exact")
    return "\t".join((word.replace("#", r"\#"), spoken.replace("#", r"\#"), str(exact), "2"))


def _tsv(lexicon: Lexicon) -> str:
    rows = ["word\tspellings\tsay\tipa\tread_as\tonly_when\tmeaning\thebrew\tkind\tstatus\tconfidence\tfile"]
    for line in _lines(lexicon):
        entry = line.entry
        rows.append(
            "\t".join(
                (
                    line.written[0],
                    "; ".join(line.written[1:]),
                    line.say,
                    line.ipa,
                    entry.read_as,
                    entry.only_when,
                    entry.meaning,
                    entry.hebrew,
                    entry.kind,
                    entry.status,
                    entry.confidence,
                    f"{entry.slug}.toml",
                )
            )
        )
    return "\n".join(rows) + "\n"


def _html(lexicon: Lexicon) -> str:
    sections: dict[str, list[_Line]] = {}
    for line in sorted(_lines(lexicon), key=lambda line: (line.written[0].casefold(), line.entry.slug)):
        first = line.written[0][:1].upper()
        sections.setdefault(first if first.isascii() else "Hebrew letters", []).append(line)
    body = "\n".join(
        f"<section><h2>{escape(letter)}</h2>\n{_html_lines(lines, lexicon.sounds)}</section>"
        for letter, lines in sections.items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>How the words are said</title></head>\n'
        f"<body>\n<h1>How the words are said</h1>\n{body}\n</body>\n</html>\n"
    )


def _html_lines(lines: Sequence[_Line], sounds: Sounds) -> str:
    return "".join(f"<h3>{_marked(line.written[0])}</h3>\n{_html_line(line, sounds)}" for line in lines)


def _html_line(line: _Line, sounds: Sounds) -> str:
    said = tell_sound(line.ipa, sounds) if line.ipa else f"read as: {line.entry.read_as}"
    rows = [f"Said in {said}." if line.ipa else f"{said.capitalize()}."]
    rows += [f"Written letter by letter: {spell_out(line.written[0])}."] if line.ipa else []
    rows += [f"Also written: {', '.join(line.written[1:])}."] if line.written[1:] else []
    rows += [f"Meaning: {line.entry.meaning}."] if line.entry.meaning else []
    rows += ["This sound is a guess."] if line.entry.confidence == "guess" else []
    return "".join(f"<p>{escape(row, quote=False)}</p>\n" for row in rows)


def _marked(word: str) -> str:
    language = 'lang="he" dir="rtl"' if is_hebrew(word) else 'lang="he-Latn"'
    return f"<span {language}>{escape(word, quote=False)}</span>"


EXPORTS: Mapping[str, Callable[[Lexicon], str]] = {"pls": _pls, "nvda": _nvda, "tsv": _tsv, "html": _html}
"""The forms: PLS 1.0 (https://www.w3.org/TR/pronunciation-lexicon/), NVDA's speech dictionary, a table, a page."""
