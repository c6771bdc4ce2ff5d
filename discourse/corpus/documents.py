"""From a table as it was found to the table `documents`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from discourse.corpus.checks import check_corpus, check_texts
from discourse.corpus.columns import arrange_columns, free_name
from discourse.corpus.dates import Dates, as_written, coarser, may_be_either, settle_dates
from discourse.corpus.duplicates import duplicate_groups
from discourse.corpus.encoding import without_surrogates
from discourse.corpus.found import RawTable
from discourse.corpus.identifiers import make_doc_ids
from discourse.corpus.import_report import Note
from discourse.corpus.language import foreign_texts
from discourse.tables import table

_NAMES = ("outlet", "author", "speaker")


def make_documents(
    raw: RawTable, *, given: Mapping[str, str | None], dayfirst: bool | None
) -> tuple[pd.DataFrame, list[Note]]:
    """The table `documents`, the user's own columns behind ours, and what was found on the way.

    Raises
    ------
    UnknownNameError, ReadError
        As `arrange_columns` does.
    """
    arranged, column_notes = arrange_columns(raw.frame, given=given)
    frame, broken = _without_surrogates(arranged)
    ours: dict[str, Sequence] = {name: _strings(frame.pop(name)) for name in _NAMES if name in frame}
    speaker_notes = _speaker_notes(ours.get("speaker", []))
    if "title" in frame:
        ours["title"] = _exact(frame.pop("title"))
    doc_ids, id_notes = make_doc_ids(_exact(frame.pop("doc_id")) if "doc_id" in frame else None, raw.files)
    texts = [_as_text(cell) for cell in frame.pop("text")]
    dates, date_notes = _dates(frame, doc_ids, dayfirst)
    groups = duplicate_groups(texts)
    ours |= {"doc_id": doc_ids, "text": texts, "date": dates.iso, "date_precision": dates.precision}
    ours["duplicate_group"] = [None if group is None else doc_ids[group] for group in groups]
    own = {str(name): _inferred(column) for name, column in frame.items()}
    broken_notes = [Note("broken", "lone surrogates", doc_ids[place]) for place in broken]
    notes = [*speaker_notes, *id_notes, *broken_notes, *date_notes, *_text_notes(doc_ids, texts, groups)]
    return table("documents", {**ours, **own}), [*raw.notes, *column_notes, *_placed(notes, doc_ids, raw)]


def _without_surrogates(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """The table with every lone surrogate as U+FFFD, and the rows that had any."""
    columns, broken = {}, set()
    for name, column in frame.items():
        if column.dtype == object:
            cells = [without_surrogates(cell) if isinstance(cell, str) else (cell, 0) for cell in column]
            broken |= {place for place, (_, n) in enumerate(cells) if n}
            column = pd.Series([cell for cell, _ in cells], dtype=object)
        columns[name] = column
    return pd.DataFrame(columns), sorted(broken)


def _strings(column: pd.Series) -> list[str | None]:
    """The cells as names: without white space at the ends."""
    return [as_written(cell) for cell in column]


def _exact(column: pd.Series) -> list[str | None]:
    """The cells as text, to the character; those without any are missing."""
    return [text if text.strip() else None for text in map(_as_text, column)]


def _as_text(cell: object) -> str:
    """A cell as text, to the character; a list of paragraphs with an empty line between them."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (list, tuple, np.ndarray)):
        return "\n\n".join(map(_as_text, cell))
    return as_written(cell) or ""


def _inferred(column: pd.Series) -> pd.Series:
    """A column of Python objects as the type that they have in common."""
    return pd.Series(column.tolist()) if column.dtype == object else column


def _speaker_notes(speakers: Sequence[str | None]) -> list[Note]:
    """Say aloud what a speaker means, since it decides whose words are counted."""
    n_speeches = len(speakers) - speakers.count(None)
    told = (
        f"In {n_speeches:,} of {len(speakers):,} documents the whole text counts as its speaker's own words"
    )
    return [Note("speaker", f"{told}; say columns={{'speaker': None}} if it is not.")] if n_speeches else []


def _dates(frame: pd.DataFrame, doc_ids: Sequence[str], dayfirst: bool | None) -> tuple[Dates, list[Note]]:
    """Settle the dates and take them out of the frame; where that loses something, `meta_date` keeps it."""
    column = frame.pop("date") if "date" in frame else pd.Series([None] * len(frame), dtype=object)
    dates = settle_dates(column, dayfirst=dayfirst)
    if "date_precision" in frame:
        dates = coarser(dates, frame.pop("date_precision"))
    written = _strings(column)
    notes = _date_notes(dates, written, doc_ids)
    if any(date != text for date, text in zip(dates.iso, written, strict=True)):
        name = free_name("date", frame.columns)
        frame[name] = column
        notes.append(Note("column", f"The dates as they were written are kept as {name!r}."))
    return dates, notes


def _date_notes(dates: Dates, written: Sequence[str | None], doc_ids: Sequence[str]) -> list[Note]:
    notes = [Note("undated", "", doc_ids[place]) for place, text in enumerate(written) if text is None]
    notes += [Note("bad-date", repr(written[place]), doc_ids[place]) for place in dates.nonsense]
    notes += [Note("ambiguous-date", repr(written[place]), doc_ids[place]) for place in dates.ambiguous]
    either = next((text for text in written if text and may_be_either(text)), None)
    if dates.evidence and either:
        order = "day" if dates.dayfirst else "month"
        told = f"Dates such as {either!r} have the {order} first, because {dates.evidence!r} has."
        notes.append(Note("date-order", f"{told} Say dayfirst={not dates.dayfirst} if that is wrong."))
    return notes


def _text_notes(doc_ids: Sequence[str], texts: Sequence[str], groups: Sequence[int | None]) -> list[Note]:
    return [
        *check_texts(doc_ids, texts),
        *(Note("language", language, doc_ids[place]) for place, language in foreign_texts(texts)),
        *(
            Note("duplicate", f"like {doc_ids[group]}", doc_ids[place])
            for place, group in enumerate(groups)
            if group not in (None, place)
        ),
        *check_corpus(texts),
    ]


def _placed(notes: Sequence[Note], doc_ids: Sequence[str], raw: RawTable) -> list[Note]:
    """The notes on documents with the file and row where the document stands."""
    place_of = {doc_id: place for place, doc_id in enumerate(doc_ids)}
    return [
        note
        if note.doc_id is None
        else replace(note, file=raw.files[place_of[note.doc_id]], row=raw.rows[place_of[note.doc_id]])
        for note in notes
    ]
