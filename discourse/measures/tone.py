"""How warm or hostile words are: of an actor, or toward one."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.groups import Cells, codes, column_names, find_cells, with_groups
from discourse.measures.tone_validity import calibrated
from discourse.measures.uncertainty import independent_units, mean_limits, ratios, sum_up, too_few
from discourse.tables import UNKNOWN, require


def mean_tone(
    tone: pd.DataFrame,
    *,
    by: str | Sequence[str] | None = "of",
    documents: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give the mean polarity and subjectivity of spans; a row is a group.

    Parameters
    ----------
    tone
        One row per scored span, with `doc_id`, `polarity`, `subjectivity`, `scorer`, `of`, `toward` and
        `statement_id`.
    by
        The groups. With `of` (whose words) the spans are statements and the sentences of speeches; with
        `toward` (about whom) they are what is said around the names of actors; with both, who speaks how of
        whom; else all sentences, each once. Further columns of `tone` (`kind` of the statement, `scorer`) or
        of `documents` (`outlet`, `year`) make the groups finer.
    documents
        One row per document; needed where `by` names metadata. Its near-duplicates count as one in the
        intervals.

    Returns
    -------
    The columns `by`, then

    * `n` (scored spans) and `n_documents`;
    * `polarity`, the mean on the scorer's own scale (-1 to 1), with `sampling_low` to `sampling_high`: what
      another sample of documents would change. It is **not** how sure one can be of the actor;
    * `tone`, the mean on the scale of human labels (-1 to 1), with its 95 % interval `low` to `high`, in which
      sampling and the scorer's error from actor to actor (`tau`, see `tone_validity`) are both reckoned;
      `validity_r`, the correlation of its means per person with those of people. The five are missing where
      nobody has measured how right the scorer is: for tone *of* words, and for a scorer of your own;
    * `subjectivity` in 0..1 with `subjectivity_low` and `subjectivity_high`, by documents;
    * `coverage` in 0-1, the share of spans in which the scorer knew any word: those with `evidence`, or, from
      a scorer that lists none, with a polarity or subjectivity other than zero;
    * `too_few`: fewer than 5 documents or 20 spans; means and intervals are then missing;
    * `scorer`, by which they were scored.

    Raises
    ------
    MissingColumnError, UnknownNameError
        If a column is not known.
    DiscourseError
        If the table holds the scores of several scorers and `by` does not tell them apart.

    Examples
    --------
    >>> tone = pd.DataFrame({"doc_id": list("abcde") * 4, "polarity": [0.5, 0.0] * 10, "subjectivity": 0.0,
    ...                      "scorer": "textblob", "of": "xi", "toward": None, "statement_id": "s"})
    >>> mean_tone(tone)[["of", "n", "n_documents", "polarity", "coverage"]]
       of   n  n_documents  polarity  coverage
    0  xi  20            5      0.25       0.5
    """
    needed = (
        ("toward",)
        if "toward" in column_names(by)
        else ("of", "toward", "statement_id")
        if "of" in column_names(by)
        else ()
    )
    require(tone, "doc_id", "polarity", "subjectivity", *needed, of="tone")
    columns = column_names(by)
    joined = with_groups(_spans(tone, columns), columns, documents, of="tone")
    scored = joined[joined["polarity"].notna()]
    _check_scorer(scored, columns)
    cells = find_cells(scored, columns)
    polarity = _means(scored, "polarity", cells, documents)
    subjectivity = _means(scored, "subjectivity", cells, documents)
    documents_by_cell = sum_up(cells.of_row, codes(scored["doc_id"]), n_cells=len(cells.labels))
    scorer = _scorers(scored, cells)
    measured = scorer if "toward" in columns else scorer.mask(scorer.notna())
    return cells.labels.assign(
        n=np.bincount(cells.of_row, minlength=len(cells.labels)),
        n_documents=documents_by_cell.units_by_cell(),
        polarity=polarity["mean"],
        sampling_low=polarity["low"].clip(-1, 1),
        sampling_high=polarity["high"].clip(-1, 1),
        **calibrated(polarity, measured),
        subjectivity=subjectivity["mean"],
        subjectivity_low=subjectivity["low"].clip(0, 1),
        subjectivity_high=subjectivity["high"].clip(0, 1),
        coverage=_covered(scored).groupby(cells.of_row).mean().reindex(cells.labels.index),
        too_few=polarity["too_few"],
        scorer=scorer,
    )


def _spans(tone: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Choose the kind of spans that the groups are about, so that no sentence counts twice."""
    if "toward" in columns:
        return tone[tone["toward"].notna()]
    if "of" in columns:
        said = tone[tone["toward"].isna() & (tone["statement_id"].notna() | tone["of"].notna())]
        return said.assign(of=said["of"].astype("str").fillna(UNKNOWN))
    if "toward" not in tone.columns or "statement_id" not in tone.columns:
        return tone
    return tone[tone["toward"].isna() & tone["statement_id"].isna()]


def _check_scorer(tone: pd.DataFrame, columns: Sequence[str]) -> None:
    if "scorer" not in tone.columns or "scorer" in columns:
        return
    scorers = tone["scorer"].dropna().unique()
    if len(scorers) > 1:
        names = ", ".join(repr(str(name)) for name in scorers)
        raise DiscourseError(
            f"the tone table holds the scores of {names}; choose one, or add 'scorer' to by="
        )


def _scorers(tone: pd.DataFrame, cells: Cells) -> pd.Series:
    """Give the scorer of each cell."""
    if "scorer" not in tone.columns:
        return pd.Series(np.nan, index=cells.labels.index, dtype="str")
    return tone["scorer"].astype("str").groupby(cells.of_row).first().reindex(cells.labels.index)


def _means(tone: pd.DataFrame, column: str, cells: Cells, documents: pd.DataFrame | None) -> pd.DataFrame:
    """Give mean, low, high and too_few of a column for each cell."""
    given = tone[column].notna().to_numpy()
    cell, unit = cells.of_row[given], independent_units(tone[given], documents)
    n_cells = len(cells.labels)
    sums = sum_up(cell, unit, n_cells=n_cells, values=tone[column].to_numpy()[given])
    found = ratios(sums, sum_up(cell, unit, n_cells=n_cells), np.arange(n_cells))
    few = too_few(found)
    low, high = mean_limits(found)
    return pd.DataFrame(
        {"mean": found["ratio"].mask(few), "low": low.mask(few), "high": high.mask(few), "too_few": few}
    )


def _covered(tone: pd.DataFrame) -> pd.Series:
    """Tell the spans in which the scorer knew a word."""
    scored = (tone["polarity"] != 0) | (tone["subjectivity"].fillna(0) != 0)
    if "evidence" not in tone.columns:
        return scored.reset_index(drop=True)
    evidence = tone["evidence"]
    listed = np.fromiter((_length(words) for words in evidence), dtype=np.int64, count=len(evidence)) > 0
    return (scored | listed).reset_index(drop=True)


def _length(words) -> int:
    """How many words of evidence there are; Parquet gives arrays, missing is no list at all."""
    return len(words) if isinstance(words, list | tuple | np.ndarray) else 0
