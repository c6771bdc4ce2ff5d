"""Which words keep company with a word."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.groups import codes, find_cells
from discourse.tables import require

_NOTHING = "there is no word to look for in {!r}"


def collocations(
    tokens: pd.DataFrame,
    node: str | Sequence[str],
    *,
    window: int = 5,
    stop_words: Collection[str] = (),
    min_count: int = 3,
) -> pd.DataFrame:
    """Score the words that stand near a word, in the same sentence; a row is a collocate.

    Parameters
    ----------
    tokens
        One row per word, in order, with `doc_id`, `part`, `sentence_id` and `term`.
    node
        The word or words in whose company we are interested; `*` at the end stands for any ending.
    window
        How many words to the left and to the right count as near; a sentence's end is a wall.
    stop_words
        Collocates that get no row. They take their places in the window all the same.
    min_count
        Collocates that stand near fewer times get no row.

    Returns
    -------
    One row per collocate, the strongest first (by `log_dice`):

    * `n`: its uses near the node; `n_documents`: the documents where that is so;
    * `n_node`, `n_collocate`: all uses of either;
    * `log_dice`: at most 14 (always together); one point less is half as strong; does not depend on the
      size of the corpus;
    * `npmi`: normalised pointwise mutual information, -1 (never together) to 1; 0 is chance. It favours
      rare words: mind `n`.

    Raises
    ------
    MissingColumnError, DiscourseError
        If a column is missing, the node does not occur, or the window is less than 1.

    Notes
    -----
    With f uses near the node, x of the node, y of the collocate, W words near the node, N in all:
    log-Dice is 14 + log2(2 f / (x + y)) (Rychlý 2008, A lexicographer-friendly association score); NPMI is
    log2(f N / (W y)) / -log2(f / N) (Bouma 2009, Normalized pointwise mutual information in collocation
    extraction), with W in place of x since so many words had the chance to be near.

    Examples
    --------
    >>> words = "a cold war , a long cold war and a cold day of peace".replace(",", "").split()
    >>> tokens = pd.DataFrame({"doc_id": "a", "part": "body", "sentence_id": 0, "term": words})
    >>> collocations(tokens, "war", window=1, min_count=1)[["term", "n", "n_collocate", "log_dice"]].round(2)
       term  n  n_collocate  log_dice
    0  cold  2            3     13.68
    1   and  1            1     13.42
    2     a  1            3     12.68
    """
    require(tokens, "doc_id", "part", "sentence_id", "term", of="tokens")
    if window < 1:
        raise DiscourseError(f"window is {window}; it must be 1 or more")
    term, terms = pd.factorize(tokens["term"], sort=True)
    terms = np.asarray(terms, dtype=object)
    at = np.isin(term, np.flatnonzero(_is_node(terms, node)))
    if not at.any():
        raise DiscourseError(f"{_told(node)} does not occur in these tokens")
    near = _near(tokens, at, window)
    f = np.bincount(term[near], minlength=len(terms))
    y = np.bincount(term, minlength=len(terms))
    kept = (f >= max(min_count, 1)) & ~np.isin(terms, list(stop_words))
    table = pd.DataFrame(
        {
            "term": pd.Series(terms, dtype="str"),
            "n": f,
            "n_documents": _documents(tokens, term, near, len(terms)),
            "n_node": at.sum(),
            "n_collocate": y,
            "log_dice": log_dice(f, at.sum(), y),
            "npmi": npmi(f, near.sum(), y, len(tokens)),
        }
    )[kept]
    return table.sort_values(["log_dice", "term"], ascending=[False, True]).reset_index(drop=True)


def log_dice(f, x, y) -> np.ndarray:
    """Give log-Dice for `f` uses together, of `x` and of `y` uses in all.

    Examples
    --------
    >>> round(float(log_dice(10, 20, 20)), 2)
    13.0
    """
    with np.errstate(divide="ignore"):
        return 14 + np.log2(2 * np.asarray(f) / (x + np.asarray(y)))


def npmi(f, w, y, n) -> np.ndarray:
    """Give NPMI for `f` uses among `w` words near the node, of `y` uses among `n` words in all.

    Examples
    --------
    >>> round(float(npmi(5, 10, 5, 100)), 3), round(float(npmi(1, 10, 10, 100)), 3)
    (0.769, 0.0)
    """
    f, y = np.asarray(f, dtype=float), np.asarray(y, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        together = np.log2(f * n / (w * y))
        return np.where(f > 0, np.where(f < n, together / -np.log2(f / n), 1.0), -1.0)


def _is_node(terms: np.ndarray, node: str | Sequence[str]) -> np.ndarray:
    wanted = [node.lower()] if isinstance(node, str) else [word.lower() for word in node]
    for word in wanted:
        if not word.removesuffix("*").strip():
            raise DiscourseError(_NOTHING.format(word))
    whole = {word for word in wanted if not word.endswith("*")}
    stems = tuple(word[:-1] for word in wanted if word.endswith("*"))
    return np.array([term in whole or (bool(stems) and term.startswith(stems)) for term in terms], dtype=bool)


def _told(node: str | Sequence[str]) -> str:
    return repr(node) if isinstance(node, str) else " or ".join(repr(word) for word in node)


def _near(tokens: pd.DataFrame, at: np.ndarray, window: int) -> np.ndarray:
    """The words within the window of a node, and in its sentence; the nodes themselves are not."""
    sentence = find_cells(tokens, ["doc_id", "part", "sentence_id"]).of_row
    near = np.zeros(len(at), dtype=bool)
    for step in range(1, window + 1):
        same = sentence[step:] == sentence[:-step]
        near[step:] |= same & at[:-step]
        near[:-step] |= same & at[step:]
    return near & ~at


def _documents(tokens: pd.DataFrame, term, near, n_terms: int) -> np.ndarray:
    document = codes(tokens["doc_id"])
    pairs = np.unique(document[near] * n_terms + term[near])
    return np.bincount(pairs % n_terms, minlength=n_terms)
