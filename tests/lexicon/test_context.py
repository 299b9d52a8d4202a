import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.context import Place, holds, parse_context
from pipeline.lexicon.tokens import tokenise


def holds_at(context, text, word, *, cited=False):
    tokens = tokenise(text)
    index = [token.text for token in tokens].index(word)
    return holds(parse_context(context), Place(tokens=tokens, first=index, last=index, cited=cited))


@pytest.mark.parametrize(
    ("context", "text", "word", "true"),
    [
        ("", "ox", "ox", True),
        ("after:Reb", "Reb Ber", "Ber", True),
        ("after:Reb", "Ber Reb", "Ber", False),
        ("after:Reb, Mrs", "Mrs. Signer", "Signer", True),
        ("before:number", "Num. 35:11", "Num", True),
        ("before:number", "Num Lock", "Num", False),
        ("before:number", "Num", "Num", False),
        ("after:number", "7 Av", "Av", True),
        ("nearer:bas/ben", "Rivka bas Yosef here", "here", True),
        ("nearer:bas/ben", "Rivka bas Yosef, Leib ben Dov here", "here", False),
        ("nearer:bas/ben", "nobody here", "here", False),
        ("lang:he", "או or", "או", True),
        ("lang:he", "או or", "or", False),
        ("in:citation", "Avos 1", "Avos", False),
    ],
)
def test_a_context_holds_where_it_says(context, text, word, true):
    assert holds_at(context, text, word) is true


def test_a_citation_is_a_place():
    assert holds_at("in:citation", "Avos 1", "Avos", cited=True)


@pytest.mark.parametrize("context", ["near:Reb", "after:", "in:verse", "lang:en", "nearer:bas", "after:a/b"])
def test_an_unknown_context_is_refused(context):
    with pytest.raises(LexiconError, match="is not known"):
        parse_context(context)
