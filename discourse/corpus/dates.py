"""Dates as precise as they were given: 2022-03-05, 2022-03 or 2022.

A date is taken as it is written: no time zone is converted and nothing is filled in.
`02/03/2022` may be in February or in March; one value such as `24/03/2022` settles it for all.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:[a-z]+\.?,? )?"
_TIME = r"(?:,? (?:mon|tues|wednes|thurs|fri|satur|sun)day)?(?:[T,]? ?(?:at )?\d{1,2}:\d\d.*)?"

_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        _YEAR,
        rf"{_YEAR}[-/.](?P<month>\d\d?)",
        rf"{_YEAR}([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?){_TIME}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}}Z?)?",
        rf"{_WEEKDAY}{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_MONTH} {_DAY} \d\d?:[\d:]+(?: [+\-\w]+)? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
    )
]
_NUMBERS = re.compile(rf"(?P<first>\d\d?)([-/.])(?P<second>\d\d?)\2(?P<year>\d{{4}}|\d\d){_TIME}")
_YEARS = range(1400, 2200)
_LENGTHS = {"year": 4, "month": 7, "day": 10}


@dataclass(frozen=True)
class Dates:
    """For each value its ISO date and precision (None where it has none), and what went wrong.

    `ambiguous` and `nonsense` are places in the column. `dayfirst` is the order that was used for
    dates in numbers, None where there was no telling; `evidence` the value that told it.
    """

    iso: Sequence[str | None]
    precision: Sequence[str | None]
    ambiguous: Sequence[int] = ()
    nonsense: Sequence[int] = ()
    dayfirst: bool | None = None
    evidence: str | None = None


def settle_dates(values: Iterable[object], *, dayfirst: bool | None = None) -> Dates:
    """Read the dates of a whole column.

    Parameters
    ----------
    values
        Text, dates, datetimes, or whole numbers such as 2022 and 20220224; missing ones stay so.
    dayfirst
        Whether `02/03/2022` is 2 March. None lets the other values of the column decide.

    Examples
    --------
    >>> dates = settle_dates(["24 February 2022", "2022-03", "02/03/2022", "soon"])
    >>> dates.iso, dates.ambiguous, dates.nonsense
    (['2022-02-24', '2022-03', None, None], [2], [3])
    >>> settle_dates(["02/03/2022", "24/02/2022"]).iso
    ['2022-03-02', '2022-02-24']
    """
    written = [as_written(value) for value in values]
    distinct = sorted({text for text in written if text is not None})
    evidence = None if dayfirst is not None else _evidence(distinct)
    if evidence:
        dayfirst = next(iter(_readings(evidence)))
    known = {text: _read(text, dayfirst) for text in distinct}
    iso = [None if text is None else known[text] for text in written]
    unread = [(place, text) for place, text in enumerate(written) if text is not None and iso[place] is None]
    ambiguous = [place for place, text in unread if may_be_either(text)]
    nonsense = [place for place, text in unread if not may_be_either(text)]
    return Dates(iso, [_precision(date) for date in iso], ambiguous, nonsense, dayfirst, evidence)


def coarser(dates: Dates, precision: Iterable[object]) -> Dates:
    """The same dates, cut to `precision` (day, month or year) where that says less.

    Examples
    --------
    >>> coarser(settle_dates(["2022-03-01"]), ["month"]).iso
    ['2022-03']
    """
    lengths = [_LENGTHS.get(str(name), 10) for name in precision]
    iso = [date and date[:length] for date, length in zip(dates.iso, lengths, strict=True)]
    return replace(dates, iso=iso, precision=[_precision(date) for date in iso])


def as_written(value: Any) -> str | None:
    """A cell as text: dates in ISO form, midnight left out, whole numbers without a point.

    Examples
    --------
    >>> as_written(2022.0), as_written(dt.datetime(2022, 2, 24)), as_written(float("nan"))
    ('2022', '2022-02-24', None)
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) or None


def may_be_either(written: str) -> bool:
    """Whether a date in numbers is one date with the day first and another with the month first."""
    return len(set(_readings(written).values())) == 2


def _readings(written: str) -> dict[bool, str]:
    """A date in numbers with the day first (True) and the month first (False), where there are such days."""
    match = _NUMBERS.fullmatch(written)
    if match is None:
        return {}
    first, second, year = match["first"], match["second"], int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    readings = {True: _iso(year, second, first), False: _iso(year, first, second)}
    return {dayfirst: iso for dayfirst, iso in readings.items() if iso}


def _evidence(distinct: Iterable[str]) -> str | None:
    """A value that can be read in one order only, if no other can be read only in the other."""
    settled = {text: next(iter(readings)) for text in distinct if len(readings := _readings(text)) == 1}
    return next(iter(settled)) if len(set(settled.values())) == 1 else None


def _read(text: str, dayfirst: bool | None) -> str | None:
    readings = _readings(text)
    if readings:
        possible = set(readings.values()) if dayfirst is None else {readings.get(dayfirst)}
        return possible.pop() if len(possible) == 1 else None
    match = next((m for form in _FORMS if (m := form.fullmatch(text))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = parts.get("month")
    if month and not month.isdigit():
        month = str(_MONTHS.index(month.lower()) + 1)
    return _iso(parts["year"], month, parts.get("day"))


def _iso(year: int | str, month: str | None, day: str | None) -> str | None:
    """The date in ISO form, or None if the calendar has no such day."""
    try:
        full = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    precision = "year" if month is None else "month" if day is None else "day"
    return full.isoformat()[: _LENGTHS[precision]] if full.year in _YEARS else None


def _precision(date: str | None) -> str | None:
    return next((name for name, length in _LENGTHS.items() if date and len(date) == length), None)
