"""Which column is the text, which the outlet, and what becomes of the others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from discourse.corpus.import_report import Note
from discourse.errors import ReadError, check_name
from discourse.tables import TABLES

# Names that a column may have, the surest first, in lower case with underscores.
NAMES: Mapping[str, tuple[str, ...]] = {
    "doc_id": ("doc_id", "docid", "document_id", "article_id", "text_id", "id", "uid", "uuid", "identifier"),
    "title": ("title", "headline", "head_line", "heading", "titel", "titre", "titulo"),
    "date": (
        *("date", "published", "publish_date", "published_date", "publication_date", "date_published"),
        *("published_at", "publishedat", "pub_date", "pubdate", "publishdate", "created_at", "createdat"),
        *("datetime", "timestamp", "seendate", "datum", "fecha", "year"),
    ),
    "date_precision": ("date_precision",),
    "outlet": (
        *("outlet", "source", "source_name", "publication", "newspaper", "paper", "publisher", "media_name"),
        *("medium", "media", "news_source", "outlet_name", "site_name", "domain", "website", "zeitung"),
    ),
    "author": ("author", "authors", "byline", "author_name", "writer", "journalist", "reporter", "creator"),
    "speaker": ("speaker", "speaker_name", "orator"),
    "text": (
        *("text", "body", "content", "article", "full_text", "fulltext", "article_text", "body_text"),
        *("bodytext", "text_content", "main_text", "maintext", "article_body", "articlebody", "story"),
        *("transcript", "speech", "statement", "message", "tweet", "post_text", "volltext", "texte", "texto"),
    ),
}
RESERVED = {column for name, spec in TABLES.items() if name != "problems" for column in spec.columns}
KEPT_TOO = ("year",)
INDEX = re.compile(r"Unnamed: \d+|index|level_0|__index_level_0__")
LONG = 100


@dataclass(frozen=True)
class Arranged:
    """A table whose columns bear the names of the table `documents`; and what was done for it."""

    frame: pd.DataFrame
    notes: tuple[Note, ...]


def arrange_columns(frame: pd.DataFrame, *, given: Mapping[str, str | None]) -> Arranged:
    """Give the columns the names of the table `documents`, by `given` or else by their names.

    `given` maps our name to the user's column, or to None for "there is none". A column with
    a name that the tables use for something else becomes `meta_<name>`; a column that only
    counts the rows is left out. Both are noted.

    Raises
    ------
    UnknownNameError
        If `given` names a column that is not there, or something that has no column.
    ReadError
        If no column looks like the text.
    """
    for role, column in given.items():
        check_name(role, NAMES, what="column of documents")
        if column is not None:
            check_name(column, frame.columns, what=f"{role} column")
    counters = [name for name in frame.columns if _only_counts(frame, name, given)]
    frame = frame.drop(columns=counters)
    roles = _roles(frame, given)
    notes = [_left_out(name) for name in counters]
    notes += _guesses(frame, {role: name for role, name in roles.items() if role not in given})
    kept = {name: frame[name] for name in frame.columns if name not in roles.values() or name in KEPT_TOO}
    renamed = {name: _free(name, frame.columns) for name in kept if name in RESERVED}
    notes += [_moved(name, new) for name, new in renamed.items()]
    columns = {role: frame[name] for role, name in roles.items()}
    others = {renamed.get(name, name): column for name, column in kept.items()}
    return Arranged(pd.DataFrame({**columns, **others}), tuple(notes))


def _roles(frame: pd.DataFrame, given: Mapping[str, str | None]) -> dict[str, str]:
    """Our name → the user's column."""
    roles = {role: column for role, column in given.items() if column is not None}
    for role in NAMES:
        if role not in given:
            candidates = [name for name in _named_like(frame, role) if name not in roles.values()]
            if candidates:
                roles[role] = candidates[0]
    if "text" not in roles:
        roles["text"] = _longest(frame, roles)
    return roles


def _named_like(frame: pd.DataFrame, role: str) -> list[str]:
    """The columns with a name that fits the role, the surest first."""
    plain = {name: _plain(name) for name in frame.columns}
    order = NAMES[role]
    fitting = [name for name in frame.columns if plain[name] in order]
    nested = [
        name for name in frame.columns if name not in fitting and _plain(name.split(".")[-1]) in order[:3]
    ]
    return sorted(fitting, key=lambda name: order.index(plain[name])) + nested


def _plain(name: str) -> str:
    return re.sub(r"\W+", "_", name.strip().lower()).strip("_")


def _longest(frame: pd.DataFrame, roles: Mapping[str, str]) -> str:
    """The column with the longest texts, if they are long enough to be any."""
    lengths = {
        name: frame[name].map(lambda value: len(value) if isinstance(value, str) else 0).mean()
        for name in frame.columns
        if name not in roles.values()
    }
    best = max(lengths, key=lengths.get, default=None)
    if best is None or lengths[best] < LONG:
        names = ", ".join(repr(name) for name in frame.columns)
        raise ReadError(f"no column looks like the text; the columns are {names}. Say text='…'")
    return best


def _only_counts(frame: pd.DataFrame, name: str, given: Mapping[str, str | None]) -> bool:
    """Whether this is a row index that was saved along: 0, 1, 2 … or 1, 2, 3 …"""
    if name in given.values() or not INDEX.fullmatch(name):
        return False
    values = frame[name]
    return pd.api.types.is_integer_dtype(values) and values.is_monotonic_increasing and values.is_unique


def _guesses(frame: pd.DataFrame, roles: Mapping[str, str]) -> list[Note]:
    """Say aloud which columns were taken for something that they do not call themselves."""
    guessed = [f"{role} from {name!r}" for role, name in roles.items() if name != role]
    notes = []
    if guessed:
        say = (
            "columns={'outlet': 'Zeitung'}"
            if "text" in roles and roles["text"] == "text"
            else "text='…' or columns={'outlet': '…'}"
        )
        notes.append(
            Note("guess", f"Guessed from the columns' names: {', '.join(guessed)}; {say} says otherwise.")
        )
    rivals = (
        [name for name in _named_like(frame, "text") if name not in roles.values()] if "text" in roles else []
    )
    if rivals:
        notes.append(
            Note("guess", f"The text could also be {' or '.join(map(repr, rivals))}; text='…' says so.")
        )
    return notes


def _left_out(name: str) -> Note:
    return Note("column", f"The column {name!r} only counts the rows and is left out.")


def _moved(name: str, new: str) -> Note:
    return Note("column", f"The column {name!r} is kept as {new!r}, because the tables use its name.")


def _free(name: str, taken: pd.Index) -> str:
    """`meta_<name>`, with as many `meta_` as it takes."""
    new = f"meta_{name}"
    return _free(new, taken) if new in taken else new
