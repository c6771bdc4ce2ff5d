"""Finding the patterns of a lexicon in a partition of texts.

Only where all units of a pattern stand (see `trie`) is the text itself looked at, place by place: the case of
the words, and the gaps between them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from discourse.annotations.trie import walk
from discourse.lexicons import Pattern
from discourse.text import Tokens

# What may stand between two units of a phrase: white space with one joining mark, and one line break.
_GAP = re.compile(r"(?!.*\n[^\n]*\n)\s*[-‐‑–—'’ʼ&/.]?\s*", re.DOTALL)
_SENTENCE_GAP = re.compile(r"\.\s")
_WORDS = re.compile(r"[\w\u00ad\u200b-\u200d]+")
_UNIT = re.compile(r"\w+")
_SHOUTED = 4


class Hit(NamedTuple):
    """A place where a pattern stands: text number, half-open range of code points, pattern."""

    text: int
    start: int
    end: int
    pattern: Pattern


def find_patterns(tokens: Tokens, texts: Sequence[str], patterns: Iterable[Pattern]) -> list[Hit]:
    """Find the places of `patterns` in `texts`, which were cut into `tokens`; in order.

    The longest match wins, and of two that overlap the one that begins first. Patterns of several owners
    on the same place are all given. An excluding pattern hides its own owner's matches inside it and is
    not given itself.
    """
    candidates = defaultdict(list)
    listed = list(patterns)
    first, last, which = walk(tokens, listed)
    edges = tokens.unit_text[first], tokens.unit_start[first], tokens.unit_end[last]
    places = zip(*(edge.tolist() for edge in edges), strict=True)
    for (text, start, end), number in zip(places, which.tolist(), strict=True):
        if _fits(texts[text][start:end], listed[number]):
            candidates[text].append(Hit(text, start, end, listed[number]))
    return [hit for text in sorted(candidates) for hit in _longest(_not_excluded(candidates[text]))]


def _fits(found: str, pattern: Pattern) -> bool:
    """Whether the words as they stand agree with the pattern in case and in what separates them."""
    if len(pattern.words) > 1 and found.lower() != " ".join(pattern.words) and not _gaps_join(found, pattern):
        return False
    if not pattern.exact_case or found == pattern.text:
        return True
    written = _UNIT.findall(found.replace("\u00ad", ""))
    return written == _UNIT.findall(pattern.text) or (len(found) >= _SHOUTED and found.isupper())


def _gaps_join(found, pattern):
    """A phrase runs over a full stop or a comma only where its own text has one (`Mr. Xi`, `Moscow, Idaho`)."""
    gaps = _WORDS.split(found)[1:-1]
    if "," in pattern.text:
        gaps = [gap.removeprefix(",") for gap in gaps]
    pointed = "." in pattern.text
    return all(_GAP.fullmatch(gap) and (pointed or not _SENTENCE_GAP.match(gap)) for gap in gaps)


def _not_excluded(hits: list[Hit]) -> list[Hit]:
    """Leave out the excluding patterns, and each owner's hits that lie within one of his own."""
    excluded: dict[str, list[tuple[int, int]]] = defaultdict(list)
    if not any(hit.pattern.exclude for hit in hits):
        return hits
    for hit in sorted((h for h in hits if h.pattern.exclude), key=lambda h: h.start):
        places = excluded[hit.pattern.owner]
        places.append((hit.start, max(hit.end, places[-1][1] if places else 0)))
    return [h for h in hits if not h.pattern.exclude and not _within(h, excluded[h.pattern.owner])]


def _within(hit, places):
    """Whether one of `places`, sorted by start and with the furthest end so far, holds the hit."""
    before = bisect_right(places, hit.start, key=itemgetter(0))
    return bool(before) and hit.end <= places[before - 1][1]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Keep the longest of those that begin first, with all that stand on the very same place.

    What overlaps another wording of the same owner lengthens it: "Professor Liang" and "Liang Shuwen" are
    one place where the text has "Professor Liang Shuwen".
    """
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and _goes_on(kept[-1], hit):
            kept[-1] = kept[-1]._replace(end=hit.end)
        elif not kept or hit.start >= kept[-1].end or (hit.start, hit.end) == (kept[-1].start, kept[-1].end):
            kept.append(hit)
    return kept


def _goes_on(kept: Hit, hit: Hit) -> bool:
    return kept.start < hit.start < kept.end < hit.end and kept.pattern.owner == hit.pattern.owner
