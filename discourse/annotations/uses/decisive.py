"""Which framings need a closer look: those with words or marks around that could decide their use.

Most have none: the frame's word is asserted, and nothing holds it at arm's length. To tell so is a pass over the
units of a partition; `find_use` then reads only the others, and gives the same for all.
"""

from functools import cache

import numpy as np

from discourse.annotations.trie import walk
from discourse.annotations.uses import distance, negation, refusal
from discourse.annotations.uses.bounds import Bounds, Reach, first_from, last_before
from discourse.annotations.uses.find import REACH, REACH_BEHIND
from discourse.lexicons import Pattern
from discourse.lexicons.patterns import pattern
from discourse.lexicons.use_words import Phrases, use_words
from discourse.text import Tokens
from discourse.text.tokens import Pieces

# Without one of these before the word, or of those behind it, it is plain.
_SIGNS_BEFORE = ("negating", "marking", "as a word", "less", "refusing", "what")
_SIGNS_BEHIND = ("false", "not", "sic", "in words", "refusing", "called")


class Surroundings:
    """Where in a partition the words stand that can decide a use. All places are counted over all texts."""

    def __init__(self, tokens: Tokens):
        first, last, number = walk(tokens, _patterns())
        places, kind = _begins(tokens.units, first), _kinds()[number]
        self._places = {name: np.sort(places[kind == i]) for i, name in enumerate(_phrases())}
        self._before, self._behind = (
            np.sort(np.concatenate([self._places[name] for name in names]))
            for names in (_SIGNS_BEFORE, _SIGNS_BEHIND)
        )
        breaking, joined = (kind == list(_phrases()).index(name) for name in ("breaking", "joined"))
        alone = _is_alone(tokens.units, first[breaking], _lengths()[number[breaking]])
        breaks = np.setdiff1d(places[breaking][alone], _begins(tokens.units, last[joined]))
        self._bounds = Bounds(tokens.units.chunks, breaks, self._places["told"])

    def may_quote(self, sentence: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Say for each framing (a row of `words`: start and end, like `sentence`) whether quotation marks are near."""
        start, end = words.T
        opens = last_before(self._bounds.opening, start) >= np.maximum(sentence[:, 0], start - distance.LABEL)
        return opens & (first_from(self._bounds.closing, end) < end + distance.LABEL)

    def may_decide(self, sentence: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Say for each framing, of which a row is as above, whether words may decide its use."""
        start, end = words.T
        signs = last_before(self._before, start) >= np.maximum(sentence[:, 0], start - REACH)
        signs |= first_from(self._behind, end) < sentence[:, 1]
        signed = np.flatnonzero(signs)
        signs[signed] = self._decide(sentence[signed], words[signed])
        return signs

    def _decide(self, sentence: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Ask rule by rule whether the words it needs are within its reach."""
        start, end = words.T
        earliest = np.maximum(sentence[:, 0], start - REACH)
        latest = np.minimum(sentence[:, 1], end + REACH_BEHIND)
        reach = Reach(self._bounds, earliest, words)

        def before(kind: str, since: np.ndarray) -> np.ndarray:
            return last_before(self._places[kind], start) >= since

        def behind(kind: str, count: int, until: np.ndarray = latest) -> np.ndarray:
            return first_from(self._places[kind], end) < np.minimum(until, reach.on(count))

        naming = last_before(self._places["naming"], start)
        return (
            before("negating", reach.clause(negation.REACH))
            | (naming >= reach.clause(refusal.REACH))
            & (first_from(self._places["refusing"], reach.clause(refusal.REACH + refusal.BEFORE)) < naming)
            | before("word", reach.clause()) & behind("refusing", refusal.BEHIND)
            | before("less", reach.clause()) & behind("than", 1)
            | behind("false", negation.BEHIND)
            | behind("not", 3) & (behind("happening", 5) | behind("it", 1))
            | before("marking", reach.back(distance.marking_reach()))
            | before("as a word", reach.clause())
            | before("what", earliest) & before("calling", earliest)
            | behind("as", distance.AS_BEHIND) & behind("called", distance.AS_BEHIND + distance.CALLED_BEHIND)
            | behind("sic", 1, sentence[:, 1])
            | behind("in words", distance.IN_WORDS, sentence[:, 1])
        )


def _begins(units: Pieces, rows: np.ndarray) -> np.ndarray:
    """Where some units begin."""
    return units.chunks.start[units.place[rows]] + units.starts[units.number[rows]]


def _is_alone(units: Pieces, rows: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Say for some words of one unit whether each is a chunk, and so no part of a longer word (`where-ever`)."""
    code = units.chunks.code[units.place[rows]]
    return (units.starts[units.number[rows]] == 0) & (units.chunks.lengths[code] == lengths + 1)


@cache
def _kinds() -> np.ndarray:
    """The kind of each pattern, as its number among them."""
    kinds = list(_phrases())
    return np.array([kinds.index(one.owner) for one in _patterns()])


@cache
def _lengths() -> np.ndarray:
    """How long the phrase of each pattern is."""
    return np.array([len(one.text) for one in _patterns()])


@cache
def _patterns() -> list[Pattern]:
    """Give the phrases that decide, each as often as there are ways in which it can."""
    return [
        pattern(phrase, kind, "use") for kind, phrases in _phrases().items() for phrase in sorted(phrases)
    ]


@cache
def _phrases() -> dict[str, Phrases]:
    """The kinds of phrases that can decide or have a part in it. *Not* may be written `n't` or `cannot`."""
    lists, no = use_words(), frozenset({"t", "cannot"})
    return {
        "negating": lists.negators | lists.negating | lists.misnaming | lists.denying | lists.rejecting
        | lists.preventing | no,
        "naming": lists.words | lists.owning | (lists.naming | lists.uttering) - refusal.USED_AS,
        "refusing": lists.refusing | refusal.NEGATORS | no,
        "word": lists.words,
        "less": frozenset({"less"}),
        "than": frozenset({"than"}),
        "false": lists.falsified | lists.fictions,
        "not": no | {"not", "never"},
        "happening": lists.happening,
        "it": frozenset({"it", "this", "that"}),
        "marking": lists.marking,
        "as a word": lists.as_a_word | lists.dubbing,
        "what": frozenset({"what"}),
        "calling": lists.calling,
        "as": frozenset({"as"}),
        "called": lists.called_behind,
        "sic": frozenset({"sic"}),
        "in words": frozenset("words telling language parlance jargon".split()),
        "told": lists.saying | {"as"},
        "breaking": lists.breaks - {"and"},
        "joined": frozenset(
            phrase for phrase in lists.negating | lists.still_asserted if phrase.partition(" ")[2] in lists.breaks
        ),
    }  # fmt: skip
