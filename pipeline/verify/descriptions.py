"""What each edition says a catalogue should know, and the manifest with them: all must say the same.

In: the files of the editions. Out: Descriptions, and findings about the one that differs from most others. Law: what a
format has no place for is not asked of it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pipeline.model.source import Notice
from pipeline.verify.agreement import usual
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Flaw, descendants, first, parse_markup

Description: TypeAlias = Mapping[str, tuple[str, ...]]
"""Name of a fact -> its values, sorted; no values: nobody said."""

_UNKNOWN = "unknown"
"""What a format that demands a statement holds when there is nothing to state."""
_DEMANDED = frozenset({"date"})
"""What DAISY demands of every book, so that it says something where an EPUB may be silent."""
_PEOPLE = frozenset({"dc:creator", "dc:contributor", "dc:Creator", "dc:Contributor"})
_OWN = frozenset({"identifier"})
"""What every edition has for itself (`verify.identifiers`)."""


def describe_epub(package: bytes) -> Description:
    """Read an EPUB's package document."""
    metadata = _element(package, "metadata")
    told = [each for each in (metadata.children if metadata else ()) if not each.get("refines")]
    refined = {(each.get("refines"), each.get("property")): each.text for each in _children(metadata)}

    def values(name: str) -> list[str]:
        return [each.text for each in told if name in (each.name, each.get("property"))]

    def titles(kind: str) -> list[str]:
        named = [each for each in told if each.name == "dc:title"]
        kinds = [refined.get(("#" + each.get("id"), "title-type"), "") for each in named]
        return [each.text for each, its in zip(named, kinds, strict=True) if (its or "main") == kind]

    def kind_of(collection: Element) -> str:
        return refined.get((f"#{collection.get('id')}", "collection-type"), "series")

    collections = [each for each in told if each.get("property") == "belongs-to-collection"]
    people = [each for each in told if each.name in _PEOPLE]
    filed = [(each.text, refined.get((f"#{each.get('id')}", "file-as"), "")) for each in people]
    return _sorted(
        {
            "title": titles("main"),
            "subtitle": titles("subtitle"),
            "filed as": [f"{name} {each}" for name, each in filed if each],
            "identifier": [each.text for each in told if each.name == "dc:identifier" and each.get("id")],
            "work": values("dcterms:isVersionOf"),
            "role": [f"{each.text}: {refined.get(('#' + each.get('id'), 'role'), '')}" for each in people],
            "author": values("dc:creator"),
            "contributor": values("dc:contributor"),
            "publisher": values("dc:publisher"),
            "date": values("dc:date"),
            "rights": values("dc:rights"),
            "source": values("dc:source"),
            "language": values("dc:language"),
            "description": values("dc:description"),
            "narrator": values("media:narrator"),
            "series": [each.text for each in collections if kind_of(each) == "series"],
            "number in the series": [t for (_, name), t in refined.items() if name == "group-position"],
            "modified": values("dcterms:modified"),
        }
    )


def describe_ncc(ncc: bytes) -> Description:
    """Read the head of a DAISY 2.02 NCC."""
    found = _metas(ncc)
    names = {
        "title": "dc:title",
        "identifier": "dc:identifier",
        "work": "dc:relation",
        "author": "dc:creator",
        "contributor": "dc:contributor",
        "publisher": "dc:publisher",
        "date": "dc:date",
        "rights": "dc:rights",
        "source": "dc:source",
        "language": "dc:language",
        "description": "dc:description",
        "narrator": "ncc:narrator",
        "producer": "ncc:producer",
        "subtitle": "prod:subtitle",
        "series": "prod:series",
        "number in the series": "prod:seriesNumber",
    }
    return _sorted({fact: found.get(name, []) for fact, name in names.items()})


