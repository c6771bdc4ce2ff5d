"""Dates as precise as they were given: 2022-03-05, 2022-03 or 2022.

A date is taken as it is written: no time zone is converted, no missing part filled in.
`02/03/2022` may be in February or in March; one value such as `24/03/2022` settles it for all.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_TIME = r"(?:[T ,].*)?"

_WRITTEN = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})",
        rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}}Z?)?",
        rf"(?:[a-z]+\.?,? )?{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}{_TIME}",
        rf"(?:[a-z]+\.?,? )?{_MONTH} {_DAY},? {_YEAR}{_TIME}",
        rf"(?:[a-z]+\.?,? )?{_MONTH} {_DAY} [\d:]+(?: [+\-\w:]+)? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
    )
]
_NUMBERS = re.compile(rf"(?P<first>\d{{1,2}})([-/.])(?P<second>\d{{1,2}})\2(?P<year>\d{{4}}|\d\d){_TIME}")
YEARS = range(1400, 2200)
_LENGTHS = {"year": 4, "month": 7, "day": 10}


@dataclass(frozen=True)
class Dates:
    """For each value its ISO date and precision (None where it has none), and where it went wrong."""

    iso: Sequence[str | None]
    precision: Sequence[str | None]
    ambiguous: Sequence[int]
    nonsense: Sequence[int]
    dayfirst: bool | None


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
    >>> settle_dates(["24 February 2022", "2022-03", "02/03/2022", "soon"])
    Dates(iso=['2022-02-24', '2022-03', None, None], precision=['day', 'month', None, None], \
ambiguous=[2], nonsense=[3], dayfirst=None)
    >>> settle_dates(["02/03/2022", "24/02/2022"]).iso
    ['2022-03-02', '2022-02-24']
    """
    written = [as_written(value) for value in values]
    if dayfirst is None:
        dayfirst = _evidence(set(written))
    known = {text: _read(text, dayfirst) for text in set(written) if text is not None}
    iso = [known.get(text) for text in written]
    missing = [place for place, text in enumerate(written) if text is not None and iso[place] is None]
    unsettled = [place for place in missing if _either(written[place])]
    return Dates(
        iso,
        [_precision(date) for date in iso],
        unsettled,
        sorted(set(missing) - set(unsettled)),
        dayfirst,
    )


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


def _precision(date: str | None) -> str | None:
    return None if date is None else ("year", "month", "day")[date.count("-")]


def as_written(value: object) -> str | None:
    """A cell as text: dates in ISO form, whole numbers without a decimal point."""
    if value is None or (not isinstance(value, (list, tuple, dict)) and pd.isna(value)):
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) or None


def _evidence(written: set[str | None]) -> bool | None:
    """What the values above 12 say of the order: day first, month first, or nothing clear."""
    matches = [m for text in written if text is not None and (m := _NUMBERS.fullmatch(text))]
    first = any(int(m["first"]) > 12 for m in matches)
    second = any(int(m["second"]) > 12 for m in matches)
    return first if first != second else None


def _read(text: str, dayfirst: bool | None) -> str | None:
    match = _NUMBERS.fullmatch(text)
    if match:
        return _numeric(match, dayfirst)
    match = next((m for form in _WRITTEN if (m := form.fullmatch(text))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = parts.get("month")
    number = month and (int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1)
    return _iso(int(parts["year"]), number, parts.get("day"))


def _numeric(match: re.Match, dayfirst: bool | None) -> str | None:
    first, second, year = (int(match[name]) for name in ("first", "second", "year"))
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    if dayfirst is None and first != second:
        dayfirst = first > 12 if (first > 12) != (second > 12) else None
        if dayfirst is None:
            return None
    return _iso(year, second, first) if dayfirst else _iso(year, first, second)


def _either(text: str) -> bool:
    """Whether both orders would do."""
    match = _NUMBERS.fullmatch(text)
    return bool(match) and 1 <= int(match["first"]) <= 12 and 1 <= int(match["second"]) <= 12


def _iso(year: int, month: int | None, day: int | str | None) -> str | None:
    """The date in ISO form, or None if the calendar has no such day."""
    try:
        full = dt.date(year, month or 1, int(day or 1))
    except ValueError:
        return None
    if year not in YEARS:
        return None
    return full.isoformat()[: 4 if month is None else 7 if day is None else 10]
