"""Figures of actors: how prominent they are."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from discourse.errors import check_name
from discourse.plots.intervals import draw_intervals, in_order
from discourse.plots.style import axes, colours_for, columns_before, label_of, row_labels, say_nothing_found

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLES = {
    "mentions": "Who is mentioned: share of all mentions",
    "statements": "Who is quoted: share of all statements",
    "words": "Who gets to speak: share of quoted words",
}


def plot_prominence(
    table: pd.DataFrame,
    *,
    unit: str = "mentions",
    n: int = 20,
    labels: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw each actor's share with its interval, one row an actor, the most prominent at the top.

    Parameters
    ----------
    table
        What `prominence` gave; with groups, such as outlets, each is a dot in the row.
    unit
        Which shares: of `mentions`, `statements` or `words`.
    n
        How many actors; the title says of how many.
    labels, colours
        What to call actors and groups by their ids, and the colours of the groups.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes.

    Raises
    ------
    UnknownNameError
        If there is no such unit.

    Examples
    --------
    >>> from discourse.measures import prominence
    >>> mentions = pd.DataFrame({"doc_id": list("abcde") * 4, "actor": ["nato", "nato", "nato", "xi"] * 5})
    >>> ax = plot_prominence(prominence(mentions), labels={"nato": "NATO", "xi": "Xi Jinping"})
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['NATO', 'Xi Jinping']
    """
    groups = columns_before(table, "unit", of="prominence")
    check_name(unit, list(_TITLES), what="unit")
    shares = table[table["unit"] == unit].reset_index(drop=True)
    if shares.empty:
        return say_nothing_found(axes(ax))
    top = shares.groupby("actor")["n"].sum().sort_values(ascending=False, kind="stable").index
    shares = shares[shares["actor"].isin(top[:n])].reset_index(drop=True)
    actors = shares["actor"].map(lambda name: label_of(name, labels))
    shares = shares.iloc[in_order(shares, actors, shares["n"])].reset_index(drop=True)
    series = row_labels(shares, groups, labels)
    few = f" ({n} of {len(top)} actors)" if len(top) > n else ""
    drawn = draw_intervals(
        shares,
        rows=shares["actor"].map(lambda name: label_of(name, labels)),
        series=series,
        value="share",
        colours=colours_for(sorted(set(series)), colours, labels),
        title=_TITLES[unit] + few,
        ax=ax,
    )
    return _in_percent(drawn)


def _in_percent(ax):
    from matplotlib.ticker import PercentFormatter

    ax.xaxis.set_major_formatter(PercentFormatter(1, symbol="\N{NO-BREAK SPACE}%"))
    ax.set_xlim(left=0)
    return ax
