"""Putting the tables of several partitions one under the other."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from discourse.tables import TABLES, coded, table

Tables = Mapping[str, pd.DataFrame]


def joined(pieces: Sequence[Tables]) -> dict[str, pd.DataFrame]:
    """Put the tables of several partitions one under the other, each with one set of categories."""
    return {name: stacked(name, [tables[name] for tables in pieces]) for name in TABLES}


def stacked(name: str, frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put several tables `name` one under the other; categories are united and sorted.

    Examples
    --------
    >>> rows = [{"doc_id": [name], "part": ["body"], "start": [0], "end": [4], "sentence_id": [0]} for name in "ba"]
    >>> both = stacked("sentences", [table("sentences", row) for row in rows])
    >>> both.doc_id.tolist(), both.doc_id.cat.categories.tolist()
    (['b', 'a'], ['a', 'b'])
    """
    if not frames:
        return table(name)
    columns = dict.fromkeys(column for frame in frames for column in frame.columns)
    return table(name, {column: _column(column, frames) for column in columns})


def _column(name: str, frames: Sequence[pd.DataFrame]) -> pd.Series | pd.Categorical:
    """One column of all the frames; missing where a frame lacks it (metadata that some files have not)."""
    pieces = [frame[name] if name in frame else pd.Series([None] * len(frame)) for frame in frames]
    if all(isinstance(piece.dtype, pd.CategoricalDtype) for piece in pieces):
        return _united([piece.array for piece in pieces])
    return pd.concat(pieces, ignore_index=True)


def _united(pieces: Sequence[pd.Categorical]) -> pd.Categorical:
    """Join categorical columns; the categories are those that occur, sorted."""
    used = [_used(piece) for piece in pieces]
    names = [_arrow(piece.categories).filter(pa.array(of)) for piece, of in zip(pieces, used, strict=True)]
    encoded = pa.chunked_array(names).combine_chunks().dictionary_encode()
    order = pc.sort_indices(encoded.dictionary)
    rank = np.empty(len(order), dtype=np.min_scalar_type(-len(order) - 1))
    rank[order] = np.arange(len(order))
    new, codes, begin = rank[encoded.indices], [], 0
    for piece, of, some in zip(pieces, used, names, strict=True):
        renumbered = np.full(len(of) + 1, -1, dtype=rank.dtype)
        renumbered[:-1][of] = new[begin : begin + len(some)]
        codes.append(renumbered[piece.codes.astype(np.intp)])
        begin += len(some)
    categories = pd.Index(encoded.dictionary.take(order), dtype="str")
    return coded(np.concatenate(codes), categories)


def _arrow(names: pd.Index) -> pa.Array:
    column = pa.array(names, pa.large_string())
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _used(piece: pd.Categorical) -> np.ndarray:
    """Say which categories occur; the last place is that of what is missing."""
    found = np.zeros(len(piece.categories) + 1, dtype=bool)
    found[piece.codes.astype(np.intp)] = True
    return found[:-1]


def knowing_all(framings: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories(frames))
