"""A text with its statements marked: complete, escaped, and fit for a report."""

import re
from html import unescape

import pandas as pd
import pytest

from discourse import UnknownNameError, annotate, read_actors, read_corpus, read_frames, show_statements
from discourse.reporting import page_faults

ACTORS = read_actors("world-politics")
TEXT = (
    "<b>Ana & Ruiz</b> said that “China told me <script>alert(1)</script> that it is late.”\n\n"
    "Putin denied it. It was reported that all had left."
)


@pytest.fixture
def found(tmp_path):
    table = pd.DataFrame(
        {"doc_id": ["a", "b"], "text": [TEXT, "It rains."], "title": ["Ruiz says it is late", None]}
    )
    table.to_csv(tmp_path / "t.csv", index=False)
    corpus = read_corpus(tmp_path / "t.csv")
    return annotate(corpus, actors=ACTORS, frames=read_frames("ukraine"), engine="serial")


def test_the_page_holds_the_whole_text_and_nothing_of_it_as_markup(found):
    html = show_statements(found, "a", labels=ACTORS.labels).html
    assert TEXT in unescape(re.sub(r"<[^>]*>", "", html))
    assert page_faults(html) == []
    assert set(re.findall(r"<(\w+)", html)) == {"div", "p", "span", "b", "mark"}


def test_contents_are_in_the_colour_of_their_speaker_and_say_what_they_are(found):
    html = show_statements(found, "a", labels=ACTORS.labels).html
    assert re.search(r'<mark style="[^"]*" title="Vladimir Putin: deny, indirect, confidence 0', html)
    assert "nobody named" in html


def test_as_plain_text_contents_stand_in_brackets(found):
    assert show_statements(found, "a", part="title").text == "Ruiz says [it is late — Ruiz]"


def test_a_text_without_statements_says_so(found):
    view = show_statements(found, "b")
    assert "No statement was found." in view.html
    assert view.text == "It rains."
    assert show_statements(found, "b", part="title").text == ""


def test_an_unknown_document_is_an_error_with_the_known_ones(found):
    with pytest.raises(UnknownNameError, match=r"document 'c' is unknown\. Known: 'a', 'b'"):
        show_statements(found, "c")
