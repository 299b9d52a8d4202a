"""Files as trees."""

from pipeline.verify.markup import Flaw, Markup, ancestors, descendants, first, lineage, parse_markup, tokens


def parse(text: str) -> Markup:
    markup = parse_markup("a.xhtml", text.encode())
    assert not isinstance(markup, Flaw)
    return markup


def test_namespaces_become_the_prefixes_we_know():
    root = parse('<a xmlns="urn:x" xmlns:e="http://www.idpf.org/2007/ops" e:type="x" xml:lang="he"/>').root
    assert (root.name, dict(root.attributes)) == ("a", {"epub:type": "x", "xml:lang": "he"})


def test_text_folds_white_space_and_forgets_comments():
    assert parse("<p>\n one<br/>two <!-- no --><b>th</b>ree </p>").root.text == "one two three"


def test_doctype_is_told_and_its_entities_are_read_without_it():
    doctype = '<!DOCTYPE p PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd">'
    markup = parse(f"{doctype}<p>a&nbsp;b</p>")
    assert (markup.public_id, markup.doctype, markup.root.text) == (
        "-//W3C//DTD XHTML 1.0 Strict//EN",
        True,
        "a b",
    )


def test_broken_file_says_where():
    flaw = parse_markup("a.xhtml", b"<p>\n<b></p>")
    assert isinstance(flaw, Flaw)
    assert flaw.line == 2


def test_empty_file_is_a_flaw():
    assert isinstance(parse_markup("a.xhtml", b""), Flaw)


def test_entities_from_files_are_not_followed():
    doctype = '<!DOCTYPE p [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    assert parse(f"{doctype}<p>a&secret;b</p>").root.text == "a&secret;b"


def test_ways_down_and_up():
    root = parse('<a><b class="x y"><c/></b><c/></a>').root
    assert [each.name for each in descendants(root)] == ["b", "c", "c"]
    inner = first(root, "c")
    assert inner is not None
    assert [each.name for each in ancestors(inner, lineage(root))] == ["c", "b", "a"]
    assert tokens(root.children[0], "class") == {"x", "y"}
