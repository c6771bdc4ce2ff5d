"""Patterns in a trie: where the units of each stand, found for all places of a partition at once.

All patterns stand in one trie over the terms that the memory knows, and all places are walked down it
together, one unit a step, as arrays. So the cost follows the hits and not the size of the lexicon. The trie itself
is made once for a lexicon, and anew only when a term is met for the first time that is in one of its patterns.
"""

from collections.abc import Sequence
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from discourse.lexicons import Pattern
from discourse.text import Tokens, places_of
from discourse.text.memory import Memory
from discourse.text.tokens import KnownTerms

_TERM_BITS = 32
_SLOTS_A_KEY, _MOST_BITS = 64, 18
_MOST_TRIES = 8
_GOES_ON = "*"
_NO_STEPS = np.empty((3, 0), dtype=np.int64)


def walk(tokens: Tokens, patterns: Sequence[Pattern]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find where the units of a pattern stand in a row, in one text: first unit, last unit, number of the pattern.

    What stands between the units is not looked at. In the order of the last unit's place in its pattern.
    """
    trie = _trie_of(tuple(patterns), tokens)
    steps = _Steps(trie, tokens)
    place = np.flatnonzero(steps.begins[tokens.units.term])
    state, begin = steps.first[tokens.units.term[place]], place
    found = [(place[:0], place[:0], place[:0])]
    while len(place):
        ends = np.flatnonzero(trie.ends[state])
        here, number = places_of(trie.ending, state[ends])
        here = ends[here]
        found.append((begin[here], place[here], trie.ending_patterns[number]))
        following = tokens.unit_following(place)
        on = np.flatnonzero(steps.goes_on[state] & steps.continues[following])
        found_at, step = steps.at(state[on], following[on])
        on = on[found_at]
        place, begin, state = place[on] + 1, begin[on], steps.targets[step]
    first, last, number = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, last, number


class _Trie:
    """The patterns over the numbers of all terms that a memory knows.

    A row of `steps` is the state from which it leads, the number of the term, and the state to which it leads; all
    begin in state 0. `ending[state]` says how many patterns end there, `ends[state]` whether any; their numbers stand
    in `ending_patterns`, state by state.
    """

    def __init__(self, patterns: tuple[Pattern, ...]):
        self.patterns = patterns
        self._lengths = np.array([len(pattern.words) for pattern in patterns], dtype=np.int64)
        codes: dict[str, int] = {}
        units = [codes.setdefault(unit, len(codes)) for pattern in patterns for unit in _units(pattern)]
        self._units, self._begins = np.array(units, dtype=np.int64), np.cumsum(self._lengths) - self._lengths
        self._codes, self._unmet = codes, {unit for unit in codes if not unit.endswith(_GOES_ON)}
        self._prefixes = {unit[:-1]: code for unit, code in codes.items() if unit.endswith(_GOES_ON)}
        self._terms: list[list[int]] = [[] for _ in codes]
        self._known = 0
        self._lay()

    def learn(self, known: KnownTerms) -> None:
        """Take in the terms that are new among all that are known."""
        met = self._unmet & known.numbers.keys()
        self._unmet -= met
        for unit in met:
            self._terms[self._codes[unit]].append(known.numbers[unit])
        completed = self._completed(known.terms[self._known :].tolist()) if self._prefixes else []
        for code, number in completed:
            self._terms[code].append(number + self._known)
        self._known = max(self._known, len(known.terms))
        if met or completed:
            self._lay()

    def _completed(self, terms: Sequence[str]) -> list[tuple[int, int]]:
        """Give which terms begin with a prefix: the code of this, and the number of the term."""
        return [
            (self._prefixes[begin], number)
            for length in sorted({len(prefix) for prefix in self._prefixes})
            for number, term in enumerate(terms)
            if len(begin := term[:length]) == length and begin in self._prefixes
        ]

    def _lay(self) -> None:
        """Lay the steps of all patterns, one unit a round; there are several for a unit that is a prefix."""
        counts = np.array([len(numbers) for numbers in self._terms], dtype=np.int64)
        terms = np.array([number for numbers in self._terms for number in numbers], dtype=np.int64)
        row = np.flatnonzero(self._lengths)
        state, steps, ends = np.zeros_like(row), [_NO_STEPS], [_NO_STEPS[:2]]
        states = 1
        for depth in range(self._lengths.max(initial=0)):
            place, term = places_of(counts, self._units[self._begins[row] + depth])
            row, key = row[place], state[place] << _TERM_BITS | terms[term]
            keys, state = np.unique(key, return_inverse=True)
            state += states
            steps.append(
                np.stack([keys >> _TERM_BITS, keys & ((1 << _TERM_BITS) - 1), states + np.arange(len(keys))])
            )
            states += len(keys)
            last = self._lengths[row] == depth + 1
            ends.append(np.stack([state[last], row[last]]))
            row, state = row[~last], state[~last]
        self.steps = np.concatenate(steps, axis=1)
        ending, patterns = np.concatenate(ends, axis=1)
        self.ending_patterns = patterns[np.lexsort((patterns, ending))]
        self.ending = np.bincount(ending, minlength=states)
        self.ends = self.ending > 0


def _units(pattern: Pattern) -> tuple[str, ...]:
    """Give the units of a pattern; one that may go on is marked as such."""
    return (*pattern.words[:-1], pattern.words[-1] + _GOES_ON) if pattern.prefix else pattern.words


_tries: WeakKeyDictionary[Memory, dict[int, _Trie]] = WeakKeyDictionary()


def _trie_of(patterns: tuple[Pattern, ...], tokens: Tokens) -> _Trie:
    """Give the trie of some patterns, which is kept, as are those of the few other lexicons last asked for.

    Lexicons are told apart as objects: to compare thousands of patterns would take longer than to find them.
    """
    tries = _tries.setdefault(tokens.units.chunks.memory, {})
    trie = tries.pop(id(patterns), None) or _Trie(patterns)
    tries[id(trie.patterns)] = trie
    if len(tries) > _MOST_TRIES:
        del tries[next(iter(tries))]
    trie.learn(tokens.known)
    return trie


class _Steps:
    """The steps of a trie by the terms of one partition, as sorted arrays over the codes of these.

    `first[code]` is the state behind a first unit, `begins[code]` says whether there is one. The step from `state` by
    `code` has the key `state * size + code` and leads to `targets`; `goes_on[state]` says whether there is any,
    `continues[code]` whether there is any by this code.
    """

    def __init__(self, trie: _Trie, tokens: Tokens):
        state, number, target = trie.steps
        code = tokens.known.codes_of(number)
        self._size = len(tokens.terms) + 1
        begin = np.flatnonzero((state == 0) & (code >= 0))
        self.first = np.zeros(self._size, dtype=np.int64)
        self.first[code[begin]] = target[begin]
        self.begins = self.first > 0
        later = np.flatnonzero((state > 0) & (code >= 0))
        keys = state[later] * self._size + code[later]
        order = np.argsort(keys)
        self._keys, self.targets = keys[order], target[later[order]]
        self.continues = np.zeros(self._size, dtype=bool)
        self.continues[code[later]] = True
        self.goes_on = np.zeros(len(trie.ends), dtype=bool)
        self.goes_on[state[later]] = True

    def at(self, state: np.ndarray, code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give where there is a step from the state by the code, and its number.

        Nearly all are told by the table of slots; where two keys have one slot, the other is looked for.
        """
        key = state * self._size
        key += code
        step = self._slots[self._slot(key)]
        maybe = np.flatnonzero(step >= 0)
        key, step = key[maybe], step[maybe]
        other = np.flatnonzero(self._keys[step] != key)
        step[other] = np.minimum(np.searchsorted(self._keys, key[other]), len(self._keys) - 1)
        found = np.flatnonzero(self._keys[step] == key)
        return maybe[found], step[found]

    @cached_property
    def _slots(self) -> np.ndarray:
        """The number of the step with whose key each slot is taken; -1 where it is free."""
        slots = np.full(1 << self._bits, -1, dtype=np.int32)
        slots[self._slot(self._keys)] = np.arange(len(self._keys))
        return slots

    @cached_property
    def _bits(self) -> int:
        """As many bits as are needed that most slots are free."""
        return min((_SLOTS_A_KEY * len(self._keys) + 1).bit_length(), _MOST_BITS)

    def _slot(self, key: np.ndarray) -> np.ndarray:
        """Give the hash of each key: its product with a large odd number, of which the first bits count."""
        slot = key.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        slot >>= np.uint64(64 - self._bits)
        return slot.view(np.int64)
