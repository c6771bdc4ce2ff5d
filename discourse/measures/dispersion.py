"""How evenly a word is spread: used everywhere a little, or in one article a lot."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourse.measures.groups import find_cells, with_groups
from discourse.tables import require


def dispersion(
    tokens: pd.DataFrame,
    *,
    by: str = "doc_id",
    documents: pd.DataFrame | None = None,
    stop_words: Collection[str] = (),
    min_count: int = 5,
) -> pd.DataFrame:
    """Measure how unevenly each term is spread over parts of the corpus; a row is a term.

    Parameters
    ----------
    tokens
        One row per word, with `doc_id` and `term`.
    by
        The parts: each document, or a column of `tokens` or `documents` (`outlet`, `month`). Words
        without a part are left out.
    documents
        One row per document; needed where `by` is metadata.
    stop_words
        Terms that get no row.
    min_count
        Terms used fewer times get no row; below five uses `dp` says little.

    Returns
    -------
    One row per term, the most frequent first: `term`, `n` uses, `n_parts` parts with it, `parts` in all,
    `dp` (deviation of proportions: 0 as evenly as the parts' sizes, near 1 all in one small part) and
    `dp_norm` (the same, divided by its largest possible value).

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column is not known.

    Notes
    -----
    DP is half the sum over parts of |share of the term's uses - share of all words|: Gries (2008),
    Dispersions and adjusted frequencies in corpora, Int. J. Corpus Linguistics 13; the norm: Lijffijt &
    Gries (2012), the same journal, 17. A word used fewer times than there are parts cannot be spread evenly:
    its `dp` is high whatever it means.

    Examples
    --------
    >>> tokens = pd.DataFrame({"doc_id": list("aaaabbbb"), "term": list("xyxyxzxz")})
    >>> dispersion(tokens, min_count=2)
      term  n  n_parts  parts   dp  dp_norm
    0    x  4        2      2  0.0      0.0
    1    y  2        1      2  0.5      1.0
    2    z  2        1      2  0.5      1.0
    """
    require(tokens, "doc_id", "term", of="tokens")
    words = with_groups(tokens, by, documents, of="tokens").dropna(subset=[by])
    part, (term, terms) = find_cells(words, [by]).of_row, pd.factorize(words["term"], sort=True)
    size = np.bincount(part, minlength=1)
    keys, count = np.unique(term * len(size) + part, return_counts=True)
    n = np.bincount(term, minlength=len(terms))
    dp = deviation_of_proportions(keys // len(size), keys % len(size), count, n, size)
    table = pd.DataFrame(
        {
            "term": pd.Series(terms, dtype="str"),
            "n": n,
            "n_parts": np.bincount(keys // len(size), minlength=len(terms)),
            "parts": len(size),
            "dp": dp,
            "dp_norm": _normed(dp, size),
        }
    )
    kept = table[(n >= max(min_count, 1)) & ~table["term"].isin(list(stop_words))]
    return kept.sort_values(["n", "term"], ascending=[False, True]).reset_index(drop=True)


def deviation_of_proportions(term, part, count, n, size) -> np.ndarray:
    """Give DP of each term, from the counts of each term and part where there are any.

    Examples
    --------
    >>> one = deviation_of_proportions(np.array([0, 0]), np.array([0, 1]), np.array([1, 3]),
    ...                                np.array([4]), np.array([10, 10]))
    >>> one.tolist()
    [0.25]
    """
    expected = (size / max(size.sum(), 1))[part]
    deviation = np.abs(count / n[term] - expected) - expected
    return np.clip((np.bincount(term, deviation, minlength=len(n)) + 1) / 2, 0, 1)


def _normed(dp: np.ndarray, size: np.ndarray) -> np.ndarray:
    largest = 1 - size.min() / max(size.sum(), 1)
    return dp / largest if largest > 0 else np.zeros(len(dp))
