"""Tables that stay in their folder until they are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from discourse.annotations.folder import Folder, open_folder
from discourse.annotations.joining import knowing_all, stacked
from discourse.errors import ReadError, check_name
from discourse.tables import SCHEMA_VERSION, TABLES

ABOUT = "annotations.json"
SEGMENTS = "segments"
READING = "reading"
"""The segment of `problems` that holds what was found while the corpus was read."""


class StoredTables(Mapping[str, pd.DataFrame]):
    """The tables of a folder by name, each read when it is asked for, and then remembered.

    `segments` are the partitions of documents, in order; `rows` the number of rows of each table; `frames`
    all frames that were looked for.
    """

    def __init__(
        self, folder: Folder, segments: Sequence[str], rows: Mapping[str, int], frames: Sequence[str]
    ):
        self.folder, self.segments, self.rows, self.frames = folder, segments, rows, frames
        self._read: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        check_name(name, TABLES, what="table")
        if name not in self._read:
            whole = stacked(name, list(self.partitions(name)))
            self._read[name] = knowing_all(whole, self.frames) if name == "framings" else whole
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def n_rows(self, name: str) -> int:
        """Give the number of rows of a table, without reading it."""
        return self.rows[name]

    def partitions(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
        """Give a table piece by piece, for counting what does not fit in memory.

        Parameters
        ----------
        name
            The table.
        columns
            Only these columns are read.

        Returns
        -------
        One DataFrame for each partition of documents, in order; all rows of a document are in one piece.
        """
        check_name(name, TABLES, what="table")
        first = [READING] if name == "problems" and self.folder.has(f"problems/{READING}.parquet") else []
        for segment in [*first, *self.segments]:
            yield self.folder.read_table(name, segment, columns)


def stored_tables(path: str | Path) -> tuple[StoredTables, dict[str, str]] | None:
    """Open what `annotate(corpus, out=path)` made: the tables, and what they were made with.

    None if the folder holds no such tables.

    Raises
    ------
    ReadError
        If they are not finished, or were written with another version of the tables.
    """
    folder = open_folder(path)
    about = folder.read_json(ABOUT)
    if about is None and folder.names(SEGMENTS):
        raise ReadError(
            f"the annotations in {path} are not finished; annotate the corpus again with the same out= to go on"
        )
    if about is None or SEGMENTS not in about:
        return None
    if about.pop("schema_version", None) != SCHEMA_VERSION:
        raise ReadError(f"{path} was written by another version of discourse; annotate the corpus again")
    segments, rows, frames = (about.pop(name) for name in (SEGMENTS, "rows", "known_frames"))
    return StoredTables(folder, segments, rows, frames), about
