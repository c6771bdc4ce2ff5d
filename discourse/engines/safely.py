"""Annotating a partition so that a document that fails costs only itself."""

from collections.abc import Collection

import pandas as pd

from discourse.annotations.columns import Tables
from discourse.annotations.joining import joined
from discourse.annotations.partition import NOTHING, Known, Task, annotate_partition
from discourse.tables import TABLES, table

STAGE = "annotating"
_KILLED = "the document could not be annotated: the worker process was killed over it, most likely for want of memory"


def annotate_safely(
    documents: pd.DataFrame, task: Task, known: Known = NOTHING, deadly: Collection[str] = ()
) -> Tables:
    """Annotate a partition; if that fails, each document alone, so that only the one that fails is lost.

    Documents in `deadly`, over which worker processes were killed, are reported and not tried.
    """
    if not deadly:
        return _tried(documents, task, known)
    killers = documents["doc_id"].isin(deadly).tolist()
    return joined(
        [
            _lost(one, _KILLED) if killer else _tried(one, task)
            for one, killer in zip(_each(documents), killers, strict=True)
        ]
    )


def _tried(documents: pd.DataFrame, task: Task, known: Known = NOTHING) -> Tables:
    try:
        return annotate_partition(documents, task, known)
    except Exception as error:  # noqa: BLE001 whatever goes wrong becomes a row of problems
        if len(documents) == 1:
            return _lost(documents, f"the document could not be annotated: {type(error).__name__}: {error}")
    return joined([_tried(one, task) for one in _each(documents)])


def _each(documents: pd.DataFrame) -> list[pd.DataFrame]:
    return [documents.iloc[[i]].reset_index(drop=True) for i in range(len(documents))]


def _lost(documents: pd.DataFrame, reason: str) -> dict[str, pd.DataFrame]:
    """Empty tables for a document that cannot be worked on, and the row that says why."""
    problem = {"doc_id": [documents["doc_id"].iloc[0]], "stage": [STAGE], "reason": [reason]}
    return {
        **{name: table(name) for name in TABLES},
        "documents": documents,
        "problems": table("problems", problem),
    }
