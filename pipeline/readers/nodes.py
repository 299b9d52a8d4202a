"""Parse Markdown (CommonMark, tables, notes, definition lists) into nodes.

In: text. Out: the tree of the library markdown-it, and the notes that stand in the text. Law: a line that only looks
like the definition of a link stays a line.
"""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from pipeline.errors import SourceError

_PARSER = (
    MarkdownIt("commonmark")
    .enable("table")
    .use(footnote_plugin, move_to_end=False, always_match_refs=True)
    .use(deflist_plugin)
)
"""Notes stay where they are printed: at the end, the plug-in would drop those that nothing refers to."""
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*:|[/#.]|<|[\w.-]+\.(?:html?|md|com|org|net|png|jpe?g|gif|svg|webp|pdf)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_PAIRED = re.compile(r"<(sup|i|em|b|strong|cite)(?:\s[^>]*)?>", re.IGNORECASE)


def parse(path: str, text: str) -> tuple[SyntaxTreeNode, dict[int, SyntaxTreeNode]]:
    """Parse, and give with the tree the notes that stand in the text, by their number.

    A line such as "[12]: Ibid." that is no address is a note, not a definition that vanishes.
    """
    found: dict[str, Any] = {}
    try:
        tokens = _PARSER.parse(text, found)
        references = found.get("references", {}).values()
        lost = [entry["map"][0] for entry in references if not _ADDRESS.match(entry["href"])]
        if lost:
            lines = text.split("\n")
            for number in lost:
                lines[number] = lines[number].replace("[", "\\[", 1)
            found = {}
            tokens = _PARSER.parse("\n".join(lines), found)
        notes = found.get("footnotes", {}).get("list", {})
        inline = {number: note["tokens"] for number, note in notes.items() if "tokens" in note}
        return SyntaxTreeNode(tokens), {number: SyntaxTreeNode(note) for number, note in inline.items()}
    except RecursionError as problem:
        raise SourceError(
            "lists or quotations lie too deep inside each other. Write them flat.", where=path, code="S-017"
        ) from problem


def text_of(nodes: Sequence[SyntaxTreeNode]) -> str:
    """Give the characters of a stretch, without those of marks and tags."""
    return "".join(node.content for node in nodes if node.type == "text")


def without_breaks(nodes: Sequence[SyntaxTreeNode]) -> Sequence[SyntaxTreeNode]:
    """Take <br> away where a paragraph begins or ends: there is no line before or after it."""
    begin, end = 0, len(nodes)
    while begin < end and _is_break(nodes[begin]):
        begin += 1
    while begin < end and _is_break(nodes[end - 1]):
        end -= 1
    return nodes[begin:end]


def _is_break(node: SyntaxTreeNode) -> bool:
    is_empty = node.type == "text" and not node.content.strip()
    return (
        is_empty
        or node.type == "softbreak"
        or bool(node.type == "html_inline" and _BREAK.match(node.content))
    )


def closing_tag(nodes: Sequence[SyntaxTreeNode], index: int) -> tuple[str, int]:
    """Find the sibling that closes the tag at `index`: its name and place; 0 when there is none."""
    found = _PAIRED.fullmatch(nodes[index].content) if nodes[index].type == "html_inline" else None
    if not found:
        return "", 0
    name = found[1].lower()
    for later in range(index + 1, len(nodes)):
        if nodes[later].type == "html_inline" and nodes[later].content.lower() == f"</{name}>":
            return name, later
    return "", 0
