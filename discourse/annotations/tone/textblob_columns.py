"""From texts, cut at blanks, to steps: each chunk is replaced by what it does.

The rules run once per distinct chunk (see `textblob_chunks`); each occurrence is only looked up.
"""

from dataclasses import dataclass

import numpy as np

from discourse.annotations.tone.textblob_chunks import DOUBT, NOTHING, START, ChunkEffects
from discourse.text import Chunks


@dataclass(frozen=True)
class Steps:
    """The steps of a batch of texts that are not `NOTHING`, in order, with the text (`row`) of each.

    Each text begins with the step `START`. `doubtful` are the rows to be left to the full rules.
    """

    step: np.ndarray
    row: np.ndarray
    doubtful: np.ndarray


def steps_of(chunks: Chunks, begin: np.ndarray, end: np.ndarray, effects: ChunkEffects) -> Steps:
    """Give the steps of a batch of texts; each is the chunks from one place up to, but without, another."""
    n = end - begin
    row = np.repeat(np.arange(len(n), dtype=np.int32), n)
    place = np.arange(len(row)) + np.repeat(begin - np.cumsum(n) + n, n)
    filled = ~chunks.each(str.isspace, bool)[place]
    row, code = row[filled], chunks.code[place[filled]]
    start = np.searchsorted(row, np.arange(len(n) + 1))
    first, second, opens, closes = effects.of(chunks)
    step = first.astype(np.int16)[code]

    ends = np.flatnonzero((opens != 0)[code[:-1]])
    meets = (opens[code[ends]] & closes[code[ends + 1]] != 0) & (row[ends] == row[ends + 1])
    doubtful = np.concatenate([row[ends[meets]], row[step == DOUBT]])

    twofold = np.flatnonzero((second != NOTHING)[code])
    places = np.concatenate([twofold + 1, start[:-1]])
    step = np.insert(step, places, np.concatenate([second[code[twofold]], np.full(len(n), START)]))
    row = np.insert(row, places, np.concatenate([row[twofold], np.arange(len(n))]))
    kept = step != NOTHING
    return Steps(step[kept], row[kept], doubtful)