def describe_daisy3(package: bytes) -> Description:
    """Read the package document of a DAISY 3 book."""
    core = _element(package, "dc-metadata")

    def values(name: str) -> list[str]:
        return [each.text for each in _children(core) if each.name == f"dc:{name}"]

    stated = _metas(package)
    people = [each for each in _children(core) if each.name in _PEOPLE]
    named = ("Title", "Contributor", "Publisher", "Date", "Rights", "Source", "Language", "Description")
    return _sorted(
        {
            **{name.lower(): values(name) for name in named},
            "author": values("Creator"),
            "identifier": values("Identifier"),
            "work": values("Relation"),
            "role": [f"{each.text}: {each.get('role')}" for each in people],
            "filed as": [f"{each.text} {each.get('file-as')}" for each in people if each.get("file-as")],
            "narrator": stated.get("dtb:narrator", []),
            "producer": stated.get("dtb:producer", []),
            "subtitle": stated.get("prod:subtitle", []),
            "series": stated.get("prod:series", []),
            "number in the series": stated.get("prod:seriesNumber", []),
        }
    )


def describe_page(page: bytes) -> Description:
    """Read the head of the HTML page; its authors stand in one statement."""
    found = _metas(page)
    title = _element(page, "title")
    return _sorted(
        {
            "title": [title.text] if title else [],
            "authors": found.get("author", []),
            "identifier": found.get("dcterms.identifier", []),
            "work": found.get("dcterms.isVersionOf", []),
            "description": found.get("description", []),
            **{
                name: found.get(f"dcterms.{name}", [])
                for name in ("contributor", "publisher", "date", "rights", "source", "modified")
            },
        }
    )


def describe_manifest(manifest: bytes) -> Description:
    """Read what the manifest says of the book; nothing when it cannot be read."""
    try:
        values = json.loads(manifest)
        rows = values.get("contributors", ())
        people = [(str(each["name"]), str(each["role"])) for each in rows]
        filed = [f"{each['name']} {each['file_as']}" for each in rows if "file_as" in each]
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
    same = ("title", "publisher", "producer", "date", "rights", "source", "modified", "subtitle", "series")
    return _sorted(
        {
            **{name: [str(values[name])] if values.get(name) else [] for name in same},
            "work": [str(values["identifier"])] if values.get("identifier") else [],
            "author": [name for name, role in people if role == "aut"],
            "role": [f"{name}: {role}" for name, role in people],
            **({"filed as": filed} if filed else {}),
            "contributor": [name for name, role in people if role != "aut"],
            "number in the series": [str(values["series_number"])] if values.get("series_number") else [],
        }
    )


def check_same_descriptions(descriptions: Mapping[str, Description]) -> Iterator[Notice]:
    """Name each edition that says something else than most; of equally many the first are right."""
    for fact in dict.fromkeys(name for each in descriptions.values() for name in each if name not in _OWN):
        asked = {path: each[fact] for path, each in descriptions.items() if fact in each}
        stated = {path: values for path, values in asked.items() if values or fact not in _DEMANDED}
        if not stated:
            continue
        same = usual(stated.values())
        for path, values in stated.items():
            if values != same:
                yield finding("E-510", path, 1, f"{fact}: {_listed(values)} / {_listed(same)}")


def _sorted(facts: Mapping[str, list[str]]) -> Description:
    """Put facts in order; authors are also given in one line, as a page gives them."""
    told = {name: tuple(sorted({v for v in values if v != _UNKNOWN})) for name, values in facts.items()}
    if "author" in told:
        told["authors"] = (", ".join(v for v in facts["author"] if v != _UNKNOWN),) if told["author"] else ()
    return told


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(values) or "nothing"


def _element(content: bytes, name: str) -> Element | None:
    markup = parse_markup(name, content)
    return None if isinstance(markup, Flaw) else first(markup.root, name)


def _children(element: Element | None) -> tuple[Element, ...]:
    return element.children if element else ()


def _metas(content: bytes) -> dict[str, list[str]]:
    markup = parse_markup("", content)
    found: dict[str, list[str]] = {}
    for meta in () if isinstance(markup, Flaw) else descendants(markup.root, "meta"):
        found.setdefault(meta.get("name"), []).append(meta.get("content"))
    return found
