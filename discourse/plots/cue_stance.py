"""Figure of reporting verbs: whom an outlet doubts more than others."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.plots.intervals import draw_intervals, in_order
from discourse.plots.style import (
    GREY,
    axes,
    colours_for,
    columns_before,
    label_of,
    row_labels,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_cue_stance(
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the odds ratio of each actor with its interval, one row an actor, one colour a group.

    Parameters
    ----------
    table
        What `cue_stance` gave.
    labels, colours
        What to call actors and groups by their ids, and the colours of the groups.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes, on a logarithmic scale. Right of the line at 1 an actor is reported with such
    verbs more often than the other speakers of the same group.

    Raises
    ------
    DiscourseError
        If the table is none of `cue_stance`.

    Examples
    --------
    >>> table = pd.DataFrame({"actor": ["xi"], "total": 30, "odds_ratio": 2.0, "low": 1.1, "high": 3.6,
    ...                       "too_few": False})
    >>> plot_cue_stance(table).get_xscale()
    'log'
    """
    groups = columns_before(table, "actor", of="cue_stance")
    if table.empty:
        return say_nothing_found(axes(ax))
    names = table["actor"].map(lambda actor: label_of(actor, labels))
    ordered = table.iloc[in_order(table, names, table["odds_ratio"])].reset_index(drop=True)
    series = row_labels(ordered, groups, labels)
    ax = draw_intervals(
        ordered,
        rows=ordered["actor"].map(lambda actor: label_of(actor, labels)),
        series=series,
        value="odds_ratio",
        colours=colours_for(sorted(set(series)), colours, labels),
        title="Reported with such verbs more or less often than others: odds ratio",
        ax=ax,
    )
    ax.set_xscale("log")
    ax.xaxis.set_major_formatter("{x:g}")
    ax.axvline(1, color=GREY, linewidth=1)
    return ax
