"""The page that is kept under reports/reference, read as its readers' programs read it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from discourse.plots.style import DOT

FOLDER = Path(__file__).parents[2] / "reports" / "reference"


@pytest.fixture(scope="module")
def page():
    return BeautifulSoup((FOLDER / "sample.html").read_text(encoding="utf-8"), "html.parser")


def test_every_figure_leads_to_its_sentences_and_says_how_many_are_shown(page):
    figures = page.find_all("figure", class_="figure")
    assert len(figures) >= 10
    for figure in figures:
        (link,) = figure.find_all("a", string="Sentences behind it")
        lists = page.find(id=link["href"].removeprefix("#"))
        note = lists.find(class_="note")
        assert re.match(
            r"(?:At most \d+|One) of each, drawn at random\. All [\d,]+ places: ", note.get_text()
        )
        files = [FOLDER / file["href"] for file in note.find_all("a")]
        assert [file.suffix for file in files] == [".csv", ".parquet"]
        assert all(file.is_file() for file in files)
        assert lists.find_all("li"), figure["id"]


def test_every_place_in_the_page_that_is_linked_is_there(page):
    ids = {element["id"] for element in page.find_all(id=True)}
    links = [link["href"] for link in page.find_all("a", href=True)]
    assert {link for link in links if link.startswith("#") and link[1:] not in ids} == set()
    beside = [link for link in links if not link.startswith("#")]
    assert beside
    assert [link for link in beside if not (FOLDER / link).is_file()] == []


def test_the_language_is_told_and_there_is_one_of_each_landmark(page):
    assert page.html["lang"] == "en"
    for landmark in ("main", "nav", "footer", "h1", "title"):
        assert len(page.find_all(landmark)) == 1, landmark
    assert page.nav["aria-label"] == "Contents"
    assert page.body.find("a")["href"] == f"#{page.main['id']}"


def test_headings_leave_out_no_level_and_stand_in_the_contents(page):
    headings = page.main.find_all(re.compile(r"^h[1-6]$"))
    levels = [int(heading.name[1]) for heading in headings]
    assert levels[0] == 1
    assert max(after - before for before, after in pairwise(levels)) == 1
    assert [link["href"] for link in page.nav.find_all("a")] == [f"#{h['id']}" for h in headings[1:]]


def test_pictures_have_words_and_tables_have_heads(page):
    for drawing in page.find_all(["svg", "img"]):
        assert drawing["role"] == "img"
        assert len(drawing["aria-label"].split()) >= 5
    for figure in page.find_all("figure"):
        assert re.fullmatch(r"(?:Table|Figure)\N{NO-BREAK SPACE}\d+\.", figure.figcaption.b.get_text())
    for table in page.find_all("table"):
        assert {head.get("scope") for head in table.find_all("th")} == {"col"}


def test_what_can_scroll_and_what_is_folded_can_be_reached_by_keyboard(page):
    for region in page.find_all(class_="scroll"):
        assert region["tabindex"] == "0"
        assert region["aria-label"]
    folds = page.find_all("details")
    assert len(folds) > 20
    assert all(fold.find(True, recursive=False).name == "summary" for fold in folds)
    assert not page.find_all(tabindex=re.compile(r"^-|^[1-9]"))


def test_links_say_where_they_lead(page):
    said = {" ".join(link.get_text().split()) for link in page.find_all("a")}
    assert said.isdisjoint({"", "here", "link", "more", "click here"})


def test_words_of_drawings_have_the_colours_that_can_be_read(page):
    words = [element for element in page.select("svg text") if element.get_text() != DOT]
    painted = {element["style"].partition("fill: ")[2].partition(",")[0] for element in words}
    assert {re.sub(r"-[0-9a-f]{6}$", "", paint) for paint in painted} <= {
        "var(--ink",
        "var(--muted",
        "var(--word",
    }
    assert not [element for element in words if "opacity" in element["style"]]
