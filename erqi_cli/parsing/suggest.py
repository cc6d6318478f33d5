"""What a user probably meant: the nearest known words, and remedies that name them."""

from collections.abc import Collection, Iterable

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.messages import DID_YOU_MEAN, WRITE_IT

MANY_WORDS = 500
"""Among more words than this, only those of similar length and first letter are compared."""
MAX_COMPARED = 64
"""Characters of a mistyped word that are compared; ids are not longer."""
SIMILARITY = 0.6
"""The least similarity, as difflib measures it, of a word that is suggested."""


def nearest(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """Return up to `count` known words that are like a mistyped one, the most similar first."""
    from difflib import get_close_matches

    words = list(known)
    if len(words) > MANY_WORDS:
        words = [other for other in words if _may_be_near(word, other)][:MANY_WORDS]
    return get_close_matches(word[:MAX_COMPARED], words, n=count, cutoff=SIMILARITY)


def _may_be_near(word: str, other: str) -> bool:
    has_similar_length = abs(len(other) - len(word)) <= 1
    return has_similar_length and other[:1] == word[:1]


def nearest_remedy(word: str, known: Collection[str]) -> Text | None:
    """Return the remedy that names the known word most like a mistyped one, whatever its case.

    Return None if no word is like it.
    """
    by_folded = {other.casefold(): other for other in known}
    folded = word.strip().casefold()
    if folded in by_folded:
        return did_you_mean(by_folded[folded])
    close = nearest(word, known) or nearest(folded, known)
    return did_you_mean(close[0]) if close else None


def did_you_mean(word: str) -> Text:
    """Return the remedy that asks whether a word was meant."""
    return DID_YOU_MEAN.fill(word=word)


def write_it(form: str) -> Text:
    """Return the remedy that names the right form."""
    return WRITE_IT.fill(form=form)
