"""Read pages of Wikisource: one printed page after the other, in the wiki's own mark-up.

In: text. Out: a Reading. Law: running heads and page numbers in <noinclude> are no text and are told; a word or
paragraph broken by a page is whole again; a template that is not known keeps its words and is told.
"""

import html
import re
from collections import Counter

from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.readers import html as web_page
from pipeline.readers.reading import Reading

_SIGNS = re.compile(
    r"<noinclude>|\{\{(?:hws|hwe|hyphenated word (?:start|end)|nop|smallrefs|rule)\b", re.IGNORECASE
)
_NOINCLUDE = re.compile(r"<noinclude>(.*?)</noinclude>", re.DOTALL | re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_OUTSIDE_LINK = re.compile(r"\[(https?://\S+)\s+([^\[\]]+)\]")
_REFERENCE = re.compile(r"<ref(?:\s[^<>/]*)?>(.*?)</ref>", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"^(={2,6})\s*(.*?)\s*\1\s*$", re.MULTILINE)
_BOLD = re.compile(r"'''(.+?)'''")
_ITALIC = re.compile(r"''(.+?)''")
_PAGE = re.compile(r"\{\{c(?:enter)?\|\s*([ivxlc]+|\d+)\s*\}\}", re.IGNORECASE)
# {{hws|neigh|neighbours.}}, what stands at the turn of the page, {{hwe|bours.|neighbours.}}: the word is given whole.
_BROKEN_WORD = re.compile(
    r"\{\{(?:hws|hyphenated word start)\|[^{}|]*\|[^{}|]*\}\}((?:\s|<[^>]*>|[ivxlc\d]{1,6})*)"
    r"\{\{(?:hwe|hyphenated word end)\|[^{}|]*\|([^{}|]*)\}\}",
    re.IGNORECASE,
)
_CENTRED = re.compile(
    r"^(<span class=\"pagenum\">\w+</span>)?\{\{c(?:enter)?\|\{\{x*-?larger\|([^{}|]+)\}\}\}\}\s*$",
    re.MULTILINE,
)
_PLAIN_TEMPLATES = {
    "c",
    "center",
    "larger",
    "large",
    "x-larger",
    "xx-larger",
    "smaller",
    "small",
    "sc",
    "right",
    "left",
}
_EMPTY_TEMPLATES = {"nop", "smallrefs", "reflist", "rule", "dhr", "-", "gap", "nbsp", "pagebreak"}
_MOST_ROUNDS = 40


def is_wikitext(text: str) -> bool:
    """Tell whether a text has the signs of a wiki's page files."""
    return len(_SIGNS.findall(text[:200_000])) >= 1


def read_wikitext(path: str, text: str) -> Reading:
    """Turn the wiki's mark-up into a page, and read that."""
    making = _Making(path)
    page = making.page(text)
    reading = web_page.read_html(path, page)
    return Reading(
        sections=reading.sections, notices=(*making.notices(), *reading.notices), metadata=reading.metadata
    )


class _Making:
    """Makes a page of one text."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.apart: list[str] = []
        self.unknown: Counter[str] = Counter()
        self.notes: list[str] = []

    def page(self, text: str) -> str:
        text = text.replace("&nbsp;", "\u00a0")
        text = _NOINCLUDE.sub(self._noinclude, _with_page_numbers(text))
        text = _BROKEN_WORD.sub(r"{{whole|\2}}\1", text)
        text = self._templates(_centred(text))
        text = _LINK.sub(r"\1", text)
        text = _OUTSIDE_LINK.sub(r'<a href="\1">\2</a>', text)
        text = _BOLD.sub(r"<b>\1</b>", text)
        text = _ITALIC.sub(r"<i>\1</i>", text)
        text = _REFERENCE.sub(self._reference, text)
        text = _HEADING.sub(lambda found: f"<h{len(found[1])}>{found[2]}</h{len(found[1])}>", text)
        paragraphs = "".join(
            part if part.lstrip().startswith(("<h", "\n<h")) else f"<p>{part}</p>\n\n"
            for part in re.split(r"\n[ \t]*\n\s*", text)
            if part.strip()
        )
        notes = "".join(f'<li id="wn{n}">{words}</li>' for n, words in enumerate(self.notes, 1))
        return f"<body>{paragraphs}<ol>{notes}</ol></body>" if notes else f"<body>{paragraphs}</body>"

    def _noinclude(self, found: re.Match[str]) -> str:
        """Running heads are told; the number of the page stands at its beginning already."""
        inside = _PAGE.sub("", re.sub(r"<[^>]*>|\{\{rule\}\}|\{\{smallrefs\}\}", "", found[1]))
        words = " ".join(_TEMPLATE.sub(lambda template: " ".join(template[1].split("|")[1:]), inside).split())
        if words:
            self.apart.append(words)
        return ""

    def _templates(self, text: str) -> str:
        for _ in range(_MOST_ROUNDS):
            text, count = _TEMPLATE.subn(self._template, text)
            if not count:
                break
        return text

    def _template(self, found: re.Match[str]) -> str:
        name, *arguments = found[1].split("|")
        name = name.strip().lower()
        named = [argument for argument in arguments if not re.match(r"\s*\w+\s*=", argument)]
        if name in _EMPTY_TEMPLATES:
            return ""
        if name in ("whole", "hws", "hwe", "hyphenated word start", "hyphenated word end"):
            return named[0] if named else ""  # a half whose other half is not in this file stays a half
        if name in _PLAIN_TEMPLATES:
            return named[-1] if named else ""
        self.unknown[name] += 1
        return " ".join(named)

    def _reference(self, found: re.Match[str]) -> str:
        self.notes.append(found[1])
        number = len(self.notes)
        return f'<sup><a class="noteref" href="#wn{number}">{number}</a></sup>'

    def notices(self) -> tuple[Notice, ...]:
        """Tell what was set apart, and templates that are not known."""
        pos = SourcePos(path=self.path, line=1)
        found = []
        if self.apart:
            message = "running heads were left out: they are not the text."
            found.append(
                Notice(
                    code="S-067",
                    message=message,
                    weight=Weight.REMARK,
                    pos=pos,
                    fragment=" ".join(self.apart),
                )
            )
        for name, times in sorted(self.unknown.items()):
            message = (
                f"the wiki’s template “{name}” is not known ({times} times): its words were kept. Compare."
            )
            found.append(Notice(code="S-068", message=message, pos=pos, fragment=html.unescape(name)))
        return tuple(found)


def _with_page_numbers(text: str) -> str:
    """Put the number that is printed at the foot of a page where the page begins."""
    found: list[str] = []
    begin = 0
    for footer in _NOINCLUDE.finditer(text):
        if number := _PAGE.search(footer[1]):
            found += [f'<span class="pagenum">{number[1]}</span>', text[begin : footer.end()]]
            begin = footer.end()
    return "".join([*found, text[begin:]])


def _centred(text: str) -> str:
    """A line of its own that is centred and enlarged is a heading."""
    return _CENTRED.sub(r"== \2 ==\n\n\1", text)
