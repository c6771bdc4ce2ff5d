"""Marked texts made ready for learning: candidates with their labels, and features as rows of a matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from discourse.annotations.statements.cutting import cut
from discourse.annotations.statements.find import outer_statements
from discourse.annotations.statements.reading import Reading, read
from discourse.annotations.statements.statement import Statement
from discourse.annotations.statements.tagging.candidates import Candidate, candidates
from discourse.annotations.statements.tagging.labels import PARTS, Ranges, labels_of, tokens_of
from discourse.annotations.statements.tagging.layout import Text, Vocabulary
from discourse.annotations.statements.tagging.proposing import batches
from discourse.annotations.statements.tagging.templates import TEMPLATES, written
from discourse.lexicons.cues import Cues
from discourse.text import sentences
from discourse.training.learning import NO_FEATURE, Window
from discourse.training.marked import MarkedText

_LEAST = 3
"""A feature that is seen less often has no weight."""
NOTHING: Ranges = {part: [] for part in PARTS}


@dataclass(frozen=True)
class Example:
    """A marked text: what the rules and the person who marked it say, and the windows to learn from."""

    name: str
    reading: Reading
    by_rules: list[Statement]
    marked: list[Ranges]
    found: list[Candidate]
    windows: list[Window]


@dataclass(frozen=True)
class Examples:
    """The examples, and for each row of the matrix of features its template and the texts of its columns."""

    texts: list[Example]
    names: list[tuple[str, str]]


def examples_of(texts: Sequence[MarkedText], cues: Cues) -> Examples:
    """Read marked texts by the rules and give every feature a row; row 0 stands for none."""
    vocabulary = Vocabulary()
    read_texts = [_read(marked, cues) for marked in texts]
    layouts = []
    for reading, _, _, found in read_texts:
        text = Text(reading, found, cues, vocabulary)
        layouts.append([text.lay_out(first, behind) for first, behind in batches(found)])
    laid = [layout for of in layouts for layout in of]
    sizes = {column: len(known) + 1 for column, known in vocabulary.numbers.items()}
    rows, names = [], [("", "")]
    for template in TEMPLATES:
        keys = np.concatenate([layout.keys(template, sizes) for layout in laid] or [np.zeros(0, np.int64)])
        distinct, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
        known = counts >= _LEAST
        new_rows = np.where(known, len(names) + np.cumsum(known) - 1, NO_FEATURE)
        rows.append(new_rows[numbers].astype(np.int32))
        names += [(written(template), told) for told in _told(template, distinct[known], vocabulary, sizes)]
    matrix = np.stack(rows, axis=1)
    examples, filled = [], 0
    for marked, (reading, by_rules, ranges, found) in zip(texts, read_texts, strict=True):
        windows = []
        for candidate in found:
            start, end = candidate.window
            target = _marked_for(candidate, ranges)
            windows.append(Window(matrix[filled : filled + end - start], labels_of(target, candidate.window)))
            filled += end - start
        examples.append(Example(marked.name, reading, by_rules, ranges, found, windows))
    return Examples(examples, names)


def _read(marked: MarkedText, cues: Cues):
    reading = read(marked.text, sentences(marked.text), cut(marked.text))
    by_rules = outer_statements(reading, cues)
    ranges = [
        {part: tokens_of(reading, getattr(statement, part)) for part in PARTS}
        for statement in marked.statements
    ]
    return reading, by_rules, ranges, candidates(reading, by_rules, cues)


def _told(template, keys: np.ndarray, vocabulary: Vocabulary, sizes) -> list[str]:
    """The texts that keys stand for, with a blank between columns."""
    columns = []
    for column, _ in reversed(template):
        keys, numbers = np.divmod(keys, sizes[column])
        texts = vocabulary.texts(column)
        columns.append([texts[number] for number in numbers.tolist()])
    return [" ".join(texts) for texts in zip(*reversed(columns), strict=True)]


def _marked_for(candidate: Candidate, marked: Sequence[Ranges]) -> Ranges:
    """The marked statement that a candidate should become: that of its cue, or else of most of its content."""
    best, most = NOTHING, 0.0
    for one in marked:
        shared = _shared(one["content"], candidate.ranges["content"])
        if _shared(one["cue"], candidate.ranges["cue"]):
            shared += 0.5
        elif candidate.ranges["cue"] or 2 * shared <= _size(candidate.ranges["content"]):
            shared = 0.0
        if shared > most:
            best, most = one, shared
    return best


def _shared(ranges, others) -> float:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in ranges for c, d in others)


def _size(ranges) -> int:
    return sum(behind - first for first, behind in ranges)
