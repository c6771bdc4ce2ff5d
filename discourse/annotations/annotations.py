"""All that was found in a corpus: the tables, and what they were made with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pandas as pd

from discourse.annotations.fingerprint import fingerprint
from discourse.annotations.stored import ABOUT, StoredTables, stored_tables
from discourse.errors import ReadError
from discourse.tables import SCHEMA_VERSION, TABLES, table


@dataclass(frozen=True, eq=False, repr=False)
class Annotations:
    """The tables of a corpus, each a DataFrame by its name, such as `annotations.statements`.

    `tables` has them all by name, in the order of the design. `about` says what they were made with: the
    fingerprints of corpus and lexicons, and the scorer. Tables that `annotate(corpus, out=...)` made are
    read from their folder when they are asked for.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(1)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> list(found.tables)[:4], len(found.documents)
    (['documents', 'sentences', 'tokens', 'mentions'], 1)
    """

    tables: Mapping[str, pd.DataFrame]
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def documents(self) -> pd.DataFrame:
        """One row per text."""
        return self.tables["documents"]

    @property
    def sentences(self) -> pd.DataFrame:
        """One row per sentence."""
        return self.tables["sentences"]

    @property
    def tokens(self) -> pd.DataFrame:
        """One row per word."""
        return self.tables["tokens"]

    @property
    def mentions(self) -> pd.DataFrame:
        """One row per place where a known actor is named."""
        return self.tables["mentions"]

    @property
    def statements(self) -> pd.DataFrame:
        """One row per statement: who says what."""
        return self.tables["statements"]

    @property
    def speakers(self) -> pd.DataFrame:
        """One row per speaker of a statement."""
        return self.tables["speakers"]

    @property
    def framings(self) -> pd.DataFrame:
        """One row per place where a frame's word stands."""
        return self.tables["framings"]

    @property
    def tone(self) -> pd.DataFrame:
        """One row per scored span."""
        return self.tables["tone"]

    @property
    def problems(self) -> pd.DataFrame:
        """One row per thing that could not be done."""
        return self.tables["problems"]

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all tables: the same for every engine and any number of workers."""
        return fingerprint(self.tables)

    def n_rows(self, name: str) -> int:
        """Give the number of rows of a table, without reading it where it is stored."""
        return self.tables.n_rows(name) if isinstance(self.tables, StoredTables) else len(self.tables[name])

    def write(self, folder: str | Path) -> Path:
        """Write each table as a Parquet file into `folder`, and `annotations.json` with what they were made with.

        Raises
        ------
        ReadError
            If the folder cannot be written.
        """
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, frame in self.tables.items():
                frame.to_parquet(folder / f"{name}.parquet", index=False)
            about = {"schema_version": SCHEMA_VERSION, **self.about}
            (folder / ABOUT).write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        except OSError as error:
            raise ReadError(f"cannot write the annotations to {folder}: {error.strerror}") from error
        return folder

    def __repr__(self) -> str:
        counts = (f"{self.n_rows(name):,} {name}" for name in _SHOWN)
        return f"Annotations({', '.join(counts)})"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{name}</th><td>{self.n_rows(name):,}</td><td>{escape(TABLES[name].row)}</td></tr>"
            for name in TABLES
        )
        return f"<table><tr><th>table</th><th>rows</th><th>one row is</th></tr>{rows}</table>"


_SHOWN = ("documents", "mentions", "statements", "framings", "problems")


def read_annotations(folder: str | Path) -> Annotations:
    """Read what `Annotations.write` wrote, or open what `annotate(corpus, out=folder)` made.

    Of the latter each table is read when it is asked for.

    Raises
    ------
    ReadError
        If the folder or one of its tables is missing, is not finished, or was written with another version
        of the tables.

    Examples
    --------
    >>> import tempfile
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus, folder = read_corpus("sample").head(2), tempfile.mkdtemp()
    >>> lexicons = {"actors": read_actors("world-politics"), "frames": read_frames("ukraine")}
    >>> found = annotate(corpus, **lexicons, out=folder)
    >>> read_annotations(folder).fingerprint == annotate(corpus, **lexicons).fingerprint
    True
    """
    stored = stored_tables(folder)
    if stored is not None:
        return Annotations(*stored)
    folder = Path(folder)
    if not (folder / ABOUT).is_file():
        raise ReadError(f"{folder} holds no annotations: there is no {ABOUT} in it")
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    if about.pop("schema_version", None) != SCHEMA_VERSION:
        raise ReadError(f"{folder} was written by another version of discourse; annotate the corpus again")
    return Annotations({name: _read_table(folder, name) for name in TABLES}, about=about)


def _read_table(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise ReadError(f"{folder} lacks the table {path.name}")
    frame = pd.read_parquet(path)
    spans = [column for column, spec in TABLES[name].columns.items() if spec.type == "spans"]
    for column in spans:
        frame[column] = [[[int(start), int(end)] for start, end in value] for value in frame[column]]
    return table(name, {column: frame[column] for column in frame.columns})
