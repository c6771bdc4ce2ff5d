"""The words and marks of a text, as the rules for statements read them.

They are finer than the words that are counted: each mark stands alone, and an abbreviated title or an initial takes
its point along (`Mr.`, `J. Smith`). All texts of a partition are cut at once, each distinct chunk one time.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from discourse.text import Chunks, places_of


def _token(capital_follows: str) -> re.Pattern[str]:
    """Give the pattern of a token; an initial is one where a capital follows (`J. Smith`)."""
    return re.compile(
        r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Rev|Jr|Sr|St|Prof|Lt|Col|Sgt|Capt)\.(?=\s)"
        rf"|(?:[^\W\d_]\.){{2,}}|[^\W\d_]\.(?={capital_follows})"
        r"|\w+(?:[-'&/\u00ad\u2011]\w+|[.,]\d+)*"
        r"|\S"
    )


_TOKEN = _token(r"\s+[A-Z]")
# In a chunk nothing is seen of the next one, so that for one that ends in an initial there are two patterns.
_BEFORE_OTHERS = _token(r"[^\S \n]+[A-Z]")
_BEFORE_CAPITAL = _token(r"[^\S \n]+[A-Z]|[^\S \n]*[ \n]")
_INITIAL = re.compile(r"[^\W\d_]\.\s$")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")


class Cut(NamedTuple):
    """The tokens of a text: in lower case with straight apostrophes, and from where to where in code points."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> "Cut":
        """Give the tokens of a part of the text, counted from its start."""
        rows = slice(bisect_left(self.starts, start), bisect_left(self.starts, end))
        starts, ends = ([place - start for place in places[rows]] for places in (self.starts, self.ends))
        return Cut(self.words[rows], starts, ends)


def bare(text: str) -> str:
    """Give a text with blanks in the place of tags.

    Examples
    --------
    >>> bare("a <b>c</b>")
    'a    c    '
    """
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text else text


def cut(text: str) -> Cut:
    """Cut one text.

    Examples
    --------
    >>> cut("Mr. Xi’s plan, J. Ruiz said.").words
    ['mr.', "xi's", 'plan', ',', 'j.', 'ruiz', 'said', '.']
    """
    straight = _straight(bare(text))
    spans = [token.span() for token in _TOKEN.finditer(straight)]
    return Cut(_lower(straight, spans), [start for start, _ in spans], [end for _, end in spans])


def cut_all(texts: Sequence[str], chunks: Chunks) -> list[Cut]:
    """Cut all texts of a partition; each as `cut` does."""
    code, initials = _with_initials(chunks)
    distinct = chunks.distinct + initials
    plain, named = (_straight("".join(some)) for some in (chunks.distinct, initials))
    spans = [token.span() for token in _BEFORE_OTHERS.finditer(plain)]
    words = _lower(plain, spans)
    for token in _BEFORE_CAPITAL.finditer(named):
        spans.append((token.start() + len(plain), token.end() + len(plain)))
        words.append(token[0].lower())
    edges = np.array(spans, dtype=np.int64).reshape(-1, 2)
    begins = np.cumsum(np.fromiter(map(len, ["", *distinct]), np.int64, len(distinct) + 1))
    holder = np.searchsorted(begins, edges[:, 0], side="right") - 1
    place, number = places_of(np.bincount(holder, minlength=len(distinct)), code)
    edges = (edges - begins[holder][:, None])[number] + chunks.start_in_text[place][:, None]
    columns = np.array(words, dtype=object)[number].tolist(), edges[:, 0].tolist(), edges[:, 1].tolist()
    bounds = np.searchsorted(place, chunks.first).tolist()
    return [
        cut(text) if _TAG.search(text) else Cut(*(column[first:behind] for column in columns))
        for text, first, behind in zip(texts, bounds[:-1], bounds[1:], strict=True)
    ]


def _lower(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals of other scripts grow when lowered
        return [text[start:end].lower() for start, end in spans]
    return [lower[start:end] for start, end in spans]


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("ʼ", "'")


def _with_initials(chunks: Chunks) -> tuple[np.ndarray, list[str]]:
    """Number chunks that end in an initial anew where a capital follows; give all numbers, and these chunks."""
    ends_so = np.flatnonzero(chunks.each(_ends_in_initial, bool))
    behind = chunks.behind(ends_so)
    capital = [chunks.distinct[code][0] in _CAPITALS for code in chunks.code[behind].tolist()]
    named = ends_so[(behind >= 0) & np.array(capital, dtype=bool)]
    which, numbers = np.unique(chunks.code[named], return_inverse=True)
    code = chunks.code.copy()
    code[named] = len(chunks.distinct) + numbers
    return code, [chunks.distinct[i] for i in which.tolist()]


def _ends_in_initial(chunk: str) -> bool:
    return chunk[-2:-1] == "." and _INITIAL.search(chunk) is not None
