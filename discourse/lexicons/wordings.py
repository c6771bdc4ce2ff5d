"""Wordings as the user lists them: plain text, or text with a case rule and dates."""

import re
from typing import NamedTuple

from discourse.lexicons.patterns import units
from discourse.lexicons.yaml_file import Complaints, Entry, Items, Text, check_keys

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Wording(NamedTuple):
    """A name, a term or a context: its text, its case rule and when it holds."""

    text: str
    exact_case: bool
    since: str | None
    until: str | None


def wordings(
    entry: Entry, key: str, what: str, complaints: Complaints, *, exact: bool, wildcard: bool = False
) -> tuple[Wording, ...]:
    """Read the list `key` of an entry: texts, or mappings with `text`, `case`, `from` and `to`."""
    listed = entry.get(key, Items())
    if isinstance(listed, str):
        complaints.add(entry.line, f"{what}: {key!r} must be a list, such as [{listed or 'one'}, ...]")
        return ()
    return tuple(
        wording
        for item in listed
        if (wording := _wording(item, f"{what}, {key}", complaints, exact, wildcard)) is not None
    )


def dates(entry: Entry, what: str, complaints: Complaints) -> tuple[str | None, str | None]:
    """Read `from` and `to` of an entry, as ISO dates; complain if they are none or stand in the wrong order."""
    since, until = (entry.get(key) or None for key in ("from", "to"))
    for date in (since, until):
        if date and not _DATE.fullmatch(date):
            complaints.add(date.line, f"{what}: {str(date)!r} is not a date; write it as 2022-02-24")
            return None, None
    if since and until and since > until:
        complaints.add(since.line, f"{what}: 'from' {since} is after 'to' {until}")
    return since and str(since), until and str(until)


def _wording(item: Text | Entry | Items, what, complaints, exact, wildcard):
    if isinstance(item, Text):
        item = _as_entry(item)
    if not isinstance(item, Entry):
        complaints.add(item.line, f"{what}: a list inside the list; write one wording an item")
        return None
    check_keys(item, ("text", "case", "from", "to"), what, complaints)
    text = item.get("text", "")
    if not _is_sound(text, item.line, what, complaints, wildcard):
        return None
    case = item.get("case")
    if case not in (None, "exact", "any"):
        complaints.add(case.line, f"{what}: 'case' is {str(case)!r}; it must be exact or any")
    since, until = dates(item, f"{what}, {str(text)!r}", complaints)
    return Wording(str(text), exact if case is None else case == "exact", since, until)


def _as_entry(text: Text) -> Entry:
    entry = Entry(text=text)
    entry.line = text.line
    return entry


def _is_sound(text, line, what, complaints, wildcard) -> bool:
    """Whether a wording can be searched for; if not, say why."""
    wrong = None
    if not isinstance(text, str) or not units(text):
        wrong = "a wording without a letter"
    elif "*" in text and (not wildcard or "*" in text[:-1] or not text[-2:-1].isalnum()):
        wrong = f"{str(text)!r}: an asterisk may stand only at the end of a frame's term"
    elif text.endswith("*") and len(units(text)[-1]) < 2:
        wrong = f"{str(text)!r} would match too much; write at least two letters before the asterisk"
    if wrong:
        complaints.add(line, f"{what}: {wrong}")
    return wrong is None
