"""What is known of each token: columns of words, shapes and marks, and of what the rules say of a candidate.

A column is a list of short texts, or numbers that stand for the texts of a list.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.tagging.candidates import Candidate
from discourse.annotations.statements.words import QUOTES, is_adverb, is_auxiliary, looks_finite
from discourse.lexicons.cues import Cues

_DIGITS = re.compile(r"\d+")
_MARKS = frozenset((",", ";", ".", "—", "–", "-", "(", ")"))
_MOST = 4

ROLES = ("none", "cue", "speaker", "content")
OWN = ("none", *(f"{b}{role}{side}" for role in ROLES[1:] for side in "<>" for b in ("", "begin-")))
_LIMITS = (1, 2, 3, 4, 6, 9, 14, 22)
_NEARNESS = (*map(str, _LIMITS), "far")
SIDE = (
    "cue",
    *(f"<{n}" for n in _NEARNESS),
    *(f">{n}" for n in _NEARNESS),
    *("earlier", "before", "next", "later"),
)
PASSED = ("outside", *map(str, range(_MOST + 1)))
MARKS = (*(f"<{n}" for n in range(_MOST + 1)), *(f">{n}" for n in range(_MOST + 1)))
NAMES: Mapping[str, tuple[str, ...]] = {
    "own": OWN,
    "other": ROLES,
    "side": SIDE,
    "passed": PASSED,
    "marks": MARKS,
}
"""What the numbers of a candidate's columns stand for."""


def text_columns(reading: Reading, cues: Cues) -> dict[str, list[str]]:
    """Give the columns that hold for a token whatever the candidate."""
    words = [_DIGITS.sub("0", word) if word[0].isdigit() else word for word in reading.words]
    entries = {word: _entry(word, cues) for word in set(words)}
    verbs, place = ["0"] * len(words), ["middle"] * len(words)
    for first, behind in reading.units:
        place[first], place[behind - 1] = "first", "last"
        passed = 0
        for i in range(first, behind):
            verbs[i] = str(min(passed, 3))
            passed = 0 if words[i] in (",", ";") else passed + looks_finite(words[i])
    return {
        "word": words,
        "suffix": [word[-3:] for word in words],
        "shape": [
            _shape(reading.text[start:end]) for start, end in zip(reading.starts, reading.ends, strict=True)
        ],
        "quoted": _quoted(reading),
        "entry": [entries[word] for word in words],
        "verbs": verbs,
        "place": place,
    }


def _shape(token: str) -> str:
    first = token[0]
    if first.isupper():
        return "AA" if len(token) > 1 and token.isupper() else "Aa"
    return "a" if first.isalpha() else "0" if first.isdigit() else first


def _quoted(reading: Reading) -> list[str]:
    """Whether a token lies in a quotation, opens or closes one."""
    column = ["in" if q >= 0 else "out" for q in reading.inside]
    for first, behind in reading.quoted:
        if behind > first:
            column[first], column[behind - 1] = "open", "close"
    return column


def _entry(word: str, cues: Cues) -> str:
    """As what the lexicon of cues knows a word, or else what kind of small word it is."""
    kinds = (
        ("report", word in cues.reports),
        ("verb-or-noun", word in cues.verbs and word in cues.nouns),
        ("verb", word in cues.verbs),
        ("noun", word in cues.nouns),
        ("adjective", word in cues.adjectives),
        ("mark", word in QUOTES),
    )
    known = next((kind for kind, is_so in kinds if is_so), "")
    if known:
        return known
    if is_auxiliary(word):
        return "auxiliary"
    if is_adverb(word):
        return "adverb"
    return "finite" if looks_finite(word) else "opener" if word in cues.openers else "none"


