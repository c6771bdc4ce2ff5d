"""Patterns in a trie: where the units of each stand, found for all places of a partition at once.

All patterns stand in one trie over the partition's own vocabulary, and all places are walked down it
together, one unit a step, as arrays. So the cost follows the hits and not the size of the lexicon.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from discourse.lexicons import Pattern
from discourse.text import Tokens, places_of


def walk(tokens: Tokens, patterns: Sequence[Pattern]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find where the units of a pattern stand in a row, in one text: first unit, last unit, number of the pattern.

    What stands between the units is not looked at. In the order of the last unit's place in its pattern.
    """
    trie = _Trie(patterns, tokens)
    size, units = len(tokens.terms), tokens.unit_term
    place = np.flatnonzero(trie.first[units] >= 0)
    state, begin = trie.first[units[place]], place
    found = [np.empty((3, 0), dtype=np.int64)]
    while len(place):
        here, end = places_of(trie.ending, state)
        found.append(np.stack([begin[here], place[here], trie.patterns[end]]))
        ahead = np.minimum(place + 1, len(units) - 1)
        same = (place + 1 < len(units)) & (tokens.unit_text[ahead] == tokens.unit_text[place])
        key = state * size + units[ahead]
        at = np.minimum(np.searchsorted(trie.keys, key), len(trie.keys) - 1)
        on = same & (trie.keys[at] == key)
        place, begin, state = ahead[on], begin[on], trie.targets[at[on]]
    first, last, number = np.concatenate(found, axis=1)
    return first, last, number


class _Trie:
    """The patterns over the codes of one vocabulary, as sorted arrays.

    `first[code]` is the state behind a first unit or -1; the step from `state` by `code` has the key
    `state * len(terms) + code` in `keys` and leads to `targets`. `ending[state]` says how many patterns end
    there; their numbers stand in `patterns`, state by state.
    """

    def __init__(self, patterns: Sequence[Pattern], tokens: Tokens):
        completed = _completed(patterns, tokens)
        steps: dict[tuple[int, int], int] = {}
        ends = [
            (state, number)
            for number, pattern in enumerate(patterns)
            for state in _grow(steps, pattern, tokens.codes, completed)
        ]
        self.first = np.full(len(tokens.terms) + 1, -1, dtype=np.int64)
        later = []
        for (state, code), target in steps.items():
            if state == 0:
                self.first[code] = target
            else:
                later.append((state * len(tokens.terms) + code, target))
        table = np.array(sorted(later) or [(-1, -1)], dtype=np.int64)
        self.keys, self.targets = table[:, 0].copy(), table[:, 1].copy()
        states, self.patterns = np.array(sorted(ends), dtype=np.int64).reshape(-1, 2).T
        self.ending = np.bincount(states, minlength=len(steps) + 1)


def _grow(
    steps: dict[tuple[int, int], int],
    pattern: Pattern,
    codes: Mapping[str, int],
    completed: Mapping[str, list[int]],
) -> list[int]:
    """Add one pattern to the trie; give the states it ends in: several where its last unit is a prefix."""
    state = 0
    for unit in pattern.words[:-1]:
        if unit not in codes:
            return []
        state = steps.setdefault((state, codes[unit]), len(steps) + 1)
    last = pattern.words[-1]
    ends = completed[last] if pattern.prefix else [codes[last]] if last in codes else []
    return [steps.setdefault((state, code), len(steps) + 1) for code in ends]


def _completed(patterns: Sequence[Pattern], tokens: Tokens) -> dict[str, list[int]]:
    """Give the codes of the terms that begin with each prefix."""
    found: dict[str, list[int]] = {pattern.words[-1]: [] for pattern in patterns if pattern.prefix}
    for length in sorted({len(prefix) for prefix in found}):
        for term, code in tokens.codes.items():
            if len(begin := term[:length]) == length and begin in found:
                found[begin].append(code)
    return found
