"""Figures of tone say how far to believe them."""

import matplotlib as mpl
import pandas as pd
import pytest

from discourse import (
    DiscourseError,
    corrected_tone,
    mean_tone,
    plot_corrected,
    plot_tone,
    plot_tone_between,
    plot_tone_shift,
    tone_shift,
)

mpl.use("Agg")


@pytest.fixture
def tone():
    rows = 80
    return pd.DataFrame(
        {
            "doc_id": [f"d{n}" for n in range(rows)],
            "part": "body",
            "start": 0,
            "end": 3,
            "polarity": [0.3, -0.1] * (rows // 2),
            "subjectivity": 0.2,
            "scorer": "textblob",
            "evidence": [["good +0.30"], ["bad -0.10"]] * (rows // 2),
            "of": ["xi", "outlet"] * (rows // 2),
            "toward": ["nato", "putin"] * (rows // 2),
            "statement_id": None,
        }
    )


def test_textblob_toward_an_actor_carries_its_warning(tone):
    ax = plot_tone(mean_tone(tone, by="toward"))
    assert "Do not rank actors on it." in " ".join(ax.get_xlabel().split())
    assert "r = 0.15" in ax.get_xlabel()


def test_a_scorer_that_ranks_well_carries_its_figure_and_no_warning(tone):
    label = plot_tone(mean_tone(tone.assign(scorer="linear"), by="toward")).get_xlabel()
    assert "r = 0.86" in label
    assert "Do not rank" not in label


def test_tone_of_words_says_that_nobody_has_measured_it(tone):
    label = plot_tone(mean_tone(tone.assign(toward=None, statement_id="s"), by="of")).get_xlabel()
    assert "nobody has measured" in " ".join(label.split())


def test_only_the_largest_groups_are_drawn(tone):
    small = tone.head(3).assign(toward="cem")
    ax = plot_tone(mean_tone(pd.concat([tone, small]), by="toward"), n=2)
    assert len(ax.get_yticklabels()) == 2


def test_cells_of_the_matrix_with_too_few_spans_show_their_number_alone(tone):
    few = tone.head(3).assign(toward="cem", of="xi")
    ax = plot_tone_between(mean_tone(pd.concat([tone, few]), by=["of", "toward"]))
    assert sorted(text.get_text() for text in ax.texts) == sorted(["+0.14", "40", "-0.41", "40", "3"])
    with pytest.raises(DiscourseError) as error:
        plot_tone_between(mean_tone(tone, by="toward"))
    assert str(error.value) == 'this figure shows what mean_tone gives with by=["of", "toward"]'


def test_a_word_shift_names_both_sides(tone):
    ax = plot_tone_shift(tone_shift(tone, "nato", "putin"), "NATO", "Putin")
    assert "Putin warmer" in ax.get_xlabel()
    assert ax.get_yticklabels()[0].get_text() == "good  (40 : 0)"


def test_without_codes_the_validation_is_visibly_empty(tone):
    ax = plot_corrected(corrected_tone(None, tone))
    assert "not yet coded by hand" in [text.get_text() for text in ax.texts]


def test_a_figure_of_nothing_says_so(tone):
    assert plot_tone(mean_tone(tone.head(0), by="toward")).texts[0].get_text() == "nothing to show"
