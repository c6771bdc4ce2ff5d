"""How often the machine is right, by what people judged."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.coding_sheets import item_names
from discourse.measures.groups import codes as numbered
from discourse.measures.groups import column_names, find_cells, with_groups
from discourse.measures.uncertainty import ratios, share_limits, sum_up, too_few
from discourse.tables import require

_NONE = "none"


def audit(
    codes: pd.DataFrame,
    table: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = None,
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give the precision of what was found: the share of it that people say is right.

    Parameters
    ----------
    codes
        One row per judgement, as `read_codes` gives them.
    table
        The table from which the coding sheet was drawn.
    by
        Judge apart for each value of these columns, of `table` or of `documents`: `"frame"`,
        `["frame", "voice"]`, `"outlet"`.
    documents
        One row per document; needed where `by` names metadata.

    Returns
    -------
    One row per group and judged column: `by`, `variable`; `n` items judged, in `n_documents`;
    `right`, how many of them the coders say are right (an item on which coders differ counts by the
    share of them that agree with the machine); `precision` in 0-1 with its 95 % interval `low` to
    `high`, missing where there are `too_few` (fewer than 5 documents or 20 items).

    Raises
    ------
    MissingColumnError
        If `codes` or `table` lacks a column.
    DiscourseError
        If a judged item is not in `table`: it is not the one that was drawn from.

    Notes
    -----
    Each item counts with the inverse of the probability with which it was drawn, so the precision is that
    of the table and not of the sample. The interval is Wilson's at the effective size (docs/methods.md).

    Examples
    --------
    >>> place = pd.DataFrame({"doc_id": [f"d{i}" for i in range(20)], "part": "body", "start": 0, "end": 3})
    >>> judged = place.assign(item=item_names(place), coder="ann", variable="frame", probability=0.5,
    ...                       code=["war"] * 18 + ["none"] * 2)
    >>> audit(judged, place.assign(frame="war"), by="frame").round(2)
      frame variable   n  n_documents  right  precision   low  high  too_few
    0   war    frame  20           20   18.0        0.9  0.65  0.98    False
    """
    require(codes, "item", "coder", "variable", "code", "probability", of="codes")
    columns = column_names(by)
    named = with_groups(table.assign(item=item_names(table)), columns, documents, of="given")
    items = _judged_items(codes, named, columns)
    cells = find_cells(items, [*columns, "variable"])
    return cells.labels.assign(**_precision(items, cells.of_row, len(cells.labels)))


def _judged_items(codes: pd.DataFrame, table: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """One row per item and variable: whether it is right, in 0-1, and its weight."""
    rows = pd.Index(table["item"]).get_indexer(codes["item"])
    if (rows < 0).any():
        stranger = codes["item"].iloc[int(np.argmax(rows < 0))]
        raise DiscourseError(
            f"the item {stranger!r} is not in the table; give the one the sheet was drawn from"
        )
    for variable in codes["variable"].unique():
        check_name(variable, table.columns, what="judged column")
    machine = [
        _code_of(table[variable].iloc[row]) for variable, row in zip(codes["variable"], rows, strict=True)
    ]
    judged = pd.DataFrame(
        {
            "row": rows,
            "variable": codes["variable"].to_numpy(),
            "right": codes["code"].to_numpy() == np.array(machine, dtype=object),
            "weight": 1 / codes["probability"].to_numpy(),
        }
    )
    items = judged.groupby(["row", "variable"], as_index=False).agg(
        right=("right", "mean"), weight=("weight", "first")
    )
    about = table[list(dict.fromkeys(["doc_id", *(c for c in columns if c != "variable")]))]
    return items.join(about.iloc[items["row"]].reset_index(drop=True))


def _code_of(value: object) -> str:
    return _NONE if pd.isna(value) else str(value)


def _precision(items: pd.DataFrame, cell: np.ndarray, n_cells: int) -> dict[str, object]:
    count = np.bincount(cell, minlength=n_cells)
    # Weights with the mean 1 in each cell: then the size of a cell is the number of its items.
    weight = (
        items["weight"].to_numpy() * (count / np.bincount(cell, items["weight"], minlength=n_cells))[cell]
    )
    right, unit = items["right"].to_numpy(dtype=float), numbered(items["doc_id"])
    part = sum_up(cell, unit, n_cells=n_cells, values=weight * right)
    whole = sum_up(cell, unit, n_cells=n_cells, values=weight)
    found = ratios(part, whole, np.arange(n_cells))
    low, high = share_limits(found)
    few = too_few(found.assign(size=count))
    return {
        "n": count,
        "n_documents": whole.units_by_cell(),
        "right": np.bincount(cell, right, minlength=n_cells),
        "precision": found["ratio"].mask(few),
        "low": low.mask(few),
        "high": high.mask(few),
        "too_few": few,
    }
