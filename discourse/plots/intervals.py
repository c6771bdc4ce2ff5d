"""Dots with intervals, one row a group: the form that most figures take."""

from collections.abc import Mapping, Sequence

import pandas as pd

from discourse.plots.style import GREY, axes, dodge, headline, name_rows, plain


def draw_intervals(
    table: pd.DataFrame,
    *,
    rows: pd.Series,
    series: pd.Series,
    value: str,
    colours: Mapping[str, str],
    title: str,
    ax,
    key: bool = True,
):
    """Draw a dot and its interval for each row of `table`; where there are too few, say so in grey.

    `rows` and `series` name each table row's row in the figure and its colour; both keep their order.
    """
    row_names, series_names = list(dict.fromkeys(rows)), list(dict.fromkeys(series))
    ax = axes(ax, rows=len(row_names) * max(1, 0.45 * len(series_names)))
    step = dict(zip(series_names, dodge(len(series_names)), strict=True))
    at = rows.map(row_names.index) + series.map(step)
    for name in series_names:
        _draw_series(ax, table[series == name], at[series == name], value, colours[name])
    silent = table["too_few"].groupby(rows, sort=False).all()
    for row in silent[silent].index:
        ax.text(
            0.01,
            row_names.index(row),
            "too few",
            color=GREY,
            size=8.5,
            va="center",
            style="italic",
            transform=ax.get_yaxis_transform(),
        )
    name_rows(ax, row_names)
    plain(ax, grid="x")
    headline(
        ax, title, {name: colours[name] for name in series_names} if key and len(series_names) > 1 else None
    )
    return ax


def _draw_series(ax, table: pd.DataFrame, at: pd.Series, value: str, colour: str) -> None:
    shown = table[value].notna()
    table, at = table[shown], at[shown]
    ax.hlines(at, table["low"], table["high"], color=colour, linewidth=1.5)
    ax.plot(table[value], at, "o", color=colour, markersize=6.5, markeredgecolor="white", markeredgewidth=0.7)


def in_order(table: pd.DataFrame, rows: pd.Series, values: pd.Series) -> Sequence[int]:
    """Give the row numbers of `table` so that the groups with the highest value come first."""
    rank = values.groupby(rows).max().fillna(-2).sort_values(ascending=False, kind="stable")
    place = rows.map({name: i for i, name in enumerate(rank.index)})
    return place.reset_index(drop=True).sort_values(kind="stable").index
