"""The columns of a table as a report shows them: headings, numbers as people write them, intervals, names."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from discourse.reporting.numbers import MISSING, fitting_decimals, number, p_value, percent
from discourse.reporting.views import is_number

Cells = list[str]
_HEADINGS = {"doc_id": "document", "n_documents": "documents", "lowest": "bounds"}
_OF = {"n": "total", "n_documents": "total_documents"}  # a count and the whole it is part of: one column
_BOUNDS = {"sampling_low": "polarity", "sampling_high": "polarity"}
_NAMED = ("voice", "actor", "of", "toward", "frame", "distanced_by", "outlet", "speaker", "more", "less")
_LONG = 60  # characters of a cell that wants a wide column


@dataclass(frozen=True)
class ShownColumn:
    """A column as it is shown: its heading, its cells, its kind.

    The kind is `num`, `long`, `pre`, `keyword`, `post` or none.
    """

    heading: str
    kind: str
    cells: Cells


def shown_columns(
    shown: pd.DataFrame, whole: pd.DataFrame, labels: Mapping[str, str], names: Mapping[str, str]
) -> list[ShownColumn]:
    """Give the columns of the rows that are `shown`; what suits a column is told from the `whole` table.

    `labels` are headings by column; `names` are what to call actors, frames and outlets by their ids.
    """
    found = []
    for column in whole.columns:
        if not _stands_elsewhere(whole, column):
            cells = _cells(shown, whole, column)
            if column in _NAMED:
                cells = [names.get(cell, cell) for cell in cells]
            found.append(ShownColumn(heading(column, labels), _kind(whole, column, cells), cells))
    return found


def told_columns(table: pd.DataFrame, columns: Collection[str]) -> list[str]:
    """Give those columns, and the others whose numbers are told in their cells, in the table's order."""
    found = []
    for column in table.columns:
        wholes = [of for part, of in _OF.items() if part in columns]
        told = (column, _estimate_of_bound(table, column))
        if column == "too_few" or column in wholes or any(name in columns for name in told):
            found.append(column)
    return found


def _stands_elsewhere(whole: pd.DataFrame, column: object) -> bool:
    """Whether a column is told in the cells of another one, or tells nothing that another does not."""
    names = set(whole.columns)
    if column == "too_few" or _estimate_of_bound(whole, column) is not None:
        return True
    if column == "highest" and "lowest" in names:
        return True
    if column == "lowest" and {"highest", "share"} <= names:
        return bool((whole["lowest"].eq(whole["highest"]) | whole["lowest"].isna()).all())
    return any(column == of and part in names for part, of in _OF.items())


def heading(column: str, labels: Mapping[str, str]) -> str:
    """Give what stands above a column: its label, or its name in words."""
    return labels.get(column, _HEADINGS.get(str(column), str(column).replace("_", " ")))


def _kind(whole: pd.DataFrame, column: str, cells: Cells) -> str:
    if {"pre", "keyword", "post"} <= set(whole.columns) and column in ("pre", "keyword", "post"):
        return column
    if is_number(whole[column]):
        return "num"
    return "long" if any(len(cell) > _LONG for cell in cells) else ""


def plain_lines(columns: Sequence[ShownColumn]) -> str:
    """Aligned text: words to the left, numbers and what stands before a keyword to the right."""
    padded = []
    for column in columns:
        cells = [" ".join(cell.split()) for cell in (column.heading, *column.cells)]
        width = max(len(cell) for cell in cells)
        right = column.kind in ("num", "pre")
        padded.append([cell.rjust(width) if right else cell.ljust(width) for cell in cells])
    return "\n".join("  ".join(row).rstrip() for row in zip(*padded, strict=True))


def _estimate_of_bound(table: pd.DataFrame, column: object) -> str | None:
    """Give the column whose interval `column` bounds, if it does."""
    names = [str(c) for c in table.columns]
    text = str(column)
    if _BOUNDS.get(text) in names:
        return _BOUNDS[text]
    for bound in ("low", "high"):
        if text.endswith(f"_{bound}") and text.removesuffix(f"_{bound}") in names:
            return text.removesuffix(f"_{bound}")
    if text in ("low", "high") and {"low", "high"} <= set(names):
        before = names[: min(names.index("low"), names.index("high"))]
        numeric = [c for c in before if is_number(table[c])]
        return numeric[-1] if numeric else None
    return None


def _bounds(table: pd.DataFrame, column: object) -> tuple[str, str] | None:
    bounds = [str(c) for c in table.columns if _estimate_of_bound(table, c) == str(column)]
    lows = [c for c in bounds if c.endswith("low")]
    highs = [c for c in bounds if c.endswith("high")]
    return (lows[0], highs[0]) if lows and highs else None


def _cells(shown: pd.DataFrame, whole: pd.DataFrame, column: str) -> Cells:
    if not is_number(whole[column]):
        return [_text(value) for value in shown[column]]
    write = _writer(whole[column], str(column))
    bounds = _bounds(whole, column)
    missing = _words_for_missing(shown)
    cells = [said if pd.isna(v) else write(v) for v, said in zip(shown[column], missing, strict=True)]
    if column == "lowest" and "highest" in whole:
        return [
            cell if pd.isna(v) else f"{cell}–{write(v)}".replace("\N{NO-BREAK SPACE}%–", "–")
            for cell, v in zip(cells, shown["highest"], strict=True)
        ]
    if _OF.get(column) in whole:
        return [f"{cell} of {write(v)}" for cell, v in zip(cells, shown[_OF[column]], strict=True)]
    if bounds is None:
        return cells
    pairs = zip(shown[bounds[0]], shown[bounds[1]], strict=True)
    return [f"{cell} {_interval(write, *pair)}".rstrip() for cell, pair in zip(cells, pairs, strict=True)]


def _words_for_missing(shown: pd.DataFrame) -> Cells:
    if "too_few" not in shown:
        return [MISSING] * len(shown)
    return ["too few" if few else MISSING for few in shown["too_few"]]


def _interval(write: Callable[[float], str], low: float, high: float) -> str:
    if pd.isna(low) or pd.isna(high):
        return ""
    return f"[{write(low)}, {write(high)}]".replace("\N{NO-BREAK SPACE}%", "")


def _writer(values: pd.Series, column: str) -> Callable[[float], str]:
    if column in ("share", "coverage", "lowest", "highest") or column.endswith("_share"):
        return percent
    if column == "p" or column.startswith("p_"):
        return p_value
    decimals = 0 if pd.api.types.is_integer_dtype(values) else fitting_decimals(values.dropna())
    return lambda value: number(value, decimals=decimals)


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_text(item) for item in value) or MISSING
    if pd.isna(value) or value == "":
        return MISSING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
