"""Which actors differ in tone, as far as the scorer can tell."""

from itertools import combinations
from math import erfc

import numpy as np
import pandas as pd

from discourse.measures.groups import column_names
from discourse.tables import require

_Z = 1.959964


def tone_differences(means: pd.DataFrame, *, between: str = "toward") -> pd.DataFrame:
    """Give the difference in tone of each pair of actors, and whether it is credible.

    Parameters
    ----------
    means
        What `mean_tone` gave, with `by="toward"` or finer.
    between
        The column whose values are compared, two at a time. Other grouping columns are held the same: with
        `by=["toward", "outlet"]` actors are compared within each outlet.

    Returns
    -------
    One row per pair, the largest difference first: the columns held the same; `first` and `second`;
    `difference` of their `tone` (-2 to 2) with its 95 % interval `low` to `high`, in which the scorer's error
    toward either is reckoned; `credible`, whether it differs from zero when all pairs are judged together
    (Holm 1979). Pairs with too few spans, and tone that nobody validated, are left without a difference.

    Raises
    ------
    MissingColumnError
        If `means` lacks a column.

    Examples
    --------
    >>> means = pd.DataFrame({"toward": ["ann", "bob", "cem"], "n": 50, "tone": [0.5, -0.4, -0.3],
    ...                       "low": [0.2, -0.7, -0.6], "high": [0.8, -0.1, 0.0]})
    >>> tone_differences(means).round(2)
      first second  difference   low  high  credible
    0   ann    bob         0.9  0.48  1.32      True
    1   ann    cem         0.8  0.38  1.22      True
    2   bob    cem        -0.1 -0.52  0.32     False
    """
    require(means, between, "tone", "low", "high", of="mean_tone")
    held = (
        [c for c in means.columns[: list(means.columns).index("n")] if c != between] if "n" in means else []
    )
    groups = [((), means)] if not held else means.groupby(column_names(held), observed=True, sort=True)
    rows = [
        {**dict(zip(held, values, strict=True)), **_difference(one, other, between)}
        for values, group in groups
        for one, other in combinations(group.to_dict("records"), 2)
    ]
    columns = [*held, "first", "second", "difference", "low", "high"]
    found = pd.DataFrame(rows, columns=columns)
    found["credible"] = _holm(found["difference"], (found["high"] - found["low"]) / 2)
    by_size = found["difference"].abs().sort_values(ascending=False, kind="stable").index
    return found.loc[by_size].reset_index(drop=True)


def _difference(one: dict, other: dict, between: str) -> dict:
    """The limits of a mean may be cut off at the end of the scale; its longer side is not."""
    reach = np.hypot(*(max(m["high"] - m["tone"], m["tone"] - m["low"]) for m in (one, other)))
    difference = one["tone"] - other["tone"]
    return {
        "first": one[between],
        "second": other[between],
        "difference": difference,
        "low": difference - reach,
        "high": difference + reach,
    }


def _holm(difference: pd.Series, reach: pd.Series) -> np.ndarray:
    """Tell which differences stand when all are judged together at 5 %."""
    score = difference.abs().astype(float) / reach.astype(float) * _Z
    chance = np.array([erfc(z / np.sqrt(2)) for z in score], dtype=float)
    known = np.flatnonzero(np.isfinite(chance))
    credible = np.zeros(len(chance), dtype=bool)
    order = known[np.argsort(chance[known], kind="stable")]
    for rank, place in enumerate(order):
        if chance[place] > 0.05 / (len(order) - rank):
            break
        credible[place] = True
    return credible
