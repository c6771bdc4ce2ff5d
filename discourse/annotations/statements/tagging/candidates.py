"""What is looked at: each statement of the rules, and each further word that often reports.

A candidate has a window of tokens, within which its labels are sought: the sentences that it touches and,
for a statement of the rules, one more on either side within the paragraph.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discourse.annotations.statements.found import Range
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.statement import Statement
from discourse.annotations.statements.tagging.labels import Ranges, tokens_of
from discourse.lexicons.cues import Cues

_LONGEST = 600
_MARGIN = 40
_PER_UNIT = 6  # so that the work grows with the length of a text only, whatever stands in it


@dataclass(frozen=True)
class Candidate:
    """A cue that may make a statement; `origin` is the number of the rules' statement of it, if there is one."""

    origin: int | None
    statement: Statement | None
    ranges: Ranges
    window: Range

    @property
    def heart(self) -> Range:
        """The tokens of the cue, or the first of the content where there is none."""
        if self.ranges["cue"]:
            return self.ranges["cue"][0]
        first = self.ranges["content"][0][0]
        return first, first + 1


def candidates(reading: Reading, by_rules: Sequence[Statement], cues: Cues) -> list[Candidate]:
    """Give the candidates of a text: first the statements of the rules (too long ones left out), then other words."""
    starts = [first for first, _ in reading.units]
    found: list[Candidate] = []
    taken: set[int] = set()
    for origin, statement in enumerate(by_rules):
        ranges = {
            "cue": tokens_of(reading, statement.cue_spans),
            "speaker": tokens_of(reading, statement.speaker_spans),
            "content": tokens_of(reading, statement.content_spans),
        }
        taken.update(i for first, behind in ranges["cue"] for i in range(first, behind))
        pieces = [piece for part in ranges.values() for piece in part]
        touched = min(first for first, _ in pieces), max(behind for _, behind in pieces)
        if statement.via is None and ranges["content"] and touched[1] - touched[0] <= _LONGEST:
            found.append(Candidate(origin, statement, ranges, _window(reading, starts, touched, around=True)))
    for i in _further(reading, taken, cues):
        here = (i, i + 1)
        ranges = {"cue": [here], "speaker": [], "content": []}
        found.append(Candidate(None, None, ranges, _window(reading, starts, here, around=False)))
    return found


def _further(reading: Reading, taken: set[int], cues: Cues) -> Iterator[int]:
    for first, behind in reading.units:
        here = (
            i
            for i in range(first, behind)
            if reading.words[i] in cues.reports and reading.inside[i] < 0 and i not in taken
        )
        for i, _ in zip(here, range(_PER_UNIT), strict=False):
            yield i


def _window(reading: Reading, starts: list[int], touched: Range, *, around: bool) -> Range:
    first = max(bisect_right(starts, touched[0]) - 1, 0)
    last = max(bisect_right(starts, touched[1] - 1) - 1, 0)
    paragraph = reading.paragraph_of
    if around and first > 0 and paragraph[first - 1] == paragraph[first]:
        first -= 1
    if around and last + 1 < len(starts) and paragraph[last + 1] == paragraph[last]:
        last += 1
    start = max(reading.units[first][0], touched[0] - _MARGIN)
    return min(start, touched[0]), max(min(reading.units[last][1], touched[1] + _MARGIN), touched[1])
