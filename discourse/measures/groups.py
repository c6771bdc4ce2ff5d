"""Grouping: what may stand in `by=`, and which rows then belong together.

One convention holds for every measure. `by` names one column or several. A column of the table itself
is taken as it is; any other is looked up in `documents`, by `doc_id`. There, `year`, `quarter`, `month`,
`week` and `day` are made from `date` where the documents have no column of that name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.tables import UNKNOWN, require

PERIODS = ("day", "week", "month", "quarter", "year")


def with_metadata(table: pd.DataFrame, documents: pd.DataFrame, columns: str | Sequence[str]) -> pd.DataFrame:
    """Give `table` with columns of its documents behind its own.

    Parameters
    ----------
    table
        Any table with a `doc_id`.
    documents
        One row per document, with `doc_id` and the metadata.
    columns
        The metadata wanted: columns of `documents`, or `day`, `week`, `month`, `quarter`, `year`,
        made from `date` (missing where the date is less precise). Columns that `table` has itself
        stay as they are.

    Raises
    ------
    MissingColumnError
        If `table` or `documents` lacks `doc_id`.
    UnknownNameError
        If `documents` has no such column.
    DiscourseError
        If `documents` has a `doc_id` twice, or lacks one that `table` has.

    Examples
    --------
    >>> mentions = pd.DataFrame({"doc_id": ["a", "b"], "actor": ["xi", "xi"]})
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "outlet": ["Mirror", "Times"],
    ...                           "date": ["2022-03-05", "2022"]})
    >>> with_metadata(mentions, documents, ["outlet", "month"])
      doc_id actor  outlet    month
    0      a    xi  Mirror  2022-03
    1      b    xi   Times      NaN
    """
    require(table, "doc_id", of="given")
    require(documents, "doc_id", of="documents")
    wanted = [column for column in column_names(columns) if column not in table.columns]
    rows = _rows_of(table["doc_id"], documents["doc_id"])
    return table.assign(
        **{column: _metadata(documents, column).take(rows).set_axis(table.index) for column in wanted}
    )


def column_names(by: str | Sequence[str] | None) -> list[str]:
    """Give `by` as a list: one name, several, or none.

    Examples
    --------
    >>> column_names("outlet"), column_names(("outlet", "voice")), column_names(None)
    (['outlet'], ['outlet', 'voice'], [])
    """
    return [] if by is None else [by] if isinstance(by, str) else list(by)


def with_groups(
    table: pd.DataFrame, by: str | Sequence[str] | None, documents: pd.DataFrame | None, *, of: str
) -> pd.DataFrame:
    """Give `table`, called `of` in messages, with every column of `by`; a missing voice is unknown.

    Raises
    ------
    DiscourseError
        If a column is neither in `table` nor in `documents`.
    """
    require(table, "doc_id", of=of)
    absent = [column for column in column_names(by) if column not in table.columns]
    if absent and documents is None:
        raise DiscourseError(
            f"the {of} table has no column {absent[0]!r}; give documents= to group by metadata"
        )
    joined = with_metadata(table, documents, absent) if absent else table
    return _known_voices(joined)


def periods(dates: pd.Series, period: str) -> pd.Series:
    """Give each ISO date's `period` as text that sorts by time; missing where the date does not tell it.

    Examples
    --------
    >>> dates = pd.Series(["2022-03-05", "2022-03", "2022", None])
    >>> periods(dates, "quarter").tolist()
    ['2022-Q1', '2022-Q1', nan, nan]
    >>> periods(dates, "week").tolist()
    ['2022-W09', nan, nan, nan]
    """
    check_name(period, PERIODS, what="period")
    dates = dates.astype("str")
    if period in ("year", "month", "day"):
        length = {"year": 4, "month": 7, "day": 10}[period]
        return dates.str[:length].where(dates.str.len() >= length)
    if period == "quarter":
        quarter = (pd.to_numeric(dates.str[5:7], errors="coerce") + 2) // 3
        return (dates.str[:4] + "-Q" + quarter.astype("Int64").astype("str")).where(quarter.notna())
    days = dates.where(dates.str.len() >= 10).str[:10]
    week = pd.to_datetime(days, format="%Y-%m-%d").dt.isocalendar()
    text = week["year"].astype("str") + "-W" + week["week"].astype("str").str.zfill(2)
    return text.where(days.notna())


@dataclass(frozen=True)
class Cells:
    """Rows sorted into cells, one for each combination of values that occurs.

    `labels` has one row per cell, in order; `of_row` gives each row's cell.
    """

    labels: pd.DataFrame
    of_row: np.ndarray


def find_cells(table: pd.DataFrame, columns: Sequence[str]) -> Cells:
    """Sort the rows of `table` into cells by the values of `columns`; missing is a value like others."""
    if not columns:
        return Cells(pd.DataFrame(index=range(min(len(table), 1))), np.zeros(len(table), dtype=np.int64))
    grouped = table.groupby(list(columns), observed=True, dropna=False, sort=True)
    of_row = grouped.ngroup().to_numpy()
    first = np.unique(of_row, return_index=True)[1]
    labels = table[list(columns)].iloc[first].reset_index(drop=True)
    return Cells(labels.astype({c: "str" for c in columns if labels[c].dtype == "category"}), of_row)


def codes(values: pd.Series) -> np.ndarray:
    """Number the distinct values from 0.

    Examples
    --------
    >>> codes(pd.Series(["b", "a", "b"])).tolist()
    [0, 1, 0]
    """
    return pd.factorize(values, use_na_sentinel=False)[0].astype(np.int64)


def _rows_of(ids: pd.Series, known: pd.Series) -> np.ndarray:
    """Where each document of a table stands among the `known` ones."""
    index = pd.Index(known.astype("str"))
    if not index.is_unique:
        raise DiscourseError(f"the documents table has the doc_id {index[index.duplicated()][0]!r} twice")
    distinct, names = pd.factorize(ids)
    rows = index.get_indexer(pd.Index(names).astype("str"))
    if (rows < 0).any():
        stranger = str(names[int(np.argmax(rows < 0))])
        raise DiscourseError(f"the documents table lacks the document {stranger!r}")
    return rows[distinct]


def _metadata(documents: pd.DataFrame, column: str) -> pd.Series:
    if column not in documents.columns and column in PERIODS and "date" in documents.columns:
        return periods(documents["date"], column)
    check_name(column, documents.columns.drop("text", errors="ignore"), what="column")
    return documents[column]


def _known_voices(table: pd.DataFrame) -> pd.DataFrame:
    """Give a missing voice its name: unknown."""
    if "voice" not in table.columns or table["voice"].notna().all():
        return table
    voice = table["voice"]
    if voice.dtype == "category" and UNKNOWN not in voice.cat.categories:
        voice = voice.cat.add_categories(UNKNOWN)
    return table.assign(voice=voice.fillna(UNKNOWN))
