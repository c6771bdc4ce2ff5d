"""The corpus: documents that do not change."""

import hashlib
import html
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from discourse.corpus.import_report import ImportReport
from discourse.errors import DiscourseError
from discourse.tables import TABLES, require, table

PREVIEW_ROWS = 5
PREVIEW_CHARACTERS = 120


@dataclass(frozen=True, eq=False, repr=False, init=False)
class Corpus:
    """Documents that do not change, and the report of how they were read.

    Parameters
    ----------
    documents
        One row per document, with at least `doc_id` (unique) and `text`; further columns as in
        the table `documents`, and metadata of your own. Usually `read_corpus` makes it.
    import_report
        What was found while reading.

    Raises
    ------
    MissingColumnError
        If `doc_id` or `text` is missing.
    DiscourseError
        If two documents have the same `doc_id`.

    Examples
    --------
    >>> corpus = Corpus(pd.DataFrame({"doc_id": ["a", "b"], "text": ["War.", "A crisis."],
    ...                               "outlet": ["Mirror", "Times"], "date": ["2022-03-01", "2022-04"]}))
    >>> corpus
    Corpus(2 documents, 2 outlets, 2022-03-01 to 2022-04)
    >>> corpus.where("outlet == 'Times'")
    Corpus(1 document, 1 outlet, 2022-04)
    """

    import_report: ImportReport
    _documents: pd.DataFrame

    def __init__(self, documents: pd.DataFrame, import_report: ImportReport | None = None) -> None:
        require(documents, "doc_id", "text", of="documents")
        documents = table("documents", {str(name): column for name, column in documents.items()})
        twice = documents["doc_id"][documents["doc_id"].duplicated()]
        if len(twice):
            raise DiscourseError(f"two documents have the doc_id {twice.iloc[0]!r}; doc_ids must differ")
        object.__setattr__(self, "_documents", documents)
        object.__setattr__(self, "import_report", import_report or ImportReport())

    @property
    def documents(self) -> pd.DataFrame:
        """One row per document: the columns of the table `documents`, then the user's metadata.

        It is a copy: what is done to it leaves the corpus as it is.
        """
        return self._documents.copy()

    def __len__(self) -> int:
        return len(self._documents)

    def where(self, condition: str | Sequence[bool] | pd.Series) -> "Corpus":
        """The documents for which `condition` holds, as a corpus of their own.

        Parameters
        ----------
        condition
            A question in the manner of `DataFrame.query`, such as `"outlet == 'Times'"`, or one
            true or false per document, such as `corpus.documents["date"] > "2022"`.

        Raises
        ------
        DiscourseError
            If the question cannot be answered, or there is not one answer per document.
        """
        return Corpus(self._documents[self._mask(condition)], self.import_report)

    def _mask(self, condition: str | Sequence[bool] | pd.Series) -> np.ndarray:
        if isinstance(condition, str):
            try:
                condition = self._documents.eval(condition)
            except Exception as error:
                have = ", ".join(repr(name) for name in self._documents.columns)
                raise DiscourseError(
                    f"cannot answer {condition!r}: {error}; the columns are {have}"
                ) from None
        mask = np.asarray(condition)
        if mask.dtype != bool or mask.shape != (len(self),):
            raise DiscourseError(f"a condition needs one true or false for each of {len(self):,} documents")
        return mask

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over all documents, texts and metadata: the same on every machine."""
        digest = hashlib.sha256()
        for name in sorted(self._documents.columns):
            digest.update(_canonical([name, len(self)]))
            for value in self._documents[name].astype(object):
                digest.update(_canonical(value))
        return digest.hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Corpus) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        parts = [_count(len(self), "document")]
        outlets = self._documents["outlet"].nunique()
        if outlets:
            parts.append(_count(outlets, "outlet"))
        dates = self._documents["date"].dropna()
        if len(dates):
            first, last = min(dates), max(dates)
            parts.append(first if first == last else f"{first} to {last}")
        return f"Corpus({', '.join(parts)})"

    def _repr_html_(self) -> str:
        report = "" if not self.import_report.notes else self.import_report._repr_html_()
        return f"<p>{html.escape(repr(self))}</p>{self._preview().to_html(index=False)}{report}"

    def _preview(self) -> pd.DataFrame:
        """The first documents, texts shortened, columns without any value left out."""
        first = self._documents.head(PREVIEW_ROWS).dropna(axis="columns", how="all")
        names = [name for name in TABLES["documents"].columns if name in first and name != "date_precision"]
        words = [len(text.split()) for text in first["text"]]
        return first[names].assign(text=first["text"].map(_shortened), words=words)


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _shortened(text: str) -> str:
    start = " ".join(text[: 4 * PREVIEW_CHARACTERS].split())
    return start if len(start) <= PREVIEW_CHARACTERS else start[:PREVIEW_CHARACTERS] + "…"


def _canonical(value: object) -> bytes:
    """A value as bytes that do not depend on platform or version, behind their length."""
    if not isinstance(value, Iterable) and pd.isna(value):
        value = None
    if isinstance(value, np.generic):
        value = value.item()
    data = json.dumps(value, ensure_ascii=True, sort_keys=True, default=str).encode()
    return f"{len(data)}:".encode() + data
