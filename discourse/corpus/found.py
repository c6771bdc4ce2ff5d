"""What reading files gives before anyone asks what the columns mean."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from discourse.corpus.import_report import Note

# Called with the number of files done.
Progress = Callable[[int], object]


@dataclass(frozen=True)
class RawTable:
    """A table as it stood in its files: the user's columns, for every row its file and place, notes."""

    frame: pd.DataFrame
    files: Sequence[str]
    rows: Sequence[int | None]
    notes: tuple[Note, ...] = ()


EMPTY = RawTable(pd.DataFrame(), (), ())


def stacked(tables: Iterable[RawTable]) -> RawTable:
    """Several tables, one under the other; a column that one lacks is missing there.

    A column `file` is added, unless they have one.
    """
    tables = list(tables)
    files = [file for t in tables for file in t.files]
    frame = pd.concat([t.frame for t in tables], ignore_index=True)
    return RawTable(
        frame if "file" in frame else frame.assign(file=files),
        files,
        [row for t in tables for row in t.rows],
        tuple(note for t in tables for note in t.notes),
    )
