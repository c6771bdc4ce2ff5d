"""A table of a report: escaped, captioned, with numbers as people write them, and as CSV beside it."""

from collections.abc import Callable, Mapping
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

    Shares (columns `share` and `…_share`) become per cent; `low` and `high` behind a number become
    its interval; `pre`, `keyword`, `post` become lines of a concordance. In a report all rows also
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
      actor   war  tone
    Kremlin    12 −0.25
       Kyiv 1,203  0.10
    """
    flat = table if table.index.names == [None] else table.reset_index()
    name = slug(name or caption)
    address = write_table(flat, name)
    columns = {heading: cells for heading, cells in _columns(flat.head(n), flat)}
    headings = {column: (labels or {}).get(column, column.replace("_", " ")) for column in columns}
    body = _html(columns, headings, flat, concordance={"pre", "keyword", "post"} <= set(flat.columns))
    note = _note(len(flat), n, address)
    text = pd.DataFrame(columns).rename(columns=headings).to_string(index=False)
    return View(captioned(body, caption, kind="table", name=name, note=note), f"{caption}\n{text}")


def _columns(shown: pd.DataFrame, whole: pd.DataFrame) -> list[tuple[str, Cells]]:
    found = []
    for column in whole.columns:
        estimate = _estimate_of_bound(whole, column)
        if estimate is None:
            found.append((str(column), _cells(shown, whole, column)))
    return found


def _estimate_of_bound(table: pd.DataFrame, column: object) -> str | None:
    """The column whose interval `column` bounds, if it does."""
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
    cells = [write(value) for value in shown[column]]
    if bounds is None:
        return cells
    pairs = zip(shown[bounds[0]], shown[bounds[1]], strict=True)
    return [f"{cell} {_interval(write, *pair)}".rstrip() for cell, pair in zip(cells, pairs, strict=True)]


def _interval(write: Callable[[float], str], low: float, high: float) -> str:
    if pd.isna(low) or pd.isna(high):
        return ""
    return f"[{write(low)}, {write(high)}]".replace("\N{NO-BREAK SPACE}%", "")


def _writer(values: pd.Series, column: str) -> Callable[[float], str]:
    if column == "share" or column.endswith("_share"):
        return lambda value: MISSING if pd.isna(value) else percent(value)
    decimals = 0 if pd.api.types.is_integer_dtype(values) else fitting_decimals(values.dropna())
    return lambda value: MISSING if pd.isna(value) else number(value, decimals=decimals)


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_text(item) for item in value)
    if pd.isna(value):
        return MISSING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _html(
    columns: Mapping[str, Cells], headings: Mapping[str, str], table: pd.DataFrame, *, concordance: bool
) -> str:
    kinds = {column: "num" if is_number(table[column]) else "" for column in columns}
    if concordance:
        kinds |= {"pre": "pre", "keyword": "keyword", "post": "post"}
    head = "".join(
        f'<th scope="col"{_class(kinds[column])}>{escape(headings[column])}</th>' for column in columns
    )
    rows = "".join(
        "<tr>" + "".join(_cell(cell, kinds[c]) for c, cell in zip(columns, row, strict=True)) + "</tr>\n"
        for row in zip(*columns.values(), strict=True)
    )
    empty = f'<tr><td colspan="{max(1, len(columns))}">no rows</td></tr>'
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Table">'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows or empty}</tbody></table></div>"
    )


def _cell(cell: str, kind: str) -> str:
    return f"<td{_class(kind)}>{escape(cell)}</td>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _note(rows: int, n: int, address: str) -> str:
    first = f"The first {n:,} of {rows:,} rows. " if rows > n else ""
    link = f'<a href="{escape(address)}">{"All rows" if first else "Data"} as CSV</a>' if address else ""
    return (first + link).strip()