class Surroundings:
    """What a candidate's columns are made from: units, marks passed, and whose each token is by the rules."""

    def __init__(self, reading: Reading, found: Sequence[Candidate]):
        size = len(reading.words)
        bounds = [behind - first for first, behind in reading.units]
        self.unit = np.repeat(np.arange(len(bounds)), bounds)
        self.passed = np.fromiter(
            accumulate((word in _MARKS for word in reading.words), initial=0), dtype=np.int64, count=size + 1
        )
        self.role = np.zeros(size, dtype=np.int64)
        self.owner = np.full(size, -1)
        for number, candidate in enumerate(found):
            if candidate.statement is None:
                continue
            for part in ("content", "cue", "speaker"):
                for first, behind in candidate.ranges[part]:
                    free = self.owner[first:behind] < 0
                    self.role[first:behind][free] = ROLES.index(part)
                    self.owner[first:behind][free] = number

    def columns(self, candidate: Candidate, number: int) -> dict[str, np.ndarray]:
        """Give the columns of a candidate within its window, as numbers for the texts of `NAMES`."""
        start, end = candidate.window
        own, passed = self._own(candidate)
        stranger = (self.owner[start:end] >= 0) & (self.owner[start:end] != number)
        return {
            "own": own,
            "other": np.where(stranger, self.role[start:end], 0),
            "side": self._side(candidate),
            "passed": passed,
            "marks": self._marks(candidate),
        }

    def _own(self, candidate: Candidate) -> tuple[np.ndarray, np.ndarray]:
        """The part that the rules take a token for; and how many marks of its content stand before it."""
        start, end = candidate.window
        own, passed = np.zeros(end - start, dtype=np.int64), np.zeros(end - start, dtype=np.int64)
        heart = candidate.heart[0]
        for part in ("content", "cue", "speaker"):
            for first, behind in candidate.ranges[part]:
                here = slice(first - start, behind - start)
                if own[here].any():
                    continue
                code = 1 + 4 * (ROLES.index(part) - 1) + 2 * (first > heart)
                own[here] = code
                own[first - start] = code + 1
                if part == "content":
                    marks = self.passed[first:behind] - self.passed[first]
                    passed[here] = 1 + np.minimum(marks, _MOST)
        return own, passed

    def _side(self, candidate: Candidate) -> np.ndarray:
        """How far before or behind the cue a token stands, or how many sentences."""
        start, end = candidate.window
        first, behind = candidate.heart
        at = np.arange(start, end)
        many = len(_NEARNESS)
        side = np.where(at < first, 1 + np.searchsorted(_LIMITS, first - at), 0)
        side = np.where(at >= behind, 1 + many + np.searchsorted(_LIMITS, at - behind + 1), side)
        units = np.clip(self.unit[start:end] - self.unit[first], -2, 2)
        other = 1 + 2 * many + np.where(units < 0, units + 2, units + 1)
        return np.where(units == 0, side, other)

    def _marks(self, candidate: Candidate) -> np.ndarray:
        """How many marks stand between the cue and a token."""
        start, end = candidate.window
        first, behind = candidate.heart
        at = np.arange(start, end)
        before = np.minimum(self.passed[first] - self.passed[np.minimum(at + 1, first)], _MOST)
        later = np.minimum(self.passed[np.maximum(at, behind)] - self.passed[behind], _MOST)
        return np.where(at < first, before, 1 + _MOST + later)


def whole_columns(candidate: Candidate, columns: Mapping[str, list[str]]) -> dict[str, str]:
    """Give what holds for all tokens of a candidate: its cue, its rule, how it begins and ends."""
    words, shapes = columns["word"], columns["shape"]
    statement, ranges = candidate.statement, candidate.ranges
    first, behind = candidate.heart
    told = {
        "cue": "_".join(words[first : min(behind, first + 3)]) if ranges["cue"] else "none",
        "before": words[first - 1] if first else "start",
        "next": words[behind] if behind < len(words) else "end",
        "rule": statement.rule if statement else "no-rule",
        "sure": f"{statement.confidence:.1f}" if statement else "no",
        "kind": statement.kind if statement else "no",
        "negated": str(statement.cue_negated) if statement else "no",
    }
    if ranges["content"]:
        begin, end = ranges["content"][0][0], ranges["content"][-1][1]
        size = sum(b - a for a, b in ranges["content"])
        told |= {"first": words[begin], "last": words[end - 1]}
        told |= {"behind": words[end] if end < len(words) else "end"}
        told["length"] = _NEARNESS[int(np.searchsorted(_LIMITS, size // 3 + 1))]
    if ranges["speaker"]:
        begin, end = ranges["speaker"][0][0], ranges["speaker"][-1][1] - 1
        told |= {
            "speaker-first": f"{words[begin]}_{shapes[begin]}",
            "speaker-last": f"{words[end]}_{shapes[end]}",
        }
    return told
