"""Which framings need a closer look: those with words or marks around that could decide their use.

Most have none: the frame's word is asserted, and nothing holds it at arm's length. To tell so is a pass over the
units of a partition; `find_use` then reads only the others, asks only the rules that may decide, and gives the same
for all. Each rule of the other modules has a line here, which says what it needs at least, and how far away: the lists
and the reaches are theirs.
"""

from functools import cache, partial

import numpy as np

from discourse.annotations.trie import walk
from discourse.annotations.uses import distance, negation, refusal
from discourse.annotations.uses.bounds import Bounds, Reach, first_from, last_before
from discourse.annotations.uses.find import REACH, Rules
from discourse.lexicons import Pattern
from discourse.lexicons.patterns import pattern
from discourse.lexicons.use_words import Phrases, use_words
from discourse.text import Tokens
from discourse.text.tokens import Pieces

# Without one of these before the word, or of those behind it, it is plain.
_SIGNS_BEFORE = ("negating", "refusing", "word", "less", "marking", "as a word", "what")
_SIGNS_BEHIND = ("false", "not", "called", "sic", "in words")
# These look further back than to where the clause begins.
_BEYOND_CLAUSE = ("distanced_before", "quoted")


class Surroundings:
    """Where in a partition the words stand that can decide a use. All places are counted over all texts."""

    def __init__(self, tokens: Tokens):
        first, last, number = walk(tokens, _patterns())
        places, kind = tokens.units.begin(first), _kinds()[number]
        self._places = _by_kind(places, kind)
        self._before, self._behind = (
            np.sort(np.concatenate([self._places[name] for name in names]))
            for names in (_SIGNS_BEFORE, _SIGNS_BEHIND)
        )
        breaking, joined = (kind == list(_phrases()).index(name) for name in ("breaking", "joined"))
        alone = _is_alone(tokens.units, first[breaking], _lengths()[number[breaking]])
        breaks = places[breaking][alone]
        breaks = breaks[~np.isin(breaks, tokens.units.begin(last[joined]))]
        self._bounds = Bounds(tokens.units.chunks, breaks, self._places["told"])

    def to_read(self, sentence: np.ndarray, words: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give the rows of the framings that are to be read, from where on, and the rules that `asked` gives for them.

        Where only such rules are asked as look no further than the clause, no more than this is read.
        """
        asked = self.asked(sentence, words)
        rows = np.flatnonzero(asked.any(axis=1))
        asked, begin = asked[rows], sentence[rows, 0]
        far = asked[:, [Rules._fields.index(rule) for rule in _BEYOND_CLAUSE]].any(axis=1)
        clause = Reach(self._bounds, sentence[rows], words[rows]).clause()
        return rows, np.where(far, begin, clause), asked

    def asked(self, sentence: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Say for each framing (a row of `words`: start and end, like `sentence`) which `Rules` may decide its use."""
        start, end = words.T
        asked = {rule: np.zeros(len(words), dtype=bool) for rule in Rules._fields}
        before = last_before(self._before, start) >= np.maximum(sentence[:, 0], start - REACH)
        behind = first_from(self._behind, end) < sentence[:, 1]
        for signed, decide in ((before, self._before_decides), (behind, self._behind_decides)):
            rows = np.flatnonzero(signed)
            for rule, may_decide in decide(Reach(self._bounds, sentence[rows], words[rows])).items():
                asked[rule][rows] |= may_decide
        asked["quoted"] = self._may_quote(sentence[:, 0], start, end)
        return np.stack(list(asked.values()), axis=1)

    def _may_quote(self, begin: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Say for each framing whether quotation marks may be tight around it: near, and with few words between."""
        opening, closing = last_before(self._bounds.opening, start), first_from(self._bounds.closing, end)
        near = (opening >= np.maximum(begin, start - distance.LABEL)) & (closing < end + distance.LABEL)
        rows = np.flatnonzero(near)
        first, last = (
            np.searchsorted(self._bounds.words, mark[rows], side="right") for mark in (opening, closing)
        )
        near[rows] = last - first <= distance.LABEL_WORDS
        return near

    def _before_decides(self, reach: Reach) -> dict[str, np.ndarray]:
        """Ask the rules that need something before the word."""

        def last(kind: str) -> np.ndarray:
            return last_before(self._places[kind], reach.start)

        refusing = first_from(self._places["refusing"], reach.clause(refusal.REACH + refusal.BEFORE))
        clause, naming = reach.clause(), last("naming")
        return {
            "refused": (naming >= reach.clause(refusal.REACH)) & (refusing < naming)
            | (last("word") >= clause) & self._is_behind("refusing", reach, refusal.BEHIND),
            "negated_before": last("negating") >= reach.clause(negation.REACH),
            "negated_behind": (last("less") >= clause) & self._is_behind("than", reach, 1),
            "distanced_before": (last("marking") >= reach.back(distance.marking_reach()))
            | (last("as a word") >= clause)
            | (last("what") >= reach.earliest) & (last("calling") >= reach.earliest),
        }

    def _behind_decides(self, reach: Reach) -> dict[str, np.ndarray]:
        """Ask the rules that need nothing but something behind the word."""
        behind = partial(self._is_behind, reach=reach)
        return {
            "negated_behind": behind("false", count=negation.BEHIND)
            | behind("not", count=negation.NOT_BEHIND)
            & (behind("happening", count=negation.NOT_BEHIND + 2) | behind("it", count=1)),
            "distanced_behind": behind("as", count=distance.AS_BEHIND)
            & behind("called", count=distance.AS_BEHIND + distance.CALLED_BEHIND)
            | behind("sic", count=1)
            | behind("in words", count=distance.IN_WORDS),
        }

    def _is_behind(self, kind: str, reach: Reach, count: int) -> np.ndarray:
        """Whether a word of a kind is among the next `count` words."""
        return first_from(self._places[kind], reach.end) < reach.on(count)


def _by_kind(places: np.ndarray, kind: np.ndarray) -> dict[str, np.ndarray]:
    """Give the sorted places of each kind of phrases; one sort is for all of them."""
    beyond = places.max(initial=0) + 1
    keys = np.sort(kind * beyond + places)
    begins = np.searchsorted(keys, beyond * np.arange(len(_phrases()) + 1))
    return {name: keys[begins[i] : begins[i + 1]] - beyond * i for i, name in enumerate(_phrases())}


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
def _patterns() -> tuple[Pattern, ...]:
    """Give the phrases that decide, each as often as there are ways in which it can; *n't* may hang on any."""
    return tuple(
        pattern(written, kind, "use")
        for kind, phrases in _phrases().items()
        for phrase in sorted(phrases)
        for written in (phrase, f"{phrase}n't")
    )


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
