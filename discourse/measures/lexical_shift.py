"""Which words make the difference between two voices."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourse.measures.comparing import difference_limits, p_of_no_difference, two_sides
from discourse.measures.families import holm
from discourse.tables import require


def lexical_shift(
    tokens: pd.DataFrame,
    *,
    target: str,
    reference: str | None = None,
    by: str = "voice",
    documents: pd.DataFrame | None = None,
    stop_words: Collection[str] = (),
    min_count: int = 5,
    level: float = 0.95,
) -> pd.DataFrame:
    """Tell how much each term adds to the difference of two vocabularies; a row is a term.

    Where `keyness` asks which words are typical, this asks which words matter: a frequent word with a
    moderate difference may matter more than a rare one that only one side uses.

    Parameters
    ----------
    tokens
        One row per word, with `doc_id` and `term`.
    target, reference
        The groups to compare; without `reference` all other groups together.
    by
        The column that names the groups: of `tokens` (`voice`) or of `documents` (`outlet`, `year`).
    documents
        One row per document; needed where `by` is metadata. Its near-duplicates count as one.
    stop_words
        Terms left out altogether, as if they were not there: shares are of the other words.
    min_count
        Terms used fewer times, in both together, get no row; they count in the shares.
    level
        Of the intervals.

    Returns
    -------
    One row per term, the one that matters most first: `n_target`, `n_reference`; `documents_target`,
    `documents_reference`; `share_target`, `share_reference` of all words (0-1); their `difference` with its
    interval `low` to `high`, by documents; `contribution`, its part of the whole difference between the two
    (0-1; all terms, those without a row too, add up to one), negative where the reference has more; and
    `p_holm` of a test by documents, adjusted for the `family` of all rows.

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column or group is not known, or there is nothing to compare with.

    Notes
    -----
    The whole difference is the Jensen-Shannon divergence of the two vocabularies, to which a term of shares
    p and q adds (p log2(p / m) + q log2(q / m)) / 2 with m = (p + q) / 2: Gallagher et al. (2021), Generalized
    word shift graphs, EPJ Data Science 10.

    Examples
    --------
    >>> words = ["war"] * 6 + ["talks"] * 2 + ["war"] * 2 + ["talks"] * 6
    >>> tokens = pd.DataFrame({"doc_id": list("abcdefgh") * 2, "term": words, "voice": ["xi"] * 8 + ["nato"] * 8})
    >>> shift = lexical_shift(tokens, target="xi")
    >>> shift[["term", "share_target", "share_reference", "difference", "contribution"]]
        term  share_target  share_reference  difference  contribution
    0  talks          0.25             0.75        -0.5          -0.5
    1    war          0.75             0.25         0.5           0.5
    """
    require(tokens, "doc_id", "term", of="tokens")
    counted = tokens[~tokens["term"].isin(list(stop_words))]
    sides = two_sides(
        counted, "term", by=by, target=target, reference=reference, documents=documents, name="tokens"
    )
    low, high = difference_limits(sides, level=level)
    p, q = sides.counts / sides.totals[:, None]
    kept = sides.counts.sum(axis=0) >= max(min_count, 1)
    tested = p_of_no_difference(sides)[kept]
    table = pd.DataFrame(
        {
            "term": pd.Series(sides.items, dtype="str"),
            "n_target": sides.counts[0].astype(int),
            "n_reference": sides.counts[1].astype(int),
            "documents_target": sides.documents[0],
            "documents_reference": sides.documents[1],
            "share_target": p,
            "share_reference": q,
            "difference": p - q,
            "low": low,
            "high": high,
            "contribution": _contributions(p, q),
        }
    )[kept].assign(p_holm=holm(tested), family=int(kept.sum()))
    strength = table["contribution"].abs().round(12)
    ordered = table.assign(_strength=strength).sort_values(["_strength", "term"], ascending=[False, True])
    return ordered.drop(columns="_strength").reset_index(drop=True)


def _contributions(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Each term's part of the Jensen-Shannon divergence, signed by who has more."""
    middle = (p + q) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [np.where(x > 0, x * np.log2(x / middle), 0.0) for x in (p, q)]
    added = (parts[0] + parts[1]) / 2
    whole = added.sum()
    return np.sign(p - q) * np.maximum(added, 0) / whole if whole > 0 else np.zeros(len(p))
