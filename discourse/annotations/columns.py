"""Columns that are not yet a table of pandas.

To make a table and to take it apart again costs time whatever is in it. So what nobody has to look into before it
is put under the rows of other partitions stays columns until then (see `joining`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionArray

from discourse.tables import TABLES, table, typed

_FEW = 1000
"""Lists of so many categories at most are remembered, as they come again in each partition."""


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of categories: the code of each row in their list; -1 is missing."""

    codes: np.ndarray
    categories: pd.Index | pa.Array

    def __len__(self) -> int:
        return len(self.codes)

    def categorical(self) -> pd.Categorical:
        """Give the column as pandas has it."""
        known = self.categories
        listed = known if isinstance(known, pd.Index) else pd.Index(known, dtype="str")
        return pd.Categorical.from_codes(self.codes, categories=listed, validate=False)


Column: TypeAlias = np.ndarray | ExtensionArray | Coded
Columns: TypeAlias = Mapping[str, Column]
Given: TypeAlias = Mapping[str, Sequence | Column]
Tables: TypeAlias = Mapping[str, pd.DataFrame | Columns]
"""The tables of a partition by name, of which those that nobody has to look into are still columns."""


def coded(codes: np.ndarray, names: Sequence[str] | np.ndarray | pa.Array | pd.Index) -> Coded:
    """Make a column of categories from the codes of its values; -1 is missing.

    Examples
    --------
    >>> tabled("problems", {"stage": coded(np.array([1, -1]), ["reading", "annotating"])})["stage"].tolist()
    ['annotating', nan]
    """
    return Coded(codes.astype(np.min_scalar_type(-len(names) - 1), copy=False), _listed(names))


def _listed(names: Sequence[str] | np.ndarray | pa.Array | pd.Index) -> pd.Index | pa.Array:
    """Make a list of categories; one of few names is the very same each time."""
    if isinstance(names, pd.Index):
        return names
    if len(names) > _FEW:
        return pa.array(names, pa.large_string())
    return _remembered(tuple(names.to_pylist() if isinstance(names, pa.Array) else names))


@lru_cache(maxsize=100)
def _remembered(names: tuple[str, ...]) -> pd.Index:
    return pd.Index(names, dtype="str")


def columns(name: str, given: Given) -> Columns:
    """Give the columns of the table `name` in order and of the declared types; all must be given.

    Examples
    --------
    >>> found = columns("sentences", {"doc_id": ["a"], "part": ["body"], "start": [0], "end": [5], "sentence_id": [0]})
    >>> list(found), n_rows(found)
    (['doc_id', 'part', 'start', 'end', 'sentence_id'], 1)
    """
    return {column: _typed(given[column], spec.type) for column, spec in TABLES[name].columns.items()}


def _typed(values: Sequence | Column, type_: str) -> Column:
    return values if isinstance(values, Coded) else _column(typed(values, type_))


def columns_of(found: pd.DataFrame | Columns) -> Columns:
    """Give the columns of what may be a table."""
    if not isinstance(found, pd.DataFrame):
        return found
    return {name: _column(values.array) for name, values in found.items()}


def _column(values: np.ndarray | ExtensionArray) -> Column:
    """Take a column out of pandas."""
    if isinstance(values, pd.Categorical):
        return Coded(values.codes, values.categories)
    return np.asarray(values) if isinstance(values.dtype, np.dtype) else values


def n_rows(found: pd.DataFrame | Columns) -> int:
    """Say how many rows a table or some columns have."""
    return len(found) if isinstance(found, pd.DataFrame) else len(next(iter(found.values()), ()))


def tabled(name: str, given: Given) -> pd.DataFrame:
    """Make the table `name` of its columns."""
    return table(
        name,
        {column: one.categorical() if isinstance(one, Coded) else one for column, one in given.items()},
    )
