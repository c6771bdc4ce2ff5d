"""What a file of corrections says, row by row."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

COLUMNS = (
    "correction",
    "doc_id",
    "part",
    "speaker",
    "actor",
    "cue",
    "cue_class",
    "cue_negated",
    "kind",
    "content",
    "statement_id",
    "start",
    "end",
    "check",
)
VERBS = ("change", "remove", "add")
PIECES = " | "
"""What stands between the pieces of a content (or of a speaker's words) that do not stand side by side."""


@dataclass(frozen=True)
class Correction:
    """One row that asks for something: `change`, `remove` or `add`.

    `start`, `end` and `check` say where the statement to be changed or removed was found, and what the
    text there was; for an added one they are missing.
    """

    line: int
    verb: str
    doc_id: str
    part: str
    speaker: tuple[str, ...]
    actors: tuple[str, ...]
    cue: tuple[str, ...]
    cue_class: str
    cue_negated: bool
    kind: str
    content: tuple[str, ...]
    start: int | None
    end: int | None
    check: str


@dataclass(frozen=True)
class Corrections:
    """The rows of a file of corrections that ask for something; empty where there is no file."""

    file: str = ""
    rows: tuple[Correction, ...] = ()

    @cached_property
    def by_document(self) -> dict[str, list[Correction]]:
        """The rows of each document."""
        found: dict[str, list[Correction]] = {}
        for row in self.rows:
            found.setdefault(row.doc_id, []).append(row)
        return found

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of all that makes a difference to the tables."""
        return hashlib.sha256(repr(self.rows).encode("utf-8", "surrogatepass")).hexdigest()


def check_of(text: str, start: int, end: int) -> str:
    """Give eight characters that change when the text between two places does."""
    return hashlib.sha256(text[start:end].encode("utf-8", "surrogatepass")).hexdigest()[:8]
