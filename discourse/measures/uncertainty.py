"""How sure a share or a mean is, when the items of one article are not independent.

A share of a group is a ratio of two sums over its documents: *war* among all framings, say. Its error is
found by leaving out one document at a time (the jackknife), so that ten framings in one article count
for what they are: one article. Documents of one `duplicate_group` (wire copy) are left out together.

The interval of a share is Wilson's, with the number of items that independent items would need for the
same error, and Student's t with one degree of freedom per document but one on the rarer side: those that
use the word, or those that do without. See `docs/methods.md` for
references, and `benchmarks/README.md` for how often these intervals hold what they promise.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

MIN_DOCUMENTS = 5
MIN_ITEMS = 20
_LEAST_DEGREES = 8


@dataclass(frozen=True)
class Sums:
    """Sums by cell and unit (a document, or a group of near-duplicates), where there are any."""

    cell: np.ndarray
    unit: np.ndarray
    total: np.ndarray
    n_cells: int
    n_units: int

    def by_cell(self, weight: np.ndarray | None = None) -> np.ndarray:
        """Add up the totals of each cell, or other numbers, one for each entry."""
        return np.bincount(self.cell, self.total if weight is None else weight, minlength=self.n_cells)

    def units_by_cell(self) -> np.ndarray:
        """Count the units of each cell."""
        return np.bincount(self.cell, minlength=self.n_cells)


def sum_up(cell: np.ndarray, unit: np.ndarray, *, n_cells: int, values: np.ndarray | None = None) -> Sums:
    """Add up `values` (ones, if none are given) by cell and unit."""
    n_units = int(unit.max(initial=-1)) + 1
    pairs, entry = np.unique(cell * max(n_units, 1) + unit, return_inverse=True)
    totals = np.bincount(entry, values, minlength=len(pairs)).astype(float)
    return Sums(pairs // max(n_units, 1), pairs % max(n_units, 1), totals, n_cells, n_units)


def independent_units(table: pd.DataFrame, documents: pd.DataFrame | None) -> np.ndarray:
    """Number what counts as independent: documents, or groups of near-duplicates where they are told.

    Examples
    --------
    >>> table = pd.DataFrame({"doc_id": ["a", "a", "b", "c"]})
    >>> documents = pd.DataFrame({"doc_id": ["a", "b", "c"], "duplicate_group": [None, "b", "b"]})
    >>> independent_units(table, documents).tolist()
    [0, 0, 1, 1]
    """
    ids = table["doc_id"]
    if documents is not None and "duplicate_group" in documents.columns:
        names = documents["doc_id"].astype("str")
        groups = documents["duplicate_group"].astype("str").fillna(names)
        ids = (
            ids.astype("str")
            .map(pd.Series(groups.to_numpy(), index=names.to_numpy()))
            .fillna(ids.astype("str"))
        )
    return pd.factorize(ids)[0].astype(np.int64)


def ratios(part: Sums, whole: Sums, whole_of: np.ndarray) -> pd.DataFrame:
    """Give the ratio of two sums and its jackknife error, for each cell of `part`.

    Parameters
    ----------
    part, whole
        The sums above and below the line. A unit of `part` must be a unit of its whole as well.
    whole_of
        For each cell of `part`, its cell of `whole`.

    Returns
    -------
    One row per cell of `part`: `ratio`, `error` (standard error; missing for one unit), `size` (the sum
    below the line), `n_units`, `even_size`, the size had each unit only one independent item, and
    `rarer_units`, the units with the cell or those with something else beside it, whichever are fewer.

    Notes
    -----
    With e = x - R m for each unit, leaving the unit out changes R by -e / (M - m); the variance is
    (k - 1) / k times the sum of the squares. Units that are in the whole but not in the part have x = 0.
    """
    m, total = whole.total, whole.by_cell()
    with np.errstate(divide="ignore", invalid="ignore"):
        lever = 1 / (total[whole.cell] - m) ** 2
    lever[~np.isfinite(lever)] = np.nan
    own_m, own_lever = _matched(part, whole, whole_of, m), _matched(part, whole, whole_of, lever)
    x, size, k = part.total, total[whole_of], whole.units_by_cell()[whole_of]
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = part.by_cell() / size
        squares = (
            part.by_cell(own_lever * x**2)
            - 2 * ratio * part.by_cell(own_lever * x * own_m)
            + ratio**2 * whole.by_cell(lever * m**2)[whole_of]
        )
        error = np.where(k > 1, np.sqrt(np.maximum(squares, 0) * (k - 1) / k), np.nan)
        even = size**2 / whole.by_cell(m**2)[whole_of]
    rarer = np.minimum(part.by_cell(x > 0), k - part.by_cell(x >= own_m))
    return pd.DataFrame(
        {"ratio": ratio, "error": error, "size": size, "n_units": k, "even_size": even, "rarer_units": rarer}
    )


def share_limits(found: pd.DataFrame, *, level: float = 0.95) -> tuple[pd.Series, pd.Series]:
    """Give the limits of shares from their `ratios`: Wilson's interval at the effective size.

    The effective size is p (1 - p) / error², at most the number of items. Where all items agree, so that
    no error shows, it is the size had each document only one independent item. How well the error is known depends on
    the documents of the rarer side; counting fewer than eight of them makes intervals too wide, as
    simulations say (`benchmarks/intervals.py`).
    """
    p = found["ratio"].clip(0, 1)
    effective = (p * (1 - p) / found["error"] ** 2).where(found["error"] > 0, found["even_size"])
    effective = np.minimum(effective, found["size"]).where(found["n_units"] > 1)
    degrees = np.minimum(np.maximum(found["rarer_units"] - 1, _LEAST_DEGREES), found["n_units"] - 1)
    z = t_quantile((1 + level) / 2, degrees)
    return wilson_limits(p * effective, effective, z=z)


def mean_limits(found: pd.DataFrame, *, level: float = 0.95) -> tuple[pd.Series, pd.Series]:
    """Give the limits of means from their `ratios`: the mean, more or less t errors."""
    reach = t_quantile((1 + level) / 2, found["n_units"] - 1) * found["error"]
    return found["ratio"] - reach, found["ratio"] + reach


def wilson_limits(successes, trials, *, z=1.959964):
    """Give Wilson's limits for a share of independent trials.

    Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22.

    Examples
    --------
    >>> low, high = wilson_limits(8, 10)
    >>> round(float(low), 3), round(float(high), 3)
    (0.49, 0.943)
    """
    p = successes / trials
    middle = (p + z**2 / (2 * trials)) / (1 + z**2 / trials)
    reach = z / (1 + z**2 / trials) * np.sqrt(p * (1 - p) / trials + z**2 / (4 * trials**2))
    return np.maximum(middle - reach, 0), np.minimum(middle + reach, 1)


def too_few(found: pd.DataFrame) -> pd.Series:
    """Tell the cells with fewer than 5 independent documents or 20 items behind them."""
    return (found["n_units"] < MIN_DOCUMENTS) | (found["size"] < MIN_ITEMS)


def t_quantile(probability: float, degrees):
    """Give the quantile of Student's t; fewer than one degree of freedom count as one.

    Examples
    --------
    >>> round(float(t_quantile(0.975, 29)), 3)
    2.045
    """
    from scipy.special import stdtrit

    return stdtrit(np.maximum(degrees, 1), probability)


def _matched(part: Sums, whole: Sums, whole_of: np.ndarray, values: np.ndarray) -> np.ndarray:
    """For each entry of `part`, the value of the whole's entry of the same unit."""
    units = max(part.n_units, whole.n_units)
    keys = whole.cell * units + whole.unit
    return values[np.searchsorted(keys, whole_of[part.cell] * units + part.unit)]
