"""From texts to steps: texts are cut at blanks, and each chunk is replaced by what it does.

The rules run once per distinct chunk (see `textblob_chunks`); each occurrence is only looked up.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from discourse.annotations.tone.textblob_chunks import DOUBT, NOTHING, START, ChunkEffects


@dataclass(frozen=True)
class Steps:
    """The steps of a batch of texts that are not `NOTHING`, in order, with the text (`row`) of each.

    Each text begins with the step `START`. `doubtful` are the rows to be left to the full rules.
    """

    step: np.ndarray
    row: np.ndarray
    doubtful: np.ndarray


def steps_of(texts: pa.StringArray, effects: ChunkEffects) -> Steps:
    """Give the steps of a batch of texts."""
    cut = pc.ascii_split_whitespace(texts)
    chunks = cut.flatten().dictionary_encode()
    code, start = chunks.indices.to_numpy(), cut.offsets.to_numpy()
    row = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(start))
    first, second, opens, closes = effects.of(chunks.dictionary.to_pylist())
    step = first.astype(np.int16)[code]

    ends = np.flatnonzero((opens != 0)[code[:-1]])
    meets = (opens[code[ends]] & closes[code[ends + 1]] != 0) & (row[ends] == row[ends + 1])
    doubtful = np.concatenate([row[ends[meets]], row[step == DOUBT]])

    twofold = np.flatnonzero((second != NOTHING)[code])
    places = np.concatenate([twofold + 1, start[:-1]])
    step = np.insert(step, places, np.concatenate([second[code[twofold]], np.full(len(texts), START)]))
    row = np.insert(row, places, np.concatenate([row[twofold], np.arange(len(texts))]))
    kept = step != NOTHING
    return Steps(step[kept], row[kept], doubtful)
