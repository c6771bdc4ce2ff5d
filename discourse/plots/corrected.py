"""Figure of what hand labels make of the machine's numbers."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.plots.intervals import draw_intervals
from discourse.plots.style import GREY, INK, PALETTE, axes, columns_before, row_labels, say_nothing_found

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_corrected(
    table: pd.DataFrame, *, labels: Mapping[str, str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw the machine's shares or means as hollow dots, and the corrected ones with their intervals.

    Parameters
    ----------
    table
        What `corrected_shares` or `corrected_tone` gave.
    labels
        What to call actors and values by their ids.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. The number of hand labels stands behind each name. As long as nobody has coded, the
    figure says so.

    Examples
    --------
    >>> from discourse.measures import corrected_tone
    >>> tone = pd.DataFrame({"doc_id": list("abcdef"), "part": "body", "start": 0, "end": 3, "toward": "xi",
    ...                      "polarity": 0.2})
    >>> ax = plot_corrected(corrected_tone(None, tone), labels={"xi": "Xi Jinping"})
    >>> [label.get_text() for label in ax.get_yticklabels()], ax.texts[-1].get_text()
    (['Xi Jinping  (0)'], 'not yet coded by hand')
    """
    groups = columns_before(table, "n", of="corrected_tone")
    if table.empty:
        return say_nothing_found(axes(ax))
    table = table.reset_index(drop=True)
    names = row_labels(table, groups, labels) + table["n_labels"].map("  ({:,})".format)
    ax = draw_intervals(
        table,
        rows=names,
        series=pd.Series("corrected", index=table.index),
        value="corrected",
        colours={"corrected": PALETTE[0]},
        title="Corrected by hand labels (filled), and as the machine found it (hollow)",
        ax=ax,
    )
    order = list(dict.fromkeys(names))
    ax.plot(
        table["raw"], names.map(order.index), "o", markerfacecolor="white", markeredgecolor=INK, markersize=6
    )
    ax.set_xlim(-1.02 if (table["raw"] < 0).any() else 0, 1.02)
    if not table["n_labels"].any():
        ax.text(
            0.8,
            0.5,
            "not yet coded by hand",
            transform=ax.transAxes,
            ha="center",
            va="center",
            size=13,
            color=GREY,
            style="italic",
        )
    return ax
