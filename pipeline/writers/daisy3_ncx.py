"""The navigation of a DAISY 3 book (navigation.ncx) and the names of what can be skipped (resources.res).

In: planned parts and nodes. Out: bytes. Laws (spec 6.2): every heading, page and note is a target; targets are
numbered in playing order, the same place always by the same number; counts are computed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.document import PageBreak
from pipeline.model.publication import Publication
from pipeline.writers.daisy3_plan import SKIPPABLE, Moment, Node, Stretch, dtbook_page, every_node
from pipeline.writers.daisy3_smil import switch_attributes
from pipeline.writers.daisy_plan import HeadingPart, Sound
from pipeline.writers.markup import DECLARATION, element, empty, escape, lines
from pipeline.writers.reading import page_breaks
from pipeline.writers.smil import clock_value

_DOCTYPE = (
    '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">\n'
)
_NAMESPACE = "http://www.daisy.org/z3986/2005/ncx/"
_RESOURCE_DOCTYPE = (
    '<!DOCTYPE resources PUBLIC "-//NISO//DTD resource 2005-1//EN" '
    '"http://www.daisy.org/z3986/2005/resource-2005-1.dtd">\n'
)
_RESOURCE_NAMESPACE = "http://www.daisy.org/z3986/2005/resource/"
_SMIL_NAMESPACE = "http://www.w3.org/2001/SMIL20/"
_NAMES = {
    "note": "Note",
    "noteref": "Note reference",
    "pagenum": "Page number",
    "list": "List",
    "table": "Table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What the navigation leads through."""

    parts: Sequence[HeadingPart]
    nodes: Mapping[str, Sequence[Node]]
    """SMIL file -> its nodes."""
    place_of: Mapping[str, str]
    """Id of a fragment -> SMIL file and fragment."""

    @property
    def every(self) -> Iterator[Node]:
        """All nodes in playing order."""
        for part in self.parts:
            yield from every_node(self.nodes[part.smil])


def ncx_document(publication: Publication, way: Way, tests: Collection[str]) -> bytes:
    """Give navigation.ncx; `tests` are the structures that can be switched off."""
    metadata = publication.document.metadata
    pages = page_breaks(publication.document)
    order = _play_order(way)
    authors = [who.name for who in metadata.contributors if who.role == "aut"]
    content = lines(
        element("head", {}, "\n", _head(publication, way, tests), "\n"),
        element("docTitle", {}, _label(metadata.shown_title, _title_sound(publication, way))),
        *(element("docAuthor", {}, _label(name, None)) for name in authors),
        element("navMap", {}, "\n", _nav_points(way, order), "\n"),
        _page_list(pages, way, order),
        _note_list(publication, way, order),
    )
    ncx = element(
        "ncx",
        {"xmlns": _NAMESPACE, "version": "2005-1", "xml:lang": metadata.language},
        "\n",
        content,
        "\n",
    )
    return f"{DECLARATION}{_DOCTYPE}{ncx}\n".encode()


def resource_document(kinds: Collection[str], language: str) -> bytes:
    """Give resources.res: how each structure that can be skipped or left is called."""
    scopes = [
        _scope(_SMIL_NAMESPACE, [(f"smil-{kind}", _smil_path(kind), kind) for kind in kinds], language),
        _scope(
            _NAMESPACE,
            [
                (f"ncx-{kind}", f"//smilCustomTest[@bookStruct='{SKIPPABLE[kind]}']", kind)
                for kind in kinds
                if kind in SKIPPABLE
            ],
            language,
        ),
    ]
    resources = element(
        "resources", {"xmlns": _RESOURCE_NAMESPACE, "version": "2005-1"}, "\n", lines(*scopes), "\n"
    )
    return f"{DECLARATION}{_RESOURCE_DOCTYPE}{resources}\n".encode()


def _smil_path(kind: str) -> str:
    return f"//{'par' if kind in {'noteref', 'pagenum'} else 'seq'}[@class='{kind}']"


def _scope(namespace: str, sets: Sequence[tuple[str, str, str]], language: str) -> str:
    if not sets:
        return ""
    content = lines(
        *(
            element(
                "nodeSet",
                {"id": id, "select": path},
                element(
                    "resource", {"id": f"name-{id}", "xml:lang": language}, element("text", {}, _NAMES[kind])
                ),
            )
            for id, path, kind in sets
        )
    )
    return element("scope", {"nsuri": namespace}, "\n", content, "\n")


