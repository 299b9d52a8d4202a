"""The style sheet of DAISY 3 text: a constant.

Sizes are relative and nothing is fixed, so that large print reflows; no colours, so that the reader's own hold.
"""

STYLE = """\
dtbook, book, frontmatter, bodymatter, rearmatter, level1, level2, level3, level4, level5, level6 { display: block; }
head { display: none; }
book { margin: 1em; line-height: 1.5; }
doctitle, docauthor { display: none; }
h1, h2, h3, h4, h5, h6, p, list, li, blockquote, div, note, poem, linegroup, line { display: block; }
h1, h2, h3, h4, h5, h6 { margin: 1.4em 0 0.6em; font-weight: bold; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.35em; }
p { margin: 0 0 0.8em; }
em { font-style: italic; }
strong { font-weight: bold; }
.supplied { font-size: 1em; font-weight: normal; font-style: italic; }
.subtitle { font-size: 1.2em; font-weight: bold; }
.signature { font-weight: bold; }
.separator { text-align: center; }
.pullquote { margin: 1em 2em; font-size: 1.15em; }
list, linegroup, blockquote { margin: 0.8em 0 0.8em 2em; }
note { margin: 0.8em 0 0.8em 1em; }
noteref, sup { font-size: 0.8em; vertical-align: super; }
table { display: table; }
thead { display: table-header-group; }
tbody { display: table-row-group; }
tr { display: table-row; }
th, td { display: table-cell; padding: 0.3em 0.6em; }
th { font-weight: bold; }
pagenum { display: block; text-align: right; }
"""
