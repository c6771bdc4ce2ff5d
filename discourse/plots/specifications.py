"""The specification curve: one claim, counted in every defensible way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import (
    GREY,
    INK,
    PALE,
    PALETTE,
    WIDTH_INCHES,
    axes,
    columns_before,
    headline,
    label_of,
    plain,
    say_nothing_found,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CLAIM = ["by", "frame", "more", "less"]
_CURVE_INCHES, _CHOICE_INCHES = 2.6, 0.21
_MANY = 60  # columns, from which on their lines are thin


def plot_specification_curve(
    table: pd.DataFrame, *, labels: Mapping[str, str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw the difference that a claim is about under each specification, the smallest first.

    Parameters
    ----------
    table
        What `specification_curve` or `tone_specification_curve` gave, of one claim.
    labels
        What to call voices and frames by their ids.
    ax
        Where to draw; new axes if none are given. The choices are drawn below it.

    Returns
    -------
    The matplotlib Axes of the curve. Blue: the interval lies above zero; grey: it does not, and the claim
    is not carried. Below, the strokes of a column say how it was counted. Ways with too few framings are
    counted in the title and not drawn.

    Raises
    ------
    DiscourseError
        If the table holds several claims.

    Examples
    --------
    >>> table = pd.DataFrame({"by": "voice", "frame": "war", "more": "nato", "less": "xi", "lexicon": ["a", "b"],
    ...     "total_more": 30, "total_less": 30, "difference": [0.4, 0.2], "low": [0.2, -0.1],
    ...     "high": [0.6, 0.5], "carried": [True, False], "too_few": False})
    >>> plot_specification_curve(table).get_ylabel()
    'difference'
    """
    choices = [
        name for name in columns_before(table, "total_more", of="specification_curve") if name not in _CLAIM
    ]
    if len(table[_CLAIM].drop_duplicates()) > 1:
        raise DiscourseError("a specification curve shows one claim; select the rows of one")
    ordered = table[~table["too_few"]].sort_values("difference", kind="stable").reset_index(drop=True)
    if ordered.empty:
        return say_nothing_found(axes(ax))
    options = _options(ordered, choices)
    ax = _room(len(options)) if ax is None else ax
    _draw_curve(ax, ordered)
    frame, more, less = (label_of(ordered[name].iloc[0], labels) for name in _CLAIM[1:])
    count = f"carried by {int(table['carried'].sum())} of {len(table)} ways of counting"
    headline(ax, f"“{frame}”: {more} more than {less},\n{count}")
    room = _CHOICE_INCHES * (len(options) + 0.5) / _CURVE_INCHES
    _draw_choices(ax.inset_axes((0, -room, 1, room - 0.04), sharex=ax), ordered, options)
    return ax


def _room(rows: int):
    """Make axes with room below for the choices; the layout that other figures use knows no such room."""
    from matplotlib import pyplot

    height = _CURVE_INCHES + _CHOICE_INCHES * rows
    figure, ax = pyplot.subplots(figsize=(WIDTH_INCHES, height))
    figure.subplots_adjust(
        top=1 - 0.6 / height, bottom=_CHOICE_INCHES * (rows + 1) / height, left=0.3, right=0.99
    )
    return ax


def _draw_curve(ax, ordered: pd.DataFrame) -> None:
    thin = len(ordered) > _MANY
    for carried, colour in ((True, PALETTE[0]), (False, GREY)):
        rows = ordered[ordered["carried"] == carried]
        ax.plot(
            *_strokes(rows.index, rows["low"], rows["high"]),
            color=colour,
            lw=0.9 if thin else 1.5,
            alpha=0.5,
        )
        ax.plot(rows.index, rows["difference"], "o", color=colour, markersize=2.2 if thin else 4.5)
    ax.axhline(0, color=INK, linewidth=0.8)
    ax.set_ylabel("difference", size=9)
    plain(ax, grid="y")
    ax.tick_params(axis="x", labelbottom=False)


def _strokes(at: pd.Index, low: pd.Series | float, high: pd.Series | float) -> tuple[np.ndarray, np.ndarray]:
    """Give upright strokes as one broken line, which takes a tenth of the room of as many lines."""
    gaps = np.full(len(at), np.nan)
    ends = [np.broadcast_to(np.asarray(end, dtype=float), len(at)) for end in (low, high)]
    return np.repeat(np.asarray(at, dtype=float), 3), np.stack([*ends, gaps], axis=1).ravel()


def _options(ordered: pd.DataFrame, choices: list[str]) -> list[tuple[str, str]]:
    """Give every choice with every value that it takes; choices that are always the same are left out."""
    values = {name: list(dict.fromkeys(ordered[name].sort_values())) for name in choices}
    return [(name, value) for name, taken in values.items() if len(taken) > 1 for value in taken]


def _draw_choices(below, ordered: pd.DataFrame, options: list[tuple[str, str]]) -> None:
    for row, (name, value) in enumerate(options):
        chosen = ordered.index[ordered[name] == value]
        below.axhline(row, color=PALE, linewidth=0.7)
        below.plot(*_strokes(chosen, row - 0.3, row + 0.3), color=INK, linewidth=1.2)
        if row and options[row - 1][0] != name:
            below.axhline(row - 0.5, color=GREY, linewidth=0.5)
    below.set_yticks(range(len(options)), [f"{name}: {value}" for name, value in options])
    below.set_ylim(len(options) - 0.5, -0.5)
    below.spines[:].set_visible(False)
    below.tick_params(length=0, colors=INK, labelsize=8.5, labelbottom=False)
