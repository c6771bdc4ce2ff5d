"""The words and marks of a text, as the rules for statements read them.

They are finer than the words that are counted: each mark stands alone, and an abbreviated title or an initial takes
its point along (`Mr.`, `J. Smith`). All texts of a partition are cut at once, each chunk of a corpus one time.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

import numpy as np

from discourse.text import Chunks, places_of
from discourse.text.held import Held, held_by

_TITLES = "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen Rev Jr Sr St Prof Lt Col Sgt Capt".split()


def _token(capital_follows: str) -> re.Pattern[str]:
    """Give the pattern of a token; an initial is one where a capital follows (`J. Smith`)."""
    return re.compile(
        rf"(?:{'|'.join(_TITLES)})\.(?=\s)"
        rf"|(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.(?={capital_follows})"
        r"|\w+(?:[-'&/\u00ad\u2011]\w+|[.,]\d+)*"
        r"|\S"
    )


_TOKEN = _token(r"\s+[A-Z]")
# In a chunk nothing is seen of the next one, so that for one that ends in an initial there are two patterns.
_BEFORE_OTHERS = _token(r"[^\S \n]+[A-Z]")
_BEFORE_CAPITAL = _token(r"[^\S \n]+[A-Z]|[^\S \n]*[ \n]")
# A letter behind a digit may be one too: `3.5` is a token of its own.
_INITIAL = re.compile(r"(?<![^\W\d])[^\W\d_]\.\s+$")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")


class Cut(NamedTuple):
    """The tokens of a text: in lower case with straight apostrophes, and from where to where in code points.

    `sought` are the numbers of the tokens that somebody looks for; None where nobody said for which words.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    sought: list[int] | None = None

    def within(self, start: int, end: int) -> "Cut":
        """Give the tokens of a part of the text, counted from its start."""
        first, behind = bisect_left(self.starts, start), bisect_left(self.starts, end)
        sought = self.sought
        if sought is not None:
            sought = [i - first for i in sought[bisect_left(sought, first) : bisect_left(sought, behind)]]
        starts, ends = ([at - start for at in places[first:behind]] for places in (self.starts, self.ends))
        return Cut(self.words[first:behind], starts, ends, sought)


def bare(text: str) -> str:
    """Give a text with blanks in the place of tags.

    Examples
    --------
    >>> bare("a <b>c</b>")
    'a    c    '
    """
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text else text


def cut(text: str, sought: Collection[str] | None = None) -> Cut:
    """Cut one text, and find the words that are `sought`.

    Examples
    --------
    >>> cut("Mr. Xi’s plan, J. Ruiz said.", {"said"})
    Cut(words=['mr.', "xi's", 'plan', ',', 'j.', 'ruiz', 'said', '.'], ..., sought=[6])
    """
    words, spans = _tokens(text=_straight(bare(text)), pattern=_TOKEN)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Cut(words, starts, ends, None if sought is None else places_among(words, sought))


def cut_all(texts: Sequence[str], chunks: Chunks, sought: Collection[str] | None = None) -> list[Cut]:
    """Cut all texts of a partition, and find the words that are `sought`; each as `cut` does."""
    code, initials = _with_initials(chunks)
    pieces = chunks.memory.found(_pieces).of(chunks.number).and_of(_cut_chunks(initials, _BEFORE_CAPITAL))
    place, number = places_of(pieces.counts, code)
    at = chunks.start_in_text[place]
    columns = (pieces.what[number], at + pieces.start[number], at + pieces.end[number])
    words, starts, ends = (column.tolist() for column in columns)
    first = np.searchsorted(place, chunks.first)
    cuts = [Cut(words[b:e], starts[b:e], ends[b:e]) for b, e in pairwise(first.tolist())]
    if sought is not None:
        found = _in_each(pieces.what, number, first, sought)
        cuts = [of_text._replace(sought=here) for of_text, here in zip(cuts, found, strict=True)]
    return [
        _without_tags(text, of_text, sought) if "<" in text else of_text
        for text, of_text in zip(texts, cuts, strict=True)
    ]


