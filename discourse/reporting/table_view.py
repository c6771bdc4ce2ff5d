"""A table of a report: escaped, captioned, with numbers as people write them, and as CSV beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from discourse.reporting.numbers import MISSING, fitting_decimals, number, percent
from discourse.reporting.views import View, captioned, is_number, slug, write_table

Cells = list[str]


def show_table(
    table: pd.DataFrame,
    *,
    caption: str,
    name: str | None = None,
    n: int = 20,
    labels: Mapping[str, str] | None = None,
) -> View:
    """Show the first `n` rows of a table with a caption; in a report the page numbers it.

    Shares (columns `share`, `…_share`, `coverage`) become per cent; `low` and `high` behind a number
    become its interval; where `too_few` is true what is missing is told to be *too few*; `pre`, `keyword`,
    `post` become lines of a concordance. In a report all rows also
    go into a CSV file beside the page, as they are (see `write_table` for the one guard).

    Parameters
    ----------
    table
        Any table; a named index becomes columns.
    caption
        What the table shows, in a sentence.
    name
        A short name for links (`#table-name`) and the CSV file; made from the caption if not given.
    n
        How many rows the page shows.
    labels
        Column headings to use instead of the columns' names.

    Examples
    --------
    >>> said = pd.DataFrame({"actor": ["Kremlin", "Kyiv"], "war": [12, 1203], "tone": [-0.25, 0.1]})
    >>> show_table(said, caption="How often each actor says war.")
    How often each actor says war.
    actor      war   tone
    Kremlin     12  −0.25
    Kyiv     1,203   0.10
    """
    flat = table if table.index.names == [None] else table.reset_index()
    name = slug(name or caption)
    address = write_table(flat, name)
    columns = _columns(flat.head(n), flat, labels or {})
    body = _html(columns)
    note = _note(len(flat), n, address)
    return View(captioned(body, caption, kind="table", name=name, note=note), f"{caption}\n{_plain(columns)}")


def aligned_text(table: pd.DataFrame) -> str:
    """Write the whole table as lines of aligned plain text, as `show_table` writes it.

    Examples
    --------
    >>> print(aligned_text(pd.DataFrame({"actor": ["Kremlin", "Kyiv"], "n": [12, 1203]})))
    actor        n
    Kremlin     12
    Kyiv     1,203
    """
    return _plain(_columns(table, table, {}))


@dataclass(frozen=True)
class _Column:
    """A column as it is shown: its heading, its kind (`num`, `pre`, `keyword`, `post` or none), its cells."""

    heading: str
    kind: str
    cells: Cells


def _columns(shown: pd.DataFrame, whole: pd.DataFrame, labels: Mapping[str, str]) -> list[_Column]:
    concordance = {"pre", "keyword", "post"} <= set(whole.columns)
    found = []
    for column in whole.columns:
        if column != "too_few" and _estimate_of_bound(whole, column) is None:
            heading = labels.get(column, str(column).replace("_", " "))
            kind = "num" if is_number(whole[column]) else ""
            kind = column if concordance and column in ("pre", "keyword", "post") else kind
            found.append(_Column(heading, kind, _cells(shown, whole, column)))
    return found


def _plain(columns: Sequence[_Column]) -> str:
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
    if column in ("share", "coverage") or column.endswith("_share"):
        return percent
    decimals = 0 if pd.api.types.is_integer_dtype(values) else fitting_decimals(values.dropna())
    return lambda value: number(value, decimals=decimals)


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_text(item) for item in value)
    if pd.isna(value):
        return MISSING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _html(columns: Sequence[_Column]) -> str:
    head = "".join(f'<th scope="col"{_class(c.kind)}>{escape(c.heading)}</th>' for c in columns)
    kinds = [column.kind for column in columns]
    rows = "".join(
        "<tr>" + "".join(_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)) + "</tr>\n"
        for row in zip(*(column.cells for column in columns), strict=True)
    )
    empty = f'<tr><td colspan="{max(1, len(columns))}">no rows</td></tr>'
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Table">'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows or empty}</tbody></table></div>"
    )


def _cell(cell: str, kind: str) -> str:
    inside = escape(cell)
    if cell == "too few":
        inside = '<span class="few">too few</span>'
    elif kind == "num" and cell.endswith("]"):
        estimate, bracket, bounds = inside.partition(" [")
        inside = f'{estimate} <span class="interval">{bracket.strip()}{bounds}</span>'
    return f"<td{_class(kind)}>{inside}</td>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _note(rows: int, n: int, address: str) -> str:
    first = f"The first {n:,} of {rows:,} rows. " if rows > n else ""
    link = f'<a href="{escape(address)}">{"All rows" if first else "Data"} as CSV</a>' if address else ""
    return (first + link).strip()
