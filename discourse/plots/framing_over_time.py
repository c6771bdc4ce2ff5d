"""Figures of the choice among frames over time: shares as lines, and who came first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import (
    GREY,
    axes,
    colours_for,
    columns_before,
    headline,
    label_of,
    name_rows,
    plain,
    row_labels,
    say_nothing_found,
)
from discourse.plots.timelines import as_periods, calendar, draw_lines, middles

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_framing_over_time(
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw each frame's share among its alternatives over time, one line a frame, with its interval.

    Parameters
    ----------
    table
        What `framing_over_time` gave, of one group: with `by`, choose one first.
    labels, colours
        What to call frames by their ids, and their colours.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. Where there are too few framings the line is broken; framings without a date are
    left out and counted in the title.

    Raises
    ------
    DiscourseError
        If the table holds several groups, or is none of `framing_over_time`.

    Examples
    --------
    >>> table = pd.DataFrame({"period": ["2022-03", "2022-04"], "frame": "war", "n": 9, "total": 20,
    ...                       "share": [0.4, 0.5], "low": [0.2, 0.3], "high": [0.6, 0.7], "too_few": False})
    >>> plot_framing_over_time(table).lines[0].get_ydata().tolist()
    [0.4, 0.5]
    """
    groups = columns_before(table, "period", of="framing_over_time")
    if groups and len(table[groups].drop_duplicates()) > 1:
        raise DiscourseError(f"this figure shows one group; choose one value of {', '.join(groups)} first")
    dated = table[table["period"].notna()]
    if dated["share"].notna().sum() == 0:
        return say_nothing_found(axes(ax))
    dated = dated.assign(at=middles(as_periods(dated["period"])).to_numpy())
    lines = {label_of(frame, labels): line for frame, line in dated.groupby("frame", sort=False)}
    undated = int(table.loc[table["period"].isna(), "n"].sum())
    title = "Which word is chosen, over time" + (f" ({undated:,} without a date)" if undated else "")
    paint = colours_for([label_of(frame, labels) for frame in sorted(set(dated["frame"]))], colours, labels)
    drawn = draw_lines(lines, value="share", title=title, colours=paint, labels=labels, ax=ax)
    return _percent(drawn)


def plot_first_use(
    table: pd.DataFrame,
    *,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw when each actor first used each frame, one row an actor, the earliest at the top.

    Parameters
    ----------
    table
        What `first_use` gave.
    labels, colours
        What to call actors and frames by their ids, and the colours of the frames.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. Uses without a date are left out and counted in the title.

    Raises
    ------
    DiscourseError
        If the table is none of `first_use`.

    Examples
    --------
    >>> table = pd.DataFrame({"voice": ["xi", "macron"], "frame": "war", "date": ["2022-03-02", "2022-02-25"]})
    >>> [label.get_text() for label in plot_first_use(table).get_yticklabels()]
    ['macron', 'xi']
    """
    groups = columns_before(table, "frame", of="first_use")
    dated = table[table["date"].notna()]
    if dated.empty:
        return say_nothing_found(axes(ax))
    drawn = pd.DataFrame(
        {
            "row": row_labels(dated, groups, labels),
            "frame": dated["frame"].map(lambda frame: label_of(frame, labels)),
            "at": pd.to_datetime(dated["date"].astype("str"), format="ISO8601"),
        }
    )
    order = drawn.groupby("row")["at"].min().sort_values(kind="stable").index
    paint = colours_for([label_of(frame, labels) for frame in sorted(set(dated["frame"]))], colours, labels)
    ax = axes(ax, rows=len(order))
    for name, group in drawn.groupby("row"):
        ax.hlines(order.get_loc(name), group["at"].min(), group["at"].max(), color=GREY, linewidth=0.8)
    for frame, group in drawn.groupby("frame"):
        ax.plot(group["at"], group["row"].map(order.get_loc), "o", color=paint[frame], markersize=6.5)
    name_rows(ax, list(order))
    plain(ax, grid="x")
    calendar(ax)
    undated = len(table) - len(dated)
    title = "First use" + (f" ({undated:,} without a date)" if undated else "")
    headline(ax, title, {frame: paint[frame] for frame in sorted(set(drawn["frame"]))})
    return ax


def _percent(ax):
    from matplotlib.ticker import PercentFormatter

    ax.set_ylim(-0.02, 1.02)
    ax.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    return ax
