"""Dates as precise as they were given."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourse.corpus.dates import coarser, settle_dates

DATES = st.dates(dt.date(1400, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    "written, iso",
    [
        ("2022-02-24", "2022-02-24"),
        ("2022-2-4", "2022-02-04"),
        ("2022/02/24", "2022-02-24"),
        ("2022.02.24", "2022-02-24"),
        ("2022-02-24T05:15:00Z", "2022-02-24"),
        ("2022-02-24 23:30:00+09:00", "2022-02-24"),
        ("2022-02-24T05:15:00.123456", "2022-02-24"),
        ("2022-02", "2022-02"),
        ("2022", "2022"),
        (2022, "2022"),
        (2022.0, "2022"),
        ("20220224", "2022-02-24"),
        (20220224, "2022-02-24"),
        ("20220224T051500Z", "2022-02-24"),
        ("20220224051500", "2022-02-24"),
        ("24 February 2022", "2022-02-24"),
        ("24th of February 2022", "2022-02-24"),
        ("24 Feb. 2022", "2022-02-24"),
        ("24-Feb-2022", "2022-02-24"),
        ("February 24, 2022", "2022-02-24"),
        ("FEBRUARY 24 2022", "2022-02-24"),
        ("Sept. 5, 2022", "2022-09-05"),
        ("Thursday, 24 February 2022", "2022-02-24"),
        ("Thu, 24 Feb 2022 05:15:00 +0000", "2022-02-24"),
        ("Thu Feb 24 05:15:00 +0000 2022", "2022-02-24"),
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01"),
        ("February 2022", "2022-02"),
        ("  2022-02-24\n", "2022-02-24"),
        (dt.date(2022, 2, 24), "2022-02-24"),
        (pd.Timestamp("2022-02-24 23:30", tz="Europe/Kyiv"), "2022-02-24"),
        ("05/05/2022", "2022-05-05"),
        ("2/15/24", "2024-02-15"),
        ("24.02.1999", "1999-02-24"),
    ],
)
def test_a_date_is_read(written, iso):
    precision = {4: "year", 7: "month", 10: "day"}[len(iso)]
    dates = settle_dates([written])
    assert (dates.iso, dates.precision) == ([iso], [precision])


@pytest.mark.parametrize(
    "written",
    [
        "soon",
        "2022-13-01",
        "2022-02-30",
        "32/13/2022",
        "00/05/2022",
        "Q1 2022",
        "1645660800",
        "24 Smarch 2022",
        *["2022-02-24 to 2022-03-01", "0000", "99999999", "13:45", "24. Februar 2022", True, [2022]],
    ],
)
def test_nonsense_is_no_date(written):
    dates = settle_dates([written])
    assert (dates.iso, dates.nonsense, dates.ambiguous) == ([None], [0], [])


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NaT, pd.NA, "", "  "])
def test_a_missing_date_is_neither_date_nor_nonsense(missing):
    assert settle_dates([missing]).nonsense == []


def test_day_or_month_first_is_not_guessed():
    dates = settle_dates(["02/03/2022"])
    assert (dates.iso, dates.ambiguous) == ([None], [0])


@pytest.mark.parametrize("witness, dayfirst", [("24/02/2022", True), ("02/24/2022", False)])
def test_one_clear_date_settles_the_order_for_all(witness, dayfirst):
    dates = settle_dates(["02/03/2022", witness])
    assert dates.iso[0] == ("2022-03-02" if dayfirst else "2022-02-03")
    assert (dates.dayfirst, dates.evidence) == (dayfirst, witness)


def test_contradicting_dates_settle_nothing():
    dates = settle_dates(["02/03/2022", "24/02/2022", "02/24/2022"])
    assert (dates.iso, dates.ambiguous) == ([None, "2022-02-24", "2022-02-24"], [0])


def test_the_users_order_wins_and_is_never_bent():
    dates = settle_dates(["02/03/2022", "02/24/2022"], dayfirst=True)
    assert (dates.iso, dates.nonsense) == (["2022-03-02", None], [1])


def test_a_given_precision_cuts_but_never_adds():
    dates = coarser(settle_dates(["2022-03-01", "2022", "2022-03-01"]), ["month", "day", None])
    assert dates.iso == ["2022-03", "2022", "2022-03-01"]
    assert dates.precision == ["month", "year", "day"]


@given(DATES, st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 GMT"]))
def test_every_day_survives_every_spelling(day, spelling):
    assert settle_dates([f"{day.year:04}".join(day.strftime(spelling).split(str(day.year)))]).iso == [
        str(day)
    ]


@given(DATES, st.booleans())
def test_dates_in_numbers_follow_the_order_that_is_told(day, dayfirst):
    written = f"{day:%d/%m}/{day.year}" if dayfirst else f"{day:%m/%d}/{day.year}"
    assert settle_dates([written], dayfirst=dayfirst).iso == [str(day)]


@given(st.lists(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.datetimes(), st.dates())))
def test_no_column_of_anything_raises(values):
    dates = settle_dates(values)
    assert len(dates.iso) == len(dates.precision) == len(values)
