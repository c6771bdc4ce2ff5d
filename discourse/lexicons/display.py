"""How a lexicon shows itself in a notebook."""

from html import escape

import pandas as pd

_SHOWN = 30


def entries_as_html(title: str, table: pd.DataFrame) -> str:
    """Give a table of entries as HTML, the first few of many, all text escaped."""
    rows = table.head(_SHOWN).to_html(index=False, na_rep="", escape=True, border=0)
    more = (
        f"<p>{len(table) - _SHOWN:,} more rows are in <code>.table</code></p>" if len(table) > _SHOWN else ""
    )
    return f"<p>{escape(title)}</p>{rows}{more}"
