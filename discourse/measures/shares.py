"""Shares of items within groups, with counts and intervals: the table behind every `…_shares`."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.measures.groups import codes, find_cells
from discourse.measures.uncertainty import independent_units, ratios, share_limits, sum_up, too_few

SHARE_COLUMNS = ("n", "n_documents", "total", "total_documents", "share", "low", "high", "too_few")


def share_table(
    table: pd.DataFrame,
    of: str,
    *,
    within: Sequence[str],
    values: Sequence[str] | None = None,
    documents: pd.DataFrame | None = None,
    weight: np.ndarray | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the share of each value of the column `of` among the rows of each group.

    Parameters
    ----------
    table
        One row per item, with `doc_id`, the column `of` and the columns `within`.
    of
        The column whose values share each group among them; nowhere missing.
    within
        The columns that make the groups; none for one group of all.
    values
        The values that get a row in every group, zero or not; those that occur, if none are given.
        Rows of other values must have been left out before.
    documents
        Tells near-duplicates (`duplicate_group`), which then count as one document in the intervals.
    weight
        How much each row counts in the share, 0-1; one, if none are given. `n` and `total` count rows.
    level
        Of the intervals.

    Returns
    -------
    One row per group and value, with the columns `within`, `of`, and `SHARE_COLUMNS`: the items and
    documents of the value (`n`, `n_documents`) and of the whole group (`total`, `total_documents`), the
    share in 0-1 with its interval `low` to `high`; the three are missing where there are `too_few`.
    """
    values = sorted(table[of].unique()) if values is None else list(values)
    groups = find_cells(table, within)
    whole_of = np.repeat(np.arange(len(groups.labels)), len(values))
    cell = groups.of_row * max(len(values), 1) + pd.Index(values).get_indexer(table[of])
    unit, document = independent_units(table, documents), codes(table["doc_id"])
    part = sum_up(cell, unit, n_cells=len(whole_of), values=weight)
    whole = sum_up(groups.of_row, unit, n_cells=len(groups.labels), values=weight)
    found = ratios(part, whole, whole_of)
    low, high = share_limits(found, level=level)
    few = too_few(found)
    labels = groups.labels.iloc[whole_of].reset_index(drop=True)
    return labels.assign(
        **{of: pd.Series(np.tile(np.array(values, dtype=object), len(groups.labels)), dtype="str")},
        n=np.bincount(cell, minlength=len(whole_of)),
        n_documents=sum_up(cell, document, n_cells=len(whole_of)).units_by_cell(),
        total=np.bincount(groups.of_row, minlength=len(groups.labels))[whole_of],
        total_documents=sum_up(groups.of_row, document, n_cells=len(groups.labels)).units_by_cell()[whole_of],
        share=found["ratio"].mask(few),
        low=low.mask(few),
        high=high.mask(few),
        too_few=few,
    )
