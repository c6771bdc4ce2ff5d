"""From texts, cut at blanks, to steps: each chunk is replaced by what it does.

The rules run once per distinct chunk (see `textblob_chunks`); each occurrence is only looked up.
"""

from dataclasses import dataclass

import numpy as np

from discourse.annotations.tone.runs import Runs
from discourse.annotations.tone.textblob_chunks import DOUBT, NOTHING, START, ChunkEffects


@dataclass(frozen=True)
class Steps:
    """The steps of a batch of texts that are not `NOTHING`, in order, with the text (`row`) of each.

    Each text begins with the step `START`. `doubtful` are the rows to be left to the full rules.
    """

    step: np.ndarray
    row: np.ndarray
    doubtful: np.ndarray


def steps_of(runs: Runs, effects: ChunkEffects) -> Steps:
    """Give the steps of a batch of texts."""
    n = len(runs)
    row = np.repeat(np.arange(n, dtype=np.int32), np.diff(runs.start))
    filled = ~runs.memory.each(str.isspace, bool)[runs.number]
    number, start = runs.number, runs.start
    if not filled.all():
        row, number = row[filled], number[filled]
        start = np.searchsorted(row, np.arange(n + 1))
    first, second, opens, closes = effects.of(runs.memory)
    step = first.astype(np.int16)[number]

    ends = np.flatnonzero((opens != 0)[number[:-1]])
    meets = (opens[number[ends]] & closes[number[ends + 1]] != 0) & (row[ends] == row[ends + 1])
    doubtful = np.concatenate([row[ends[meets]], row[step == DOUBT]])

    twofold = np.flatnonzero((second != NOTHING)[number])
    places = np.concatenate([twofold + 1, start[:-1]])
    step = np.insert(step, places, np.concatenate([second[number[twofold]], np.full(n, START)]))
    row = np.insert(row, places, np.concatenate([row[twofold], np.arange(n)]))
    kept = step != NOTHING
    return Steps(step[kept], row[kept], doubtful)
