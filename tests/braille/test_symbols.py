from pipeline.braille.symbols import special_symbols
from pipeline.model.inline import plain_text


def test_only_signs_that_are_used_are_listed():
    heading, *entries = special_symbols(["⠨⠂⠵⠕⠓⠜", "⠁⠰⠔⠼⠁", "⠐⠒⠒⠒⠒⠒⠒"])
    assert plain_text(heading.inlines) == "SPECIAL SYMBOLS"
    assert [(draft.added, plain_text(draft.inlines)) for draft in entries] == [
        ("⠨⠿", "dot locator for mention"),
        ("⠨⠿⠐⠒⠒⠒⠒⠒⠒", "separation line before notes"),
        ("⠨⠿⠰⠔", "raised number of a note"),
        ("⠨⠿⠨⠂", "italic word"),
    ]


def test_a_group_that_is_raised_is_explained_with_its_end():
    *_, group = special_symbols(["⠁⠰⠔⠣⠼⠓⠐⠔⠜"])
    assert (group.added, plain_text(group.inlines)[-8:]) == ("⠨⠿⠰⠔⠣", " ends it")


def test_a_text_without_special_symbols_has_no_page_for_them():
    assert special_symbols(["⠁⠃⠉"]) == ()
