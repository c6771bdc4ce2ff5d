"""Lines over time, with the names at their ends."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import axes, colours_for, headline, plain

_FREQUENCY = {4: "Y", 10: "D", "Q": "Q", "W": "W-SUN", 7: "M"}


def as_periods(names: pd.Series) -> pd.Series:
    """Give the periods that names such as 2022, 2022-Q1, 2022-03, 2022-W09 or 2022-03-05 stand for.

    Examples
    --------
    >>> as_periods(pd.Series(["2022-Q1", "2022-Q3"])).tolist()
    [Period('2022Q1', 'Q-DEC'), Period('2022Q3', 'Q-DEC')]
    """
    names = names.astype("str")
    if names.empty:
        return names
    kind = names.iloc[0][5:6] if names.iloc[0][5:6] in ("Q", "W") else len(names.iloc[0])
    if kind not in _FREQUENCY:
        raise DiscourseError(f"{names.iloc[0]!r} is no day, week, month, quarter or year")
    if kind == "W":
        days = pd.to_datetime(names + "-1", format="%G-W%V-%u")
        return days.dt.to_period(_FREQUENCY[kind])
    return pd.Series(pd.PeriodIndex(names.str.replace("-Q", "Q"), freq=_FREQUENCY[kind]), index=names.index)


def middles(periods: pd.Series) -> pd.Series:
    """Give the moment in the middle of each period."""
    start, end = periods.dt.start_time, periods.dt.end_time
    return start + (end - start) / 2


def draw_lines(
    lines: Mapping[str, pd.DataFrame],
    *,
    value: str,
    title: str,
    colours: Mapping[str, str] | None,
    labels: Mapping[str, str] | None,
    ax,
):
    """Draw one line per name; each table has `at`, the value, and perhaps `low` and `high`."""
    ax = axes(ax)
    paint = colours_for(lines, colours, labels)
    for name, line in lines.items():
        ax.plot(line["at"], line[value], "-o", color=paint[name], linewidth=1.8, markersize=3.5)
        if "low" in line.columns:
            ax.fill_between(line["at"], line["low"], line["high"], color=paint[name], alpha=0.15, linewidth=0)
    plain(ax, grid="y")
    calendar(ax)
    _name_ends(ax, lines, value, paint)
    headline(ax, title)
    return ax


def calendar(ax) -> None:
    """Mark the horizontal axis with few and short dates."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=3, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))


def _name_ends(ax, lines: Mapping[str, pd.DataFrame], value: str, paint: Mapping[str, str]) -> None:
    """Write each name behind the end of its line, moved apart where they would lie on each other."""
    ends = {
        name: line[line[value].notna()].iloc[-1] for name, line in lines.items() if line[value].notna().any()
    }
    names = sorted(ends, key=lambda name: ends[name][value])
    low, high = ax.get_ylim()
    heights = spread_out([ends[name][value] for name in names], gap=(high - low) / 17)
    right = max(end["at"] for end in ends.values()) if ends else None
    for name, height in zip(names, heights, strict=True):
        ax.annotate(
            name,
            (right, height),
            xytext=(7, 0),
            textcoords="offset points",
            color=paint[name],
            size=9,
            weight="bold",
            va="center",
            annotation_clip=False,
        )


def spread_out(heights: Sequence[float], *, gap: float) -> list[float]:
    """Move sorted heights apart until neighbours are `gap` apart, around where they were.

    Examples
    --------
    >>> spread_out([1.0, 1.0, 5.0], gap=1.0)
    [0.5, 1.5, 5.0]
    """
    groups: list[tuple[float, int]] = []
    for height in heights:
        middle, size = height, 1
        while groups and middle - (size - 1) * gap / 2 < groups[-1][0] + (groups[-1][1] - 1) * gap / 2 + gap:
            other, others = groups.pop()
            middle, size = (middle * size + other * others) / (size + others), size + others
        groups.append((middle, size))
    return [float(m + gap * (i - (k - 1) / 2)) for m, k in groups for i in np.arange(k)]
