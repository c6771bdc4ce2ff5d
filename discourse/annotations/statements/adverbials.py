"""Adverbs and times that stand between a cue and what it takes: `said again on Monday night that …`."""

from functools import lru_cache

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import DAYS, REMEMBERED, TIME_OPENERS, TIME_WORDS, is_adverb

_BEFORE_TIMES = DAYS | TIME_OPENERS
_BELONGING = DAYS | TIME_WORDS | TIME_OPENERS | {"on", "and"}
_QUANTITIES = frozenset(
    "more most all both almost nearly roughly only even just no about not long so too".split()
)


def skip_adverbials(reading: Reading, i: int, limit: int) -> int:
    """Give the first token from `i` on that is neither an adverb nor part of a time."""
    while i < limit and reading.inside[i] < 0:
        step = _adverbial_length(reading.words, i, limit)
        if not step:
            break
        i += step
    return i


@lru_cache(maxsize=REMEMBERED)
def _may_belong(word: str) -> bool:
    """Whether a word may stand at the beginning of what is skipped, unless `times` follows."""
    return word in _BELONGING or is_adverb(word)


def _adverbial_length(words: list[str], i: int, limit: int) -> int:
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    if not _may_belong(word) and following != "times":
        return 0
    if word in DAYS or (is_adverb(word) and word not in _QUANTITIES):
        return 1
    if following == "times" or (word == "on" and following in DAYS):  # several times, on Monday
        return 2
    if word == "and" and i + 1 < limit and is_adverb(following) and is_adverb(words[i - 1]):
        return 2
    if word in TIME_WORDS and words[i - 1] in _BEFORE_TIMES:  # Monday night
        return 1
    return 2 if word in TIME_OPENERS and following in TIME_WORDS else 0
