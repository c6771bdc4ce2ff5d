"""The page that is kept under reports/reference, read as its readers' programs read it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

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