def _in_each(
    words: np.ndarray, number: np.ndarray, first: np.ndarray, sought: Collection[str]
) -> list[list[int]]:
    """Give the numbers of the tokens sought in each text, whose tokens begin at `first`."""
    is_sought = np.zeros(len(words), dtype=bool)
    is_sought[places_among(words.tolist(), sought)] = True
    places = np.flatnonzero(is_sought[number])
    bounds = np.searchsorted(places, first)
    within = (places - np.repeat(first[:-1], np.diff(bounds))).tolist()
    return [within[begin:end] for begin, end in pairwise(bounds.tolist())]


def places_among(words: Sequence[str], sought: Collection[str]) -> list[int]:
    """Give the numbers of the words that are among those `sought`."""
    return list(compress(range(len(words)), map(sought.__contains__, words)))


def _without_tags(text: str, found: Cut, sought: Collection[str] | None) -> Cut:
    """Take the tokens of tags out of a text that was cut as it stands.

    What stands before a tag may be an abbreviation only if the tag is none; so there the text is cut anew.
    """
    kept: list[tuple[int, int]] = []
    behind = 0
    for tag in _TAG.finditer(text):
        first = bisect_left(found.starts, tag.start(), behind)
        if first > 1 and found.words[first - 1] == "." and _may_be_short(found, first - 2):
            return cut(text, sought)
        kept.append((behind, first))
        behind = bisect_left(found.starts, tag.end(), first)
    kept.append((behind, len(found.starts)))
    words = [word for first, behind in kept for word in found.words[first:behind]]
    starts = [start for first, behind in kept for start in found.starts[first:behind]]
    ends = [end for first, behind in kept for end in found.ends[first:behind]]
    return Cut(words, starts, ends, None if sought is None else places_among(words, sought))


def _may_be_short(found: Cut, i: int) -> bool:
    """Whether a token is a title or an initial if it takes the point behind it along."""
    return found.ends[i] - found.starts[i] == 1 or found.words[i].capitalize() in _TITLES


def _pieces(chunks: Sequence[str], before: Held | None) -> Held:
    """Cut more chunks of a memory."""
    pieces = _cut_chunks(chunks, _BEFORE_OTHERS)
    return before.and_of(pieces) if before else pieces


def _cut_chunks(chunks: Sequence[str], pattern: re.Pattern[str]) -> Held:
    words, spans = _tokens(_straight("".join(chunks)), pattern)
    start, end = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    return held_by(chunks, start, end, np.array(words, dtype=object))


def _tokens(text: str, pattern: re.Pattern[str]) -> tuple[list[str], list[tuple[int, int]]]:
    found = list(pattern.finditer(text))
    return [token[0].lower() for token in found], [token.span() for token in found]


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("ʼ", "'")


def _with_initials(chunks: Chunks) -> tuple[np.ndarray, list[str]]:
    """Number chunks that end in an initial anew where a capital follows; give all numbers, and these chunks."""
    ends_so = np.flatnonzero(chunks.each(_ends_in_initial, bool))
    behind = chunks.behind(ends_so)
    capital = chunks.each_of(behind, _opens_with_capital, bool)
    named = ends_so[(behind >= 0) & capital]
    which, numbers = np.unique(chunks.code[named], return_inverse=True)
    code = chunks.code.copy()
    code[named] = len(chunks.number) + numbers
    return code, [chunks.memory.chunks[number] for number in chunks.number[which].tolist()]


def _ends_in_initial(chunk: str) -> bool:
    return chunk.rstrip()[-1:] == "." and _INITIAL.search(chunk) is not None


def _opens_with_capital(chunk: str) -> bool:
    return chunk.lstrip()[:1] in _CAPITALS
