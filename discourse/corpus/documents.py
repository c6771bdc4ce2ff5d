"""From a table as it was found to the table `documents`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from discourse.corpus.checks import check_corpus, check_texts
from discourse.corpus.columns import arrange_columns
from discourse.corpus.dates import Dates, as_written, coarser, settle_dates
from discourse.corpus.duplicates import duplicate_groups
from discourse.corpus.encoding import without_surrogates
from discourse.corpus.found import RawTable
from discourse.corpus.identifiers import make_doc_ids
from discourse.corpus.import_report import Note
from discourse.corpus.language import foreign_texts
from discourse.tables import table

NAMED = ("title", "outlet", "author", "speaker")


def make_documents(
    raw: RawTable, *, given: Mapping[str, str | None], dayfirst: bool | None
) -> tuple[pd.DataFrame, list[Note]]:
    """The table `documents`, and what was found while it was made.

    Raises
    ------
    UnknownNameError, ReadError
        As `arrange_columns` does.
    """
    arranged = arrange_columns(raw.frame, given=given)
    frame, broken = _without_surrogates(arranged.frame)
    doc_ids, notes = make_doc_ids(_strings(frame.get("doc_id")), raw.files, raw.rows)
    notes += [Note("broken", "lone surrogates", doc_ids[place]) for place in broken]
    texts = [_as_text(value) for value in frame["text"]]
    columns = {"doc_id": doc_ids, **{name: _strings(frame[name]) for name in NAMED if name in frame}}
    dated, date_notes = _dated(frame, doc_ids, dayfirst)
    groups = duplicate_groups(texts)
    own = {name: _inferred(frame[name]) for name in frame if name not in (*columns, *dated, "text")}
    documents = table(
        "documents",
        {
            **columns,
            **dated,
            "text": texts,
            "duplicate_group": [None if g is None else doc_ids[g] for g in groups],
            **own,
        },
    )
    notes += [*date_notes, *_text_notes(doc_ids, texts, groups)]
    return documents, [*raw.notes, *arranged.notes, *_placed(notes, doc_ids, raw)]


def _strings(column: pd.Series | None) -> list[str | None] | None:
    return None if column is None else [as_written(value) for value in column]


def _as_text(value: object) -> str:
    """A cell as text, to the character; a list of paragraphs with empty lines between them."""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple, np.ndarray)):
        return "\n\n".join(map(_as_text, value))
    return as_written(value) or ""


def _without_surrogates(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """The table with every lone surrogate as U+FFFD, and the rows that had any."""
    columns, broken = {}, set()
    for name, column in frame.items():
        if column.dtype == object:
            cleaned = [without_surrogates(v) if isinstance(v, str) else (v, 0) for v in column]
            broken |= {place for place, (_, n) in enumerate(cleaned) if n}
            column = pd.Series([value for value, _ in cleaned], dtype=object)
        columns[name] = column
    return pd.DataFrame(columns), sorted(broken)


def _inferred(column: pd.Series) -> pd.Series:
    """A column of Python objects as the type that they have in common."""
    return pd.Series(column.tolist()) if column.dtype == object else column


def _dated(frame: pd.DataFrame, doc_ids: Sequence[str], dayfirst: bool | None) -> tuple[dict, list[Note]]:
    """The columns `date` and `date_precision`, and `meta_date` where dates were written otherwise."""
    if "date" not in frame:
        return {}, [Note("undated", "", doc_id) for doc_id in doc_ids]
    dates = settle_dates(frame["date"], dayfirst=dayfirst)
    if "date_precision" in frame:
        dates = coarser(dates, frame["date_precision"])
    written = [as_written(value) for value in frame["date"]]
    columns = {"date": dates.iso, "date_precision": dates.precision}
    return columns, _date_notes(dates, written, doc_ids)


def _date_notes(dates: Dates, written: Sequence[str | None], doc_ids: Sequence[str]) -> list[Note]:
    missing = [place for place, value in enumerate(written) if value is None]
    kinds = {"undated": missing, "bad-date": dates.nonsense, "ambiguous-date": dates.ambiguous}
    return [
        Note(kind, repr(written[place]), doc_ids[place]) for kind, places in kinds.items() for place in places
    ]


def _text_notes(doc_ids: Sequence[str], texts: Sequence[str], groups: Sequence[int | None]) -> list[Note]:
    notes = list(check_texts(doc_ids, texts))
    notes += [Note("language", language, doc_ids[place]) for place, language in foreign_texts(texts)]
    notes += [
        Note("duplicate", f"of {doc_ids[group]}", doc_ids[place])
        for place, group in enumerate(groups)
        if group is not None and group != place
    ]
    return [*notes, *check_corpus(texts)]


def _placed(notes: Sequence[Note], doc_ids: Sequence[str], raw: RawTable) -> list[Note]:
    """The notes on documents with file and row beside the doc_id."""
    place_of = {doc_id: place for place, doc_id in enumerate(doc_ids)}
    places = [place_of.get(note.doc_id) for note in notes]
    return [
        note if place is None else replace(note, file=raw.files[place], row=raw.rows[place])
        for note, place in zip(notes, places, strict=True)
    ]
