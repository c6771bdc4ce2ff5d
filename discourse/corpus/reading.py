"""read_corpus: from a path to a corpus."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from discourse.corpus.corpus import Corpus
from discourse.corpus.documents import make_documents
from discourse.corpus.encoding import check_encoding
from discourse.corpus.files import find_files
from discourse.corpus.formats import TABLES, TEXTS, unread
from discourse.corpus.found import Progress, RawTable
from discourse.corpus.import_report import ImportReport, Note
from discourse.corpus.tabular import read_tables, table_of
from discourse.corpus.text_files import read_texts
from discourse.corpus.wording import counted, tallied
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
        Called with the number of files done, after each file: `tqdm().update`, for example.

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
    0  text-1  2022-03-05  Mirror     The minister called it a war.
    1  text-2  2022-03-06   Times  The minister called it a crisis.
    """
    if encoding is not None:
        check_encoding(encoding)
    given = {**(columns or {}), **({} if text is None else {"text": text})}
    source = "the table" if isinstance(path, pd.DataFrame) else repr(str(path))
    raw = _raw_table(path, source, pattern=pattern, encoding=encoding, progress=progress or _nobody)
    if raw.frame.empty:
        raise ReadError(f"no text could be read from {source}: {_why_nothing(raw.notes)}")
    documents, notes = make_documents(raw, given=given, dayfirst=dayfirst)
    if not documents["text"].str.strip().any():
        raise ReadError(f"no text in {source} has any words")
    size = counted(documents["text"].str.len().sum(), "character")
    told = f"Read {counted(len(documents), 'text')} with {size} from {source}."
    return Corpus(documents, ImportReport((Note("read", told), *notes)))


def _nobody(n_files: int) -> None:
    """Tell nobody about the progress."""


def _raw_table(
    path: str | os.PathLike | pd.DataFrame,
    source: str,
    *,
    pattern: str | None,
    encoding: str | None,
    progress: Progress,
) -> RawTable:
    """Whatever the path means, as a table; files of other kinds become notes."""
    if isinstance(path, pd.DataFrame):
        if path.empty:
            raise ReadError("the table has no rows")
        return table_of(path, file="text")
    found = find_files(SAMPLE if isinstance(path, str) and path == "sample" else path)
    texts = [file for file in found.files if file.suffix.lower() in TEXTS]
    tables = [file for file in found.files if file.suffix.lower() in TABLES]
    if tables and not texts and found.is_folder:
        raise ReadError(f"{source} holds tables, not texts; read them by their own name: {_names(tables)}")
    if pattern is not None and not texts:
        raise ReadError(f"a pattern is for the names of .txt files, and there are none in {source}")
    chosen = replace(found, files=tuple(texts or tables))
    if texts:
        raw = read_texts(chosen, pattern=pattern, encoding=encoding, progress=progress)
    else:
        raw = read_tables(chosen, encoding=encoding, progress=progress)
    left = sorted(set(found.files) - set(chosen.files))
    skipped = [Note("skipped", unread(file.suffix.lower()), file=found.name(file)) for file in left]
    return replace(raw, notes=(*found.notes, *skipped, *raw.notes))


def _names(tables: Sequence[Path]) -> str:
    """The one table, or a pattern for those of the first one's kind."""
    first = tables[0]
    return repr(str(first if len(tables) == 1 else first.parent / f"*{first.suffix}"))


def _why_nothing(notes: Sequence[Note]) -> str:
    """What was there instead of texts."""
    details = [note.detail for note in notes if note.severity == "error"]
    return details[0] if len(details) == 1 else tallied(details, at_most=3)
