"""The package document of a DAISY 3 book: book.opf.

In: a Publication, the names of the book's files, how long it plays. Out: bytes. Laws (spec 6.2): the manifest lists
all and only the book's files, this one too; the spine is every SMIL file in playing order.
"""

from collections.abc import Iterator, Sequence

from pipeline.model.publication import Publication
from pipeline.writers.coverage import coverage_of
from pipeline.writers.daisy_metadata import UNKNOWN, own_statements, stated_date
from pipeline.writers.markup import DECLARATION, element, empty, escape, lines
from pipeline.writers.reading import languages
from pipeline.writers.smil import clock_value

_DOCTYPE = (
    '<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" '
    '"http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd">\n'
)
_NAMESPACE = "http://openebook.org/namespaces/oeb-package/1.0/"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_MEDIA_TYPES = {
    "css": "text/css",
    "mp3": "audio/mpeg",
    "ncx": "application/x-dtbncx+xml",
    "opf": "text/xml",
    "res": "application/x-dtbresource+xml",
    "smil": "application/smil",
    "xml": "application/x-dtbook+xml",
}
_FIXED_IDS = {"ncx": "ncx", "res": "resource", "opf": "opf"}


def package_document(publication: Publication, names: Sequence[str], length_ms: int) -> bytes:
    """Give book.opf; `names` are all other files, the SMIL files among them in playing order."""
    items = [(_item_id(name), name) for name in ("book.opf", *names)]
    manifest = lines(
        *(
            empty("item", {"id": id, "href": name, "media-type": _MEDIA_TYPES[_suffix(name)]})
            for id, name in items
        )
    )
    spine = lines(*(empty("itemref", {"idref": id}) for id, name in items if name.endswith(".smil")))
    package = element(
        "package",
        {"xmlns": _NAMESPACE, "unique-identifier": "uid"},
        "\n",
        element("metadata", {}, "\n", _metadata(publication, length_ms), "\n"),
        "\n",
        element("manifest", {}, "\n", manifest, "\n"),
        "\n",
        element("spine", {}, "\n", spine, "\n"),
        "\n",
    )
    return f"{DECLARATION}{_DOCTYPE}{package}\n".encode()


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]


def _item_id(name: str) -> str:
    return _FIXED_IDS.get(_suffix(name), "file-" + name.replace(".", "-"))


def _metadata(publication: Publication, length_ms: int) -> str:
    namespaces = {"xmlns:dc": _DUBLIN_CORE, "xmlns:oebpackage": _NAMESPACE}
    own = lines(
        *(
            empty("meta", {"name": name, "content": value})
            for name, value in _statements(publication, length_ms)
        )
    )
    return lines(
        element("dc-metadata", namespaces, "\n", lines(*_dublin_core(publication)), "\n"),
        element("x-metadata", {}, "\n", own, "\n"),
    )


def _dublin_core(publication: Publication) -> Iterator[str]:
    metadata = publication.document.metadata
    yield element("dc:Title", {}, escape(metadata.shown_title))
    for who in metadata.credits:
        name = "dc:Creator" if who.role == "aut" else "dc:Contributor"
        yield element(name, {"role": who.role, "file-as": who.file_as}, escape(who.name))
    yield element("dc:Publisher", {}, escape(metadata.publisher or UNKNOWN))
    yield element("dc:Date", {}, escape(stated_date(metadata)))
    yield element("dc:Format", {}, "ANSI/NISO Z39.86-2005")
    yield element("dc:Identifier", {"id": "uid"}, escape(metadata.identifier))
    for language in languages(publication.document):
        yield element("dc:Language", {}, escape(language))
    named = {
        "dc:Rights": metadata.rights,
        "dc:Source": metadata.source,
        "dc:Relation": metadata.work,
        "dc:Description": metadata.description,
    }
    yield from (element(name, {}, escape(value)) for name, value in named.items() if value)


def _statements(publication: Publication, length_ms: int) -> list[tuple[str, str]]:
    """Say what is really there: full text always, and all, part or none of it as sound."""
    coverage = coverage_of(publication)
    metadata = publication.document.metadata
    if not coverage.is_voiced:
        kind, content = "textNCX", "text"
    else:
        kind, content = ("audioFullText" if coverage.is_synchronized else "textPartAudio"), "audio,text"
    sound = [("dtb:narrator", publication.narration.narrator), ("dtb:audioFormat", "MP3")]
    return [
        ("dtb:multimediaType", kind),
        ("dtb:multimediaContent", content),
        ("dtb:totalTime", clock_value(length_ms)),
        *(sound if coverage.is_voiced else ()),
        *([("dtb:producer", metadata.producer.name)] if metadata.producer.name else ()),
        *own_statements(metadata),
    ]
