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


def _united(columns: Sequence[pd.Categorical]) -> pd.Categorical:
    """Join categorical columns; the categories are those that occur, sorted."""
    columns = _merged(columns)
    pieces = [_piece(column) for column in columns]
    if len(pieces) == 1 and pieces[0].used.all() and columns[0].categories.is_monotonic_increasing:
        return columns[0]
    encoded = pa.concat_arrays([piece.names for piece in pieces]).dictionary_encode()
    order = pc.sort_indices(encoded.dictionary)
    rank = np.empty(len(order), dtype=np.min_scalar_type(-len(order) - 1))
    rank[order] = np.arange(len(order))
    behind = np.cumsum([len(piece.names) for piece in pieces])
    new = np.split(rank[encoded.indices], behind[:-1])
    codes = np.concatenate([piece.renumbered(ranks) for piece, ranks in zip(pieces, new, strict=True)])
    return coded(codes, encoded.dictionary.take(order))


def _merged(columns: Sequence[pd.Categorical]) -> Sequence[pd.Categorical]:
    """Put columns into one where all have the very same list of categories, as those made in one process often have."""
    shared = columns[0].categories
    if any(column.categories is not shared for column in columns):
        return columns
    return [coded(np.concatenate([column.codes for column in columns]), shared)]


class _Piece(NamedTuple):
    """A categorical column: its codes, which of its categories occur, and their names.

    Where a code mostly stands many rows on end, as that of a document does, `codes` has each run once, and
    `lengths` says how long it is.
    """

    codes: np.ndarray
    lengths: np.ndarray | None
    used: np.ndarray
    names: pa.Array

    def renumbered(self, new: np.ndarray) -> np.ndarray:
        """Give the codes of all rows, with new ones for the categories that occur."""
        all_new = np.full(len(self.used) + 1, -1, dtype=new.dtype)
        all_new[:-1][self.used] = new
        codes = all_new.take(self.codes)
        return codes if self.lengths is None else np.repeat(codes, self.lengths)


def _piece(column: pd.Categorical) -> _Piece:
    codes, lengths = _runs(column.codes)
    found = np.zeros(len(column.categories) + 1, dtype=bool)
    found[codes.astype(np.intp)] = True  # the last place is that of what is missing
    used = found[:-1]
    return _Piece(codes, lengths, used, _arrow(column.categories).filter(pa.array(used)))


def _runs(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    changes = codes[1:] != codes[:-1]
    if 4 * np.count_nonzero(changes) >= len(changes):
        return codes, None
    begins = np.append(0, np.flatnonzero(changes) + 1)
    return codes[begins], np.diff(begins, append=len(codes))


def _arrow(names: pd.Index) -> pa.Array:
    column = pa.array(names, pa.large_string())
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def knowing_all(framings: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories(frames))
