"""The look of all figures: few lines, colours that everybody can tell apart, words beside what they name."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from discourse.errors import DiscourseError
from discourse.tables import OUTLET, UNKNOWN

# After Okabe & Ito (2008), Color universal design; without yellow, which is lost on white.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7B4B2A", "#5E4FA2", "#A6761D")
INK, GREY, PALE = "#222222", "#8A8A8A", "#DDDDDD"
DOT = "●"
_FIXED = {OUTLET: "#444444", UNKNOWN: "#B0B0B0"}
_KEY_LENGTH = 44
ROW_INCHES, MIN_INCHES, WIDTH_INCHES = 0.36, 1.9, 7.0


def actor_colours(names: Iterable[str]) -> dict[str, str]:
    """Give each name a colour, by order; make it once and hand it to every figure.

    The outlet's voice and an unknown voice are grey. After nine names the colours begin again.

    Examples
    --------
    >>> actor_colours(["xi", "outlet", "putin"])
    {'xi': '#0072B2', 'outlet': '#444444', 'putin': '#D55E00'}
    """
    distinct = list(dict.fromkeys(str(name) for name in names))
    free = [name for name in distinct if name not in _FIXED]
    given = {name: PALETTE[i % len(PALETTE)] for i, name in enumerate(free)} | _FIXED
    return {name: given[name] for name in distinct}


def colours_for(
    names: Iterable[str], colours: Mapping[str, str] | None, labels: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Give the colours asked for, by label, and others to labels that have none."""
    asked = {label_of(name, labels): colour for name, colour in (colours or {}).items()}
    grey = {label_of(name, labels): colour for name, colour in _FIXED.items()}
    return actor_colours([*asked, *names]) | grey | asked


def label_of(name: object, labels: Mapping[str, str] | None) -> str:
    """Give what to call a name in a figure; a missing one is said to be missing."""
    if name is None or name != name:
        return "not known"
    return (labels or {}).get(str(name), str(name))


def row_labels(table: pd.DataFrame, columns: Sequence[str], labels: Mapping[str, str] | None) -> pd.Series:
    """Give each row one label made of several columns."""
    if not columns:
        return pd.Series("all", index=table.index)
    parts = [table[column].map(lambda name: label_of(name, labels)).astype(str) for column in columns]
    return parts[0].str.cat(parts[1:], sep=" · ") if len(parts) > 1 else parts[0]


def columns_before(table: pd.DataFrame, column: str, *, of: str) -> list[str]:
    """Give the grouping columns of a measure's table: those that stand before `column`."""
    if column not in table.columns:
        have = ", ".join(repr(name) for name in table.columns)
        raise DiscourseError(
            f"this figure shows what {of} gives, with a column {column!r}; the table has {have}"
        )
    return list(table.columns[: list(table.columns).index(column)])


def axes(ax, *, rows: float | None = None):
    """Give `ax`, or new axes with room for so many rows."""
    if ax is not None:
        return ax
    from matplotlib import pyplot

    height = 3.6 if rows is None else max(MIN_INCHES, ROW_INCHES * rows + 1.1)
    return pyplot.subplots(figsize=(WIDTH_INCHES, height), layout="constrained")[1]


def plain(ax, *, grid: str) -> None:
    """Take away what says nothing; leave pale lines to read values by."""
    ax.spines[["top", "right", "left" if grid == "x" else "bottom"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(PALE)
    ax.tick_params(length=0, colors=INK, labelsize=9)
    ax.grid(visible=True, axis=grid, color=PALE, linewidth=0.7)
    ax.set_axisbelow(True)


def name_rows(ax, labels: Sequence[str]) -> None:
    """Name the rows of a horizontal figure, the first at the top."""
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.5, -0.5)


def headline(ax, text: str, key: Mapping[str, str] | None = None) -> None:
    """Set a title to the left, and under it what the colours mean."""
    from matplotlib.artist import Artist
    from matplotlib.offsetbox import AnchoredOffsetbox, HPacker, TextArea, VPacker

    lines: list[Artist] = [TextArea(text, textprops={"color": INK, "weight": "bold", "size": 11})]
    for line in lines_of(list(key or {}), length=_KEY_LENGTH):
        words: list[Artist] = [_key_entry(name, (key or {})[name]) for name in line]
        lines.append(HPacker(children=words, sep=11, pad=0, align="baseline"))
    box = VPacker(children=lines, sep=5, pad=0, align="left")
    held = AnchoredOffsetbox(
        "lower left",
        child=box,
        frameon=False,
        pad=0,
        borderpad=0.4,
        bbox_to_anchor=(0, 1),
        bbox_transform=ax.transAxes,
    )
    held.set_in_layout(True)
    ax.add_artist(held)


def _key_entry(name: str, colour: str):
    """Set a dot in the colour and the name in ink, which can be read whatever the colour."""
    from matplotlib.offsetbox import HPacker, TextArea

    dot = TextArea(DOT, textprops={"color": colour, "size": 9})
    words = TextArea(name, textprops={"color": INK, "size": 9})
    return HPacker(children=[dot, words], sep=3, pad=0, align="baseline")


def lines_of(names: Sequence[str], *, length: int) -> list[list[str]]:
    """Share names among lines, each of so many letters at most unless one name alone is longer.

    Examples
    --------
    >>> lines_of(["war", "invasion", "crisis"], length=12)
    [['war', 'invasion'], ['crisis']]
    """
    lines: list[list[str]] = []
    for name in names:
        if lines and len("".join(lines[-1])) + len(name) <= length:
            lines[-1].append(name)
        else:
            lines.append([name])
    return lines


def say_nothing_found(ax):
    """Say that there is nothing to show, instead of an empty frame."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, "nothing to show", transform=ax.transAxes, ha="center", va="center", color=GREY)
    return ax


def dodge(count: int, *, width: float = 0.62) -> np.ndarray:
    """Give small steps aside for things that share a row."""
    return np.zeros(1) if count == 1 else np.linspace(-width / 2, width / 2, count)
