"""The kind of a source is told by its content."""

import pytest

from pipeline.readers.read import kind_of

PROSE = "Words of prose without any sign. " * 60


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("e.txt", "Plain words.", "plain text"),
        ("e.txt", "2 * 3 * 4 and [a] (b) and a_b_c", "plain text"),
        ("e.md", "Plain words.", "Markdown"),
        ("E.MARKDOWN", "Plain words.", "Markdown"),
        ("e.txt", "# Title", "Markdown"),
        ("e.txt", "#hashtag", "plain text"),
        ("e.txt", "a [link](x.html)", "Markdown"),
        ("e.txt", "**bold**", "Markdown"),
        ("e.txt", "word<sup>1</sup>", "Markdown"),
        ("e.txt", "a\n\n---\n\nb", "Markdown"),
        ("e.txt", "a\n\n* * *\n\nb", "Markdown"),
        ("e.txt", "[^1]: Ibid.", "Markdown"),
        ("e.txt", "<!DOCTYPE html><p>x", "HTML"),
        ("e.txt", ' <?xml version="1.0"?> <!-- x --> <html>', "HTML"),
        ("e.txt", "<article>x</article>", "HTML"),
        ("e.txt", "<p>a</p><p>b</p>", "HTML"),
        ("e.txt", "<p>a</p>b<br>", "plain text"),
        ("e.html", "<p>a", "HTML"),
        ("e.html", "words only", "plain text"),
        ("e.txt", "<p>a</p><p>b</p>" + PROSE * 4, "plain text"),
        ("e.md", "<p>a</p><p>b</p>", "Markdown"),
        ("e.txt", "# T\n\n<p>a</p><p>b</p>", "Markdown"),
        ("e.txt", ' [ {"a": 1}]', "JSON"),
        ("e.txt", "{a}", "plain text"),
        ("e.txt", "{{nop}} word", "Wikisource"),
        ("e.txt", "a<noinclude>x</noinclude>", "Wikisource"),
        ("e.txt", "{{nopage}} word", "plain text"),
    ],
)
def test_kind_is_told_by_content(path, text, kind):
    assert kind_of(path, text) == kind
