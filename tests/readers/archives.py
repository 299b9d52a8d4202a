"""Small EPUBs and Word files for tests, made in memory with fixed dates."""

import zipfile
from io import BytesIO
from urllib.parse import quote

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(files: dict[str, str | bytes]) -> bytes:
    """Zip files in their order."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def xhtml(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>t</title>'
        f"</head><body>{body}</body></html>"
    )


def epub(
    pages: dict[str, str],
    *,
    metadata: str = "<dc:title>A Book</dc:title>",
    extra: str = "",
    version: str = "3.0",
) -> bytes:
    """Make an EPUB of pages in the order of the spine; "toc.xhtml" is named as the navigation in EPUB 3."""
    navigation = {"toc.xhtml": ' properties="nav"'} if version == "3.0" else {}
    items = "".join(
        f'<item id="i{n}" href="{quote(name)}" media-type="application/xhtml+xml"{navigation.get(name, "")}/>'
        for n, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n, _ in enumerate(pages))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'version="{version}">'
        f"<metadata>{metadata}</metadata><manifest>{items}{extra}</manifest><spine>{spine}</spine></package>"
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
    }
    return packed(files | {f"OEBPS/{name}": xhtml(body) for name, body in pages.items()})


def docx(*paragraphs: str, footnotes: str = "", endnotes: str = "", prolog: str = "") -> bytes:
    """Make a Word file of paragraphs that are WordprocessingML, or plain words."""
    body = "".join(
        p if p.startswith("<w:p>") else f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{prolog}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    notes = {name: inside for name, inside in (("footnotes", footnotes), ("endnotes", endnotes)) if inside}
    if notes:
        relations = "".join(
            f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in notes
        )
        files["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        )
        files |= {
            f"word/{name}.xml": f'<w:{name} xmlns:w="{_WORD}">{notes[name]}</w:{name}>' for name in notes
        }
    return packed(files)
