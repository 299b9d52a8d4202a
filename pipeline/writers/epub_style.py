"""The style sheet of the EPUB: a constant.

Sizes are relative and nothing is fixed, so that large print reflows; colours are set only for the spoken sentence and
only together with their background, so that a reader's own colours and dark mode stay whole.
"""

STYLE = """\
@charset "utf-8";

:root { color-scheme: light dark; }
html { line-height: 1.5; }
body { margin: 0 auto; padding: 0 1em; max-width: 38em; overflow-wrap: break-word; }
p { margin: 0 0 0.8em; text-align: start; }
h1, h2, h3, h4, h5, h6 { margin: 1.4em 0 0.6em; line-height: 1.25; text-align: start; break-after: avoid; }
h1 { font-size: 1.6em; }
h2 { font-size: 1.35em; }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
h1.supplied, h2.supplied { font-size: 1em; font-weight: normal; font-style: italic; }
.subtitle { font-size: 1.2em; font-weight: bold; }
a { text-decoration: underline; }
cite { font-style: normal; }
abbr { text-decoration: none; }
hr.separator { width: 30%; margin: 1.6em auto; border: 0; border-top: 0.15em solid; }
.lines { text-align: start; }
.term { font-style: inherit; }
.signature { font-weight: bold; }
.copyright { font-size: 0.9em; }
.pullquote { margin: 1.2em 0; padding: 0.2em 1em; border-inline-start: 0.25em solid; font-size: 1.15em; }
.note { margin: 0.8em 0; padding-inline-start: 1em; border-inline-start: 0.1em solid; }
.note p { margin-bottom: 0.4em; }
a[role="doc-noteref"], sup { font-size: 0.8em; vertical-align: super; line-height: 1; padding: 0 0.2em; }
.stanza { margin-inline-start: 2em; }
.figure { margin: 1em 0; padding: 0.5em 1em; border: 0.1em solid; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border: 0.1em solid; vertical-align: top; text-align: start; }
.cover { display: block; max-width: 100%; max-height: 95vh; margin: 0 auto; }
nav ol { list-style: none; padding-inline-start: 1em; }
nav li { margin: 0.4em 0; }

.-epub-media-overlay-active { background-color: #fff2a8; color: #000000; }
.-epub-media-overlay-active a { color: #00308f; }
@media (prefers-color-scheme: dark) {
  .-epub-media-overlay-active { background-color: #4a3f00; color: #ffffff; }
  .-epub-media-overlay-active a { color: #cfe0ff; }
}
@media (prefers-contrast: more) {
  .-epub-media-overlay-active { background-color: #000000; color: #ffffff; outline: 0.15em solid #ffff00; }
  .-epub-media-overlay-active a { color: #ffff00; }
  .note, .pullquote { border-color: currentColor; }
}
@media (forced-colors: active) {
  .-epub-media-overlay-active { background-color: Highlight; color: HighlightText; }
  .-epub-media-overlay-active a { color: HighlightText; }
}
/* While the book plays, a repeated sentence steps back: it is not read. */
.-epub-media-overlay-playing .pullquote { border-inline-start-style: dotted; }
"""
