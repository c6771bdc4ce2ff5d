"""From texts, cut at blanks, to steps: each chunk is replaced by what it does.

The rules run once per distinct chunk (see `textblob_chunks`); each occurrence is only looked up.
"""

from dataclasses import dataclass

import numpy as np

from discourse.annotations.tone.runs import Runs
from discourse.annotations.tone.textblob_chunks import DOUBT, LONG, LOOK, NOTHING, ChunkEffects


@dataclass(frozen=True)
class Steps:
    """The steps of a batch of texts, in order, with the text (`row`) of each.

    Only those are here that tell: of the long and short words between two others one stands for all, and
    before the first of a text always stands a long one. `doubtful` are the rows to be left to the full rules.
    """

    step: np.ndarray
    row: np.ndarray
    doubtful: np.ndarray


def steps_of(runs: Runs, effects: ChunkEffects) -> Steps:
    """Give the steps of a batch of texts."""
    known, chunks = effects.of(runs.chunks.memory), runs.chunks
    step = known.step[chunks.number][chunks.code]
    place, row, step, before = _telling(step, runs)

    twice = np.flatnonzero(step == LOOK)
    number = chunks.number[chunks.code[place[twice]]]
    first, second, _, closes = known.columns[:, known.which[number]]
    in_front = known.which[chunks.number[chunks.code[place[twice] - 1]]]
    meets = (known.columns[2][in_front] & closes != 0) & (place[twice] > runs.begin[row[twice]])
    doubtful = row[twice][meets | (first == DOUBT)]

    steps = np.zeros((len(place), 3), dtype=step.dtype)
    steps[:, 0], steps[:, 1] = before, step
    steps[twice, 1], steps[twice, 2] = first, second
    kept = np.flatnonzero(steps.ravel() != NOTHING)
    return Steps(steps.ravel()[kept], np.repeat(row, 3)[kept], doubtful)


def _telling(step: np.ndarray, runs: Runs) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Give the chunks that are more than long and short words: place, text, step, and what stands before.

    That is a long word if one stands between this chunk and the one before, or else a short one, or else nothing.
    """
    place = np.flatnonzero(step > LONG)
    telling = step[place]
    step[place] = NOTHING
    before = np.append(LONG, np.maximum.reduceat(step, place)[:-1])
    first, behind = np.searchsorted(place, runs.begin), np.searchsorted(place, runs.end)
    count = behind - first
    begin = np.cumsum(count) - count
    at = np.arange(count.sum()) + np.repeat(first - begin, count)
    before = before[at]
    before[begin[count > 0]] = LONG
    return place[at], np.repeat(np.arange(len(runs)), count), telling[at], before
