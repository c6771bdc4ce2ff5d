"""One number for all tables, by which results of different engines and machines are compared."""

import hashlib
import json
from collections.abc import Mapping

import numpy as np
import pandas as pd
from pandas.util import hash_array

from discourse.tables import TABLES


def fingerprint(tables: Mapping[str, pd.DataFrame]) -> str:
    """Give the SHA-256 over the rows of all tables, in their order.

    Examples
    --------
    >>> from discourse.tables import table
    >>> empty = {name: table(name) for name in TABLES}
    >>> other = {**empty, "problems": table("problems", {"doc_id": ["a"]})}
    >>> fingerprint(empty) == fingerprint(dict(empty)), fingerprint(empty) == fingerprint(other)
    (True, False)
    """
    digest = hashlib.sha256()
    for name in TABLES:
        for column, values in tables[name].items():
            digest.update(f"{name}.{column}:{len(values)}:".encode() + _numbers(values).tobytes())
    return digest.hexdigest()


def _numbers(values: pd.Series) -> np.ndarray:
    """A number for each value; the same number for the same value, whatever type holds it."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        known = np.append(_hashed(values.cat.categories.tolist()), np.uint64(0))
        return known[values.cat.codes]
    if values.dtype.kind in "biuf":
        return values.to_numpy()
    codes, distinct = pd.factorize(pd.Series(_plain(values), dtype=object))
    return np.append(_hashed(list(distinct)), np.uint64(0))[codes]


def _plain(values: pd.Series) -> list[str | None]:
    missing = values.isna().tolist()
    return [
        None if gone else value if isinstance(value, str) else json.dumps(value, default=_listed)
        for value, gone in zip(values.tolist(), missing, strict=True)
    ]


def _listed(value: object) -> object:
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else str(value)


def _hashed(texts: list[str]) -> np.ndarray:
    return hash_array(np.array(texts, dtype=object), categorize=False) if texts else np.zeros(0, np.uint64)
