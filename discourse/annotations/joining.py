"""Putting the tables of several partitions one under the other."""

from collections.abc import Mapping, Sequence

import pandas as pd
from pandas.api.types import union_categoricals

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
        return union_categoricals(pieces, sort_categories=True).remove_unused_categories()
    return pd.concat(pieces, ignore_index=True)


def knowing_all(framings: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """Make the column `frame` know all frames, so that one which never occurs is told from a misspelt one."""
    return framings.assign(frame=framings["frame"].cat.set_categories(frames))