def _head(publication: Publication, way: Way, tests: Collection[str]) -> str:
    pages = page_breaks(publication.document)
    numbers = [value for page in pages if (value := dtbook_page(page)[1])]
    metas = {
        "dtb:uid": publication.document.metadata.identifier,
        "dtb:depth": str(max(part.depth for part in way.parts)),
        "dtb:totalPageCount": str(len(pages)),
        "dtb:maxPageNumber": str(max(numbers, default=0)),
        "dtb:generator": publication.generator,
    }
    return lines(
        *(
            empty("smilCustomTest", {**switch_attributes(kind), "bookStruct": SKIPPABLE[kind]})
            for kind in tests
        ),
        *(empty("meta", {"name": name, "content": content}) for name, content in metas.items()),
    )


def _play_order(way: Way) -> dict[str, int]:
    """Number headings, pages and notes in playing order, by the id of the fragment."""
    order: dict[str, int] = {}
    for part in way.parts:
        heading = part.section.heading.sentence.id
        for node in every_node(way.nodes[part.smil]):
            if node.target == heading or node.kind in {"pagenum", "note"}:
                order.setdefault(node.target, len(order) + 1)
    return order


def _title_sound(publication: Publication, way: Way) -> Sound | None:
    """Give the sound of the first heading when that is the title."""
    first = way.parts[0]
    if first.section.heading.title != publication.document.metadata.title:
        return None
    return _first_sound(way.nodes[first.smil][:1])


def _label(words: str, sound: Sound | None) -> str:
    text = element("text", {}, escape(words))
    if not sound:
        return text
    clip = {
        "src": sound.href,
        "clipBegin": clock_value(sound.begin_ms),
        "clipEnd": clock_value(sound.end_ms),
    }
    return text + empty("audio", clip)


def _nav_points(way: Way, order: Mapping[str, int]) -> str:
    """Nest the headings by their depth."""
    sounds = {node.target: node.sound for node in way.every if isinstance(node, Moment)}
    written: list[str] = []
    depths: list[int] = []
    for part in way.parts:
        while depths and depths[-1] >= part.depth:
            depths.pop()
            written.append("</navPoint>")
        target = part.section.heading.sentence.id
        attributes = {
            "id": f"nav-{target}",
            "class": part.section.role.value,
            "playOrder": str(order[target]),
        }
        label = element("navLabel", {}, _label(part.section.heading.title, sounds[target]))
        content = empty("content", {"src": way.place_of[target]})
        # The end tag comes when the depth of a later heading says that nothing more is inside.
        written.append(element("navPoint", attributes, label, content).removesuffix("</navPoint>"))
        depths.append(part.depth)
    return lines(*written, *("</navPoint>" for _ in depths))


def _page_list(pages: Sequence[PageBreak], way: Way, order: Mapping[str, int]) -> str:
    seen: set[tuple[str, int | None]] = set()
    targets = []
    for page in pages:
        kind, value = dtbook_page(page)
        shown = str(value) if value and (kind, value) not in seen else ""  # a pair must not stand twice
        seen.add((kind, value))
        attributes = {
            "id": f"nav-{page.id}",
            "type": kind,
            "value": shown,
            "playOrder": str(order[page.id]),
        }
        targets.append(_target("pageTarget", attributes, page.number, None, way.place_of[page.id]))
    if not targets:
        return ""
    return element("pageList", {"id": "pages"}, "\n", _list_label("Pages"), "\n", lines(*targets), "\n")


def _note_list(publication: Publication, way: Way, order: Mapping[str, int]) -> str:
    stretches = {node.target: node for node in way.every if isinstance(node, Stretch) and node.kind == "note"}
    targets = []
    for note in publication.document.notes:
        if note.id not in stretches:
            continue
        attributes = {"id": f"nav-{note.id}", "class": "note", "playOrder": str(order[note.id])}
        sound = _first_sound(stretches[note.id].nodes)
        targets.append(_target("navTarget", attributes, f"Note {note.mark}", sound, way.place_of[note.id]))
    if not targets:
        return ""
    return element(
        "navList", {"id": "notes", "class": "note"}, "\n", _list_label("Notes"), "\n", lines(*targets), "\n"
    )


def _first_sound(nodes: Iterable[Node]) -> Sound | None:
    sounds = (node.sound for node in every_node(nodes) if isinstance(node, Moment))
    return next((sound for sound in sounds if sound), None)


def _list_label(words: str) -> str:
    return element("navLabel", {}, _label(words, None))


def _target(name: str, attributes: Mapping[str, str], words: str, sound: Sound | None, place: str) -> str:
    label = element("navLabel", {}, _label(words, sound))
    return element(name, attributes, label, empty("content", {"src": place}))
