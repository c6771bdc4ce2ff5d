"""A table of a report: escaped, captioned, with numbers as people write them, and as CSV beside it."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

import pandas as pd

from discourse.reporting.evidence_view import Evidence
from discourse.reporting.table_cells import ShownColumn, heading, plain_lines, shown_columns, told_columns
from discourse.reporting.views import View, captioned, slug, write_table


def show_table(
    table: pd.DataFrame,
    *,
    caption: str,
    name: str | None = None,
    n: int = 20,
    columns: Collection[str] | None = None,
    labels: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
) -> View:
    """Show the first `n` rows of a table with a caption; in a report the page numbers it.

    Shares (columns `share`, `…_share`, `coverage`) become per cent; `low` and `high` behind a number
    become its interval, `n` and `total` one column; where `too_few` is true what is missing is told to be
    *too few*; `pre`, `keyword`, `post` become lines of a concordance. In a report the whole table also goes
    into a CSV file beside the page, as it is (see `write_table` for the one guard).

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
    columns
        Which columns the page shows, in the order of the table and with their intervals; all, if none are
        given. The CSV file has all.
    labels
        Column headings to use instead of the columns' names.
    names
        What to call actors, frames and outlets by their ids; the CSV file keeps the ids.
    evidence
        What `show_evidence` gave, for the same columns: each count leads to its sentences.

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
    chosen = flat if columns is None else flat[told_columns(flat, columns)]
    shown = shown_columns(chosen.head(n), chosen, labels or {}, names or {})
    leading = "" if evidence is None else heading(evidence.counts, labels or {})
    body = _html(shown, _links(flat.head(n), evidence, leading))
    note = _note(len(flat), n, address)
    return View(
        captioned(body, caption, kind="table", name=name, note=note), f"{caption}\n{plain_lines(shown)}"
    )


def aligned_text(table: pd.DataFrame) -> str:
    """Write the whole table as lines of aligned plain text, as `show_table` writes it.

    Examples
    --------
    >>> print(aligned_text(pd.DataFrame({"actor": ["Kremlin", "Kyiv"], "n": [12, 1203]})))
    actor        n
    Kremlin     12
    Kyiv     1,203
    """
    return plain_lines(shown_columns(table, table, {}, {}))


def _links(shown: pd.DataFrame, evidence: Evidence | None, leading: str) -> dict[tuple[int, str], str]:
    """Give where the count of each row leads, by row and the heading of the counts."""
    if evidence is None or evidence.counts not in shown:
        return {}
    addresses = {row: evidence.address(values) for row, values in enumerate(shown.to_dict("records"))}
    return {(row, leading): address for row, address in addresses.items() if address}


def _html(columns: Sequence[ShownColumn], links: Mapping[tuple[int, str], str]) -> str:
    head = "".join(f'<th scope="col"{_class(c.kind)}>{escape(c.heading)}</th>' for c in columns)
    rows = "".join(
        "<tr>"
        + "".join(_cell(c.cells[row], c.kind, links.get((row, c.heading))) for c in columns)
        + "</tr>\n"
        for row in range(len(columns[0].cells) if columns else 0)
    )
    empty = f'<tr><td colspan="{max(1, len(columns))}">no rows</td></tr>'
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Table">'
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows or empty}</tbody></table></div>"
    )


def _cell(cell: str, kind: str, link: str | None) -> str:
    inside = escape(cell)
    if cell == "too few":
        inside = '<span class="few">too few</span>'
    elif kind == "num" and cell.endswith("]"):
        estimate, bracket, bounds = inside.partition(" [")
        inside = f'{estimate} <span class="interval">{bracket.strip()}{bounds}</span>'
    if link:
        inside = f'<a href="{escape(link)}">{inside}</a>'
    return f"<td{_class(kind)}>{inside}</td>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _note(rows: int, n: int, address: str) -> str:
    first = f"The first {n:,} of {rows:,} rows. " if rows > n else ""
    link = f'<a href="{escape(address)}">{"All rows" if first else "Data"} as CSV</a>' if address else ""
    return (first + link).strip()
