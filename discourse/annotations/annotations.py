"""All that was found in a corpus: the tables, and what they were made with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import pandas as pd

from discourse.errors import ReadError
from discourse.tables import SCHEMA_VERSION, TABLES, table

_ABOUT = "annotations.json"


@dataclass(frozen=True)
class Annotations:
    """The tables of a corpus, each a DataFrame by its name, such as `annotations.statements`.

    `about` says what they were made with: the fingerprints of corpus and lexicons, and the scorer.

    Examples
    --------
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(3)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> list(found.tables)[:4]
    ['documents', 'sentences', 'tokens', 'mentions']
    >>> found.statements["kind"].cat.categories.tolist()
    ['direct', 'indirect', 'mixed']
    """

    documents: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    mentions: pd.DataFrame
    statements: pd.DataFrame
    speakers: pd.DataFrame
    framings: pd.DataFrame
    tone: pd.DataFrame
    problems: pd.DataFrame
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables by name, in the order of the design."""
        return {name: getattr(self, name) for name in TABLES}

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
            (folder / _ABOUT).write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        except OSError as error:
            raise ReadError(f"cannot write the annotations to {folder}: {error.strerror}") from error
        return folder

    def __repr__(self) -> str:
        return (
            f"Annotations({len(self.documents):,} documents, {len(self.mentions):,} mentions, "
            f"{len(self.statements):,} statements, {len(self.framings):,} framings, "
            f"{len(self.problems):,} problems)"
        )

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{name}</th><td>{len(frame):,}</td><td>{escape(TABLES[name].row)}</td></tr>"
            for name, frame in self.tables.items()
        )
        return f"<table><tr><th>table</th><th>rows</th><th>one row is</th></tr>{rows}</table>"


def read_annotations(folder: str | Path) -> Annotations:
    """Read what `Annotations.write` wrote.

    Raises
    ------
    ReadError
        If the folder or one of its tables is missing, or was written with another version of the tables.

    Examples
    --------
    >>> read_annotations("nowhere")
    Traceback (most recent call last):
    discourse.errors.ReadError: nowhere holds no annotations: there is no annotations.json in it
    >>> import tempfile
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus = read_corpus("sample").head(3)
    >>> found = annotate(corpus, actors=read_actors("world-politics"), frames=read_frames("ukraine"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     again = read_annotations(found.write(folder))
    >>> again.statements.equals(found.statements)
    True
    """
    folder = Path(folder)
    if not (folder / _ABOUT).is_file():
        raise ReadError(f"{folder} holds no annotations: there is no {_ABOUT} in it")
    about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    if about.pop("schema_version", None) != SCHEMA_VERSION:
        raise ReadError(f"{folder} was written by another version of discourse; annotate the corpus again")
    return Annotations(**{name: _read_table(folder, name) for name in TABLES}, about=about)


def _read_table(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise ReadError(f"{folder} lacks the table {path.name}")
    frame = pd.read_parquet(path)
    spans = [column for column, spec in TABLES[name].columns.items() if spec.type == "spans"]
    for column in spans:
        frame[column] = [[[int(start), int(end)] for start, end in value] for value in frame[column]]
    return table(name, {column: frame[column] for column in frame.columns})
