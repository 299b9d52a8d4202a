"""The style sheet of an eBraille publication: the shapes of BANA Braille Formats in cells, one em a cell.

In: nothing. Out: one constant. Law: lengths relative to the font only, nothing that changes the font (EBR-050 to 052).
"""

STYLE = """\
h1, .title, .subtitle, .separator, .end { text-align: center; margin: 1em 3em; }
h2 { margin: 1em 0 0 4em; }
h3 { margin: 1em 0 0 6em; }
p { margin: 0; }
.paragraph, .abstract { text-indent: 2em; }
.abstract { margin-bottom: 1em; }
.attribution { margin-left: 4em; }
.lines, .verse { margin: 1em 0; }
.line { box-sizing: border-box; display: inline-block; padding-left: 2em; text-indent: -2em; width: 100%; }
.list-entry, .note { margin-left: 2em; text-indent: -2em; }
.transcribers-note { margin-left: 4em; text-indent: 2em; }
"""
