"""The use of one word in its sentence."""

from typing import NamedTuple

from discourse.annotations.uses.clause import Stretch, clause_before
from discourse.annotations.uses.distance import distanced_before, distanced_behind, tight_quotation
from discourse.annotations.uses.negation import find_negation
from discourse.annotations.uses.refusal import named_before, refused_from

ASSERTED, NEGATED, REFUSED = "asserted", "negated", "refused"
REACH, REACH_BEHIND = 240, 100


class Use(NamedTuple):
    """The use of a frame's word, and where to look for those who use it so.

    `distanced_at` is where the words or marks begin that hold it at arm's length (None: nothing does);
    `named_at` is where an act of naming, refusing or denying begins, whose subject stands right before it.
    """

    use: str
    distanced_at: int | None = None
    named_at: int | None = None


PLAIN = Use(ASSERTED)


class Rules(NamedTuple):
    """Which rules are asked for the use of a word: all of which it is not known that they find nothing."""

    refused: bool = True
    negated_before: bool = True
    negated_behind: bool = True
    distanced_before: bool = True
    distanced_behind: bool = True
    quoted: bool = True


ALL_RULES = Rules()


def find_use(text: str, sentence: tuple[int, int], start: int, end: int, asked: Rules = ALL_RULES) -> Use:
    """Give the use of the word at `[start, end)` in its sentence.

    Examples
    --------
    >>> text = "It has yet to call it an invasion."
    >>> find_use(text, (0, len(text)), 25, 33)
    Use(use='refused', distanced_at=None, named_at=7)
    >>> text = "This is not a war but a so-called conflict."
    >>> [find_use(text, (0, len(text)), text.index(w), text.index(w) + len(w)) for w in ("war", "conflict")]
    [Use(use='negated', distanced_at=None, named_at=None), Use(use='asserted', distanced_at=24, named_at=None)]
    """
    before = Stretch(text, max(sentence[0], start - REACH), start)
    behind = Stretch(text, end, min(sentence[1], end + REACH_BEHIND))
    clause = clause_before(before)
    quotation = tight_quotation(text, sentence, start, end) if asked.quoted else None
    if asked.refused or quotation:
        refused = refused_from(clause, behind, quoted=quotation is not None)
        if refused is not None:
            return Use(REFUSED, None, clause.start(refused))
    negation = None
    if asked.negated_before or asked.negated_behind:
        negation = find_negation(clause, behind, ask_behind=asked.negated_behind)
    use, denied_at = (NEGATED, negation.denied_at) if negation else (ASSERTED, None)
    distance = distanced_before(before, clause) if asked.distanced_before else None
    if asked.distanced_behind and not distance:
        distance = distanced_behind(text, end, sentence[1], behind)
    if distance:
        return Use(use, distance.at, distance.named_at or denied_at)
    if quotation:
        return Use(use, quotation[0] - 1, denied_at or named_before(clause))
    return Use(use, None, denied_at)
