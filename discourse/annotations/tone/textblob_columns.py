"""From texts, cut at blanks, to steps: each chunk is replaced by what it does.

The rules run once per distinct chunk (see `textblob_chunks`); each occurrence is only looked up.
"""

from dataclasses import dataclass

import numpy as np

from discourse.annotations.tone.runs import Runs
from discourse.annotations.tone.textblob_chunks import (
    ANYTHING,
    DOUBT,
    LONG,
    LOOK,
    NOTHING,
    ChunkEffects,
    Effects,
)
from discourse.text import places_of

_WHITE = 3
"""Over so many chunks of white space at most an emoticon is looked for."""


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

    look = np.flatnonzero(step == LOOK)
    number = runs.numbers(place[look])
    doubtful = row[look[_may_complete(known, runs, place[look], row[look])]]

    step[look] = NOTHING
    held, several = places_of(known.counts, number)
    behind = 2 * look[held] + 2
    step = np.insert(np.stack([before, step], axis=1).ravel(), behind, known.steps[several])
    row = np.insert(np.repeat(row, 2), behind, row[look[held]])
    kept = np.flatnonzero(step != NOTHING)
    step, row = step[kept], row[kept]
    return Steps(step, row, np.append(doubtful, row[step == DOUBT]))


def _may_complete(known: Effects, runs: Runs, place: np.ndarray, row: np.ndarray) -> np.ndarray:
    """Tell of some chunks whether each may complete an emoticon, begun in the last one before it but for white space.

    Behind very much white space it may in any case.
    """
    before, begin = place - 1, runs.begin[row]
    for _ in range(_WHITE):
        before = before - ((known.opens[runs.numbers(before)] == ANYTHING) & (before > begin))
    meets = known.opens[runs.numbers(before)] & known.closes[runs.numbers(place)] != 0
    return meets & (before >= begin)


def _telling(step: np.ndarray, runs: Runs) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Give the chunks that are more than long and short words: place, text, step, and what stands before.

    That is a long word if one stands between this chunk and the one before, or else a short one, or else nothing.
    """
    place = np.flatnonzero(step > LONG)
    telling = step[place]
    step[place] = NOTHING
    before = np.roll(np.maximum.reduceat(step, place), 1)
    first, behind = np.searchsorted(place, runs.begin), np.searchsorted(place, runs.end)
    count = behind - first
    row, at = _ranges(first, count)
    before = before[at]
    before[(np.cumsum(count) - count)[count > 0]] = LONG
    return place[at], row, telling[at], before


def _ranges(begin: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give all places of ranges, one range behind the other, and the number of the range of each.

    Examples
    --------
    >>> _ranges(np.array([5, 0]), np.array([2, 3]))
    (array([0, 0, 1, 1, 1]), array([5, 6, 0, 1, 2]))
    """
    shift = begin - (np.cumsum(count) - count)
    return np.repeat(np.arange(len(count)), count), np.arange(count.sum()) + np.repeat(shift, count)
