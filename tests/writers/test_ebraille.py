from dataclasses import replace

from lxml import etree

from pipeline.model.braille import NoteLink, TranscribedBlock
from pipeline.model.publication import Publication, ZipArchive
from pipeline.writers.ebraille import write_ebraille
from tests.writers.braille_publications import braille_publication

HTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


def files(publication: Publication) -> dict[str, bytes]:
    (archive,) = write_ebraille(publication).values()
    assert isinstance(archive, ZipArchive)
    return {path: content for path, content in archive.files.items() if isinstance(content, bytes)}


def package(publication: Publication) -> etree._Element:
    return etree.fromstring(files(publication)["package.opf"])


def metadata_of(publication: Publication) -> list[tuple[str, str]]:
    return [
        (element.get("property") or element.tag.replace(DC, "dc:"), element.text or "")
        for element in package(publication).find(f"{OPF}metadata")
    ]


def test_package_navigation_and_mimetype_stand_at_the_root():
    made = files(braille_publication())
    assert made["mimetype"] == b"application/epub+zip"
    assert {"package.opf", "index.html", "META-INF/container.xml"} < made.keys()
    assert b'full-path="package.opf"' in made["META-INF/container.xml"]


def test_all_required_metadata_is_there_once():
    assert metadata_of(braille_publication()) == [
        ("dc:identifier", "urn:uuid:6d1f2c0e-0000-5000-8000-000000000001"),
        ("dc:title", "One & Two"),
        ("dc:language", "en-Brai"),
        ("dc:creator", "A. Writer"),
        ("dc:date", "2026-01-10"),
        ("dc:format", "eBraille 1.0"),
        ("dc:publisher", "The Press"),
        ("dc:rights", "Copyright 2025 The Press"),
        ("dcterms:modified", "2026-01-10T00:00:00Z"),
        ("dcterms:dateCopyrighted", "2025"),
        ("a11y:brailleCellType", "6"),
        ("a11y:brailleSystem", "UEB"),
        ("a11y:completeTranscription", "true"),
        ("a11y:producer", "The Press"),
        ("a11y:tactileGraphics", "none"),
    ]


def test_what_nobody_said_still_has_its_place():
    publication = braille_publication()
    document = replace(publication.document, metadata=replace(publication.document.metadata, contributors=()))
    assert ("dc:creator", "unknown") in metadata_of(replace(publication, document=document))


def test_every_file_of_the_spine_is_there_and_declared():
    publication = braille_publication()
    items = {item.get("id"): item.get("href") for item in package(publication).iter(f"{OPF}item")}
    spine = [items[ref.get("idref")] for ref in package(publication).iter(f"{OPF}itemref")]
    assert spine == ["ebraille/part-001.html"]
    assert set(items.values()) <= files(publication).keys()


def test_a_note_reference_leads_to_its_note_and_back():
    text = TranscribedBlock(
        style="paragraph",
        lines=("⠁⠰⠔⠼⠁⠃⠀⠃⠰⠔⠼⠁",),
        links=(NoteLink(cells="⠰⠔⠼⠁⠃", note="", id="ref-0"), NoteLink(cells="⠰⠔⠼⠁", note="fn-1", id="ref-1")),
    )
    note = TranscribedBlock(style="note", lines=("⠰⠔⠼⠁⠀⠉",), note="fn-1")
    publication = braille_publication()
    blocks = (*publication.transcript.blocks, text, note)
    made = files(replace(publication, transcript=replace(publication.transcript, blocks=blocks)))
    page = etree.fromstring(made["ebraille/part-001.html"])
    links = {link.get("role"): (link.get("href"), link.text) for link in page.iter(f"{HTML}a")}
    assert links == {
        "doc-noteref": ("part-001.html#b5", "⠰⠔⠼⠁"),
        "doc-backlink": ("part-001.html#ref-1", "⠰⠔⠼⠁"),
    }
    (paragraph,) = [each for each in page.iter(f"{HTML}p") if each.get("id") == "b4"]
    assert "".join(paragraph.itertext()) == "⠁⠰⠔⠼⠁⠃⠀⠃⠰⠔⠼⠁"
    assert (paragraph.text, paragraph[0].get("id")) == ("⠁⠰⠔⠼⠁⠃⠀⠃", "ref-1")


def test_each_line_of_a_group_has_its_own_shape():
    publication = braille_publication()
    lines = replace(publication.transcript.blocks[-1], style="lines", lines=("⠁", "⠃"))
    transcript = replace(publication.transcript, blocks=(lines,))
    (archive,) = write_ebraille(replace(publication, transcript=transcript)).values()
    page = archive.files["ebraille/part-001.html"].decode()
    assert '<span class="line">⠁</span><br/><span class="line">⠃</span></p>' in page


def test_what_is_read_is_braille_and_the_print_stands_beside_it():
    body = etree.fromstring(files(braille_publication())["ebraille/part-001.html"]).find(f"{HTML}body")
    assert [(each.tag.removeprefix(HTML), each.get("data-print"), each.text) for each in body] == [
        ("h1", "One", "⠠⠕⠝⠑"),
        ("h2", "2", "⠼⠃"),
        ("p", "a Sofer <and> א", "⠁⠀⠠⠎⠕⠋⠻⠀⠯⠀⠘⠷⠁"),
    ]


def test_the_navigation_nests_headings_and_names_the_package():
    index = etree.fromstring(files(braille_publication())["index.html"])
    (link,) = index.iter(f"{HTML}link")
    assert dict(link.attrib) == {
        "rel": "publication",
        "href": "package.opf",
        "type": "application/oebps-package+xml",
    }
    (nav,) = index.iter(f"{HTML}nav")
    assert nav.get("role") == "doc-toc"
    inner = nav.find(f"{HTML}ol/{HTML}li/{HTML}ol/{HTML}li/{HTML}a")
    assert (inner.get("href"), inner.text) == ("ebraille/part-001.html#b2", "⠼⠃")


def test_the_style_changes_no_font_and_knows_only_lengths_of_the_font():
    style = files(braille_publication())["ebraille/style.css"].decode()
    assert not any(word in style for word in ("font", "-epub-", "px", "pt;", "cm", "text-transform"))
