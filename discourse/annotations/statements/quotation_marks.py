"""Which quotation marks belong together.

Marks are paired paragraph by paragraph, for every family of marks, nested and mixed. A quotation that
is not closed runs to the end of its paragraph, which is how a quotation over several paragraphs is
printed; but where the next paragraph opens none, the mark was forgotten, and a cue behind a comma ends
it. Each family can be open only once at a time, so that the work grows with the number of marks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

# A class comes first, so that a text is scanned for it quickly; an apostrophe within a word is no mark.
_MARK = re.compile(
    r"[\"“”„‟«»‹›「」『』'‘’‚`]"
    r"(?:(?<=[\"“”„‟«»‹›「」『』])|(?<=')'(?!'(?!'))|(?<=`)`|(?<=['‘’‚])(?:(?<!\w.)|(?!\w)))",
    re.DOTALL,
)

_OPENING = {"“": "“", "„": "“", "‟": "“", "«": "«", "‹": "‹", "「": "「", "『": "『", "``": "''"}
_CLOSING = {"”": "“", "»": "«", "›": "‹", "」": "「", "』": "『"}
_TURNING = {'"': '"', "''": "''"}
_POINTED = "«»‹›"
_SINGLE = "'‘’‚"

_CUE_BEHIND = re.compile(
    r",(?=\s+(?:(?:said|says)\s|(?:he|she|they|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})\s(?:said|says)\b))"
)
_FIRST_MARK = re.compile(r"\s*(?:[\"“„«‹「『]|``|'')")
_BEFORE_OPENING = ' \t\n\r\xa0\u2009\u202f([{<“"„«‹—–-/:'
_ELISION = re.compile(r"['’](?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|round\b)", re.IGNORECASE)


class Quotation(NamedTuple):
    """A pair of marks: `start` and `end` with the marks, and whether the closing one is there."""

    start: int
    end: int
    closed: bool
    single: bool
    nested: bool


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """Give the quotations of a text in order of their first character.

    Examples
    --------
    >>> text = "“It’s a ‘war’,” he said. The voters' choice."
    >>> [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])]
    ['“It’s a ‘war’,”', '‘war’']
    """
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text))
    places = [mark.start() for mark in marks]
    behind = 0
    for number, (start, end) in enumerate(paragraphs):
        first = bisect_left(places, start, behind)
        if first == len(marks):
            break
        behind = bisect_left(places, end, first)
        inside = marks[first:behind]
        if not inside:
            continue
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        found.extend(_in_paragraph(text, start, end, inside, following))
    found.sort(key=lambda q: (q.start, -q.end))
    return found


def _in_paragraph(
    text: str, start: int, end: int, marks: list[re.Match[str]], following: int
) -> Iterator[Quotation]:
    singles = [m.start() for m in marks if m[0] in _SINGLE and _may_close(text, m.start(), m.end(), end)]
    open_at: dict[str, int] = {}
    for mark in marks:
        family, opens = _role(text, mark, start, end, open_at, singles)
        if family and opens and family not in open_at:
            open_at[family] = mark.start()
        elif family and not opens and family in open_at:
            yield from _close(open_at, family, mark.end())
    for family, begin in open_at.items():
        if family != "'":
            goes_on = _FIRST_MARK.match(text, following) is not None
            cue = None if goes_on else _CUE_BEHIND.search(text, begin, end)
            behind = cue.end() if cue else end
            yield Quotation(begin, behind, False, False, _is_inner(begin, open_at))


def _close(open_at: dict[str, int], family: str, end: int) -> Iterator[Quotation]:
    """Close a family; what was opened later and never closed is forgotten."""
    begin = open_at.pop(family)
    for later in [f for f, at in open_at.items() if at > begin]:
        del open_at[later]
    yield Quotation(begin, end, True, family == "'", _is_inner(begin, open_at))


def _is_inner(begin: int, open_at: dict[str, int]) -> bool:
    return any(at < begin for at in open_at.values())


def _role(text, mark, start, end, open_at, singles) -> tuple[str, bool]:
    """Say which family a mark belongs to and whether it opens; no family: not a quotation mark."""
    sign = mark[0]
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if sign in _SINGLE:
        return _single_role(text, mark, before, after, open_at, singles, end)
    if sign in _TURNING:
        return _turning_role(_TURNING[sign], before, after, open_at)
    if sign in _POINTED:
        return _pointed_role(sign, after, open_at)
    if (
        sign == "“"
        and "“" in open_at
        and not before.isspace()
        and (after.isspace() or text[open_at["“"]] == "„")
    ):
        return "“", False
    if sign in _OPENING:
        return _OPENING[sign], True
    return _closing_role(_CLOSING[sign], before, after, open_at)


def _turning_role(family, before, after, open_at) -> tuple[str, bool]:
    """A straight mark opens or closes by its neighbours, else by turn; it may close a curly one."""
    if before in _BEFORE_OPENING and not after.isspace():
        opens = family not in open_at or before.isspace()
    elif after.isspace() and not before.isspace():
        opens = False
    else:
        opens = family not in open_at
    if not opens and family not in open_at:
        family = next((f for f in ("“", '"', "''") if f in open_at), family)
    return family, opens


def _pointed_role(sign, after, open_at) -> tuple[str, bool]:
    """Angle marks point either way: «so» and »so«."""
    family = "«" if sign in "«»" else "‹"
    if family in open_at:
        return family, False
    return family, not after.isspace() or sign in "«‹"


def _closing_role(family, before, after, open_at) -> tuple[str, bool]:
    """A closing mark closes its family or a straight one; in front of a word it was meant to open."""
    if family in open_at:
        return family, False
    other = next((f for f in ('"', "''") if f in open_at), None)
    if other:
        return other, False
    return family, before.isspace() and after.isalnum()


def _single_role(text, mark, before, after, open_at, singles, end) -> tuple[str, bool]:
    """Tell single quotation marks from apostrophes."""
    if mark[0] == "‚" and "'" not in open_at and not before.isalnum() and after.isalnum():
        closing = text.find("‘", mark.end(), end)
        return ("'", True) if closing > 0 else ("", False)
    if "'" in open_at and text[open_at["'"]] == "‚":
        return ("'", False) if mark[0] == "‘" or (mark[0] == "’" and not after.isalnum()) else ("", False)
    if "'" in open_at:
        place = bisect_left(singles, mark.start())
        if place < len(singles) and singles[place] == mark.start():
            further = place + 1 < len(singles)
            return ("", False) if further and _is_plural_possessive(text, mark.start()) else ("'", False)
        return "", False
    opens = (before in _BEFORE_OPENING and after.isalnum()) or (mark[0] == "‘" and after.isalnum())
    if not opens or mark[0] == "’" or _ELISION.match(text, mark.start()):
        return "", False
    place = bisect_left(singles, mark.end())
    return ("'", True) if place < len(singles) else ("", False)


def _may_close(text: str, at: int, behind: int, end: int) -> bool:
    """Whether a single mark stands where a quotation can end: behind a word, not in front of one."""
    return (
        text[at] in "'’" and not text[at - 1 : at].isspace() and not (behind < end and text[behind].isalnum())
    )


def _is_plural_possessive(text: str, at: int) -> bool:
    """Whether the mark looks like the apostrophe of `the voters' choice`."""
    return text[at - 1 : at] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
