"""Which framings need a closer look: those with words or marks around that could decide their use.

Most have none: the frame's word is asserted, and nothing holds it at arm's length. To tell so is a pass over the
units of a partition; `find_use` then reads only the others, and gives the same for all.
"""

from functools import cache

import numpy as np

from discourse.annotations.trie import walk
from discourse.annotations.uses.find import REACH, REACH_BEHIND
from discourse.annotations.uses.refusal import USED_AS
from discourse.lexicons import Pattern
from discourse.lexicons.patterns import pattern
from discourse.lexicons.use_words import Phrases, use_words
from discourse.text import Tokens

# What decides before the word, and behind it. The others only decide together: an act of naming with something
# before or behind that says it was not done; "what Moscow calls"; "as Moscow calls it".
_BEFORE, _BEHIND, _NAMING, _REFUSING, _WHAT, _AS, _CALLING, _CALLED = range(8)


class Surroundings:
    """Where in a partition the words stand that can decide a use, counted over all texts from `offsets`."""

    def __init__(self, tokens: Tokens, offsets: np.ndarray):
        listed = _patterns()
        first, _, number = walk(tokens, listed)
        places = offsets[tokens.unit_text[first]] + tokens.unit_start[first]
        kinds = np.array([int(one.owner) for one in listed])[number]
        self._places = [np.sort(places[kinds == kind]) for kind in range(8)]

    def may_decide(self, sentence: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Say for each framing (a row of `words`: start and end, like `sentence`) whether to look closer."""
        before = np.stack([np.maximum(sentence[:, 0], words[:, 0] - REACH), words[:, 0]], axis=1)
        behind = np.stack([words[:, 1], np.minimum(sentence[:, 1], words[:, 1] + REACH_BEHIND)], axis=1)
        return (
            self._in(_BEFORE, before)
            | self._in(_BEHIND, behind)
            | self._in(_NAMING, before) & (self._in(_REFUSING, before) | self._in(_REFUSING, behind))
            | self._in(_WHAT, before) & self._in(_CALLING, before)
            | self._in(_AS, behind) & self._in(_CALLED, behind)
        )

    def _in(self, kind: int, ranges: np.ndarray) -> np.ndarray:
        """Whether words of a kind begin in each of the ranges."""
        return np.diff(np.searchsorted(self._places[kind], ranges), axis=1)[:, 0] > 0


@cache
def _patterns() -> list[Pattern]:
    """Give the phrases that decide, each as often as there are ways in which it can."""
    lists = use_words()
    by_kind: dict[int, Phrases] = {
        _BEFORE: lists.negators | lists.negating | lists.misnaming | lists.denying | lists.rejecting
        | lists.preventing | lists.avoiding_words | lists.marking | lists.dubbing | lists.as_a_word
        | frozenset({"t", "cannot", "less"}),
        _BEHIND: lists.falsified | lists.fictions
        | frozenset("not never cannot t sic words telling language parlance jargon".split()),
        _NAMING: lists.naming | lists.uttering | lists.owning | lists.words | USED_AS,
        _REFUSING: lists.refusing,
        _WHAT: frozenset({"what"}),
        _AS: frozenset({"as"}),
        _CALLING: lists.calling,
        _CALLED: lists.called_behind,
    }  # fmt: skip
    return [
        pattern(phrase, str(kind), "use") for kind, phrases in by_kind.items() for phrase in sorted(phrases)
    ]
