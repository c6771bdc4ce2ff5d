"""The panel shows what is chosen, says when there is nothing, and shows hostile text as text."""

import pandas as pd
import pytest

from discourse import annotate, explore, read_actors, read_corpus, read_frames


@pytest.fixture(scope="module")
def registry():
    return read_actors("world-politics")


@pytest.fixture(scope="module")
def found(registry, tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "texts.csv"
    texts = [
        ("a", "2022-03-01", "<b>Mirror</b>", "The war goes on. Putin said that it was not a war."),
        ("b", "2023-05-01", "Times", "NATO spoke of a crisis. <script>alert(1)</script> The crisis grows."),
        ("c", None, "Times", "An invasion, said Biden."),
    ]
    pd.DataFrame(texts, columns=["doc_id", "date", "outlet", "text"]).to_csv(path, index=False)
    return annotate(read_corpus(path), actors=registry, frames=read_frames("ukraine"))


@pytest.fixture
def panel(found, registry):
    return explore(found, labels=registry.labels)


def control(panel, name):
    return next(c for c in panel.children[0].children if c.description == name)


def shown(panel):
    return [child.value for child in panel.children[1].children]


def test_all_there_is_stands_there_at_first(panel, found):
    figure, table, places = shown(panel)
    assert f"{len(found.framings)} places" in places
    assert "<svg" in figure
    assert "<table" in table


def test_a_voice_and_a_frame_narrow_the_places(panel):
    control(panel, "Voice").value = "outlet"
    assert "voice: putin" not in shown(panel)[2]
    control(panel, "Frame").value = "crisis"
    assert shown(panel)[2].count("<mark>crisis</mark>") == 1
    assert "<mark>war</mark>" not in shown(panel)[2]


def test_an_actor_keeps_the_sentences_that_name_it(panel):
    control(panel, "Actor").value = "nato"
    assert shown(panel)[2].startswith("<p>1 place, ")


def test_the_use_is_a_choice_of_its_own(panel):
    control(panel, "Use").value = "negated"
    assert "was not a <mark>war</mark>" in shown(panel)[2]


def test_undated_texts_are_there_only_while_all_years_are(panel):
    assert "<mark>invasion</mark>" in shown(panel)[2]
    control(panel, "Years").value = ("2023", "2023")
    assert "<mark>crisis</mark>" in shown(panel)[2]
    assert "<mark>invasion</mark>" not in shown(panel)[2]


def test_where_nothing_fits_that_is_said(panel):
    control(panel, "Frame").value = "crisis"
    control(panel, "Use").value = "refused"
    assert shown(panel) == ["<p>Nothing fits this choice.</p>"] * 3


def test_hostile_text_stays_text(panel):
    assert "&lt;script&gt;" in shown(panel)[2]
    assert not any("<script" in part or "<b>Mirror" in part for part in shown(panel))
