"""The columns of every table, their types and their meaning, in one place.

Every table of annotations is a plain pandas DataFrame. `TABLES` says which columns it has;
`table` makes one with the right types, also where there are no rows; `require` complains
about a column that is missing.

Types: `str` (missing is NaN), `category` (strings that repeat), `int` (int64), `float` (missing
is NaN), `bool`, `spans` (lists of half-open ranges `[start, end)`), and `list` (lists of text).
Offsets are Unicode code points in the untouched text of the document's `part`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from discourse.errors import MissingColumnError

SCHEMA_VERSION = 1

PARTS = ("title", "body")
KINDS = ("direct", "indirect", "mixed")
CUE_CLASSES = ("neutral", "assert", "claim", "concede", "warn", "deny", "praise", "accuse")
USES = ("asserted", "negated", "refused")
ROUTES = ("name", "alias", "role", "metonym", "pronoun", "description", "document", "correction")
OUTLET = "outlet"
UNKNOWN = "unknown"

_DTYPES = {
    "str": "str",
    "category": "category",
    "int": "int64",
    "float": "float64",
    "bool": "bool",
    "spans": "object",
    "list": "object",
}


@dataclass(frozen=True)
class Column:
    """One column: its type (see the module's text) and what it holds."""

    type: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table: what a row is, and its columns in order."""

    row: str
    columns: Mapping[str, Column]


_PLACE = {
    "doc_id": Column("category", "the document"),
    "part": Column("category", "title or body"),
    "start": Column("int", "first code point of the span"),
    "end": Column("int", "code point behind the span"),
}
_SENTENCE_ID = {"sentence_id": Column("int", "the sentence it stands in, numbered over document and part")}
_STATEMENT_ID = {"statement_id": Column("str", "the statement it belongs to, if any")}

TABLES: Mapping[str, Table] = {
    "documents": Table(
        "a text",
        {
            "doc_id": Column("str", "the document's name, unique in the corpus"),
            "title": Column("str", "the headline"),
            "date": Column("str", "ISO 8601, as precise as is known: 2022-03-05, 2022-03 or 2022"),
            "date_precision": Column("category", "day, month or year"),
            "outlet": Column("category", "the publisher"),
            "author": Column("str", "who wrote it"),
            "speaker": Column("str", "whose words the whole text is: a speech, a statement, a post"),
            "actor": Column("category", "that speaker as an actor of the registry"),
            "text": Column("str", "the body, to the character"),
            "duplicate_group": Column("str", "the first document of a group of near-duplicates"),
        },
    ),
    "sentences": Table("a sentence", {**_PLACE, **_SENTENCE_ID}),
    "tokens": Table(
        "a word, as it is counted",
        {
            **_PLACE,
            "term": Column("category", "the word in lower case"),
            **_SENTENCE_ID,
            "voice": Column("category", "whose words it is in: an actor, outlet or unknown"),
        },
    ),
    "mentions": Table(
        "a place where a known actor is named",
        {
            **_PLACE,
            "text": Column("str", "the words"),
            "actor": Column("category", "the actor's id"),
            "route": Column("category", "how the words lead to the actor: " + ", ".join(ROUTES)),
            **_SENTENCE_ID,
        },
    ),
    "statements": Table(
        "an attribution: somebody says something",
        {
            **_PLACE,
            "statement_id": Column("str", "unique in the corpus"),
            "speaker": Column("str", "the words that name the speaker"),
            "speaker_spans": Column("spans", "where they stand"),
            "actor": Column("category", "the one actor behind them; missing if none or several"),
            "cue": Column("str", "the reporting verb or phrase"),
            "cue_spans": Column("spans", "where it stands"),
            "cue_class": Column("category", ", ".join(CUE_CLASSES)),
            "cue_negated": Column("bool", "whether the cue is negated: did not confirm"),
            "content_spans": Column("spans", "the words attributed"),
            "kind": Column("category", ", ".join(KINDS)),
            "via": Column("str", "the statement_id that it is nested in"),
            "confidence": Column("float", "0 to 1: of statements with 0.8 about 80 % are right"),
        },
    ),
    "speakers": Table(
        "a speaker of a statement",
        {
            "doc_id": Column("category", "the document"),
            "statement_id": Column("str", "the statement"),
            "text": Column("str", "the words that name the speaker"),
            "actor": Column("category", "the actor's id, if known"),
            "route": Column("category", "how the words lead to the actor"),
        },
    ),
    "framings": Table(
        "a place where a frame's word stands",
        {
            **_PLACE,
            "term": Column("category", "the term of the lexicon that matched"),
            "frame": Column("category", "the frame's id"),
            **_SENTENCE_ID,
            **_STATEMENT_ID,
            "voice": Column("category", "whose word it is: an actor, outlet or unknown"),
            "use": Column("category", ", ".join(USES)),
            "distanced_by": Column("category", "who holds the word at arm's length: outlet or an actor"),
        },
    ),
    "tone": Table(
        "a scored span",
        {
            **_PLACE,
            "polarity": Column("float", "-1 to 1"),
            "subjectivity": Column("float", "0 to 1"),
            "label": Column("category", "negative, neutral or positive, where the scorer decides"),
            "probability": Column("float", "of that label, 0 to 1"),
            "scorer": Column("category", "the scorer's name"),
            "evidence": Column("list", "the words that made the score"),
            "of": Column("category", "whose words are scored"),
            "toward": Column("category", "about whom they are scored"),
            **_STATEMENT_ID,
            "kind": Column("category", "of that statement: " + ", ".join(KINDS)),
            **_SENTENCE_ID,
        },
    ),
    "problems": Table(
        "something that could not be done",
        {
            "doc_id": Column("str", "the document, where there is one"),
            "stage": Column("category", "where it happened"),
            "reason": Column("str", "what happened, in a sentence"),
            "file": Column("str", "the file"),
            "row": Column("float", "the row or line in the file, from 1"),
        },
    ),
}


def table(name: str, columns: Mapping[str, Sequence | pd.Series] | None = None) -> pd.DataFrame:
    """Make the table `name` with its columns in order and of the declared types.

    Columns not given are missing throughout. Columns beyond the declared ones (a user's own
    metadata in `documents`) follow behind, as they are.

    Raises
    ------
    MissingColumnError
        If a column of type int or bool, which cannot be missing, is not given for a table with rows.

    Examples
    --------
    >>> table("sentences", {"doc_id": ["a"], "part": ["body"], "start": [0], "end": [5], "sentence_id": [0]})
      doc_id  part  start  end  sentence_id
    0      a  body      0    5            0
    >>> len(table("mentions"))
    0
    """
    given = dict(columns or {})
    length = len(next(iter(given.values()), ()))
    if not length and given.keys() <= TABLES[name].columns.keys():
        return _empty(name).copy()
    data = {}
    for column, spec in TABLES[name].columns.items():
        if column not in given and length and spec.type in ("int", "bool"):
            raise MissingColumnError(f"the {name} table lacks {column!r}, which cannot be missing")
        values = given.pop(column) if column in given else [None] * length
        data[column] = typed(values, spec.type)
    more = {column: _untyped(values) for column, values in given.items()}
    return _frame({**data, **more})


def _untyped(values: Sequence | pd.Series) -> pd.Series:
    """Make a column as it is given."""
    return pd.Series(values, dtype=getattr(values, "dtype", None)).reset_index(drop=True)


@cache
def _empty(name: str) -> pd.DataFrame:
    return _frame({column: typed([], spec.type) for column, spec in TABLES[name].columns.items()})


def _frame(columns: dict) -> pd.DataFrame:
    frame = pd.DataFrame(columns, copy=False)
    frame.attrs["schema_version"] = SCHEMA_VERSION
    return frame


def typed(values: Sequence | np.ndarray, type_: str) -> np.ndarray | ExtensionArray:
    """Make a column of a type; the categories of a category are text also where there are none."""
    if isinstance(values, np.ndarray) and values.dtype == _DTYPES[type_]:
        return values
    if type_ != "category":
        return pd.Series(values, dtype=_DTYPES[type_]).array
    column = values if isinstance(values, pd.Categorical) else pd.Series(values, dtype="category").array
    if column.categories.dtype == "str":
        return column
    return column.rename_categories(column.categories.astype("str"))


def require(frame: pd.DataFrame, *columns: str, of: str) -> None:
    """Raise `MissingColumnError` unless `frame`, called `of` in the message, has all `columns`.

    Examples
    --------
    >>> require(pd.DataFrame({"word": ["a"], "n": [1]}), "term", "n", of="frequency")
    Traceback (most recent call last):
    discourse.errors.MissingColumnError: the frequency table lacks 'term'; it has 'word', 'n'
    """
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        lacking = ", ".join(repr(c) for c in missing)
        have = ", ".join(repr(c) for c in frame.columns) or "no columns"
        raise MissingColumnError(f"the {of} table lacks {lacking}; it has {have}")
