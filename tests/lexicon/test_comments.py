from pipeline.lexicon.comments import keep_comments
from pipeline.lexicon.format import format_entry
from pipeline.lexicon.parse import parse_entry

WRITTEN = """# what I think
word = "Foo" # as "printed"
say = "FOO-bar"
status = "proposed"
kind = "word" # the default
# a proof
[[test]]
text = "a # b"
[[test]]
# inside
text = "c"
# last
"""
KEPT = """# what I think
# as "printed"
word = "Foo"

say = "FOO-bar"

status = "proposed"

# a proof
[[test]]
text = "a # b"

# inside
[[test]]
text = "c"

# the default
# last
"""


def formatted(text):
    return keep_comments(format_entry(parse_entry(text, "foo.toml")), text)


def test_every_comment_stays_with_its_field_or_at_the_end():
    assert formatted(WRITTEN) == KEPT


def test_formatting_twice_changes_nothing_more():
    twice = formatted(formatted(KEPT))
    assert twice == formatted(twice)
    assert sorted(line for line in twice.splitlines() if line.startswith("#")) == sorted(
        line for line in KEPT.splitlines() if line.startswith("#")
    )
