"""Who is spoken of, and who gets to speak."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.groups import codes, column_names, find_cells, with_groups
from discourse.measures.shares import share_table
from discourse.measures.uncertainty import sum_up
from discourse.tables import OUTLET, UNKNOWN, require


def mention_counts(
    mentions: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = None,
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count the mentions of each actor; a row is an actor in a group, the most mentioned first.

    Parameters
    ----------
    mentions
        One row per mention, with `doc_id` and `actor`.
    by
        Count apart for each value of these columns: of `mentions` (`route`) or of `documents` (`outlet`,
        `month`).
    documents
        One row per document; needed where `by` names metadata.

    Returns
    -------
    The columns `by`, then `actor`, `n` (mentions) and `n_documents` (documents that mention the actor).

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column is not known.

    Examples
    --------
    >>> mentions = pd.DataFrame({"doc_id": ["a", "a", "b"], "actor": ["xi", "nato", "nato"]})
    >>> mention_counts(mentions)
      actor  n  n_documents
    0  nato  2            2
    1    xi  1            1
    """
    require(mentions, "doc_id", "actor", of="mentions")
    columns = [column for column in column_names(by) if column != "actor"]
    joined = with_groups(mentions, columns, documents, of="mentions")
    cells = find_cells(joined, [*columns, "actor"])
    counted = sum_up(cells.of_row, codes(joined["doc_id"]), n_cells=len(cells.labels))
    counts = cells.labels.assign(n=counted.by_cell().astype(int), n_documents=counted.units_by_cell())
    group = find_cells(counts, columns).of_row
    order = np.lexsort((counts["actor"].to_numpy(dtype=str), -counts["n"], group))
    return counts.iloc[order].reset_index(drop=True)


def prominence(
    mentions: pd.DataFrame,
    statements: pd.DataFrame | None = None,
    tokens: pd.DataFrame | None = None,
    *,
    by: str | Sequence[str] | None = None,
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give each actor's share of mentions, of statements and of quoted words; a row is one of these shares.

    Parameters
    ----------
    mentions
        One row per mention, with `doc_id` and `actor`.
    statements
        One row per statement, with `doc_id` and `actor`. Where no one actor is known behind it, it is
        unknown's. Left out, there are no rows of the unit `statements`.
    tokens
        One row per word, with `doc_id` and `voice`. Those of the outlet's own voice are not quoted words.
        Left out, there are no rows of the unit `words`.
    by
        Shares apart for each value of these columns of `documents` (`outlet`, `year`).
    documents
        One row per document; needed with `by`. Its near-duplicates count as one in the intervals.

    Returns
    -------
    The columns `by`, then `unit` (mentions, statements or words) and `actor`; `n` and `n_documents` of the
    actor; `total` and `total_documents` of the group; `share` in 0-1 with its 95 % interval `low` to
    `high`, by documents. The shares of a group and unit add up to one, with unknown among them. Where
    `too_few` is true (fewer than 5 documents or 20 items in the group) they are missing.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column is not known.

    Examples
    --------
    >>> mentions = pd.DataFrame({"doc_id": list("abcde") * 4, "actor": ["nato", "nato", "nato", "xi"] * 5})
    >>> prominence(mentions)[["unit", "actor", "n", "total", "share"]]
           unit actor   n  total  share
    0  mentions  nato  15     20   0.75
    1  mentions    xi   5     20   0.25
    """
    require(mentions, "doc_id", "actor", of="mentions")
    items = {"mentions": mentions[["doc_id", "actor"]]}
    if statements is not None:
        require(statements, "doc_id", "actor", of="statements")
        items["statements"] = _known_actors(statements[["doc_id", "actor"]])
    if tokens is not None:
        require(tokens, "doc_id", "voice", of="tokens")
        quoted = tokens.loc[tokens["voice"] != OUTLET, ["doc_id", "voice"]]
        items["words"] = _known_actors(quoted.rename(columns={"voice": "actor"}))
    return pd.concat(
        [_shares(table, unit, by, documents) for unit, table in items.items()], ignore_index=True
    )


def _known_actors(table: pd.DataFrame) -> pd.DataFrame:
    """Give a missing actor its name: unknown."""
    return table.assign(actor=table["actor"].astype("str").fillna(UNKNOWN))


def _shares(table: pd.DataFrame, unit: str, by, documents) -> pd.DataFrame:
    columns = column_names(by)
    if {"actor", "voice"} & set(columns):
        raise DiscourseError("prominence has a row for each actor as it is; by= takes columns of documents")
    joined = with_groups(table, columns, documents, of=unit)
    shares = share_table(joined, "actor", within=columns, documents=documents)
    shares.insert(len(columns), "unit", unit)
    group = find_cells(shares, columns).of_row
    order = np.lexsort((shares["actor"].to_numpy(dtype=str), -shares["n"], group))
    return shares.iloc[order].reset_index(drop=True)
