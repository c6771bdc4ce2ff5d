"""Comparing two sides, word by word or frame by frame, with the document as the unit.

Words of one article are not independent, so the tests here ask: how much would the difference of two
rates change if other documents had been drawn? A side is the target or the reference of a comparison;
both may speak in the same documents, which is taken into account.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.groups import codes, with_groups
from discourse.measures.uncertainty import independent_units

TARGET, REFERENCE = 0, 1


@dataclass(frozen=True)
class TwoSides:
    """Counts of items on two sides, by unit (a document, or a group of near-duplicates).

    `item`, `side`, `unit` and `n` are the entries of a sparse table; `size` has a row per side and a column
    per unit: the number of all words there, whatever they are. `documents` counts, by item and side, the
    documents with the item.
    """

    items: np.ndarray
    item: np.ndarray
    side: np.ndarray
    unit: np.ndarray
    n: np.ndarray
    size: np.ndarray
    documents: np.ndarray

    @property
    def counts(self) -> np.ndarray:
        """How often each item stands on each side: a row per side."""
        key = self.side * len(self.items) + self.item
        return np.bincount(key, self.n, minlength=2 * len(self.items)).reshape(2, -1)

    @property
    def totals(self) -> np.ndarray:
        """How many words each side has."""
        return self.size.sum(axis=1)


def two_sides(
    table: pd.DataFrame,
    of: str,
    *,
    by: str,
    target: str,
    reference: str | None,
    documents: pd.DataFrame | None,
    name: str,
) -> TwoSides:
    """Sort the rows of `table` into target and reference (all other groups, if none is named).

    Raises
    ------
    UnknownNameError
        If no row has `target` or `reference` in the column `by`.
    DiscourseError
        If nothing is left to compare with.
    """
    words = with_groups(table, by, documents, of=name)
    group = words[by].astype("str")
    known = sorted(group.dropna().unique())
    check_name(target, known, what=f"target {by}")
    if reference is not None:
        check_name(reference, known, what=f"reference {by}")
    if reference == target or len(known) < 2:
        raise DiscourseError(f"{target!r} has nothing to be compared with in {by}; it needs another group")
    others = group.notna() if reference is None else group == reference
    kept = np.flatnonzero((group == target) | others)
    words, side = words.iloc[kept], np.where(group.iloc[kept] == target, TARGET, REFERENCE)
    item, items = pd.factorize(words[of], sort=True)
    unit, document = independent_units(words, documents), codes(words["doc_id"])
    n_units = int(unit.max(initial=0)) + 1
    keys, n = np.unique((side * len(items) + item) * n_units + unit, return_counts=True)
    pairs = np.unique((side * len(items) + item) * (int(document.max(initial=0)) + 1) + document)
    in_documents = np.bincount(pairs // (int(document.max(initial=0)) + 1), minlength=2 * len(items))
    return TwoSides(
        items=np.asarray(items, dtype=object),
        item=keys // n_units % len(items),
        side=keys // n_units // len(items),
        unit=keys % n_units,
        n=n.astype(float),
        size=np.bincount(side * n_units + unit, minlength=2 * n_units).reshape(2, -1).astype(float),
        documents=in_documents.reshape(2, -1),
    )


def p_of_no_difference(sides: TwoSides) -> np.ndarray:
    """Give, for each item, how often chance alone would make its two rates differ so much.

    Notes
    -----
    A score test: under the hypothesis of one rate R for both sides, unit i adds
    u = (x1 - R m1) / M1 - (x2 - R m2) / M2 to the difference of the rates (x of its m words on a side of
    M words are the item). The difference is divided by the root of the sum of the squares of u, and
    referred to Student's t with k - 1 degrees of freedom, for k units. After Rao & Scott (1992), A simple
    method for the analysis of clustered binary data, Biometrics 48. The quotient cannot exceed the root of k,
    so a few documents never give a very small p.
    """
    from scipy.special import stdtr

    difference, error, k = _difference(sides, pooled=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.where(error > 0, np.abs(difference) / error, 0.0)
    return 2 * stdtr(np.maximum(k - 1, 1), -t)


def difference_limits(sides: TwoSides, *, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Give the limits of the difference of rates, target minus reference, for each item."""
    from scipy.special import stdtrit

    difference, error, k = _difference(sides, pooled=False)
    reach = stdtrit(max(k - 1, 1), (1 + level) / 2) * error
    return difference - reach, difference + reach


def _difference(sides: TwoSides, *, pooled: bool) -> tuple[np.ndarray, np.ndarray, int]:
    """Give the difference of rates, its error by documents, and the number of units."""
    totals, counts = sides.totals, sides.counts
    rates = counts / np.maximum(totals[:, None], 1)
    common = counts.sum(axis=0) / max(totals.sum(), 1)
    assumed = np.stack([common, common]) if pooled else rates
    sign = np.array([1.0, -1.0]) / np.maximum(totals, 1)
    within = sides.size * sign[:, None]
    entry = sides.n * sign[sides.side]
    squares = _sum_of_squares(sides, entry, within, assumed)
    k = int((sides.size.sum(axis=0) > 0).sum())
    correction = 1.0 if pooled else k / max(k - 1, 1)
    error = np.sqrt(np.maximum(squares, 0) * correction)
    return rates[TARGET] - rates[REFERENCE], error, k


def _sum_of_squares(sides: TwoSides, entry, within, assumed) -> np.ndarray:
    """The sum over units of (y - R1 g1 - R2 g2)², where y is not zero for few units only."""
    items = len(sides.items)
    pair = sides.item * sides.size.shape[1] + sides.unit
    keys, place = np.unique(pair, return_inverse=True)
    y, item, unit = np.bincount(place, entry), keys // sides.size.shape[1], keys % sides.size.shape[1]
    expected = assumed[0, item] * within[0, unit] + assumed[1, item] * within[1, unit]
    of_few = np.bincount(item, y**2 - 2 * y * expected, minlength=items)
    products = within @ within.T
    of_all = (
        assumed[0] ** 2 * products[0, 0]
        + assumed[1] ** 2 * products[1, 1]
        + 2 * assumed[0] * assumed[1] * products[0, 1]
    )
    return of_few + of_all
