"""Patterns in a trie: where the units of each stand, found for all places of a partition at once.

All patterns stand in one trie over the partition's own vocabulary, and all places are walked down it
together, one unit a step, as arrays. So the cost follows the hits and not the size of the lexicon.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from discourse.lexicons import Pattern
from discourse.text import Tokens, places_of

_KNOWN_BITS = 18


def walk(tokens: Tokens, patterns: Sequence[Pattern]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find where the units of a pattern stand in a row, in one text: first unit, last unit, number of the pattern.

    What stands between the units is not looked at. In the order of the last unit's place in its pattern.
    """
    trie = _Trie(patterns, tokens)
    state = trie.first[tokens.units.term]
    place = np.flatnonzero(state >= 0)
    state, begin = state[place], place
    found = [np.empty((3, 0), dtype=np.int64)]
    while len(place):
        ends = np.flatnonzero(trie.ends[state])
        here, number = places_of(trie.ending, state[ends])
        found.append(np.stack([begin[ends][here], place[ends][here], trie.patterns[number]]))
        following = tokens.unit_following[place]
        on = np.flatnonzero(trie.goes_on[state] & trie.continues[following])
        found_at, step = trie.steps_at(state[on], following[on])
        on = on[found_at]
        place, begin, state = place[on] + 1, begin[on], trie.targets[step]
    first, last, number = np.concatenate(found, axis=1)
    return first, last, number


class _Trie:
    """The patterns over the codes of one vocabulary, as sorted arrays.

    `first[code]` is the state behind a first unit or -1. The step from `state` by `code` has the key
    `state * size + code` in `keys` and leads to `targets`; `goes_on[state]` says whether there is any,
    `continues[code]` whether there is any by this code. `ending[state]` says how many patterns end there, `ends[state]`
    whether any; their numbers stand in `patterns`, state by state.
    """

    def __init__(self, patterns: Sequence[Pattern], tokens: Tokens):
        completed = _completed(patterns, tokens)
        units = {unit for pattern in patterns for unit in pattern.words}
        codes = {unit: code for unit in units if (code := tokens.code_of(unit)) >= 0}
        steps: dict[tuple[int, int], int] = {}
        ends = [
            (state, number)
            for number, pattern in enumerate(patterns)
            for state in _grow(steps, pattern, codes, completed)
        ]
        self.size = len(tokens.terms) + 1
        self.first = np.full(self.size, -1, dtype=np.int64)
        later = []
        for (state, code), target in steps.items():
            if state == 0:
                self.first[code] = target
            else:
                later.append((state * self.size + code, target))
        self.keys, self.targets = np.array(sorted(later), dtype=np.int64).reshape(-1, 2).T.copy()
        self.continues = np.zeros(self.size, dtype=bool)
        self.continues[self.keys % self.size] = True
        self.goes_on = np.bincount(self.keys // self.size, minlength=len(steps) + 1) > 0
        self._known = np.zeros(1 << _KNOWN_BITS, dtype=bool)
        self._known[_slot(self.keys)] = True
        states, self.patterns = np.array(sorted(ends), dtype=np.int64).reshape(-1, 2).T
        self.ending = np.bincount(states, minlength=len(steps) + 1)
        self.ends = self.ending > 0

    def steps_at(self, state: np.ndarray, code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give where there is a step from the state by the code, and its number.

        Nearly all where there is none are told by a table of what the keys' hashes are.
        """
        key = state * self.size + code
        maybe = np.flatnonzero(self._known[_slot(key)])
        key = key[maybe]
        at = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        found = np.flatnonzero(self.keys[at] == key)
        return maybe[found], at[found]


def _slot(key: np.ndarray) -> np.ndarray:
    """Give the hash of each key: its product with a large odd number, of which the first bits count."""
    return (key.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _KNOWN_BITS)


def _grow(
    steps: dict[tuple[int, int], int],
    pattern: Pattern,
    codes: Mapping[str, int],
    completed: Mapping[str, list[int]],
) -> list[int]:
    """Add one pattern to the trie; give the states it ends in: several where its last unit is a prefix."""
    state, last = 0, pattern.words[-1]
    for unit in pattern.words[:-1]:
        if unit not in codes:
            return []
        state = steps.setdefault((state, codes[unit]), len(steps) + 1)
    ends = completed[last] if pattern.prefix else [codes[last]] if last in codes else []
    return [steps.setdefault((state, code), len(steps) + 1) for code in ends]


def _completed(patterns: Sequence[Pattern], tokens: Tokens) -> dict[str, list[int]]:
    """Give the codes of the terms that begin with each prefix."""
    found: dict[str, list[int]] = {pattern.words[-1]: [] for pattern in patterns if pattern.prefix}
    terms = tokens.terms.tolist() if found else []
    for length in sorted({len(prefix) for prefix in found}):
        for code, term in enumerate(terms):
            if len(begin := term[:length]) == length and begin in found:
                found[begin].append(code)
    return found
