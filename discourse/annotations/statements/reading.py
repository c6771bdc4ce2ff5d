"""A text as the rules read it: words and marks, quotations, paragraphs, and units.

A *unit* is a sentence; sentences that a quotation bridges are one unit, so that
`“It rained. We left,” she said.` is read as a whole.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, pairwise

from discourse.annotations.statements.cutting import Cut, bare, places_among
from discourse.annotations.statements.quotation_marks import Quotation, find_quotations
from discourse.annotations.statements.words import QUOTES
from discourse.lexicons.cues import Cues

_LONGEST_UNIT = 600  # no sentence is longer; so that no rule looks further than this


@dataclass
class Reading:
    """The words of a text, as parallel lists, and what encloses them.

    `words` are in lower case with straight apostrophes; `starts` and `ends` are code points.
    `sought` are the numbers of the tokens that may begin a cue, where they are known.
    `inside[i]` is the index of the outermost quotation that holds token `i`, or -1.
    `quoted` holds the token range of each quotation. `units` are token ranges; `paragraph_of[u]`
    numbers the paragraph of unit `u`.
    """

    text: str
    sentences: Sequence[tuple[int, int]]
    words: list[str]
    starts: list[int]
    ends: list[int]
    quotations: list[Quotation]
    sought: list[int] | None
    inside: list[int]
    units: list[tuple[int, int]]
    paragraph_of: list[int]
    quoted: list[tuple[int, int]] = field(default_factory=list)

    def is_capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def span(self, first: int, behind: int) -> tuple[int, int]:
        """The code points of a range of tokens."""
        return self.starts[first], self.ends[behind - 1]

    def opens_quotation(self, i: int) -> bool:
        """Whether token `i` is the opening mark of a quotation."""
        q = self.inside[i]
        return q >= 0 and self.quoted[q][0] == i

    def quotation_end(self, i: int) -> int:
        """The token behind the quotation that holds token `i`."""
        return self.quoted[self.inside[i]][1]

    def quotation_start(self, i: int) -> int:
        """The first token of the quotation that holds token `i`."""
        return self.quoted[self.inside[i]][0]


def read(text: str, sentences: Sequence[tuple[int, int]], tokens: Cut) -> Reading:
    """Read a text, which was cut into `tokens`: its quotations and units."""
    paragraphs = find_paragraphs(text, sentences)
    reading = Reading(
        text=text,
        sentences=sentences,
        words=tokens.words,
        starts=tokens.starts,
        ends=tokens.ends,
        sought=tokens.sought,
        quotations=_outermost(bare(text), paragraphs),
        inside=[-1] * len(tokens.words),
        units=[],
        paragraph_of=[],
    )
    _keep_names(reading)
    _mark_quoted(reading)
    _cut_units(reading, sentences, paragraphs)
    return reading


def trigger_places(reading: Reading, cues: Cues) -> list[int]:
    """Give the numbers of the tokens that may begin a cue."""
    return places_among(reading.words, cues.triggers) if reading.sought is None else reading.sought


def quotations_in(text: str, sentences: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Give the outermost quotations of a text as it stands, with what looks like a tag."""
    return _outermost(text, find_paragraphs(text, sentences))


def _outermost(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    return [quotation for quotation in find_quotations(text, paragraphs) if not quotation.nested]


def find_paragraphs(text: str, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join sentences to paragraphs: a line break between two sentences parts them.

    In a text with lines broken inside sentences, only an empty line does.
    """
    if not sentences:
        return []
    first, last = sentences[0][0], sentences[-1][1]
    if text.find("\n", first, last) < 0:
        return [(first, last)]
    breaks = [text.count("\n", end, start) for (_, end), (start, _) in pairwise(sentences)]
    wrapped = sum(breaks) < text.count("\n", first, last)
    between = [i for i, lines in enumerate(breaks, 1) if lines >= (2 if wrapped else 1)]
    bounds = [0, *between, len(sentences)]
    return [(sentences[begin][0], sentences[behind - 1][1]) for begin, behind in pairwise(bounds)]


def _keep_names(reading: Reading) -> None:
    """Leave `Will` and `May` in front of a name as they are written, so that they are no auxiliaries."""
    words, starts, text = reading.words, reading.starts, reading.text
    if "Will " not in text and "May " not in text:
        return
    for i in compress(range(len(words) - 1), map(("will", "may").__contains__, words)):
        if text[starts[i]].isupper() and text[starts[i + 1]].isupper():
            words[i] = words[i].capitalize()


def _mark_quoted(reading: Reading) -> None:
    behind = 0
    for number, quotation in enumerate(reading.quotations):
        first = bisect_left(reading.starts, quotation.start, behind)
        behind = bisect_left(reading.starts, quotation.end, first)
        reading.quoted.append((first, behind))
        reading.inside[first:behind] = [number] * (behind - first)


def _cut_units(reading: Reading, sentences, paragraphs) -> None:
    """Join the sentences that a quotation bridges, or that go on in lower case behind one."""
    units, starts = reading.units, reading.starts
    paragraph, behind = 0, 0
    for start, end in sentences:
        first = bisect_left(starts, start, behind)
        behind = bisect_left(starts, end, first)
        if first == behind:
            continue
        while paragraphs[paragraph][1] < end:
            paragraph += 1
        same = units != [] and reading.paragraph_of[-1] == paragraph
        if same and _goes_on(reading, first) and behind - units[-1][0] <= _LONGEST_UNIT:
            units[-1] = (units[-1][0], behind)
            continue
        while behind - first > _LONGEST_UNIT:
            units.append((first, first + _LONGEST_UNIT))
            reading.paragraph_of.append(paragraph)
            first += _LONGEST_UNIT
        units.append((first, behind))
        reading.paragraph_of.append(paragraph)


def _goes_on(reading: Reading, first: int) -> bool:
    """Whether a sentence begins within a quotation, or in lower case right behind its mark."""
    before = reading.units[-1][1] - 1
    if reading.inside[first] >= 0 and reading.inside[first] == reading.inside[before]:
        return True
    return reading.words[first - 1] in QUOTES and reading.text[reading.starts[first]].islower()
