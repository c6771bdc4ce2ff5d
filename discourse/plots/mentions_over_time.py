"""Figures of attention over time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import axes, columns_before, label_of, say_nothing_found
from discourse.plots.timelines import as_periods, draw_lines, middles

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_mentions_over_time(
    table: pd.DataFrame,
    *,
    n: int = 7,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw how often each actor is mentioned in each period, one line an actor.

    Parameters
    ----------
    table
        What `mention_counts` gave with `by` one period: `year`, `quarter`, `month`, `week` or `day`.
    n
        How many actors, the most mentioned; the title says of how many.
    labels, colours
        What to call actors by their ids, and their colours.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. A period without a mention is zero; mentions without a date are left out and
    counted in the title.

    Raises
    ------
    DiscourseError
        If the table is not by one period.

    Examples
    --------
    >>> counts = pd.DataFrame({"month": ["2022-03", "2022-05"], "actor": "nato", "n": [4, 2], "n_documents": 1})
    >>> ax = plot_mentions_over_time(counts)
    >>> ax.lines[0].get_ydata().tolist()
    [4.0, 0.0, 2.0]
    """
    columns = columns_before(table, "actor", of="mention_counts")
    if len(columns) != 1:
        raise DiscourseError("this figure shows mention_counts by one period; give by='month', say")
    dated = table[table[columns[0]].notna()]
    if dated.empty:
        return say_nothing_found(axes(ax))
    top = dated.groupby("actor")["n"].sum().sort_values(ascending=False, kind="stable").index
    counts = dated.assign(period=as_periods(dated[columns[0]])).pivot_table(
        "n", "period", "actor", aggfunc="sum"
    )
    every = pd.period_range(counts.index.min(), counts.index.max())
    counts = counts.reindex(every).fillna(0)
    at = middles(pd.Series(every)).to_numpy()
    lines = {label_of(a, labels): pd.DataFrame({"at": at, "n": counts[a].to_numpy()}) for a in top[:n]}
    title = f"Mentions by {columns[0]}" + (f", {n} of {len(top)} actors" if len(top) > n else "")
    undated = int(table["n"].sum() - dated["n"].sum())
    title += f" ({undated:,} without a date)" if undated else ""
    drawn = draw_lines(lines, value="n", title=title, colours=colours, labels=labels, ax=ax)
    drawn.set_ylim(bottom=0)
    return drawn
