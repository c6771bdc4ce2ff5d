"""Figures over time and of first use say what their tables say."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError
from discourse.plots import plot_cue_stance, plot_first_use, plot_framing_over_time


@pytest.fixture(autouse=True)
def closed():
    yield
    from matplotlib import pyplot

    pyplot.close("all")


@pytest.fixture
def moved():
    return pd.DataFrame(
        {
            "period": ["2022-01", "2022-02", "2022-03", None],
            "frame": "war",
            "n": [5, 0, 15, 3],
            "total": [20, 0, 20, 3],
            "share": [0.25, None, 0.75, None],
            "low": [0.1, None, 0.5, None],
            "high": [0.5, None, 0.9, None],
            "too_few": [False, True, False, True],
        }
    )


def test_the_line_breaks_where_there_are_too_few(moved):
    ax = plot_framing_over_time(moved)
    assert pd.Series(ax.lines[0].get_ydata()).isna().tolist() == [False, True, False]


def test_two_groups_in_one_figure_are_refused(moved):
    table = pd.concat([moved.assign(voice="xi"), moved.assign(voice="outlet")])
    table = table[["voice", *moved.columns]]
    with pytest.raises(DiscourseError, match="this figure shows one group; choose one value of voice first"):
        plot_framing_over_time(table)


def test_the_earliest_user_stands_at_the_top():
    table = pd.DataFrame({"voice": ["xi", "macron"], "frame": "war", "date": ["2022-03", "2022-02-25"]})
    ax = plot_first_use(table, labels={"xi": "Xi Jinping"})
    assert [label.get_text() for label in ax.get_yticklabels()] == ["macron", "Xi Jinping"]


def test_too_few_is_written_where_the_ratio_would_stand():
    table = pd.DataFrame(
        {
            "outlet": "Mirror",
            "actor": ["xi", "macron"],
            "total": [40, 3],
            "odds_ratio": [2.0, None],
            "low": [1.2, None],
            "high": [3.0, None],
            "too_few": [False, True],
        }
    )
    ax = plot_cue_stance(table)
    assert "too few" in [text.get_text() for text in ax.texts]


@pytest.mark.parametrize("plot", [plot_framing_over_time, plot_first_use, plot_cue_stance])
def test_another_table_is_refused(plot):
    with pytest.raises(DiscourseError, match="this figure shows what"):
        plot(pd.DataFrame({"x": [1]}))
