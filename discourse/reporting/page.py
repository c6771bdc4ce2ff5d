"""From a tidied notebook to one page: our own template, contents, numbers for tables and figures."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import jinja2
import nbformat
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter

from discourse.reporting.views import slug

TEMPLATE = Path(__file__).parent / "template"
_HIDDEN = {"parameters", "injected-parameters", "hide"}


@dataclass(frozen=True)
class Heading:
    """A heading of the page: its depth (2 or 3), the id to link to, and its words."""

    level: int
    id: str
    text: str


def build_page(notebook: nbformat.NotebookNode, *, name: str) -> str:
    """Build the page of a tidied notebook; `name` is its title where the notebook has no heading."""
    return finish_page(_body(notebook), name=name)


def finish_page(html: str, *, name: str) -> str:
    """Make a page of what stands in it: contents, ids of headings, numbers of tables and figures, style."""
    body = BeautifulSoup(html, "html.parser")
    _give_ids(body)
    _give_numbers(body)
    headings = [Heading(int(h.name[1]), str(h["id"]), h.get_text()) for h in body.find_all(["h2", "h3"])]
    title = body.find("h1")
    return _fill(
        title=title.get_text() if title else name,
        own_title=title is None,
        contents=headings,
        body=str(body),
        style=(TEMPLATE / "style.css").read_text(encoding="utf-8"),
    )


def _body(notebook: nbformat.NotebookNode) -> str:
    shown = [cell for cell in notebook.cells if not _HIDDEN & set(cell.metadata.get("tags", []))]
    exporter = HTMLExporter(
        template_name="cells",
        extra_template_basedirs=[str(TEMPLATE)],
        exclude_anchor_links=True,
    )
    body, _ = exporter.from_notebook_node(nbformat.from_dict({**notebook, "cells": shown}))
    return body


def _give_ids(body: BeautifulSoup) -> None:
    """Give each heading an id of its own, made from its words."""
    taken = Counter(element["id"] for element in body.find_all(id=True))
    for heading in body.find_all(["h1", "h2", "h3", "h4"]):
        wanted = slug(heading.get_text())
        taken[wanted] += 1
        heading["id"] = wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"


def _give_numbers(body: BeautifulSoup) -> None:
    """Put numbers to tables and figures in their order, and into every reference to them."""
    labels = {}
    for kind in ("table", "figure"):
        for number, figure in enumerate(body.find_all("figure", class_=kind), start=1):
            label = f"{kind.title()}\N{NO-BREAK SPACE}{number}"
            labels[f"#{figure['id']}"] = label
            for place in figure.find_all(class_="number"):
                place.string = f"{label}."
            for region in figure.find_all(role="region"):
                region["aria-label"] = label
    for reference in body.find_all("a", class_="see"):
        reference.string = labels.get(str(reference["href"]), reference.get_text())


def _fill(**parts: object) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE), autoescape=True, keep_trailing_newline=True
    )
    return environment.get_template("page.html.j2").render(**parts)
