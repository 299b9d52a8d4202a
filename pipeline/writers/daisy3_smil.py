"""SMIL files of a DAISY 3 book: one a heading section.

In: planned nodes. Out: bytes. Laws (spec 6.2): what can be switched off names its customTest; what can be left is a
seq that says so; every SMIL states the same tests; elapsed time is the sum of the files before.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pipeline.writers.daisy3_plan import BOOK, SKIPPABLE, Moment, Node, Stretch
from pipeline.writers.markup import DECLARATION, element, empty, lines
from pipeline.writers.smil import clock_value, timecount

_DOCTYPE = (
    '<!DOCTYPE smil PUBLIC "-//NISO//DTD dtbsmil 2005-2//EN" '
    '"http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd">\n'
)
_NAMESPACE = "http://www.w3.org/2001/SMIL20/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all SMIL files of a book share."""

    identifier: str
    generator: str
    tests: Collection[str]
    """The structures that occur and can be switched off, in the order of SKIPPABLE."""
    place_of: Mapping[str, str]
    """Id of a fragment -> SMIL file and fragment that plays it."""


def smil_document(nodes: Iterable[Node], setting: Setting, *, elapsed_ms: int, length_ms: int) -> bytes:
    """Give the SMIL file of a heading section."""
    metas = {
        "dtb:uid": setting.identifier,
        "dtb:generator": setting.generator,
        "dtb:totalElapsedTime": clock_value(elapsed_ms),
    }
    head = lines(
        *(empty("meta", {"name": name, "content": content}) for name, content in metas.items()),
        _custom_attributes(setting.tests),
    )
    content = lines(*(_node(node, setting) for node in nodes))
    seq = element("seq", {"id": "play", "dur": timecount(length_ms)}, "\n", content, "\n")
    smil = element(
        "smil",
        {"xmlns": _NAMESPACE},
        "\n",
        element("head", {}, "\n", head, "\n"),
        "\n",
        element("body", {}, "\n", seq, "\n"),
        "\n",
    )
    return f"{DECLARATION}{_DOCTYPE}{smil}\n".encode()


def switch_attributes(kind: str) -> dict[str, str]:
    """Give what SMIL and NCX say alike of a structure: it is played unless the listener says otherwise."""
    return {"id": kind, "defaultState": "true", "override": "visible"}


def _custom_attributes(tests: Collection[str]) -> str:
    if not tests:
        return ""
    content = lines(*(empty("customTest", switch_attributes(kind)) for kind in tests))
    return element("customAttributes", {}, "\n", content, "\n")


def _node(node: Node, setting: Setting) -> str:
    return _seq(node, setting) if isinstance(node, Stretch) else _par(node, setting)


def _seq(stretch: Stretch, setting: Setting) -> str:
    attributes = {
        "id": stretch.id,
        "class": stretch.kind,
        "customTest": stretch.kind if stretch.kind in SKIPPABLE else "",
        "end": f"DTBuserEscape;{stretch.nodes[-1].id}.end",
    }
    content = lines(*(_node(node, setting) for node in stretch.nodes))
    return element("seq", attributes, "\n", content, "\n")


def _par(moment: Moment, setting: Setting) -> str:
    attributes = {
        "id": moment.id,
        "class": moment.kind,
        "customTest": moment.kind if moment.kind in SKIPPABLE else "",
    }
    media = empty("text", {"src": f"{BOOK}#{moment.target}"})
    if moment.sound:
        audio = {
            "src": moment.sound.href,
            "clipBegin": clock_value(moment.sound.begin_ms),
            "clipEnd": clock_value(moment.sound.end_ms),
        }
        media += empty("audio", audio)
    if note := setting.place_of.get(moment.leads_to):
        media = element("a", {"href": note, "external": "false"}, media)
    return element("par", attributes, media)
