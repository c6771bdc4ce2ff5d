"""The corpus: documents that do not change."""

import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from discourse.corpus.import_report import ImportReport
from discourse.corpus.wording import beginning, counted
from discourse.errors import DiscourseError
from discourse.tables import TABLES, require, table

PREVIEW_ROWS = 5
PREVIEW_CHARACTERS = 100


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
        documents["text"] = documents["text"].fillna("")
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
        return self._documents.copy(deep=False)

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
        answers = self._answers(condition) if isinstance(condition, str) else condition
        mask = np.array(list(answers) if pd.api.types.is_list_like(answers) else answers)
        if mask.dtype != bool or mask.shape != (len(self),):
            raise DiscourseError(f"a condition must be true or false for each of the {len(self):,} documents")
        return Corpus(self._documents[mask], self.import_report)

    def _answers(self, question: str) -> Any:
        try:
            return self._documents.eval(question)
        except (NameError, SyntaxError, TypeError, ValueError, LookupError, AttributeError) as error:
            known = ", ".join(repr(name) for name in self._documents.columns)
            raise DiscourseError(f"cannot answer {question!r}: {error}. Columns: {known}") from None

    def head(self, n: int = PREVIEW_ROWS) -> "Corpus":
        """The first `n` documents, to try something out."""
        return Corpus(self._documents.head(n), self.import_report)

    def without_duplicates(self) -> "Corpus":
        """The corpus with only the first document of every group of near-duplicates.

        Examples
        --------
        >>> corpus = Corpus(pd.DataFrame({"doc_id": ["a", "b", "c"], "text": ["War.", "War!", "Peace."],
        ...                               "duplicate_group": ["a", "a", None]}))
        >>> corpus.without_duplicates().documents["doc_id"].tolist()
        ['a', 'c']
        """
        group = self._documents["duplicate_group"]
        return self.where(group.isna() | ~group.duplicated())

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the documents with their texts and metadata: the same on every machine."""
        digest = hashlib.sha256()
        for name in sorted(self._documents.columns):
            for value in (name, *self._documents[name].astype(object)):
                data = _canonical(value)
                digest.update(f"{len(data)}:".encode() + data)
        return digest.hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Corpus) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        documents = self._documents
        parts = [counted(len(self), "document")]
        if documents["outlet"].nunique():
            parts.append(counted(documents["outlet"].nunique(), "outlet"))
        dates = documents["date"].dropna()
        if len(dates):
            first, last = min(dates), max(dates)
            parts.append(first if first == last else f"{first} to {last}")
        return f"Corpus({', '.join(parts)}{self._asides()})"

    def _asides(self) -> str:
        """What nobody should overlook: a guessed text column, and warnings."""
        notes = self.import_report.notes
        asides = [note.detail for note in notes if note.kind == "guess" and note.detail.startswith("text ")]
        if self.import_report.n_warnings:
            asides.append(f"{counted(self.import_report.n_warnings, 'warning')} in import_report")
        return "".join(f"; {aside}" for aside in asides)

    def _repr_html_(self) -> str:
        report = self.import_report._repr_html_() if self.import_report.notes else ""
        return f"<p>{html.escape(repr(self))}</p>{self._preview().to_html(index=False)}{report}"

    def _preview(self) -> pd.DataFrame:
        """The first documents, their texts shortened; of the columns those that have any value."""
        first = self._documents.head(PREVIEW_ROWS)
        names = [name for name in TABLES["documents"].columns if first[name].notna().any()]
        names = [name for name in names if name != "date_precision"]
        words = [len(text.split()) for text in first["text"]]
        return first[names].assign(
            text=[beginning(text, PREVIEW_CHARACTERS) for text in first["text"]], words=words
        )


def _canonical(value: Any) -> bytes:
    """A value as bytes that do not depend on the machine or on the type that holds it."""
    if not isinstance(value, str) and pd.api.types.is_scalar(value) and pd.isna(value):
        value = None
    return _AS_JSON.encode(value).encode()


def _plain(value: object) -> object:
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else str(value)


_AS_JSON = json.JSONEncoder(sort_keys=True, default=_plain)
