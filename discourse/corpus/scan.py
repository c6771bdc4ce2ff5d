"""A corpus that is larger than memory: Parquet files that are read piece by piece."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from discourse.corpus.columns import arrange_columns
from discourse.corpus.dates import may_be_either, settle_dates
from discourse.corpus.import_report import ImportReport
from discourse.errors import ReadError
from discourse.tables import table

if TYPE_CHECKING:
    from pyarrow.dataset import Dataset

_ROWS = 2_000
_CHECKED = 1_000


@dataclass(frozen=True)
class CorpusScan:
    """Where a corpus of Parquet files stands, and what its columns mean. `frames` reads it.

    `import_report` says what the columns were taken for. What `read_corpus` looks for in the texts
    (duplicates, other languages, exports of databases) is not looked for here.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> pd.DataFrame({"doc_id": ["a"], "text": ["It is a war."]}).to_parquet(f"{folder}/1.parquet")
    >>> corpus = scan_corpus(folder)
    >>> [len(documents) for documents in corpus.frames()]
    [1]
    """

    path: str
    columns: Mapping[str, str | None]
    dayfirst: bool | None
    import_report: ImportReport = field(default_factory=ImportReport, compare=False)

    def frames(self) -> Iterator[pd.DataFrame]:
        """Read the documents some thousand at a time, as rows of the table `documents`.

        Raises
        ------
        ReadError
            If a file is not sound, a document has no `doc_id`, or a date may be read in two ways.
        """
        for batch in _dataset(self.path).to_batches(
            batch_size=_ROWS, batch_readahead=1, fragment_readahead=1
        ):
            if len(batch):
                yield _documents(batch.to_pandas(), self.columns, self.dayfirst)

    def __len__(self) -> int:
        return _dataset(self.path).count_rows()

    def __repr__(self) -> str:
        return f"CorpusScan({len(self):,} documents in {self.path!r})"


def scan_corpus(
    path: str | os.PathLike,
    *,
    text: str | None = None,
    columns: Mapping[str, str | None] | None = None,
    dayfirst: bool | None = None,
) -> CorpusScan:
    """Open a corpus that does not fit in memory, for `annotate(corpus, out=...)`.

    Parameters
    ----------
    path
        A Parquet file or a folder of them, on this machine or at a URL that Arrow reads
        (`s3://…`, `gs://…`, or, with fsspec, `fsspec+https://…`). One row is a text; a column must name
        each (`doc_id`), and no two have the same name.
    text, columns
        Which of your columns is which of ours, as in `read_corpus`.
    dayfirst
        Whether 02/03/2022 is 2 March. It must be said if there are such dates.

    Raises
    ------
    ReadError
        If there are no Parquet files, no text or no `doc_id`.
    UnknownNameError
        If a column is named that is not there.

    Examples
    --------
    >>> import tempfile
    >>> file = f"{tempfile.mkdtemp()}/articles.parquet"
    >>> pd.DataFrame({"id": ["a", "b"], "text": ["It is a war.", "It is a crisis."]}).to_parquet(file)
    >>> corpus = scan_corpus(file, columns={"doc_id": "id"})
    >>> len(corpus), next(corpus.frames())["doc_id"].tolist()
    (2, ['a', 'b'])
    """
    given = {**(columns or {}), **({} if text is None else {"text": text})}
    first = _dataset(str(path)).head(_CHECKED).to_pandas()
    if first.empty:
        raise ReadError(f"{str(path)!r} has no rows")
    arranged, notes = arrange_columns(first, given=given)
    if "doc_id" not in arranged:
        raise ReadError(f"{str(path)!r} has no column that names its texts; say columns={{'doc_id': '…'}}")
    return CorpusScan(str(path), given, dayfirst, ImportReport(tuple(notes)))


def _dataset(path: str) -> "Dataset":
    from pyarrow import dataset, fs

    try:
        system, place = fs.FileSystem.from_uri(path) if "://" in path else (None, path)
        return dataset.dataset(place, filesystem=system, format="parquet")
    except (OSError, ValueError, ImportError, pa.ArrowInvalid) as error:
        raise ReadError(f"{path!r} holds no Parquet files that can be read: {error}") from None


def _documents(frame: pd.DataFrame, given: Mapping[str, str | None], dayfirst: bool | None) -> pd.DataFrame:
    frame, _ = arrange_columns(frame, given=given)
    if frame["doc_id"].isna().any():
        raise ReadError("a document has no doc_id")
    texts = frame["text"].where(frame["text"].notna(), "")
    return table(
        "documents",
        {**frame, **_dates(frame, dayfirst), "doc_id": frame["doc_id"].astype("str"), "text": texts},
    )


def _dates(frame: pd.DataFrame, dayfirst: bool | None) -> dict[str, Sequence[str | None]]:
    if "date" not in frame:
        return {}
    column = frame["date"].astype(object)
    odd = next((day for day in column if isinstance(day, str) and may_be_either(day)), None)
    if odd and dayfirst is None:
        raise ReadError(f"the date {odd!r} may be read in two ways; say dayfirst=True or dayfirst=False")
    dates = settle_dates(column, dayfirst=dayfirst)
    return {"date": dates.iso, "date_precision": dates.precision}
