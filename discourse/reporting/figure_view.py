"""A figure of a report: a drawing in the page itself, that takes the page's type, paper and ink."""

import io
import re
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pandas as pd

from discourse.errors import DiscourseError
from discourse.plots.style import DOT
from discourse.reporting.evidence_view import Evidence
from discourse.reporting.views import View, captioned, slug, write_drawing, write_table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_COLOUR = re.compile(r"(?<=: )#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?=;|$)")
_GREYS = ((0x60, "ink"), (0xC4, "muted"), (0xF4, "rule"), (0xFF, "paper"))
_POINTS_TO_REM = 1 / 12


def show_figure(
    figure: "Figure | Axes",
    *,
    caption: str,
    alt: str,
    name: str | None = None,
    data: pd.DataFrame | None = None,
    evidence: Evidence | None = None,
) -> View:
    """Show a matplotlib figure (or the Axes of one) with a caption; in a report the page numbers it.

    The drawing is SVG inside the page: its text stays text, black, greys and white become the
    page's own, so that it reads on light and dark. The figure is closed, so that it shows once.

    Parameters
    ----------
    figure
        A matplotlib Figure, or an Axes, whose whole figure is shown.
    caption
        What the figure shows and how to read it.
    alt
        The same for who cannot see it: the main message in words.
    name
        A short name for links (`#figure-name`); made from the caption if not given.
    data
        The table behind the figure; in a report it is written as CSV beside the page and linked.
    evidence
        What `show_evidence` gave for what the figure counts: a link below the figure leads there.

    Raises
    ------
    DiscourseError
        If `alt` is empty.

    Examples
    --------
    >>> from discourse.plots import plot_term_frequencies
    >>> counts = pd.DataFrame({"term": ["war", "peace"], "n": [3, 1], "per_million": [750.0, 250.0]})
    >>> show_figure(plot_term_frequencies(counts), caption="Frequent words.", alt="War stands before peace.")
    Frequent words.
    [War stands before peace.]
    """
    if not alt.strip():
        raise DiscourseError("a figure needs an alt text that says in words what it shows")
    name = slug(name or caption)
    whole = figure if hasattr(figure, "savefig") else figure.get_figure()
    source = _source(whole)
    drawing = _in_page(ElementTree.fromstring(source), name=f"figure-{name}", alt=alt)
    tables = "" if data is None else write_table(data, f"figure-{name}")
    addresses = {
        "Sentences behind it": f"#{evidence.id}" if evidence else "",
        "Drawing as SVG": write_drawing(source, f"figure-{name}"),
        "Data as CSV": tables,
    }
    links = [f'<a href="{escape(address)}">{words}</a>' for words, address in addresses.items() if address]
    note = " · ".join(links)
    body = f'<div class="scroll" tabindex="0" role="region" aria-label="Figure">{drawing}</div>'
    return View(captioned(body, caption, kind="figure", name=name, note=note), f"{caption}\n[{alt}]")


def _source(figure) -> bytes:
    """Give the figure as SVG that is the same each time, and close it."""
    import matplotlib.pyplot as plt

    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with plt.rc_context({"svg.fonttype": "none", "svg.hashsalt": "discourse"}), io.BytesIO() as file:
        figure.savefig(file, format="svg", transparent=True, bbox_inches="tight", metadata=nothing)
        source = file.getvalue()
    plt.close(figure)
    return source


def _in_page(svg: ElementTree.Element, *, name: str, alt: str) -> str:
    """Give the drawing as HTML: its own ids, the page's colours, its size as an upper limit."""
    wanted = _targets(svg)
    for element in svg.iter():
        element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
        _use_page_colours(element)
        _rename_ids(element, name, wanted)
    for metadata in svg.findall("metadata"):
        svg.remove(metadata)
    width = float(str(svg.get("width")).removesuffix("pt")) * _POINTS_TO_REM
    attributes = {"viewBox": svg.get("viewBox", ""), "role": "img", "aria-label": alt}
    svg.attrib.clear()
    svg.attrib.update(attributes | {"style": f"max-width: {width:.1f}rem; min-width: {width * 0.62:.1f}rem"})
    return ElementTree.tostring(svg, encoding="unicode", short_empty_elements=False)


def _targets(svg: ElementTree.Element) -> set[str]:
    """Give the ids that something in the drawing refers to; the rest need not be there."""
    values = [value for element in svg.iter() for value in element.attrib.values()]
    return {target for value in values for target in re.findall(r"(?:^|url\()#([^)\s;]+)", value)}


def _rename_ids(element: ElementTree.Element, name: str, wanted: set[str]) -> None:
    own = element.attrib.pop("id", None)
    link = element.attrib.pop(f"{{{_XLINK}}}href", None)
    if own in wanted:
        element.set("id", f"{name}-{own}")
    if link:
        element.set("href", link.replace("#", f"#{name}-", 1))
    for attribute, value in element.attrib.items():
        element.set(attribute, value.replace("url(#", f"url(#{name}-"))


def _use_page_colours(element: ElementTree.Element) -> None:
    style = element.get("style", "")
    if element.tag == "text":
        style = _without_font_family(style)
        style = style if "fill:" in style else f"fill: #000000; {style}".rstrip("; ")
    if style:
        kind = "word" if element.tag == "text" and element.text != DOT else "data"
        element.set("style", _COLOUR.sub(lambda colour: _of_page(colour, kind), style))


def _of_page(colour: re.Match[str], kind: str) -> str:
    """Black, the greys and white give way to the page's own; colours of data to those that can be seen on it.

    Words in a colour of data (`kind` is "word") need more contrast than marks do.
    """
    red, green, blue = (int(part, 16) for part in colour.groups())
    if max(red, green, blue) - min(red, green, blue) > 0x0C:
        return f"var(--{kind}-{colour.group()[1:]}, {colour.group()})"
    name = next(name for limit, name in _GREYS if green <= limit)
    return f"var(--{name}, {colour.group()})"


def _without_font_family(style: str) -> str:
    """Give the size and weight of a font without its family, which is the page's."""
    size = re.search(r"font: (?:(italic|oblique) )?(?:(bold|\d{3}) )?([\d.]+px) [^;]*", style)
    if not size:
        return style
    slant, weight, pixels = size.groups()
    own = [f"font-size: {pixels}"]
    own += [f"font-weight: {weight}"] if weight else []
    own += [f"font-style: {slant}"] if slant else []
    return style.replace(size.group(0), "; ".join(own))
