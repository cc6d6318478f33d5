"""What a user probably meant: the nearest known words, and remedies that name them."""

from collections.abc import Collection, Iterable
from itertools import islice

from erqi_cli.i18n.text import Text
from erqi_cli.parsing.messages import DID_YOU_MEAN, WRITE_IT

MANY_WORDS = 500
"""Among more words than this, only those of similar length and first letter are compared."""
MAX_COMPARED = 64
"""Characters of a mistyped word that are compared; ids are not longer."""
LEAST_PART = 3
"""The fewest characters of a Chinese word that is compared with parts of others."""
TWO = 2
SIMILARITY = 0.6
"""The least similarity, as difflib measures it, of a word that is suggested."""


def nearest(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """Return up to `count` known words that are like a mistyped one, the most similar first."""
    from difflib import get_close_matches

    words = list(known)
    if len(words) > MANY_WORDS:
        words = [other for other in words if _may_be_near(word, other)][:MANY_WORDS]
    return get_close_matches(word[:MAX_COMPARED], words, n=count, cutoff=SIMILARITY)


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """Return the word of a short list that is most like a mistyped one, None if none is.

    Of words that are equally like it, that with the same first character counts. 增涨 is like 增长
    if no other word of two characters shares one with it.
    """
    words = list(known)
    close = nearest(word, words, count=3)
    for other in close:
        if other[:1] == word[:1]:
            return other
    if close:
        return close[0]
    similar = [other for other in words if _differs_in_one_of_two(word, other)]
    return similar[0] if len(similar) == 1 else None


def _differs_in_one_of_two(word: str, other: str) -> bool:
    """Tell whether two Chinese words of two characters share one of them in its place."""
    if word.isascii() or len(word) != TWO or len(other) != TWO:
        return False
    return word[0] == other[0] or word[1] == other[1]


def nearest_in_part(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """Return up to `count` known words of which a part is like a mistyped Chinese one.

    Whoever types 停车厂 finds 新建停车位. Letters are too few to be compared so.
    """
    if word.isascii() or len(word) < LEAST_PART:
        return []
    similarities = {}
    for other in islice(known, MANY_WORDS):
        similarity = _similarity_of_part(word[:MAX_COMPARED], other)
        if similarity >= SIMILARITY:
            similarities[other] = similarity
    return sorted(similarities, key=similarities.__getitem__, reverse=True)[:count]


def _similarity_of_part(word: str, other: str) -> float:
    """Return how similar a word is to the part of another, of its own length, most like it."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=word)
    best = 0.0
    for start in range(len(other) - len(word) + 1):
        matcher.set_seq1(other[start : start + len(word)])
        best = max(best, matcher.ratio())
    return best


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
