"""Putting the tables of several partitions one under the other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

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
    columns = dict.fromkeys(column for frame in frames for column in frame.columns)
    if not any(map(len, frames)):
        return table(name, dict.fromkeys(columns, ()))
    return table(name, {column: _column(column, frames) for column in columns})


def _column(name: str, frames: Sequence[pd.DataFrame]) -> pd.Series | pd.Categorical | np.ndarray:
    """One column of all the frames; missing where a frame lacks it (metadata that some files have not)."""
    pieces = [frame[name] if name in frame else pd.Series([None] * len(frame)) for frame in frames]
    types = [piece.dtype for piece in pieces]
    if all(isinstance(type_, pd.CategoricalDtype) for type_ in types):
        return _united([piece.array for piece in pieces])
    if isinstance(types[0], np.dtype) and all(type_ == types[0] for type_ in types):
        return np.concatenate([piece.to_numpy() for piece in pieces])
    return pd.concat(pieces, ignore_index=True)


def _united(pieces: Sequence[pd.Categorical]) -> pd.Categorical:
    """Join categorical columns; the categories are those that occur, sorted."""
    pieces = _merged(pieces)
    runs = [_runs(piece.codes) for piece in pieces]
    used = [_used(codes, len(piece.categories)) for (codes, _), piece in zip(runs, pieces, strict=True)]
    if len(pieces) == 1 and used[0].all() and pieces[0].categories.is_monotonic_increasing:
        return pieces[0]
    names = [_arrow(piece.categories).filter(pa.array(of)) for piece, of in zip(pieces, used, strict=True)]
    encoded = pa.concat_arrays(names).dictionary_encode()
    order = pc.sort_indices(encoded.dictionary)
    rank = np.empty(len(order), dtype=np.min_scalar_type(-len(order) - 1))
    rank[order] = np.arange(len(order))
    new, columns, begin = rank[encoded.indices], [], 0
    for run, of, some in zip(runs, used, names, strict=True):
        renumbered = np.full(len(of) + 1, -1, dtype=rank.dtype)
        renumbered[:-1][of] = new[begin : begin + len(some)]
        columns.append(run.renumbered(renumbered))
        begin += len(some)
    return coded(np.concatenate(columns), encoded.dictionary.take(order))


def _merged(pieces: Sequence[pd.Categorical]) -> Sequence[pd.Categorical]:
    """Put pieces into one where all have the very same list of categories, as those made in one process often have."""
    shared = pieces[0].categories
    if any(piece.categories is not shared for piece in pieces):
        return pieces
    return [coded(np.concatenate([piece.codes for piece in pieces]), shared)]


class _Runs(NamedTuple):
    """The codes of a column, those of a run of equal ones given once, and how long each run is (1: there are few)."""

    codes: np.ndarray
    lengths: np.ndarray | None

    def renumbered(self, new: np.ndarray) -> np.ndarray:
        """Give the column with new codes."""
        codes = new.take(self.codes)
        return codes if self.lengths is None else np.repeat(codes, self.lengths)


def _runs(codes: np.ndarray) -> _Runs:
    changes = codes[1:] != codes[:-1]
    if 4 * np.count_nonzero(changes) >= len(changes):
        return _Runs(codes, None)
    begins = np.append(0, np.flatnonzero(changes) + 1)
    return _Runs(codes[begins], np.diff(begins, append=len(codes)))


def _arrow(names: pd.Index) -> pa.Array:
    column = pa.array(names, pa.large_string())
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _used(codes: np.ndarray, n_categories: int) -> np.ndarray:
    """Say which categories occur; the last place is that of what is missing."""
    found = np.zeros(n_categories + 1, dtype=bool)
    found[codes.astype(np.intp)] = True
    return found[:-1]


def knowing_all(framings: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories(frames))
