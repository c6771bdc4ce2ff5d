"""Refused: "has yet to call it a war", "declined to describe it as an invasion", "avoids the word".

An act of naming stands before the word (a verb of naming, of saying, or a noun such as *the term*), and
before that act something that says it was not done. What presupposes the thing refuses nothing: "would
not say when the war would end". Two such things undo each other: "did not hesitate to call it a war".
"""

from collections.abc import Sequence
from functools import cache

from discourse.annotations.uses.clause import Clause, Stretch, phrase_at
from discourse.lexicons.use_words import Phrases, use_words

REACH = 14
_TO_NAME = 4
BEFORE = 8
BEHIND = 4
NEGATORS = frozenset({"not", "never", "nor", "neither", "without", "no", "nobody", "few"})
_OPENS = frozenset("of as for a an the to".split())
USED_AS = frozenset(
    "avoid avoids avoided avoiding use uses used using contain contains contained containing".split()
)


def refused_from(clause: Clause, behind: Stretch, *, quoted: bool) -> int | None:
    """Give the place of the first word of the refusal, or None if the word is not refused."""
    lists, words, acts = use_words(), clause.words, _acts()
    if quoted and clause.is_one(clause.begin - 1, lists.avoiding_words):
        return clause.begin - 1
    for place in range(len(words) - 1, max(-1, len(words) - 1 - REACH), -1):
        if words[place] in acts and _names(clause, place, quoted=quoted):
            refusals = _refusals(clause, place)
            if len(refusals) % 2:
                return refusals[0]
            if refusals:
                return None
    if clause.is_one(clause.begin - 1, lists.words) and _refused_behind(behind.words):
        return clause.begin - 1
    return None


def named_before(clause: Clause) -> int | None:
    """Where the verb stands by which somebody names the word: spoke throughout of "the crisis"."""
    lists = use_words()
    for place in range(clause.begin - 1, max(-1, clause.begin - 1 - _TO_NAME), -1):
        if clause.is_one(place, lists.naming) or clause.is_one(place, lists.uttering):
            return clause.start(place)
    return None


def _names(clause: Clause, place: int, *, quoted: bool) -> bool:
    """Whether the word at issue completes the act of naming at a place."""
    lists = use_words()
    gap = clause.words[place + 1 : clause.begin]
    if clause.is_one(place, lists.words) and all(w in _OPENS for w in gap):
        return True
    if clause.is_one(place, lists.owning):
        return True
    if clause.words[place] in USED_AS:
        return quoted and not gap
    return not clause.definite and (
        clause.is_one(place, lists.naming) or clause.is_one(place, lists.uttering)
    )


@cache
def _acts() -> Phrases:
    lists = use_words()
    return lists.words | lists.owning | lists.naming | lists.uttering | USED_AS


def _refusals(clause: Clause, naming: int) -> list[int]:
    """The places before the naming where something says that it was not done.

    Words of refusal side by side, or with one word between, are one ("shied away from"); so are *neither* and *nor*.
    """
    lists, words = use_words(), clause.words
    places: list[int] = []
    place, behind_refusal = max(0, naming - BEFORE), -2
    while place < naming:
        length = phrase_at(words, place, lists.still_asserted)
        refusal = 0 if length else phrase_at(words, place, lists.refusing)
        if refusal and place - behind_refusal > 1:
            places.append(place)
        elif not length and words[place] in NEGATORS:
            places = [at for at in places if words[at] != "neither"] + [place]
        place += max(length, refusal, 1)
        behind_refusal = place if refusal else behind_refusal
    return places


def _refused_behind(behind: Sequence[str]) -> bool:
    """The word war is not used, was avoided, does not appear."""
    lists = use_words()
    for place in range(min(BEHIND, len(behind))):
        if phrase_at(behind, place, lists.refusing):
            return True
        if behind[place] in ("not", "never"):
            return any(
                phrase_at(behind, at, lists.uttering)
                or behind[at] in USED_AS
                or behind[at].startswith(("appear", "occur"))
                for at in range(place + 1, min(place + 3, len(behind)))
            )
    return False
