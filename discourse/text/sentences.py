"""Sentences by rule, with code-point offsets.

A sentence ends behind a full stop, question or exclamation mark or an ellipsis (with the quotation
marks and brackets that close there), if what follows can begin one; and at the end of a paragraph,
a heading or a list item, whether or not a full stop stands there. A line break inside a hard-wrapped
paragraph ends nothing.
"""

import re
from collections.abc import Iterator

_CLOSING = "\"'”’»›)\\]}」』"
_OPENING = "\"'“‘«‹„‚(\\[{「『"

_LINE_BREAK = r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"

# A stop and what closes with it, in front of white space (an ellipsis may be spaced: ". . ."); or with
# the blank behind it lost, as in "of policy.The president"; or the full stop of a script that puts no
# blank behind it. Each run of stops is tried once, from its first, so that a million full stops cost
# no more than their length.
_STOP = re.compile(
    rf"(?<![.!?…‽])[.!?…‽]++(?:[ \u00a0]\.(?!\w))*+[{_CLOSING}]*+(?=\s)"
    rf"|(?<=[a-z]{{2}})[.!?][{_CLOSING}]?(?=[A-Z][a-z]{{1,20}}\s)"
    rf"|(?<![。！？])[。！？]++[{_CLOSING}]*+"
)
_BREAK = re.compile(rf"(?:{_LINE_BREAK})\s*")
_LINE_END = re.compile(_LINE_BREAK)
_BEGINS = re.compile(rf"\s*[{_OPENING}—–\-•*·…\s]*(\w?)")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?:\w\.)*\w*$")

# Abbreviations that stand before a name, written with a capital, and never end a sentence.
_TITLES = frozenset(
    """Mr Mrs Ms Mx Messrs Dr Prof Sr St Ste Mt Rev Fr Hon Pres Sen Rep Reps Sens Gov Govs Lt Gen Col Maj
    Capt Cmdr Adm Sgt Cpl Pvt Brig Supt Insp Det Amb Sec Min Dep Del Atty vs v cf al ca approx e.g i.e""".split()
)
# Abbreviations only in front of a number.
_NUMBERED = frozenset("no nos art para sect fig figs vol p pp nr ch eds ed".split())
# Abbreviations that may end a sentence: they do where the next word is one that begins sentences.
_MAYBE = frozenset(
    """Inc Ltd Co Corp Bros LLC Plc Jr Esq etc a.m p.m A.M P.M Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov
    Dec Ave Blvd Rd Est Dept Univ Assn Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ph.D Calif Fla Mass Pa Va
    Ariz Mich Tenn Wash Conn Ill Wis Minn Ala Ga Tex Colo Okla""".split()
)
_STARTERS = frozenset(
    """the a an this that these those there here he she it they we i you his her its their our my but and or so
    yet if when while after before since although though because as in on at by for from with without what
    who why how where not no nor one two some many most all both each every another other others more
    however meanwhile moreover still then now also even asked according despite during earlier later last
    under until once instead such to mr mrs ms""".split()
)
_SHORTEST_WRAP = 40
_LONGEST_WRAP = 120
# In a text whose lines mostly go on in lower case, a line of more than half the width that no mark ends goes on too.
_FLOWING, _FILLED = 0.4, 0.6
_ENDED = re.compile(rf"[.!?…‽:;。！？][{_CLOSING}]*\s*$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Cut `text` into sentences, as half-open ranges of code points without the white space around them.

    Together the ranges cover each non-space character once, in order.

    Examples
    --------
    >>> text = "A headline\\n\\nMr. Xi met J. D. Vance in the U.S. on Monday. “Why?” he asked. It ended."
    >>> [text[start:end] for start, end in sentences(text)]
    ['A headline', 'Mr. Xi met J. D. Vance in the U.S. on Monday.', '“Why?” he asked.', 'It ended.']
    """
    cuts = sorted({*_paragraph_ends(text), *_full_stops(text), len(text)})
    spans, begin = [], 0
    for cut in cuts:
        trimmed = text[begin:cut]
        left = len(trimmed) - len(trimmed.lstrip())
        if left < len(trimmed):
            spans.append((begin + left, begin + len(trimmed.rstrip())))
        begin = cut
    return spans


def _full_stops(text: str) -> Iterator[int]:
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop):
            yield stop.end()


def _ends_sentence(text, stop) -> bool:
    """Whether the stop ends a sentence, by the word before it and the word behind it."""
    begins = _BEGINS.match(text, stop.end(), stop.end() + 40)
    first = begins and begins.group(1)
    if not begins or not first:
        return True
    if first.islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 20), stop.start())
    return not _is_abbreviation(before.group() if before else "", text, begins.start(1))


def _is_abbreviation(before, text, follows) -> bool:
    """Whether the point behind the word `before` only abbreviates it."""
    if before in _TITLES:
        return True
    if text[follows].isdigit() and before.lower() in _NUMBERED:
        return True
    initial = len(before) == 1 and before.isupper()
    dotted = "." in before and all(len(piece) == 1 for piece in before.split("."))
    if not (initial or dotted or before in _MAYBE):
        return _numbers_a_list(before, text, follows)
    behind = _NEXT_WORD.match(text, follows)
    return not (behind and behind.group().lower() in _STARTERS and behind.group() != before)


def _numbers_a_list(before, text, follows) -> bool:
    """Whether `before` is the number of a list item, as in `1. Ceasefire`."""
    if not before.isdigit() or len(before) > 2:
        return False
    line = text.rfind("\n", 0, follows) + 1
    return text[line:follows].strip(" .\t") == before


def _paragraph_ends(text: str) -> Iterator[int]:
    """Find the line breaks that end a paragraph, a heading or a list item."""
    breaks = list(_BREAK.finditer(text))
    width = _wrap_width(text, breaks)
    filled = _FILLED * width if width and _flows(text, breaks) else None
    begin = 0
    for found in breaks:
        if len(_LINE_END.findall(found.group())) > 1 or not _is_wrapped(text, begin, found, width, filled):
            yield found.end()
        begin = found.end()


def _wrap_width(text, breaks) -> int:
    """The width that the text is wrapped to (nearly all lines keep to it); 0 if lines are whole paragraphs."""
    ends = [*(b.start() for b in breaks), len(text)]
    begins = [0, *(b.end() for b in breaks)]
    lengths = sorted(end - begin for begin, end in zip(begins, ends, strict=True))
    longest = lengths[int(0.95 * len(lengths))]
    return longest if _SHORTEST_WRAP <= longest <= _LONGEST_WRAP else 0


def _flows(text, breaks) -> bool:
    """Whether most lines go on in lower case below, as those of a paragraph do and a list's do not."""
    small = sum(text[found.end() : found.end() + 1].islower() for found in breaks)
    return small >= _FLOWING * len(breaks)


def _is_wrapped(text, begin, found, width, filled) -> bool:
    """Whether the line goes on below: the next word begins small, or would not have fitted.

    In a flowing text that is ragged or justified, a well `filled` line without an end goes on as well.
    """
    first = text[found.end() : found.end() + 1]
    if first.islower():
        return True
    if not width or not first:
        return False
    line = text[begin : found.start()]
    if filled is not None and len(line) >= filled and not _ENDED.search(line):
        return True
    word = re.split(r"\s", text[found.end() : found.end() + width], maxsplit=1)[0]
    return found.start() - begin + 1 + len(word) > width
