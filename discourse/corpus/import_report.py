"""What was read and what was not: one row per finding, and a summary in whole sentences."""

import html
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields

import pandas as pd

from discourse.corpus.kinds import KINDS, Kind
from discourse.corpus.wording import tallied
from discourse.tables import table

EXAMPLES = 3


@dataclass(frozen=True)
class Note:
    """One finding: its kind (see `KINDS`), what was found, and where as far as that is known."""

    kind: str
    detail: str = ""
    doc_id: str | None = None
    file: str | None = None
    row: int | None = None

    @property
    def where(self) -> str:
        """The document, or else the file and row."""
        if self.doc_id is not None:
            return self.doc_id
        return str(self.file) if self.row is None else f"{self.file}, row {self.row}"

    @property
    def severity(self) -> str:
        """How much it matters: note, warning or error."""
        return KINDS[self.kind].severity


@dataclass(frozen=True)
class ImportReport:
    """What was read, and everything about it that one should know.

    Printed, it is a summary in whole sentences; `rows` has every single finding.

    Examples
    --------
    >>> report = ImportReport((Note("read", "Read 2 texts."), Note("empty", doc_id="b")))
    >>> print(report)
    Read 2 texts.
    Warning: 1 document has no text: b. It stays in the corpus.
    >>> report.rows[["severity", "kind", "doc_id"]]
      severity   kind doc_id
    0     note   read    NaN
    1  warning  empty      b
    """

    notes: tuple[Note, ...] = field(default=(), repr=False)

    @property
    def rows(self) -> pd.DataFrame:
        """One row per finding, in the order they were made.

        `severity` (note: it was done so; warning: look at it; error: it is not in the corpus),
        `kind`, `detail`, and where it was found: `doc_id`, `file`, and `row`, the row or line
        from 1.
        """
        records = [{"severity": note.severity, **asdict(note)} for note in self.notes]
        names = ["severity", *(f.name for f in fields(Note))]
        types = {name: "str" for name in names if name != "row"}
        return pd.DataFrame(records, columns=names).astype({**types, "row": "float64"})

    @property
    def sentences(self) -> list[str]:
        """The summary: an entry for each kind of finding, what was read first."""
        kinds = [(kind, [n for n in self.notes if n.kind == name]) for name, kind in KINDS.items()]
        return [_summary(kind, notes) for kind, notes in kinds if notes]

    @property
    def n_warnings(self) -> int:
        """How many entries of the summary ask to be looked at."""
        return len({note.kind for note in self.notes if note.severity != "note"})

    def problems(self) -> pd.DataFrame:
        """The warnings and errors as the table `problems`, with the stage `reading`."""
        grave = [note for note in self.notes if note.severity != "note"]
        columns = {name: [getattr(note, name) for note in grave] for name in ("doc_id", "file", "row")}
        reasons = [_reason(note) for note in grave]
        return table("problems", {**columns, "stage": ["reading"] * len(grave), "reason": reasons})

    def __str__(self) -> str:
        return "\n".join(self.sentences) or "Nothing to report."

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        items = (f"<li>{html.escape(line)}</li>" for line in str(self).split("\n"))
        return f"<ul>{''.join(items)}</ul>"


_LEADS = {"note": "", "warning": "Warning: ", "error": "Not in the corpus: "}


def _summary(kind: Kind, notes: Sequence[Note]) -> str:
    """The findings of one kind in a sentence or two."""
    lead = _LEADS[kind.severity]
    if not kind.one:
        return lead + " ".join(note.detail for note in notes)
    single = len(notes) == 1
    noun = kind.one if single else kind.many
    tally = f" ({tallied(note.detail for note in notes)})" if kind.shows == "tally" else ""
    advice = kind.advice_one if single and kind.advice_one else kind.advice
    return f"{lead}{len(notes):,} {noun}{tally}: {_listing(kind, notes)}. {advice}".strip()


def _listing(kind: Kind, notes: Sequence[Note]) -> str:
    """What follows the colon."""
    if kind.shows == "counts":
        return tallied(note.detail for note in notes)
    if kind.shows == "details":
        return ", ".join(note.detail for note in notes)
    shown = [f"{n.where} ({n.detail})" if kind.shows == "both" else n.where for n in notes[:EXAMPLES]]
    more = len(notes) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def _reason(note: Note) -> str:
    """One finding as a phrase of its own."""
    return ": ".join(part for part in (KINDS[note.kind].one, note.detail) if part)
