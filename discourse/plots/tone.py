"""Figures of tone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.plots.intervals import draw_intervals, in_order
from discourse.plots.style import GREY, axes, colours_for, columns_before, row_labels, say_nothing_found

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_tone(
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw each group's mean polarity with its interval, the warmest at the top.

    Parameters
    ----------
    table
        What `mean_tone` gave. With several grouping columns the first makes the rows, the others the dots.
    labels, colours
        What to call actors and groups by their ids, and the colours of the dots.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. The number of spans stands behind each name.

    Examples
    --------
    >>> from discourse.measures import mean_tone
    >>> tone = pd.DataFrame({"doc_id": list("abcde") * 4, "polarity": [0.5, 0.0] * 10, "subjectivity": 0.0,
    ...                      "scorer": "textblob", "of": "xi", "toward": None, "statement_id": "s"})
    >>> ax = plot_tone(mean_tone(tone), labels={"xi": "Xi Jinping"})
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Xi Jinping  (20)']
    """
    groups = columns_before(table, "n", of="mean_tone")
    if table.empty:
        return say_nothing_found(axes(ax))
    names = row_labels(table, groups[:1], labels)
    ordered = table.iloc[in_order(table, names, table["polarity"])].reset_index(drop=True)
    names = row_labels(ordered, groups[:1], labels)
    totals = ordered["n"].groupby(names).transform("sum")
    series = row_labels(ordered, groups[1:], labels)
    ax = draw_intervals(
        ordered,
        rows=names + totals.map("  ({:,})".format),
        series=series,
        value="polarity",
        colours=colours_for(sorted(set(series)), colours, labels),
        title=_title(groups),
        ax=ax,
    )
    ax.axvline(0, color=GREY, linewidth=1, zorder=0.5)
    reach = max(0.1, *(abs(limit) for limit in ax.get_xlim()))
    ax.set_xlim(-reach, reach)
    ax.set_xlabel("← more negative        mean polarity        more positive →", size=9)
    return ax


def _title(groups: list[str]) -> str:
    if "of" in groups and "toward" in groups:
        return "Tone of each actor's words toward others"
    if "toward" in groups:
        return "Tone of the sentences that name each actor"
    return "Tone of each actor's words" if "of" in groups else "Tone"
