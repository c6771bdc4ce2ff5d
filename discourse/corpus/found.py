"""What reading a file gives before anyone knows what its columns mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from discourse.corpus.import_report import Note


@dataclass(frozen=True)
class RawTable:
    """A table as it stood in its file: the user's columns, and for every row its file and place."""

    frame: pd.DataFrame
    files: Sequence[str]
    rows: Sequence[int | None]
    notes: tuple[Note, ...] = ()


def joined(tables: Iterable[RawTable]) -> RawTable:
    """Several tables, one under the other; a column that one lacks is missing there."""
    tables = list(tables)
    if len(tables) == 1:
        return tables[0]
    return RawTable(
        pd.concat([t.frame for t in tables], ignore_index=True),
        [file for t in tables for file in t.files],
        [row for t in tables for row in t.rows],
        tuple(note for t in tables for note in t.notes),
    )
