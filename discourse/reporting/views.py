"""What a notebook shows: HTML for the page, plain text beside it, a name, and files next to the report."""

import os
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd

from discourse.errors import DiscourseError
from discourse.reporting.running import FILES_VARIABLE

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, repr=False)
class View:
    """Something to look at: as HTML where that can be shown, as plain text elsewhere."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def captioned(body: str, caption: str, *, kind: str, name: str, note: str = "") -> str:
    """Put the body into a figure with a caption above or below; the page gives it its number.

    `kind` is `table` or `figure`; `body` and `note` are HTML, the rest is text.
    """
    words = f'<figcaption><b class="number">{kind.title()}</b> <span>{escape(caption)}</span></figcaption>'
    below = f'<p class="note">{note}</p>' if note else ""
    inside = words + body + below if kind == "table" else body + words + below
    return f'<figure class="{kind}" id="{kind}-{name}">{inside}</figure>'


def slug(text: str) -> str:
    """Make a short name for ids and files, from any text.

    Examples
    --------
    >>> slug("Who says *war*, and who says crisis? All actors, 2022")
    'who-says-war-and-who-says'
    """
    words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(words[:6]) or "untitled"


def write_table(table: pd.DataFrame, name: str) -> str:
    """Write the whole table as CSV beside the report and give its address; "" where no report is made.

    A text cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@`, a tab
    or a carriage return) gets an apostrophe in front. Numbers have twelve digits: the sixteenth depends on
    the version of Python and of numpy, that add in different ways.
    """
    target = _beside(f"{name}.csv", what="tables", name=name)
    if target is None:
        return ""
    safe = table.apply(_as_written)
    safe.to_csv(target, index=False, lineterminator="\n", encoding="utf-8")
    return f"{target.parent.name}/{target.name}"


def write_places(table: pd.DataFrame, name: str) -> dict[str, str]:
    """Write a table of places as CSV and as Parquet beside the report; gives their addresses by format."""
    addresses = {"CSV": write_table(table, name)}
    target = _beside(f"{name}.parquet", what="tables", name=name)
    if target is not None:
        table.reset_index(drop=True).to_parquet(target, index=False)
        addresses["Parquet"] = f"{target.parent.name}/{target.name}"
    return {words: address for words, address in addresses.items() if address}


def write_drawing(svg: bytes, name: str) -> str:
    """Write a drawing as SVG beside the report and give its address; "" where no report is made."""
    target = _beside(f"{name}.svg", what="figures", name=name)
    if target is None:
        return ""
    target.write_bytes(svg)
    return f"{target.parent.name}/{target.name}"


def _beside(file: str, *, what: str, name: str) -> Path | None:
    """Give the place of a new file beside the report, or None where no report is made."""
    folder = os.environ.get(FILES_VARIABLE)
    if not folder:
        return None
    target = Path(folder) / file
    if target.exists():
        raise DiscourseError(f"two {what} of the report are called {name!r}; give one another name")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def is_number(column: pd.Series) -> bool:
    """Whether a column holds numbers (true and false are not)."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _as_written(column: pd.Series) -> pd.Series:
    if pd.api.types.is_float_dtype(column):
        return column.map(lambda value: float(f"{value:.12g}"), na_action="ignore")
    return column if is_number(column) else column.map(_guarded)


def _guarded(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
