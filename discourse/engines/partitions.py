"""Cutting a corpus into partitions, annotating one of them safely, and putting the tables together."""

from collections.abc import Iterator, Sequence

import pandas as pd
from pandas.api.types import union_categoricals

from discourse.annotations.partition import Task, annotate_partition
from discourse.tables import TABLES, table

Tables = dict[str, pd.DataFrame]

CHARACTERS = 2_000_000
"""About how much text makes a partition; the same for every engine, so that all give the same tables."""


def partitions(documents: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Cut documents into runs of about `CHARACTERS`."""
    before = documents["text"].str.len().fillna(0).cumsum().shift(fill_value=0)
    for _, part in documents.groupby(before // CHARACTERS, sort=False):
        yield part.reset_index(drop=True)


def annotate_safely(documents: pd.DataFrame, task: Task) -> Tables:
    """Annotate a partition; if that fails, each document alone, so that only the one that fails is lost."""
    try:
        return annotate_partition(documents, task)
    except Exception as error:  # noqa: BLE001 whatever goes wrong becomes a row of problems
        if len(documents) == 1:
            return _failed(documents, error)
    return joined(
        [annotate_safely(documents.iloc[[i]].reset_index(drop=True), task) for i in range(len(documents))]
    )


def joined(pieces: Sequence[Tables]) -> Tables:
    """Put the tables of several partitions one under the other, each with one set of categories."""
    return {name: stacked(name, [tables[name] for tables in pieces]) for name in TABLES}


def stacked(name: str, frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put several tables `name` one under the other; categories are united and sorted."""
    if not frames:
        return table(name)
    return table(name, {column: _column([frame[column] for frame in frames]) for column in frames[0].columns})


def _column(pieces):
    if all(isinstance(piece.dtype, pd.CategoricalDtype) for piece in pieces):
        return union_categoricals(pieces, sort_categories=True)
    return pd.concat(pieces, ignore_index=True)


def _failed(documents: pd.DataFrame, error: Exception) -> Tables:
    """Empty tables for a document that cannot be worked on, and the row that says why."""
    reason = f"the document could not be annotated: {type(error).__name__}: {error}"
    problem = {"doc_id": [documents["doc_id"].iloc[0]], "stage": ["annotating"], "reason": [reason]}
    return {
        **{name: table(name) for name in TABLES},
        "documents": documents,
        "problems": table("problems", problem),
    }
