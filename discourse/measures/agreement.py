"""How far coders agree: Krippendorff's alpha."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.groups import codes as numbered
from discourse.tables import require

LEVELS = ("nominal", "ordinal", "interval")
_ORDERS = {"label": ("negative", "neutral", "positive")}


def agreement(
    codes: pd.DataFrame,
    *,
    level: str = "nominal",
    order: Sequence[str] | None = None,
    seed: int,
    draws: int = 1000,
) -> pd.DataFrame:
    """Give Krippendorff's alpha for each judged variable: 1 is perfect agreement, 0 what chance gives.

    Parameters
    ----------
    codes
        One row per judgement, as `read_codes` gives them: `item`, `coder`, `variable`, `code`. Not every
        coder needs to have judged every item; with a `doc_id`, intervals are by documents.
    level
        "nominal": codes are the same or not. "ordinal": they are ranks, in `order`. "interval": they are
        numbers, and the distance counts.
    order
        The codes from lowest to highest, for ordinal data. Known for `label`; else numbers in their order.
    seed
        Of the random numbers of the interval.
    draws
        How often the documents are drawn anew for the interval.

    Returns
    -------
    One row per variable: `variable`, `level`; `n` items that two coders or more judged, `n_coders`; `agreed`,
    the share of pairs of judgements that are the same, in 0-1; `alpha` (at most 1) with its 95 % interval
    `low` to `high` from a bootstrap of documents. Where all judgements are the same, alpha is not defined.

    Raises
    ------
    MissingColumnError
        If `codes` lacks a column.
    UnknownNameError
        If there is no such level.
    DiscourseError
        If one coder judged an item twice, or a code has no place in the order or is no number.

    Notes
    -----
    alpha = 1 - observed / expected disagreement, from the matrix of coincidences. Krippendorff (2019),
    Content analysis, 4th ed., ch. 12; he asks for 0.8, and 0.667 for tentative conclusions.

    Examples
    --------
    >>> ann = pd.DataFrame({"item": range(10), "coder": "ann", "code": list("0100000010")})
    >>> bob = pd.DataFrame({"item": range(10), "coder": "bob", "code": list("1110010000")})
    >>> found = agreement(pd.concat([ann, bob]).assign(variable="war"), seed=1)
    >>> found[["variable", "n", "agreed", "alpha"]].round(3)
      variable   n  agreed  alpha
    0      war  10     0.6  0.095
    """
    require(codes, "item", "coder", "variable", "code", of="codes")
    check_name(level, LEVELS, what="level")
    twice = codes[codes.duplicated(["item", "coder", "variable"])]
    if len(twice):
        first = twice.iloc[0]
        raise DiscourseError(f"{first['coder']} judged the {first['variable']} of {first['item']} twice")
    rows = [
        {
            "variable": variable,
            "level": level,
            **_of_variable(found, str(variable), level, order, seed, draws),
        }
        for variable, found in codes.groupby("variable", sort=True, observed=True)
    ]
    columns = ["variable", "level", "n", "n_coders", "agreed", "alpha", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _of_variable(codes, variable, level, order, seed, draws) -> dict[str, float]:
    values = _values(codes["code"], variable, level, order)
    counts = pd.crosstab(codes["item"], codes["code"]).reindex(columns=values, fill_value=0)
    judged = counts.sum(axis=1)
    counts = counts[judged >= 2]
    pairs = _coincidences(counts.to_numpy(dtype=float))
    distances = _scale(values, level)
    low, high = np.nan, np.nan
    if len(counts):
        drawn = _drawn_documents(codes, counts.index, draws, np.random.default_rng(seed))
        alphas = _alphas(np.tensordot(drawn, pairs, axes=1), distances, level)
        if np.isfinite(alphas).any():
            low, high = np.nanquantile(alphas, [0.025, 0.975])
    total = pairs.sum(axis=0)
    return {
        "n": len(counts),
        "n_coders": codes["coder"].nunique(),
        "agreed": np.trace(total) / total.sum() if total.sum() else np.nan,
        "alpha": float(_alphas(total[None], distances, level)[0]),
        "low": low,
        "high": high,
    }


def _values(codes: pd.Series, variable: str, level: str, order: Sequence[str] | None) -> list:
    """The codes that occur, in their order."""
    found = codes.unique().tolist()
    order = order or _ORDERS.get(variable)
    if level == "nominal":
        return sorted(found, key=str)
    if level == "ordinal" and order:
        for value in found:
            check_name(value, order, what=f"code of {variable}")
        return [value for value in order if value in found]
    numbers = pd.to_numeric(pd.Series(found, dtype=object), errors="coerce")
    if numbers.isna().any():
        odd = found[int(np.argmax(numbers.isna()))]
        wanted = "give order= for ordinal codes" if level == "ordinal" else "interval codes must be numbers"
        raise DiscourseError(f"the code {odd!r} of {variable} is no number; {wanted}")
    return [value for _, value in sorted(zip(numbers, found, strict=True), key=lambda pair: pair[0])]


def _coincidences(counts: np.ndarray) -> np.ndarray:
    """For each item, how often each value meets each other, each judgement counting once."""
    judged = counts.sum(axis=1)[:, None, None]
    together = counts[:, :, None] * counts[:, None, :]
    together -= np.eye(counts.shape[1]) * counts[:, :, None]
    return together / (judged - 1)


def _scale(values: list, level: str) -> np.ndarray:
    numbers = pd.to_numeric(pd.Series(values, dtype=object)) if level == "interval" else range(len(values))
    return np.array(list(numbers), dtype=float)


def _alphas(coincidences: np.ndarray, scale: np.ndarray, level: str) -> np.ndarray:
    """Alpha of each matrix of coincidences (the first axis)."""
    margins = coincidences.sum(axis=1)
    if level == "ordinal":
        middle = np.cumsum(margins, axis=1) - margins / 2
        distance = (middle[:, :, None] - middle[:, None, :]) ** 2
    elif level == "interval":
        distance = ((scale[:, None] - scale[None, :]) ** 2)[None]
    else:
        distance = 1 - np.eye(len(scale))[None]
    expected = (margins[:, :, None] * margins[:, None, :] * distance).sum(axis=(1, 2))
    observed = (coincidences * distance).sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return 1 - (margins.sum(axis=1) - 1) * observed / np.where(expected > 0, expected, np.nan)


def _drawn_documents(codes, items: pd.Index, draws: int, random: np.random.Generator) -> np.ndarray:
    """How often each item is in each draw of documents; without documents each item is its own."""
    unit = np.arange(len(items))
    if "doc_id" in codes.columns:
        unit = numbered(codes.drop_duplicates("item").set_index("item")["doc_id"].loc[items])
    n = int(unit.max()) + 1
    drawn = random.multinomial(n, np.full(n, 1 / n), size=draws)
    return drawn[:, unit].astype(float)
