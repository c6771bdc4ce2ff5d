"""Intervals by drawing documents again: slower than the jackknife, and with fewer assumptions."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.framing_shares import competing
from discourse.measures.groups import column_names, find_cells, with_groups
from discourse.measures.shares import share_table
from discourse.measures.uncertainty import independent_units, sum_up
from discourse.measures.voices import select_framings
from discourse.tables import require

_FEWEST = 200


def resampled_shares(
    framings: pd.DataFrame,
    *,
    contrast: Sequence[str],
    by: str | Sequence[str] | None = "voice",
    voice: str = "all",
    use: str = "asserted",
    documents: pd.DataFrame | None = None,
    strata: str | None = None,
    n_resamples: int = 2000,
    seed: int = 0,
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the shares of `framing_shares` with intervals from resampled documents; a row is the same.

    Parameters
    ----------
    framings, contrast, by, voice, use, documents
        As in `framing_shares`. Near-duplicates are drawn together.
    strata
        A column of `documents`, such as `outlet`: each outlet keeps its number of documents.
    n_resamples
        How many times as many documents are drawn, with replacement.
    seed
        The same seed gives the same intervals.
    level
        Of the intervals.

    Returns
    -------
    As `framing_shares`, where `low` and `high` are percentiles of the resampled shares. With few documents,
    or a share near 0 or 1, they are too narrow; the intervals of `framing_shares` hold better there (see
    `docs/methods.md`). This is the check, not the default.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        As `framing_shares`; or if there are fewer than 200 resamples, or strata without `documents`.

    Notes
    -----
    The bootstrap by clusters: Davison & Hinkley (1997), Bootstrap methods and their application, ch. 3.8.

    Examples
    --------
    >>> framings = pd.DataFrame({"doc_id": list("abcdefgh") * 5, "voice": "outlet", "use": "asserted",
    ...                          "frame": ["war", "war", "war", "crisis"] * 10})
    >>> found = resampled_shares(framings, contrast=["war", "crisis"], n_resamples=500)
    >>> found[["frame", "share", "low", "high"]].round(2)
        frame  share   low  high
    0     war   0.75  0.43  1.00
    1  crisis   0.25  0.00  0.57
    """
    require(framings, "doc_id", "frame", "voice", of="framings")
    if n_resamples < _FEWEST:
        raise DiscourseError(f"n_resamples is {n_resamples}; an interval needs {_FEWEST} or more")
    columns = [column for column in column_names(by) if column != "frame"]
    joined = with_groups(framings, columns, documents, of="framings")
    chosen = select_framings(competing(joined, contrast), voice=voice, use=use)
    table = share_table(
        chosen, "frame", within=columns, values=list(contrast), documents=documents, level=level
    )
    unit = independent_units(chosen, documents)
    stratum = _strata(chosen, unit, strata, documents)
    drawn = _draws(stratum, n_resamples, np.random.default_rng(seed))
    limits = _limits(chosen, columns, list(contrast), unit, drawn, level)
    few = table["too_few"].to_numpy()
    return table.assign(**{name: np.where(few, np.nan, values) for name, values in limits.items()})


def _strata(chosen: pd.DataFrame, unit: np.ndarray, strata: str | None, documents) -> np.ndarray:
    """Give the stratum of each independent unit."""
    first = np.unique(unit, return_index=True)[1]
    if strata is None:
        return np.zeros(len(first), dtype=np.int64)
    named = with_groups(chosen, strata, documents, of="framings")[strata].astype("str")
    return pd.factorize(named.iloc[first], use_na_sentinel=False)[0]


def _draws(stratum: np.ndarray, n_resamples: int, random: np.random.Generator) -> np.ndarray:
    """How often each unit is drawn, in each resample: a row per resample, strata keep their sizes."""
    weights = np.zeros((n_resamples, len(stratum)), dtype=np.float32)
    for number in range(int(stratum.max(initial=-1)) + 1):
        units = np.flatnonzero(stratum == number)
        for row in weights:
            row[units] = np.bincount(random.integers(0, len(units), len(units)), minlength=len(units))
    return weights


def _limits(
    chosen, columns, contrast, unit: np.ndarray, drawn: np.ndarray, level: float
) -> dict[str, np.ndarray]:
    """Share out each resample and give the percentiles of each cell."""
    groups = find_cells(chosen, columns)
    n_groups = len(groups.labels)
    cell = groups.of_row * len(contrast) + pd.Index(contrast).get_indexer(chosen["frame"])
    sums = sum_up(cell, unit, n_cells=n_groups * len(contrast))
    counts = np.zeros((drawn.shape[1], sums.n_cells), dtype=np.float32)
    counts[sums.unit, sums.cell] = sums.total
    n = (drawn @ counts).reshape(len(drawn), n_groups, len(contrast))
    total = n.sum(axis=2, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = (n / total).reshape(len(drawn), -1)
    sides = [(1 - level) / 2, (1 + level) / 2]
    low, high = np.nanquantile(shares, sides, axis=0) if shares.size else np.empty((2, 0))
    return {"low": low, "high": high}
