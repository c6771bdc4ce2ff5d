"""Putting the tables of several partitions one under the other."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from discourse.tables import TABLES, table

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
    used = [
        piece.categories[np.bincount(piece.codes + 1, minlength=len(piece.categories) + 1)[1:] > 0].tolist()
        for piece in pieces
    ]
    names = pd.Index(sorted(set().union(*used)), dtype="str")
    codes = [np.append(names.get_indexer(piece.categories), -1)[piece.codes] for piece in pieces]
    return pd.Categorical.from_codes(np.concatenate(codes), categories=names, validate=False)


def knowing_all(framings: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories(frames))
