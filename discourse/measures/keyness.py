"""Which words set one voice, outlet or year apart from others."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.comparing import TwoSides, p_of_no_difference, two_sides
from discourse.measures.families import benjamini_hochberg, holm
from discourse.tables import require

_HALF = 0.5


def keyness(
    tokens: pd.DataFrame,
    *,
    target: str,
    reference: str | None = None,
    by: str = "voice",
    documents: pd.DataFrame | None = None,
    stop_words: Collection[str] = (),
    min_count: int = 5,
    prior: float = 1000,
    level: float = 0.95,
) -> pd.DataFrame:
    """Score how much more often each term is used in a target than in a reference; a row is a term.

    Parameters
    ----------
    tokens
        One row per word, with `doc_id` and `term`.
    target, reference
        The groups to compare; without `reference` all other groups together.
    by
        The column that names the groups: of `tokens` (`voice`) or of `documents` (`outlet`, `year`).
    documents
        One row per document; needed where `by` is metadata. Its near-duplicates count as one in the test.
    stop_words
        Terms that get no row. They count in the totals.
    min_count
        Terms used fewer times, in both together, get no row and are not in the family of tests.
    prior
        How many words the prior of the log-odds is worth.
    level
        Of the intervals.

    Returns
    -------
    One row per term, the strongest of the target first (by `log_ratio_conservative`, then `g2`):

    * `n_target`, `n_reference` uses; `documents_target`, `documents_reference` documents that use it;
      `per_million_target`, `per_million_reference`;
    * `g2`: log-likelihood ratio of the table of four cells, negative where the reference has more.
      3.84 is what independent words would exceed in 5 % of cases; words in articles do so more often.
    * `log_ratio`: how many times more often, in doublings (1: twice, 2: four times); half a use stands
      for none. Says nothing of how sure that is.
    * `log_ratio_conservative`: the least that the log ratio is, sure for the whole family of terms at
      once; 0 where it may be none. Words count as independent.
    * `log_odds`, `log_odds_low`, `log_odds_high`: log odds ratio with an informative Dirichlet prior, which
      draws rare words towards none; natural logarithms.
    * `p`: of a test by documents; `p_holm` and `p_bh` adjusted for the `family` of all rows. Trust a term
      with a small `p_holm`; look at `documents_target` before you print it.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column or group is not known, or there is nothing to compare with.

    Notes
    -----
    G²: Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational
    Linguistics 19; the four cells are the term and all other words, in target and reference.
    Log ratio: Hardie (2014). Its conservative version: Evert (2022), Measuring keyness, with the exact
    limits of Clopper and Pearson and Bonferroni's correction. Log-odds: Monroe, Colaresi & Quinn (2008),
    Fightin' words, Political Analysis 16, with a prior in proportion to the use in both together.

    Examples
    --------
    >>> words = ["crisis"] * 30 + ["budget"] * 70 + ["crisis"] * 5 + ["budget"] * 95
    >>> tokens = pd.DataFrame({"doc_id": [f"{i % 10}{i < 100}" for i in range(200)], "term": words,
    ...                        "voice": ["mirror"] * 100 + ["times"] * 100})
    >>> keyness(tokens, target="mirror")[["term", "n_target", "n_reference", "g2", "log_ratio"]].round(2)
         term  n_target  n_reference     g2  log_ratio
    0  crisis        30            5  23.61       2.58
    1  budget        70           95 -23.61      -0.44
    """
    require(tokens, "doc_id", "term", of="tokens")
    if prior <= 0:
        raise DiscourseError(f"prior is {prior}; it must be more than 0 words")
    sides = two_sides(
        tokens, "term", by=by, target=target, reference=reference, documents=documents, name="tokens"
    )
    (a, b), (n1, n2) = sides.counts, sides.totals
    kept = (a + b >= max(min_count, 1)) & ~np.isin(sides.items, list(stop_words))
    return _in_order(_scores(sides, a, b, n1, n2, prior, level, kept))


def signed_g2(a, b, n1: float, n2: float) -> np.ndarray:
    """Give the signed log-likelihood ratio of a term with `a` of `n1` and `b` of `n2` words.

    Examples
    --------
    >>> signed_g2(np.array([30.0]), np.array([5.0]), 100, 100).round(2).tolist()
    [23.61]
    """
    observed = np.stack([a, b, n1 - a, n2 - b])
    share = n1 / (n1 + n2)
    expected = np.stack([(a + b) * share, (a + b) * (1 - share)])
    expected = np.concatenate([expected, [n1 - expected[0], n2 - expected[1]]])
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return np.sign(a / n1 - b / n2) * np.maximum(2 * parts.sum(axis=0), 0)


def log_ratio(a, b, n1: float, n2: float) -> np.ndarray:
    """Give the binary logarithm of the ratio of two relative frequencies; half a use stands for none."""
    return np.log2(np.maximum(a, _HALF) / n1) - np.log2(np.maximum(b, _HALF) / n2)


def log_ratio_conservative(a, b, n1: float, n2: float, *, alpha: float) -> np.ndarray:
    """Give the limit of the log ratio that is nearer to none, or 0 where the limits lie on both sides of it."""
    from scipy.special import betaincinv

    low = np.where(a > 0, betaincinv(np.maximum(a, 1), b + 1, alpha / 2), 0.0)
    high = np.where(b > 0, betaincinv(a + 1, np.maximum(b, 1), 1 - alpha / 2), 1.0)
    with np.errstate(divide="ignore"):
        low, high = (np.log2(p / (1 - p)) + np.log2(n2 / n1) for p in (low, high))
    return np.where(low > 0, low, np.where(high < 0, high, 0.0))


def log_odds(a, b, n1: float, n2: float, *, prior: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the log odds ratio under a Dirichlet prior (in words, by term), and its standard error."""
    others = [n + prior.sum() - x - prior for n, x in ((n1, a), (n2, b))]
    with np.errstate(divide="ignore", invalid="ignore"):
        score = np.log((a + prior) / others[0]) - np.log((b + prior) / others[1])
        error = np.sqrt(1 / (a + prior) + 1 / (b + prior))
    only = np.minimum(*others) <= 0  # no other word on either side: nothing to compare
    return np.where(only, 0.0, score), error


def _scores(sides: TwoSides, a, b, n1, n2, prior, level, kept) -> pd.DataFrame:
    from scipy.special import ndtri

    odds, error = log_odds(a, b, n1, n2, prior=prior * (a + b) / (n1 + n2))
    reach, p = ndtri((1 + level) / 2) * error, p_of_no_difference(sides)[kept]
    sure = log_ratio_conservative(a, b, n1, n2, alpha=(1 - level) / max(kept.sum(), 1))
    columns = {
        "term": pd.Series(sides.items, dtype="str"),
        "n_target": a.astype(int),
        "n_reference": b.astype(int),
        "documents_target": sides.documents[0],
        "documents_reference": sides.documents[1],
        "per_million_target": a / n1 * 1e6,
        "per_million_reference": b / n2 * 1e6,
        "g2": signed_g2(a, b, n1, n2),
        "log_ratio": log_ratio(a, b, n1, n2),
        "log_ratio_conservative": sure,
        "log_odds": odds,
        "log_odds_low": odds - reach,
        "log_odds_high": odds + reach,
    }
    table = pd.DataFrame(columns)[kept]
    return table.assign(p=p, p_holm=holm(p), p_bh=benjamini_hochberg(p), family=len(p))


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    order = ["log_ratio_conservative", "g2", "term"]
    return table.sort_values(order, ascending=[False, False, True], kind="stable").reset_index(drop=True)
