"""The style sheet of DAISY 2.02 content files: a constant, in the CSS that players of 2002 understand."""

STYLE = """\
body { margin: 1em; line-height: 1.5; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.35em; }
h1 a, h2 a, h3 a, h4 a, h5 a, h6 a { color: inherit; text-decoration: none; }
cite { font-style: normal; }
.supplied { font-size: 1em; font-weight: normal; font-style: italic; }
.subtitle { font-size: 1.2em; font-weight: bold; }
i.term { font-style: inherit; }
.signature { font-weight: bold; }
.pullquote { margin: 1em 2em; font-size: 1.15em; }
.notebody { margin: 0.8em 0 0.8em 1em; }
"""
