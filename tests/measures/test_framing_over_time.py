"""Shares by period, in windows and under a kernel."""

import pandas as pd
import pytest

from discourse.errors import DiscourseError, UnknownNameError
from discourse.measures import framing_over_time, framing_shares

CONTRAST = ["war", "crisis"]
MONTHS = ["2022-01", "2022-02", "2022-03", "2022-05"]
WARS = {"2022-01": 1, "2022-02": 2, "2022-03": 3, "2022-05": 4}


@pytest.fixture
def documents():
    """Ten documents a month, in four months; one month is silent, and one document has no date."""
    rows = [(f"{month}-{i}", f"{month}-{i + 1:02}") for month in MONTHS for i in range(10)]
    return pd.DataFrame([*rows, ("undated", None)], columns=["doc_id", "date"])


@pytest.fixture
def framings():
    """Four framings a document; the share of war grows from a quarter to one."""
    rows = [
        (f"{month}-{i}", "war" if j < WARS[month] else "crisis")
        for month in MONTHS
        for i in range(10)
        for j in range(4)
    ]
    return pd.DataFrame([*rows, ("undated", "war")], columns=["doc_id", "frame"]).assign(
        voice="xi", use="asserted"
    )


def war(table):
    return table[table["frame"] == "war"].set_index("period")


def test_shares_by_month_can_be_checked_by_head_and_a_silent_month_is_there(framings, documents):
    found = war(framing_over_time(framings, documents, contrast=CONTRAST))
    dated = found[found.index.notna()]
    assert dated.index.tolist() == ["2022-01", "2022-02", "2022-03", "2022-04", "2022-05"]
    assert dated["share"].fillna(-1).tolist() == [0.25, 0.5, 0.75, -1, 1]
    assert dated.loc["2022-04", ["n", "total", "too_few"]].tolist() == [0, 0, True]


def test_framings_without_a_date_are_counted_last(framings, documents):
    found = framing_over_time(framings, documents, contrast=CONTRAST)
    assert found["period"].isna().tolist() == [False] * 10 + [True] * 2
    assert found["n"].sum() == len(framings)


def test_each_period_agrees_with_the_shares_of_its_documents(framings, documents):
    found = framing_over_time(framings, documents, contrast=CONTRAST).dropna(subset="share")
    for row in found.itertuples():
        alone = framings.astype({"frame": "category"})[framings["doc_id"].str.startswith(row.period)]
        same = framing_shares(alone, contrast=CONTRAST).query("frame == @row.frame").iloc[0]
        assert (row.share, row.low, row.high) == (same["share"], same["low"], same["high"])


def test_a_window_takes_the_neighbours_together(framings, documents):
    found = war(framing_over_time(framings, documents, contrast=CONTRAST, window=3))
    assert found.loc["2022-02", "share"] == 0.5
    assert found.loc["2022-02", ["n", "total", "total_documents"]].tolist() == [60, 120, 30]
    assert found.loc["2022-04", "share"] == (3 + 4) / 8


def test_a_kernel_counts_far_periods_for_less(framings, documents):
    found = war(framing_over_time(framings, documents, contrast=CONTRAST, window=[1, 2, 1]))
    assert found.loc["2022-01", "share"] == pytest.approx((2 * 0.25 + 1 * 0.5) / 3)
    assert found.loc["2022-02", "share"] == pytest.approx((1 * 0.25 + 2 * 0.5 + 1 * 0.75) / 4)


@pytest.mark.parametrize(
    ("period", "names"),
    [
        ("year", ["2022"]),
        ("quarter", ["2022-Q1", "2022-Q2"]),
        ("week", ["2022-W01", "2022-W18"]),
        ("day", ["2022-01-01", "2022-05-10"]),
    ],
)
def test_any_period_has_its_names(framings, documents, period, names):
    found = framing_over_time(framings, documents, contrast=CONTRAST, period=period)["period"].dropna()
    if period == "week":
        assert found.iloc[0] == "2021-W52"
        assert found.iloc[-1] == "2022-W19"
    else:
        assert [found.iloc[0], found.iloc[-1]] == [names[0], names[-1]]


def test_a_date_less_precise_than_the_period_is_not_guessed(framings, documents):
    vague = documents.assign(date="2022")
    found = framing_over_time(framings, vague, contrast=CONTRAST)
    assert found["period"].isna().all()
    assert found["n"].sum() == len(framings)


def test_groups_have_lines_of_their_own(framings, documents):
    two = pd.concat([framings, framings.assign(voice="outlet", frame="war")])
    found = framing_over_time(two, documents, contrast=CONTRAST, by="voice")
    assert war(found[found["voice"] == "outlet"])["share"].dropna().tolist() == [1, 1, 1, 1]
    assert list(found.columns[:3]) == ["voice", "period", "frame"]


def test_no_framing_gives_an_empty_table(framings, documents):
    framings = framings.astype({"frame": pd.CategoricalDtype(CONTRAST)})
    assert framing_over_time(framings.head(0), documents, contrast=CONTRAST).empty


@pytest.mark.parametrize("window", [0, 2, [1, 1], [1, 0, 1]])
def test_an_even_window_or_a_weight_of_nothing_is_refused(framings, documents, window):
    with pytest.raises(
        DiscourseError, match="window must be an odd number of periods, such as 3, or of positive"
    ):
        framing_over_time(framings, documents, contrast=CONTRAST, window=window)


def test_an_unknown_period_is_refused(framings, documents):
    with pytest.raises(UnknownNameError, match=r"period 'months' is unknown.*Did you mean 'month'"):
        framing_over_time(framings, documents, contrast=CONTRAST, period="months")
