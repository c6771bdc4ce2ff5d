"""Putting the tables of several partitions one under the other."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from discourse.annotations.columns import Coded, Column, Columns, Tables, coded, columns_of, n_rows, tabled
from discourse.tables import TABLES


def joined(pieces: Sequence[Tables]) -> dict[str, pd.DataFrame]:
    """Put the tables of several partitions, or of one, one under the other, each with one set of categories."""
    return {name: stacked(name, [tables[name] for tables in pieces]) for name in TABLES}


def stacked(name: str, pieces: Sequence[pd.DataFrame | Columns]) -> pd.DataFrame:
    """Put several tables `name`, or their columns, one under the other; categories are united and sorted.

    Examples
    --------
    >>> from discourse.tables import table
    >>> rows = [{"doc_id": [name], "part": ["body"], "start": [0], "end": [4], "sentence_id": [0]} for name in "ba"]
    >>> both = stacked("sentences", [table("sentences", row) for row in rows])
    >>> both.doc_id.tolist(), both.doc_id.cat.categories.tolist()
    (['b', 'a'], ['a', 'b'])
    """
    names = dict.fromkeys(column for piece in pieces for column in piece)
    if not any(map(n_rows, pieces)):
        return tabled(name, dict.fromkeys(names, ()))
    found = [columns_of(piece) for piece in pieces]
    return tabled(name, {column: _stacked([_given(piece, column) for piece in found]) for column in names})


def _given(piece: Columns, name: str) -> Column:
    """A column of a piece; missing where there is none (metadata that some files have not)."""
    return piece[name] if name in piece else np.full(n_rows(piece), None)


def _stacked(pieces: Sequence[Column]) -> pd.Series | Coded | np.ndarray:
    categories = [piece for piece in pieces if isinstance(piece, Coded)]
    if len(categories) == len(pieces):
        return _united(categories)
    arrays = [piece.categorical() if isinstance(piece, Coded) else piece for piece in pieces]
    if len(arrays) == 1:
        return arrays[0].copy()
    if all(isinstance(array, np.ndarray) and array.dtype == arrays[0].dtype for array in arrays):
        return np.concatenate(arrays)
    return pd.concat([pd.Series(array, dtype=array.dtype) for array in arrays], ignore_index=True)


def _united(pieces: Sequence[Coded]) -> Coded:
    """Join columns of categories; the categories are those that occur, sorted."""
    pieces = _merged(pieces)
    codes = [_codes(piece) for piece in pieces]
    if len(pieces) == 1 and codes[0].used.all() and _are_sorted(pieces[0].categories):
        return pieces[0]
    names = [
        _arrow(piece.categories).filter(pa.array(of.used)) for piece, of in zip(pieces, codes, strict=True)
    ]
    encoded = pa.concat_arrays(names).dictionary_encode()
    order = pc.sort_indices(encoded.dictionary)
    rank = np.empty(len(order), dtype=np.min_scalar_type(-len(order) - 1))
    rank[order] = np.arange(len(order))
    new = np.split(rank[encoded.indices], np.cumsum([len(some) for some in names])[:-1])
    renumbered = [of.renumbered(ranks) for of, ranks in zip(codes, new, strict=True)]
    return coded(np.concatenate(renumbered), encoded.dictionary.take(order))


def _merged(pieces: Sequence[Coded]) -> Sequence[Coded]:
    """Put pieces into one where all have the very same list of categories, as those made in one process often have."""
    shared = pieces[0].categories
    if any(piece.categories is not shared for piece in pieces):
        return pieces
    return [coded(np.concatenate([piece.codes for piece in pieces]), shared)]


class _Codes(NamedTuple):
    """The codes of a column of categories, and which of the categories occur.

    Where a code mostly stands many rows on end, as that of a document does, `codes` has each run once, and
    `lengths` says how long it is.
    """

    codes: np.ndarray
    lengths: np.ndarray | None
    used: np.ndarray

    def renumbered(self, new: np.ndarray) -> np.ndarray:
        """Give the codes of all rows, with new ones for the categories that occur."""
        all_new = np.full(len(self.used) + 1, -1, dtype=new.dtype)
        all_new[:-1][self.used] = new
        codes = all_new.take(self.codes)
        return codes if self.lengths is None else np.repeat(codes, self.lengths)


def _codes(piece: Coded) -> _Codes:
    codes, lengths = _runs(piece.codes)
    found = np.zeros(len(piece.categories) + 1, dtype=bool)
    found[codes] = True  # the last place is that of what is missing
    return _Codes(codes, lengths, found[:-1])


def _runs(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    edges = np.ones(len(codes) + 1, dtype=bool)
    np.not_equal(codes[1:], codes[:-1], out=edges[1:-1])
    if 4 * np.count_nonzero(edges) > len(codes):
        return codes, None
    at = np.flatnonzero(edges)
    return codes[at[:-1]], np.diff(at)


def _are_sorted(names: pd.Index | pa.Array) -> bool:
    return isinstance(names, pd.Index) and names.is_monotonic_increasing


def _arrow(names: pd.Index | pa.Array) -> pa.Array:
    if isinstance(names, pa.Array):
        return names
    column = pa.array(names, pa.large_string())
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def knowing_all(framings: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories(frames))
