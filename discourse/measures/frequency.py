"""How often words, and sequences of words, are used."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.measures.groups import codes, column_names, find_cells, with_groups
from discourse.measures.uncertainty import sum_up
from discourse.tables import require


def term_frequencies(
    tokens: pd.DataFrame | Iterable[pd.DataFrame],
    *,
    by: str | Sequence[str] | None = None,
    n_words: int = 1,
    stop_words: Collection[str] = (),
    documents: pd.DataFrame | None = None,
    min_count: int = 1,
) -> pd.DataFrame:
    """Count how often each term is used, the most frequent first; a row is a term in a group.

    Parameters
    ----------
    tokens
        One row per word, in order, with `doc_id`, `part`, `sentence_id` and `term`; or, where this does not
        fit in memory, pieces of it with whole documents, such as `annotations.tables.partitions("tokens")`.
    by
        Count apart for each value of these columns: of `tokens` (`voice`) or of `documents` (`outlet`,
        `year`).
    n_words
        Count sequences of so many words, all in one sentence and one group.
    stop_words
        Leave out terms that begin or end with one of these words.
    documents
        One row per document; needed where `by` names metadata.
    min_count
        Leave out terms that are used fewer times in the group.

    Returns
    -------
    The columns `by`, then `term`, `n`, `per_million` (uses per million words of the group, whatever is
    left out here) and `n_documents` (documents that use it).

    Raises
    ------
    MissingColumnError, UnknownNameError, DiscourseError
        If a column is missing, or `n_words` is less than 1.

    Examples
    --------
    >>> tokens = pd.DataFrame({"doc_id": ["a", "a", "a", "b"], "part": "body", "sentence_id": [0, 0, 0, 1],
    ...                        "term": ["peace", "or", "peace", "war"]})
    >>> term_frequencies(tokens, stop_words=["or"])
        term  n  per_million  n_documents
    0  peace  2     500000.0            1
    1    war  1     250000.0            1
    >>> term_frequencies(tokens, n_words=2).term.tolist()
    ['or peace', 'peace or']
    """
    if n_words < 1:
        raise DiscourseError(f"n_words is {n_words}; it must be 1 or more")
    groups = column_names(by)
    pieces = [tokens] if isinstance(tokens, pd.DataFrame) else tokens
    counted = [_counts(piece, groups, n_words, frozenset(stop_words), documents) for piece in pieces]
    counts, sizes = (pd.concat(tables, ignore_index=True) for tables in zip(*counted, strict=True))
    if len(counted) > 1:
        counts = counts.groupby([*groups, "term"], as_index=False, dropna=False, observed=True).sum()
    return _frequencies(counts, sizes, groups, max(min_count, 1))


def _counts(
    tokens: pd.DataFrame,
    groups: list[str],
    n_words: int,
    stop_words: frozenset[str],
    documents: pd.DataFrame | None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count the terms of each group, and all its words."""
    require(tokens, "doc_id", "part", "sentence_id", "term", of="tokens")
    words = with_groups(tokens, groups, documents, of="tokens")
    cells = find_cells(words, groups)
    first, term, terms = _sequences(words, cells.of_row, n_words, stop_words)
    counted = sum_up(
        cells.of_row[first] * max(len(terms), 1) + term,
        codes(words["doc_id"])[first],
        n_cells=len(cells.labels) * len(terms),
    )
    n = counted.by_cell()
    kept = np.flatnonzero(n)
    group, number = np.divmod(kept, max(len(terms), 1))
    counts = cells.labels.iloc[group].reset_index(drop=True)
    counts = counts.assign(
        term=pd.Series(terms[number], dtype="str"),
        n=n[kept].astype(int),
        n_documents=counted.units_by_cell()[kept].astype(int),
    )
    return counts, cells.labels.assign(words=np.bincount(cells.of_row, minlength=len(cells.labels)))


def _sequences(words, group, n_words, stop_words) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give each sequence by its first row and the number of its term, and the terms by number."""
    term, names = pd.factorize(words["term"])
    names = np.asarray(names, dtype=object)
    stopped = np.isin(names, list(stop_words))[term]
    sentence = find_cells(words, ["doc_id", "part", "sentence_id"]).of_row if n_words > 1 else group
    first = np.arange(max(len(words) - n_words + 1, 0))
    whole = ~stopped[first] & ~stopped[first + n_words - 1]
    for step in range(1, n_words):
        whole &= (group[first] == group[first + step]) & (sentence[first] == sentence[first + step])
    first = first[whole]
    code, terms = term[first], names
    for step in range(1, n_words):
        pair, code = np.unique(code * len(names) + term[first + step], return_inverse=True)
        terms = terms[pair // len(names)] + " " + names[pair % len(names)]
    return first, code, terms


def _frequencies(
    counts: pd.DataFrame, sizes: pd.DataFrame, groups: list[str], min_count: int
) -> pd.DataFrame:
    """Relate the counts to the words of their group, and put the most frequent first."""
    counts = counts[counts["n"] >= min_count]
    cells = find_cells(pd.concat([sizes, counts]), groups).of_row
    of_size, group = cells[: len(sizes)], cells[len(sizes) :]
    size = np.bincount(of_size, weights=sizes["words"])
    table = counts[[*groups, "term", "n"]].assign(
        per_million=counts["n"] / size[group] * 1e6, n_documents=counts["n_documents"]
    )
    order = np.lexsort((table["term"].to_numpy(dtype=str), -table["n"], group))
    return table.iloc[order].reset_index(drop=True)
