"""Which statements are right: found and marked ones paired one to one, the best overlap of contents first.

A statement is right if its content shares half or more of the words of both (Jaccard) with a marked one, and if
the speakers share a word, or neither names any.
"""

from collections.abc import Sequence

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.tagging.labels import Ranges

HALF = 0.5

Words = frozenset[int]


def right(reading: Reading, found: Sequence[Ranges], marked: Sequence[Ranges]) -> list[int | None]:
    """Give for each found statement the number of the marked one that it gets right, or None."""
    mine = [_words(reading, one) for one in found]
    theirs = [_words(reading, one) for one in marked]
    overlaps = sorted(
        (-_jaccard(content, other), i, j)
        for i, (_, content) in enumerate(mine)
        for j, (_, other) in enumerate(theirs)
        if content & other
    )
    of: list[int | None] = [None] * len(found)
    taken: set[int] = set()
    paired: set[int] = set()
    for overlap, i, j in overlaps:
        if i in paired or j in taken:
            continue
        paired.add(i)
        taken.add(j)
        speaker, other = mine[i][0], theirs[j][0]
        if -overlap >= HALF and (speaker & other or not (speaker or other)):
            of[i] = j
    return of


def _words(reading: Reading, ranges: Ranges) -> tuple[Words, Words]:
    """The words of the speaker and of the content, without marks."""

    def of(part: str) -> Words:
        tokens = (i for first, behind in ranges[part] for i in range(first, behind))
        return frozenset(i for i in tokens if reading.words[i][0].isalnum())

    return of("speaker"), of("content")


def _jaccard(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other)
