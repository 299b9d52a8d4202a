"""The style sheet of the plain HTML page: a constant.

Sizes are relative, nothing is wider than the window, colours are the browser's own in light and dark, so that zoom,
large print and high contrast work as the reader has set them.
"""

STYLE = """\
:root { color-scheme: light dark; }
html { font-size: 112%; line-height: 1.6; background-color: Canvas; color: CanvasText; }
body { margin: 0 auto; padding: 0 1em 4em; max-width: 38em; overflow-wrap: anywhere;
  font-family: "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif; }
p { margin: 0 0 0.8em; text-align: start; }
h1, h2, h3, h4, h5, h6 { margin: 1.6em 0 0.6em; line-height: 1.25; scroll-margin-top: 0.5em; }
h1 { font-size: 1.7em; }
h2 { font-size: 1.4em; }
h3 { font-size: 1.2em; }
h4, h5, h6 { font-size: 1em; }
a { text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, audio:focus-visible { outline: 0.2em solid; outline-offset: 0.2em; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; display: inline-block; padding: 0.5em; }
nav ul { padding-inline-start: 1.2em; }
nav li { margin: 0.5em 0; }
summary { padding: 0.5em 0; font-weight: bold; }
.player { margin: 0 0 1.2em; }
audio { display: block; width: 100%; max-width: 30em; }
.supplied { font-weight: normal; font-style: italic; }
.subtitle { font-size: 1.15em; font-weight: bold; }
cite, .term { font-style: inherit; }
cite { font-style: normal; }
abbr { text-decoration: none; }
hr.separator { width: 30%; margin: 1.6em auto; border: 0; border-top: 0.15em solid; }
.signature { font-weight: bold; }
.pullquote { margin: 1.2em 0; padding: 0.2em 1em; border-inline-start: 0.25em solid; font-size: 1.15em; }
.note { margin: 0.8em 0; padding-inline-start: 1em; border-inline-start: 0.1em solid; }
.note:target, a:target { outline: 0.15em solid; outline-offset: 0.2em; }
a[role="doc-noteref"], sup { font-size: 0.8em; vertical-align: super; line-height: 1; padding: 0.3em 0.4em; }
.mark { display: inline-block; min-width: 1.5em; padding: 0.2em; }
.stanza { margin-inline-start: 2em; }
.figure { margin: 1em 0; padding: 0.5em 1em; border: 0.1em solid; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border: 0.1em solid; vertical-align: top; text-align: start; }
section[role="doc-colophon"] { margin-top: 3em; border-top: 0.1em solid; }
@media print { .skip, .player, nav { display: none; } }
"""
