"""Some labels by hand and all scores of the machine, put together: corrected shares and means.

The estimate is the machine's mean over everything, times a factor, plus the mean difference where people
judged; the factor is the one that makes the error least. Wrong scores make the interval wide, never the
estimate wrong. Known in surveys as the regression estimator (Cochran 1977, Sampling techniques, ch. 7), and
as power-tuned prediction-powered inference (Angelopoulos, Duchi and Zrnic 2023, PPI++).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.coding_sheets import item_names
from discourse.measures.groups import codes as numbered
from discourse.measures.groups import column_names, find_cells, with_groups
from discourse.measures.uncertainty import t_quantile, wilson_limits
from discourse.tables import require

MIN_LABELS, MIN_DOCUMENTS = 20, 5
_MARKS = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
_NONE = "none"


@dataclass(frozen=True)
class Estimate:
    """A mean with its 95 % interval."""

    mean: float
    low: float
    high: float


def power_tuned(
    labels: np.ndarray,
    scores_of_labelled: np.ndarray,
    scores: np.ndarray,
    *,
    weights: np.ndarray | None = None,
    labelled_units: np.ndarray | None = None,
    units: np.ndarray | None = None,
    span: float = 2.0,
) -> Estimate:
    """Estimate the mean label of all items from the labels of some and the scores of all.

    `weights` are one over the probability with which each labelled item was drawn; `labelled_units` and
    `units` number the documents, which are what varies independently; `span` is how far apart the largest and
    the smallest label can be: it bounds the interval from below where labels and scores hardly differ.

    Examples
    --------
    >>> found = power_tuned(np.array([0.0, 0, 1, 1, 1]), np.array([0.0, 0, 1, 1, 1]), np.array([1.0, 0] * 50))
    >>> round(found.mean, 2)
    0.5
    """
    n = len(labels)
    weights = np.ones(n) if weights is None else weights
    labelled_units = np.arange(n) if labelled_units is None else labelled_units
    units = np.arange(len(scores)) if units is None else units
    factor = _factor(labels, scores_of_labelled, weights)
    left = labels - factor * scores_of_labelled
    mean = factor * scores.mean() + np.average(left, weights=weights)
    k = len(np.unique(labelled_units))
    variance = _variance(left, weights, labelled_units, fitted=1 + bool(factor))
    variance += factor**2 * _variance(scores, np.ones(len(scores)), units)
    reach = float(t_quantile(0.975, max(k - 1 - bool(factor), 1))) * np.sqrt(variance)
    # That k documents show no error does not mean there is none: Wilson's limit for none in k, halved.
    agreed, _ = wilson_limits(float(k), k)
    reach = max(reach, float(1 - agreed) * span / 2)
    return Estimate(float(mean), float(mean - reach), float(mean + reach))


def _factor(labels: np.ndarray, scores: np.ndarray, weights: np.ndarray) -> float:
    """The slope of labels on scores; none where the scores do not vary."""
    centred = scores - np.average(scores, weights=weights)
    spread = np.average(centred**2, weights=weights)
    return float(np.average(centred * labels, weights=weights) / spread) if spread > 1e-12 else 0.0


def _variance(values: np.ndarray, weights: np.ndarray, units: np.ndarray, *, fitted: int = 1) -> float:
    """The variance of a weighted mean whose items come in independent units, after `fitted` numbers were fitted."""
    of_unit = pd.factorize(units)[0]
    k = int(of_unit.max()) + 1
    if k <= fitted:
        return float("nan")
    share = weights / weights.sum()
    sums = np.bincount(of_unit, share * (values - np.average(values, weights=weights)))
    return float((sums**2).sum() * k / (k - fitted))


def corrected_shares(
    codes: pd.DataFrame | None,
    table: pd.DataFrame,
    *,
    variable: str,
    by: str | Sequence[str] | None = None,
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give the shares of a variable's values as the machine found them and as hand labels correct them.

    Parameters
    ----------
    codes
        One row per judgement, as `read_codes` gives them; `None` as long as there are none.
    table
        The table from which the coding sheet was drawn: framings, statements, tone.
    variable
        The judged column, such as `"frame"`, `"use"`, `"kind"`, `"label"`.
    by
        The groups: columns of `table` or of `documents`, such as `"voice"`, `"toward"`, `["outlet", "year"]`.
    documents
        One row per document; needed where `by` names metadata.

    Returns
    -------
    One row per group and value: `by`, `value`; `n` rows of the table and `n_labels` of them judged; `raw`, the
    machine's share; `labels_only` with `labels_low` to `labels_high`, the share among judged rows, each
    weighted by one over its probability of being drawn; `corrected`, from both, with its 95 % interval `low`
    to `high`, by documents. With fewer than 20 judged rows or 5 documents behind them there are `too_few`, and
    only `raw` is given. All shares are in 0-1 and of all rows of the group; `none` is the value of rows that
    people say are nothing of the kind.

    Raises
    ------
    MissingColumnError
        If `codes` or `table` lacks a column.
    DiscourseError
        If a judged item is not in `table`, or nobody judged `variable`.

    Examples
    --------
    >>> place = {"doc_id": [f"d{i}" for i in range(200)], "part": "body", "start": 0, "end": 3}
    >>> table = pd.DataFrame(place).assign(frame=["war", "crisis"] * 100)
    >>> judged = table.head(40).assign(item=item_names(table.head(40)), coder="ann", variable="frame",
    ...                                probability=0.2, code=["war"] * 4 + ["war", "crisis"] * 18)
    >>> found = corrected_shares(judged, table, variable="frame")
    >>> found[["value", "n", "n_labels", "raw", "corrected", "low", "high"]].round(2)
        value    n  n_labels  raw  corrected   low  high
    0  crisis  200        40  0.5       0.45  0.36  0.54
    1     war  200        40  0.5       0.55  0.46  0.64
    """
    require(table, variable, of="given")
    labelled = _labelled(codes, table, variable)
    machine = table[variable].astype(object).where(table[variable].notna(), _NONE).astype(str)
    values = sorted({*machine, *labelled["code"]})
    rows = [
        found.assign(value=value)
        for value in values
        for found in [
            _estimates(
                labelled.assign(label=(labelled["code"] == value).astype(float)),
                table,
                (machine == value).to_numpy(dtype=float),
                column_names(by),
                documents,
                limits=(0.0, 1.0),
            )
        ]
    ]
    shown = pd.concat(rows, ignore_index=True).sort_values([*column_names(by), "value"], kind="stable")
    columns = [*column_names(by), "value"]
    return shown[[*columns, *(c for c in shown if c not in columns)]].reset_index(drop=True)


