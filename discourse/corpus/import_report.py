"""What was read and what was not: one row per finding, and a summary in whole sentences."""

import html
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property

import pandas as pd

from discourse.tables import table

EXAMPLES = 3


@dataclass(frozen=True)
class Note:
    """One finding: its kind (see `KINDS`), what was found, and where."""

    kind: str
    detail: str
    doc_id: str | None = None
    file: str | None = None
    row: int | None = None

    @property
    def where(self) -> str:
        """The document, or else the file and row."""
        if self.doc_id is not None:
            return self.doc_id
        return f"{self.file}, row {self.row}" if self.row is not None else str(self.file)


@dataclass(frozen=True)
class Kind:
    """How a kind of finding is told.

    `severity` is `note` (it was done so), `warning` (look at it) or `error` (not in the corpus).
    `one` and `many` follow a count; without them every finding's detail is a sentence of its own.
    `shows` says what follows the colon: the places (`where`), the details with their counts
    (`details`), or the first places with their details (`both`).
    """

    severity: str
    one: str = ""
    many: str = ""
    shows: str = "where"
    advice: str = ""


KINDS: Mapping[str, Kind] = {
    "read": Kind("note"),
    "guess": Kind("note"),
    "column": Kind("note"),
    "junk": Kind("note", "system file was left out", "system files were left out", "details"),
    "skipped": Kind("error", "file was not read", "files were not read", "details"),
    "unreadable": Kind("error", "text could not be read", "texts could not be read", "both"),
    "ragged": Kind(
        "warning",
        "row has too many or too few fields",
        "rows have too many or too few fields",
        "both",
        "They are kept; quote texts that contain the separator.",
    ),
    "encoding": Kind(
        "note",
        "file is not in UTF-8",
        "files are not in UTF-8",
        "details",
        "If letters look wrong, name the right one with encoding=.",
    ),
    "broken": Kind(
        "warning",
        "text has characters that cannot be read",
        "texts have characters that cannot be read",
        "both",
        "Each stands as U+FFFD, the replacement character.",
    ),
    "unmatched": Kind(
        "warning",
        "file name does not fit the pattern",
        "file names do not fit the pattern",
        advice="These documents have no metadata.",
    ),
    "renamed": Kind("warning", "doc_id was missing or taken", "doc_ids were missing or taken", "both"),
    "empty": Kind(
        "warning", "document has no text", "documents have no text", advice="They stay in the corpus."
    ),
    "short": Kind("note", "document has fewer than 20 words", "documents have fewer than 20 words"),
    "cut": Kind("warning", "text looks cut off", "texts look cut off", "both"),
    "markup": Kind(
        "warning",
        "text contains HTML",
        "texts contain HTML",
        advice="Tags and entities would be counted as words; take them out before reading.",
    ),
    "mojibake": Kind(
        "warning",
        "text was decoded wrongly before it came here",
        "texts were decoded wrongly before they came here",
        "both",
    ),
    "language": Kind(
        "warning",
        "document seems not to be in English",
        "documents seem not to be in English",
        "details",
        "Lexicons and tone are made for English only.",
    ),
    "undated": Kind("note", "document has no date", "documents have no date"),
    "bad-date": Kind("warning", "date cannot be read", "dates cannot be read", "both", "They are missing."),
    "ambiguous-date": Kind(
        "warning",
        "date may be day first or month first",
        "dates may be day first or month first",
        "both",
        "They are missing; say dayfirst=True or dayfirst=False.",
    ),
    "duplicate": Kind(
        "warning",
        "document is nearly the same as an earlier one",
        "documents are nearly the same as an earlier one",
        "both",
        "They stay in the corpus; the column duplicate_group marks them.",
    ),
    "repeated": Kind("warning"),
    "boilerplate": Kind("warning"),
}


def _rows(notes: Iterable[Note]) -> pd.DataFrame:
    """The notes as a table, with the severity of their kind in front."""
    records = [{"severity": KINDS[note.kind].severity, **asdict(note)} for note in notes]
    names = ["severity", *(f.name for f in fields(Note))]
    frame = pd.DataFrame(records, columns=names)
    types = {name: "str" for name in names if name != "row"}
    return frame.astype({**types, "row": "float64"})


def _sentence(kind: Kind, notes: list[Note]) -> str:
    """The notes of one kind in one or two sentences, or their details where those are sentences."""
    if not kind.one:
        return " ".join(note.detail for note in notes)
    claim = f"{len(notes):,} {kind.one if len(notes) == 1 else kind.many}"
    return f"{claim}: {_listing(kind.shows, notes)}. {kind.advice}".strip()


def _listing(shows: str, notes: list[Note]) -> str:
    """What follows the colon."""
    if shows == "details":
        counts = Counter(note.detail for note in notes).most_common()
        items = [f"{count:,} {detail}" for detail, count in counts]
    elif shows == "both":
        items = [f"{note.where} ({note.detail})" for note in notes]
    else:
        items = [note.where for note in notes]
    more = len(items) - EXAMPLES
    return ", ".join(items[:EXAMPLES]) + (f" and {more:,} more" if more > 0 else "")


@dataclass(frozen=True)
class ImportReport:
    """What was read, and everything about it that one should know.

    `rows` is one row per finding: `severity` (note, warning, error), `kind`, `detail`, and where
    it was found: `doc_id`, `file`, `row` (from 1), as far as they are known. Printed, it is a
    summary in whole sentences.

    Examples
    --------
    >>> report = ImportReport((Note("read", "Read 2 texts."), Note("empty", "", doc_id="b")))
    >>> print(report)
    Read 2 texts.
    Warning: 1 document has no text: b. They stay in the corpus.
    >>> report.rows[["severity", "kind", "doc_id"]]
      severity   kind doc_id
    0     note   read    NaN
    1  warning  empty      b
    """

    notes: tuple[Note, ...] = field(default=(), repr=False)

    @cached_property
    def _table(self) -> pd.DataFrame:
        return _rows(self.notes)

    @property
    def rows(self) -> pd.DataFrame:
        """One row per finding."""
        return self._table.copy()

    @property
    def sentences(self) -> list[str]:
        """One entry per kind of finding, in the order of `KINDS`."""
        told = []
        for name, kind in KINDS.items():
            notes = [note for note in self.notes if note.kind == name]
            if notes:
                told.append(_LEAD[kind.severity] + _sentence(kind, notes))
        return told

    @property
    def n_warnings(self) -> int:
        """How many kinds of finding ask to be looked at."""
        return len({note.kind for note in self.notes if KINDS[note.kind].severity != "note"})

    @property
    def guess(self) -> str | None:
        """What had to be guessed, in a sentence; None where nothing was."""
        return " ".join(note.detail for note in self.notes if note.kind == "guess") or None

    def problems(self) -> pd.DataFrame:
        """The warnings and errors as the table `problems`, with the stage `reading`."""
        rows = self._table[self._table["severity"] != "note"]
        reason = [_sentence(KINDS[n.kind], [n]) for n in self.notes if KINDS[n.kind].severity != "note"]
        columns = {name: rows[name] for name in ("doc_id", "file", "row")}
        return table("problems", {**columns, "stage": ["reading"] * len(rows), "reason": reason})

    def __str__(self) -> str:
        return "\n".join(self.sentences) or "Nothing to report."

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in self.sentences)
        return f"<ul>{items or '<li>Nothing to report.</li>'}</ul>"


_LEAD = {"note": "", "warning": "Warning: ", "error": "Not read: "}
