"""The discourse network: actors to the left, frames to the right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from discourse.plots.style import GREY, INK, PALETTE, axes, headline, label_of, say_nothing_found

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

AGREES, REFUSES = "asserts", "negates or refuses"
_COLOURS = {AGREES: PALETTE[0], REFUSES: PALETTE[1]}
_WIDEST = 6.0


def plot_network(
    network: "nx.Graph", *, n: int = 25, labels: Mapping[str, str] | None = None, ax: "Axes | None" = None
) -> "Axes":
    """Draw who asserts and who rejects which frames, as lines between two columns.

    Parameters
    ----------
    network
        What `actor_frame_network` gave.
    n
        How many actors, those with most framings; the title says of how many.
    labels
        What to call actors and frames by their ids.
    ax
        Where to draw; new axes if none are given.

    Returns
    -------
    The matplotlib Axes. A line is as wide as the edge is heavy; a dashed one is a refusal. Neighbours in a
    column share words: each actor stands near its frames.

    Examples
    --------
    >>> import networkx as nx
    >>> network = nx.Graph()
    >>> network.add_node("actor:xi", kind="actor", name="xi", n=2)
    >>> network.add_node("frame:war", kind="frame", name="war", n=2)
    >>> network.add_edge("actor:xi", "frame:war", agreement=0, refusal=2, weight=-2.0, n=2, n_documents=2)
    >>> [text.get_text() for text in plot_network(network, labels={"xi": "Xi Jinping"}).texts]
    ['Xi Jinping', 'war']
    """
    actors, frames = _columns(network, n)
    if not actors:
        return say_nothing_found(axes(ax))
    ax = axes(ax, rows=max(len(actors), len(frames)))
    heights = {node: y for column in (actors, frames) for node, y in _heights(column)}
    largest = max(abs(edge["weight"]) for *_, edge in network.edges(data=True)) or 1
    for actor in actors:
        for frame in network[actor]:
            _draw_edge(ax, heights[actor], heights[frame], network.edges[actor, frame], largest)
    for column, x, side in ((actors, -0.02, "right"), (frames, 1.02, "left")):
        for node in column:
            name = label_of(network.nodes[node]["name"], labels)
            ax.text(x, heights[node], name, ha=side, va="center", size=9, color=INK)
            ax.plot([0 if side == "right" else 1], [heights[node]], "o", color=GREY, markersize=4)
    ax.set_xlim(-0.45, 1.45)
    ax.set_ylim(1.04, -0.04)
    ax.set_axis_off()
    total = sum(kind == "actor" for _, kind in network.nodes(data="kind"))
    headline(ax, f"Who stands by which frame: {len(actors)} of {total} actors", _COLOURS)
    return ax


def _columns(network: "nx.Graph", n: int) -> tuple[list[str], list[str]]:
    """The actors and the frames, ordered so that what belongs together stands together."""
    most = sorted(
        (node for node, kind in network.nodes(data="kind") if kind == "actor"),
        key=lambda node: (-network.nodes[node]["n"], node),
    )[:n]
    frames = sorted({frame for actor in most for frame in network[actor]})
    for _ in range(8):
        most = _by_neighbours(network, most, frames)
        frames = _by_neighbours(network, frames, most)
    return most, frames


def _by_neighbours(network: "nx.Graph", column: list[str], other: list[str]) -> list[str]:
    """Order a column by the mean place of each node's neighbours, weighed by their edges."""
    place = {node: i for i, node in enumerate(other)}

    def middle(node: str) -> float:
        near = [m for m in network[node] if m in place]
        weights = [network.edges[node, m]["n"] for m in near]
        return float(np.average([place[m] for m in near], weights=weights)) if near else 0.0

    return sorted(column, key=lambda node: (middle(node), node))


def _heights(column: list[str]) -> list[tuple[str, float]]:
    return list(zip(column, (np.arange(len(column)) + 0.5) / len(column), strict=True))


def _draw_edge(ax, left: float, right: float, edge: Mapping, largest: float) -> None:
    """Draw a curve; where an actor both asserts and refuses, the heavier side decides."""
    side = AGREES if edge["weight"] >= 0 else REFUSES
    t = np.linspace(0, 1, 40)
    y = left + (right - left) * (3 * t**2 - 2 * t**3)
    width = 0.8 + _WIDEST * abs(edge["weight"]) / largest
    style = "-" if side == AGREES else (0, (2, 1))
    ax.plot(t, y, color=_COLOURS[side], linewidth=width, alpha=0.75, linestyle=style, solid_capstyle="butt")