def corrected_tone(
    codes: pd.DataFrame | None,
    tone: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = "toward",
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give the mean tone by the scorer's polarity, by hand labels, and by both together.

    Parameters
    ----------
    codes
        One row per judgement of `label` (negative, neutral, positive), as `read_codes` gives them; `none`
        and `other` are no tone and are left out. `None` as long as there are no judgements.
    tone
        The rows of the table `tone` from which the coding sheet was drawn, with the scores of one scorer.
    by, documents
        As for `mean_tone`. 20 to 50 labels for each group serve well.

    Returns
    -------
    One row per group: `by`; `n` scored rows and `n_labels` of them judged; `raw`, the mean polarity;
    `labels_only` with `labels_low` to `labels_high`, the mean label (-1, 0, 1) among judged rows, each weighted
    by one over its probability of being drawn; `corrected`, from both, with its 95 % interval `low` to `high`,
    by documents. With fewer than 20 judged rows or 5 documents behind them there are `too_few`, and only `raw`
    is given.

    Raises
    ------
    MissingColumnError
        If `codes` or `tone` lacks a column.
    DiscourseError
        If a judged item is not in `tone`, or nobody judged `label`.

    Examples
    --------
    >>> place = {"doc_id": [f"d{i}" for i in range(100)], "part": "body", "start": 0, "end": 3}
    >>> tone = pd.DataFrame(place).assign(toward="xi", polarity=[0.1, -0.3] * 50)
    >>> judged = tone.head(20).assign(item=item_names(tone.head(20)), coder="ann", variable="label",
    ...                               probability=0.2, code=["neutral", "negative"] * 9 + ["positive"] * 2)
    >>> corrected_tone(judged, tone)[["toward", "n_labels", "raw", "labels_only", "corrected"]].round(2)
      toward  n_labels  raw  labels_only  corrected
    0     xi        20 -0.1        -0.35      -0.35
    """
    require(tone, "polarity", of="tone")
    labelled = _labelled(codes, tone, "label")
    labelled = labelled[labelled["code"].isin(_MARKS)]
    labelled = labelled.assign(label=labelled["code"].map(_MARKS).astype(float))
    scored = tone["polarity"].fillna(0.0).to_numpy(dtype=float)
    return _estimates(labelled, tone, scored, column_names(by), documents, limits=(-1.0, 1.0))


def _labelled(codes: pd.DataFrame | None, table: pd.DataFrame, variable: str) -> pd.DataFrame:
    """One row per judgement: `row` of the table, `code`, `weight`."""
    if codes is None:
        return pd.DataFrame({"row": np.array([], dtype=np.int64), "code": "", "weight": 0.0})
    require(codes, "item", "coder", "variable", "code", "probability", of="codes")
    chosen = codes[codes["variable"] == variable]
    if chosen.empty:
        raise DiscourseError(f"nobody judged {variable!r}; the codes are of {_listed(codes['variable'])}")
    rows = pd.Index(item_names(table)).get_indexer(chosen["item"])
    if (rows < 0).any():
        stranger = chosen["item"].iloc[int(np.argmax(rows < 0))]
        raise DiscourseError(
            f"the item {stranger!r} is not in the table; give the one the sheet was drawn from"
        )
    return pd.DataFrame(
        {
            "row": rows,
            "code": chosen["code"].astype(str).to_numpy(),
            "weight": 1 / chosen["probability"].to_numpy(dtype=float),
        }
    )


def _listed(names: pd.Series) -> str:
    return ", ".join(repr(str(name)) for name in names.unique()) or "nothing"


def _estimates(labelled, table, scores, columns, documents, *, limits) -> pd.DataFrame:
    """One row per group; several coders' labels of an item are averaged."""
    grouped = with_groups(table.reset_index(drop=True), columns, documents, of="given")
    cells = find_cells(grouped, columns)
    items = labelled.groupby("row").agg(label=("label", "mean"), weight=("weight", "first"))
    row, documents_of = items.index.to_numpy(), numbered(grouped["doc_id"])
    found = []
    for cell in range(len(cells.labels)):
        everything = cells.of_row == cell
        here = everything[row]
        judged = items[here]
        found.append(
            _one(
                judged["label"].to_numpy(),
                scores[row[here]],
                scores[everything],
                judged["weight"].to_numpy(),
                documents_of[row[here]],
                documents_of[everything],
                limits,
            )
        )
    return cells.labels.reset_index(drop=True).join(pd.DataFrame(found))


def _one(labels, of_labelled, scores, weights, labelled_units, units, limits) -> dict[str, object]:
    low, high = limits
    few = len(labels) < MIN_LABELS or len(np.unique(labelled_units)) < MIN_DOCUMENTS
    missing = Estimate(np.nan, np.nan, np.nan)
    about = {"weights": weights, "labelled_units": labelled_units, "units": units, "span": high - low}
    alone = missing if few else power_tuned(labels, np.zeros(len(labels)), np.zeros(len(scores)), **about)
    both = missing if few else power_tuned(labels, of_labelled, scores, **about)
    return {
        "n": len(scores),
        "n_labels": len(labels),
        "raw": scores.mean(),
        "labels_only": alone.mean,
        "labels_low": np.clip(alone.low, low, high),
        "labels_high": np.clip(alone.high, low, high),
        "corrected": np.clip(both.mean, low, high),
        "low": np.clip(both.low, low, high),
        "high": np.clip(both.high, low, high),
        "too_few": few,
    }
