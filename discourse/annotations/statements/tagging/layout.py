"""Columns as numbers, the windows of a text end to end; and the keys of features that are made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.tagging.candidates import Candidate
from discourse.annotations.statements.tagging.columns import (
    NAMES,
    Surroundings,
    text_columns,
    whole_columns,
)
from discourse.annotations.statements.tagging.templates import REACH, Template
from discourse.lexicons.cues import Cues

TEXT_COLUMNS = ("word", "suffix", "shape", "quoted", "entry", "verbs", "place")
WHOLE_COLUMNS = tuple(
    "cue before next rule sure kind negated first last behind length speaker-first speaker-last".split()
)
COLUMNS = (*TEXT_COLUMNS, *NAMES, *WHOLE_COLUMNS)
EDGE = ""
"""What stands beyond the text or the window, and where a candidate has nothing to tell."""
UNSEEN = 0


class Vocabulary:
    """The number of each text in each column, from 1 on; one that is not known has 0."""

    def __init__(self, *, grows: bool = True):
        self.numbers: dict[str, dict[str, int]] = {column: {} for column in COLUMNS}
        self.grows = grows

    def of(self, column: str, texts: Sequence[str]) -> np.ndarray:
        """Give the numbers of texts; new ones get a number if the vocabulary grows."""
        known = self.numbers[column]
        if self.grows:
            for text in texts:
                known.setdefault(text, len(known) + 1)
        return np.array([known.get(text, UNSEEN) for text in texts], dtype=np.int64)

    def texts(self, column: str) -> list[str]:
        """Give the texts by their numbers."""
        return [EDGE, *self.numbers[column]]


@dataclass(frozen=True)
class Layout:
    """The columns of some windows, each with `REACH` places more on either side; `at` are the tokens' places."""

    columns: Mapping[str, np.ndarray]
    at: np.ndarray
    lengths: list[int]

    def keys(self, template: Template, sizes: Mapping[str, int]) -> np.ndarray:
        """Give a number for each token that says what the columns of a template hold there."""
        keys = np.zeros(len(self.at), dtype=np.int64)
        for column, offset in template:
            keys = keys * sizes[column] + self.columns[column][self.at + offset]
        return keys


class Text:
    """A text whose candidates are laid out a few at a time."""

    def __init__(self, reading: Reading, found: Sequence[Candidate], cues: Cues, vocabulary: Vocabulary):
        self.found = found
        self.surroundings = Surroundings(reading, found)
        self.texts = text_columns(reading, cues)
        self.vocabulary = vocabulary
        self.edges = {column: vocabulary.of(column, [EDGE])[0] for column in COLUMNS}
        self.numbers = {
            column: np.pad(vocabulary.of(column, texts), REACH, constant_values=self.edges[column])
            for column, texts in self.texts.items()
        }
        self.names = {column: vocabulary.of(column, texts) for column, texts in NAMES.items()}

    def lay_out(self, first: int, behind: int) -> Layout:
        """Give the columns of some candidates, by their numbers."""
        windows = [candidate.window for candidate in self.found[first:behind]]
        lengths = [end - start for start, end in windows]
        size = sum(lengths) + 2 * REACH * len(lengths)
        columns = {column: np.full(size, self.edges[column]) for column in COLUMNS}
        places, filled = [], 0
        for number, (start, end) in enumerate(windows, first):
            whole = slice(filled, filled + end - start + 2 * REACH)
            inner = slice(whole.start + REACH, whole.stop - REACH)
            for column, numbers in self.numbers.items():
                columns[column][whole] = numbers[start : end + 2 * REACH]
            for column, codes in self.surroundings.columns(self.found[number], number).items():
                columns[column][inner] = self.names[column][codes]
            for column, text in whole_columns(self.found[number], self.texts).items():
                columns[column][whole] = self.vocabulary.of(column, [text])[0]
            places.append(np.arange(inner.start, inner.stop))
            filled = whole.stop
        return Layout(columns, np.concatenate(places), lengths)
