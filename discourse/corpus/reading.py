"""read_corpus: from files to a corpus."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from discourse.corpus.corpus import Corpus
from discourse.corpus.documents import make_documents
from discourse.corpus.files import Found, find_files
from discourse.corpus.formats import TABLES, TEXTS, kinds_found, unread
from discourse.corpus.found import RawTable, joined
from discourse.corpus.import_report import ImportReport, Note
from discourse.corpus.tabular import read_table, table_of
from discourse.corpus.text_files import read_texts
from discourse.errors import ReadError

SAMPLE = Path(__file__).parent / "data" / "sample" / "dispatches.csv"


def read_corpus(
    path: str | os.PathLike | pd.DataFrame,
    *,
    text: str | None = None,
    columns: Mapping[str, str | None] | None = None,
    pattern: str | None = None,
    encoding: str | None = None,
    dayfirst: bool | None = None,
    progress: Callable[[Iterable[Path]], Iterable[Path]] | None = None,
) -> Corpus:
    """Read texts, with whatever is known about them, into a corpus.

    Parameters
    ----------
    path
        A folder of `.txt` files (with its subfolders), one `.txt` file, a table (`.csv`, `.tsv`,
        `.jsonl`, `.json`, `.parquet`, `.xlsx`) with one row per text, a pattern such as
        `"articles/*.csv"`, a DataFrame, or `"sample"` for the sample that comes with the package.
    text
        The column that holds the text, where its name does not tell.
    columns
        Which of your columns is which of ours: `{"outlet": "Zeitung", "date": "Datum"}`. Ours are
        `doc_id`, `title`, `date`, `outlet`, `author`, `speaker` and `text`; None for "there is none".
        What is not given is guessed from the names, and the import report says so. A `speaker`
        means that the whole text is that person's words: a speech, a statement, a post.
    pattern
        Metadata in file names: a regular expression with named groups, which is searched in the
        name without its ending, or else in the path below the folder. The groups become columns.
    encoding
        The encoding of the files, where it is not found out rightly.
    dayfirst
        Whether 02/03/2022 is 2 March, where the corpus does not tell.
    progress
        A function such as `tqdm` that is put around the list of files.

    Raises
    ------
    ReadError
        If there is no such file, its format is not read, or no text could be read from it.
    UnknownNameError
        If a column is named that is not there.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "Mirror_2022-03-05.txt").write_text("It is a war.", encoding="utf-8")
    >>> _ = (folder / "Times_2022-03-06.txt").write_text("It is a crisis.", encoding="utf-8")
    >>> corpus = read_corpus(folder, pattern="(?P<outlet>.+)_(?P<date>.+)")
    >>> corpus
    Corpus(2 documents, 2 outlets, 2022-03-05 to 2022-03-06)
    >>> corpus.documents[["doc_id", "outlet", "text"]]
                  doc_id  outlet             text
    0  Mirror_2022-03-05  Mirror     It is a war.
    1   Times_2022-03-06   Times  It is a crisis.
    """
    given = {**(columns or {}), **({} if text is None else {"text": text})}
    raw, what = _found(path, pattern=pattern, encoding=encoding, progress=progress)
    if not len(raw.frame):
        raise ReadError(f"no text could be read from {what}. {ImportReport(raw.notes)}".replace("\n", " "))
    documents, notes = make_documents(raw, given=given, dayfirst=dayfirst)
    if not documents["text"].str.strip().any():
        raise ReadError(f"none of the {len(documents):,} texts from {what} has any words")
    n_characters = documents["text"].str.len().sum()
    read = Note("read", f"Read {len(documents):,} texts with {n_characters:,} characters from {what}.")
    return Corpus(documents, ImportReport((read, *notes)))


def _found(path, *, pattern, encoding, progress) -> tuple[RawTable, str]:
    """The table that the path means, and what to call it."""
    if isinstance(path, pd.DataFrame):
        return table_of(path, "table"), "the table"
    found = find_files(SAMPLE if path == "sample" else path)
    texts = [file for file in found.files if file.suffix.lower() in TEXTS]
    tables = [file for file in found.files if file.suffix.lower() in TABLES]
    what = repr(str(path))
    if texts:
        return _with(read_texts(found, pattern=pattern, encoding=encoding, progress=progress), found), what
    if tables and not Path(path).expanduser().is_dir():
        return _with(
            joined(read_table(file, name=found.name(file), encoding=encoding) for file in tables), found
        ), what
    if len(found.files) == 1 and not tables:
        raise ReadError(f"{what} is {unread(found.files[0].suffix.lower())}")
    hint = f"; read {str(tables[0])!r} by its own name" if tables else ""
    raise ReadError(f"{what} holds no .txt files but {kinds_found(found.files)}{hint}")


def _with(raw: RawTable, found: Found) -> RawTable:
    return RawTable(raw.frame, raw.files, raw.rows, (*found.notes, *raw.notes))
