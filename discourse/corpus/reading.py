"""read_corpus: from a path to a corpus."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from discourse.corpus.corpus import Corpus
from discourse.corpus.documents import make_documents
from discourse.corpus.files import Found, find_files
from discourse.corpus.formats import TABLES, TEXTS, kinds_found, unread
from discourse.corpus.found import Progress, RawTable
from discourse.corpus.import_report import ImportReport, Note
from discourse.corpus.tabular import read_tables, table_of
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
    progress: Progress | None = None,
) -> Corpus:
    """Read texts, with what is known about each, into a corpus.

    Nothing is dropped in silence: `corpus.import_report` tells what was read, guessed, skipped
    and found odd.

    Parameters
    ----------
    path
        A folder of `.txt` files (with its subfolders), a `.txt` file, a table with one row per
        text (`.csv`, `.tsv`, `.jsonl`, `.json`, `.parquet`, `.xlsx`, or a DataFrame), a pattern
        such as `"articles/*.csv"`, or `"sample"` for the dispatches that come with the package.
    text
        The column with the texts, where its name does not tell.
    columns
        Which of your columns is which of ours: `{"outlet": "Zeitung", "date": "Datum"}`. Ours are
        `doc_id`, `title`, `date`, `outlet`, `author`, `speaker` and `text`; None means that there
        is none. The others are guessed from their names. A `speaker` makes the whole text that
        person's words: a speech, a statement, a post.
    pattern
        Metadata in the names of `.txt` files: a regular expression with named groups, searched in
        the name without its ending, or else in the path below the folder. Groups become columns.
    encoding
        The encoding of the files, where it is not found out rightly.
    dayfirst
        Whether 02/03/2022 is 2 March, where no other date of the corpus tells.
    progress
        A function such as `tqdm` to put around the list of files.

    Raises
    ------
    ReadError
        If there is no such file, its format is not read, or no text could be read from it.
    UnknownNameError
        If a column is named that is not there.

    Examples
    --------
    >>> articles = pd.DataFrame({
    ...     "body": ["The minister called it a war.", "The minister called it a crisis."],
    ...     "source": ["Mirror", "Times"],
    ...     "published": ["5 March 2022", "6 March 2022"],
    ... })
    >>> corpus = read_corpus(articles)
    >>> corpus
    Corpus(2 documents, 2 outlets, 2022-03-05 to 2022-03-06; text from 'body')
    >>> corpus.documents[["doc_id", "date", "outlet", "text"]]
          doc_id        date  outlet                              text
    0  article-1  2022-03-05  Mirror     The minister called it a war.
    1  article-2  2022-03-06   Times  The minister called it a crisis.
    """
    given = {**(columns or {}), **({} if text is None else {"text": text})}
    raw = _raw_table(path, pattern=pattern, encoding=encoding, progress=progress)
    source = "the table" if isinstance(path, pd.DataFrame) else repr(str(path))
    if raw.frame.empty:
        raise ReadError(f"no text could be read from {source}: {' '.join(ImportReport(raw.notes).sentences)}")
    documents, notes = make_documents(raw, given=given, dayfirst=dayfirst)
    lengths = documents["text"].str.len()
    if not documents["text"].str.strip().any():
        raise ReadError(
            f"{source} has no words in any text, only {lengths.sum():,} characters of white space"
        )
    told = f"Read {len(documents):,} text{'s'[: len(documents) > 1]} with {lengths.sum():,} characters from {source}."
    return Corpus(documents, ImportReport((Note("read", told), *notes)))


def _raw_table(
    path: str | os.PathLike | pd.DataFrame,
    *,
    pattern: str | None,
    encoding: str | None,
    progress: Progress | None,
) -> RawTable:
    """Whatever the path means, as a table."""
    if isinstance(path, pd.DataFrame):
        return table_of(path, file="article")
    found = find_files(SAMPLE if path == "sample" else path)
    endings = {file.suffix.lower() for file in found.files}
    if endings.intersection(TEXTS):
        raw = read_texts(found, pattern=pattern, encoding=encoding, progress=progress)
    elif endings <= set(TABLES) and not found.is_folder:
        raw = read_tables(found, encoding=encoding, progress=progress)
    else:
        raise ReadError(f"{str(path)!r} {_why_nothing(found)}")
    return replace(raw, notes=(*found.notes, *raw.notes))


def _why_nothing(found: Found) -> str:
    """Why there is nothing to read, and what to do."""
    tables = [file for file in found.files if file.suffix.lower() in TABLES]
    conversion = unread(found.files[0].suffix.lower())
    if not found.is_folder and len(found.files) == 1:
        return f"is of a kind that is not read: {conversion}"
    hint = f"read {str(tables[0])!r} by its own name" if tables else conversion
    return f"holds no .txt files but {kinds_found(found.files)}; {hint}"
