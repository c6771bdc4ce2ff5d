"""How far several scorers of tone say the same of the same spans."""

from itertools import combinations

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.tables import require

_SPAN = ["doc_id", "part", "start", "end", "of", "toward", "statement_id"]
_NEUTRAL = 0.1
MIN_SPANS = 20


def scorer_agreement(tone: pd.DataFrame, *, by: str = "toward") -> pd.DataFrame:
    """Compare each pair of scorers, span by span and actor by actor.

    Parameters
    ----------
    tone
        The table `tone` of `annotate(..., scorer=["textblob", "target"])`, with a row per span and scorer.
    by
        "toward" or "of": whose means are compared.

    Returns
    -------
    One row per pair of scorers: `first`, `second`; `n` spans that both scored; `r`, Pearson's correlation of
    their polarities; `opposed`, the share of spans, in 0-1, that one finds positive and the other negative
    (beyond 0.1 either way); `n_actors` with 20 spans or more; `r_actors`, the correlation of the actors' means.
    Correlations of fewer than 3 are missing. Agreement is no proof: two scorers can err alike.

    Raises
    ------
    MissingColumnError
        If `tone` lacks a column.
    DiscourseError
        If the table holds the scores of one scorer only.

    Examples
    --------
    >>> span = {"doc_id": list("abc"), "part": "body", "start": 0, "end": 9, "of": "outlet", "toward": "xi",
    ...         "statement_id": None}
    >>> one = pd.DataFrame(span).assign(scorer="textblob", polarity=[0.5, 0.2, -0.4])
    >>> two = pd.DataFrame(span).assign(scorer="target", polarity=[0.3, -0.2, -0.6])
    >>> scorer_agreement(pd.concat([one, two]))[["first", "second", "n", "r", "opposed"]].round(2)
          first  second  n     r  opposed
    0  textblob  target  3  0.97     0.33
    """
    require(tone, *_SPAN, "scorer", "polarity", by, of="tone")
    names = tone["scorer"].dropna().astype(str).unique().tolist()
    if len(names) < 2:
        raise DiscourseError(
            f"the tone table holds the scores of {names[0] if names else 'nobody'!r} only; annotate with several"
        )
    chosen = tone[tone["toward"].notna() if by == "toward" else tone["toward"].isna() & tone["of"].notna()]
    spans = chosen[_SPAN].astype(object).where(chosen[_SPAN].notna(), None)
    number = chosen.groupby([*_SPAN, "scorer"], dropna=False, observed=True).cumcount()
    scored = spans.assign(number=number, polarity=chosen["polarity"])
    of_scorer = {
        name: scored[chosen["scorer"] == name].set_index([*_SPAN, "number"])["polarity"] for name in names
    }
    wide = pd.concat(of_scorer, axis=1)
    rows = [_compared(wide[[one, other]].dropna(), by) for one, other in combinations(names, 2)]
    return pd.DataFrame(rows)


def _compared(both: pd.DataFrame, by: str) -> dict[str, object]:
    first, second = both.columns
    one, other = both[first], both[second]
    actors = both.groupby(level=by).agg(["mean", "size"])
    means = actors[actors[(first, "size")] >= MIN_SPANS]
    return {
        "first": first,
        "second": second,
        "n": len(both),
        "r": _correlation(one, other),
        "opposed": float(((one * other < 0) & (one.abs() > _NEUTRAL) & (other.abs() > _NEUTRAL)).mean()),
        "n_actors": len(means),
        "r_actors": _correlation(means[(first, "mean")], means[(second, "mean")]),
    }


def _correlation(one: pd.Series, other: pd.Series) -> float:
    if len(one) < 3 or one.std() == 0 or other.std() == 0:
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])
