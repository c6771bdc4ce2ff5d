"""Finding the patterns of a lexicon in a partition of texts.

All patterns stand in one trie over the partition's own vocabulary, and all places are walked down it
together, one unit a step, as arrays. So the cost follows the hits and not the size of the lexicon.
Only what reached the end of a pattern is looked at one by one: its case, and the gaps between its units.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from discourse.lexicons import Pattern
from discourse.text import Tokens

# What may stand between two units of a phrase: white space with one joining mark, and one line break.
_GAP = re.compile(r"(?!.*\n[^\n]*\n)\s*[-‐‑–—'’ʼ&/.]?\s*", re.DOTALL)
_SENTENCE_GAP = re.compile(r"\.\s")
_SHOUTED = 4


class Hit(NamedTuple):
    """A place where a pattern stands: text number, half-open range of code points, pattern."""

    text: int
    start: int
    end: int
    pattern: Pattern


def find_patterns(tokens: Tokens, texts: Sequence[str], patterns: Iterable[Pattern]) -> list[Hit]:
    """Find the places of `patterns` in `texts`, which were cut into `tokens`; in order.

    The longest match wins, and of two that overlap the one that begins first. Patterns of several owners
    on the same place are all given. An excluding pattern hides its own owner's matches inside it and is
    not given itself.
    """
    candidates = defaultdict(list)
    for first, last, pattern in _accepted(tokens, list(patterns)):
        text = int(tokens.unit_text[first])
        hit = Hit(text, int(tokens.unit_start[first]), int(tokens.unit_end[last]), pattern)
        if _fits(texts[text][hit.start : hit.end], pattern):
            candidates[text].append(hit)
    return [hit for text in sorted(candidates) for hit in _longest(_not_excluded(candidates[text]))]


def _accepted(tokens, patterns):
    """Walk all places down the trie; yield first unit, last unit and pattern of each match."""
    trie = _Trie(patterns, tokens.terms)
    size, units = len(tokens.terms), tokens.unit_term
    place = np.flatnonzero(trie.first[units] >= 0)
    state, begin = trie.first[units[place]], place
    while len(place):
        for i in np.flatnonzero(trie.ends[state]):
            for pattern in trie.patterns[int(state[i])]:
                yield begin[i], place[i], pattern
        ahead = np.minimum(place + 1, len(units) - 1)
        same = (place + 1 < len(units)) & (tokens.unit_text[ahead] == tokens.unit_text[place])
        key = state * size + units[ahead]
        at = np.minimum(np.searchsorted(trie.keys, key), len(trie.keys) - 1)
        on = same & (trie.keys[at] == key)
        place, begin, state = ahead[on], begin[on], trie.targets[at[on]]


class _Trie:
    """The patterns over the codes of one vocabulary, as sorted arrays.

    `first[code]` is the state behind a first unit or -1; the step from `state` by `code` has the key
    `state * len(vocabulary) + code` in `keys` and leads to `targets`; `ends[state]` says whether
    `patterns[state]` end there.
    """

    def __init__(self, patterns: Sequence[Pattern], vocabulary: np.ndarray):
        codes = _codes(patterns, vocabulary)
        steps: dict[tuple[int, int], int] = {}
        self.patterns: dict[int, list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            for state in _grow(steps, pattern, codes):
                self.patterns[state].append(pattern)
        self.first = np.full(len(vocabulary) + 1, -1, dtype=np.int64)
        later = []
        for (state, code), target in steps.items():
            if state == 0:
                self.first[code] = target
            else:
                later.append((state * len(vocabulary) + code, target))
        table = np.array(sorted(later) or [(-1, -1)], dtype=np.int64)
        self.keys, self.targets = table[:, 0].copy(), table[:, 1].copy()
        self.ends = np.zeros(len(steps) + 1, dtype=bool)
        self.ends[list(self.patterns)] = True


def _grow(steps, pattern, codes) -> list[int]:
    """Add one pattern to the trie; give the states it ends in: several where its last unit is a prefix."""
    state = 0
    for unit in pattern.words[:-1]:
        if unit not in codes:
            return []
        state = steps.setdefault((state, codes[unit]), len(steps) + 1)
    last = codes.get((pattern.words[-1], "*"), []) if pattern.prefix else [codes.get(pattern.words[-1])]
    return [steps.setdefault((state, code), len(steps) + 1) for code in last if code is not None]


def _codes(patterns, vocabulary):
    """Give the code of each unit that occurs in the patterns, and all codes of each prefix."""
    units = {unit for pattern in patterns for unit in pattern.words}
    prefixes = {pattern.words[-1] for pattern in patterns if pattern.prefix}
    lengths = {len(prefix) for prefix in prefixes}
    codes: dict = defaultdict(list)
    for code, term in enumerate(vocabulary):
        if term in units:
            codes[term] = code
        for length in lengths:
            if term[:length] in prefixes:
                codes[term[:length], "*"].append(code)
    return dict(codes)


def _fits(found: str, pattern: Pattern) -> bool:
    """Whether the words as they stand agree with the pattern in case and in what separates them."""
    if len(pattern.words) > 1 and not _gaps_join(found, pattern):
        return False
    if not pattern.exact_case:
        return True
    written = re.findall(r"\w+", found.replace("\u00ad", ""))
    wanted = re.findall(r"\w+", pattern.text)
    return written == wanted or (len(found) >= _SHOUTED and found.isupper())


def _gaps_join(found, pattern):
    """A phrase runs over a full stop or a comma only where its own text has one (`Mr. Xi`, `Moscow, Idaho`)."""
    gaps = re.split(r"[\w\u00ad\u200b-\u200d]+", found)[1:-1]
    if "," in pattern.text:
        gaps = [gap.removeprefix(",") for gap in gaps]
    pointed = "." in pattern.text
    return all(_GAP.fullmatch(gap) and (pointed or not _SENTENCE_GAP.match(gap)) for gap in gaps)


def _not_excluded(hits: list[Hit]) -> list[Hit]:
    """Leave out the excluding patterns, and each owner's hits that lie within one of his own."""
    excluded: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for hit in sorted((h for h in hits if h.pattern.exclude), key=lambda h: h.start):
        places = excluded[hit.pattern.owner]
        places.append((hit.start, max(hit.end, places[-1][1] if places else 0)))
    return [h for h in hits if not h.pattern.exclude and not _within(h, excluded[h.pattern.owner])]


def _within(hit, places):
    """Whether one of `places`, sorted by start and with the furthest end so far, holds the hit."""
    before = bisect_right(places, hit.start, key=itemgetter(0))
    return bool(before) and hit.end <= places[before - 1][1]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Keep the longest of those that begin first, with all that stand on the very same place.

    What overlaps another wording of the same owner lengthens it: "Professor Liang" and "Liang Shuwen" are
    one place where the text has "Professor Liang Shuwen".
    """
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and _goes_on(kept[-1], hit):
            kept[-1] = kept[-1]._replace(end=hit.end)
        elif not kept or hit.start >= kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept


def _goes_on(kept: Hit, hit: Hit) -> bool:
    return kept.start < hit.start < kept.end < hit.end and kept.pattern.owner == hit.pattern.owner
