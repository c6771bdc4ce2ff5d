"""The part that the actor has in what is told: who attacks and who is attacked, whose lies, support for whom.

Without a parser: a role word counts when it stands within a few words of the actor, in the same clause
or behind an insertion between commas.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from discourse.annotations.tone.reading import Reading
from discourse.lexicons.role_words import RoleVerb, role_words

_REACH, _REACH_BEFORE, _REACH_OWNED, _INSERTION = 4, 5, 3, 16
STOPS = frozenset(',;:—–()“”".')
NEGATED = -0.5


@dataclass(frozen=True)
class Evidence:
    """A word that counts for the actor: where it stands, its weight, and by which rule."""

    at: int
    weight: float
    rule: str


def roles(reading: Reading) -> list[Evidence]:
    """Give the role words that count for the actor.

    Examples
    --------
    >>> from discourse.annotations.tone.reading import read
    >>> roles(read("Ann was accused of fraud.", 0, 3))
    [Evidence(at=2, weight=-1.0, rule='blaming:patient')]
    """
    if reading.begin == reading.end:
        return []
    return [*_as_subject(reading), *_as_object(reading), *_as_owner(reading)]


def _as_subject(reading: Reading) -> Iterator[Evidence]:
    """Find the verb that follows the actor: *Ann lied*, *Ann, a lawyer, was accused*."""
    words, passive, negated = reading.sentence.words, False, False
    for at in verb_places(reading):
        verb = role_words().verbs.get(words[at])
        if verb and not reading.sentence.named[at]:
            yield _part(at, verb, patient=passive and verb.participle, negated=negated)
            return
        passive = is_kind(words[at], "forms-of-be") or (passive and is_passed_over(words[at]))
        negated = negated or is_negation(words[at])


def verb_places(reading: Reading) -> Iterator[int]:
    """Give the few places behind the actor where his verb may stand, past an insertion between commas."""
    words, at, reach = reading.sentence.words, reading.end, _REACH
    if words[at : at + 1] == ("'s",) and words[at + 1 : at + 2] not in (("been",), ("being",), ("not",)):
        return
    if words[at : at + 1] in ((",",), ("(",)):
        at = _behind_insertion(words, at)
    while at < len(words) and reach > 0 and words[at] not in STOPS:
        yield at
        reach -= not is_passed_over(words[at])
        at += 1


def _behind_insertion(words: tuple[str, ...], at: int) -> int:
    """Give the place behind *, a lawyer,* or *(a lawyer)*; a clause of *who* is no insertion."""
    if words[at + 1 : at + 2] == ("who",):
        return at + 1
    closing = ")" if words[at] == "(" else ","
    behind = range(at + 1, min(at + _INSERTION, len(words)))
    return next((place + 1 for place in behind if words[place] == closing), len(words))


def _as_object(reading: Reading) -> Iterator[Evidence]:
    """Find what falls on the actor from before: *attacked Ann*, *criticism of Ann*, *beaten by Ann*."""
    words = reading.sentence.words
    between: list[str] = []
    for at in range(reading.begin - 1, max(-1, reading.begin - 1 - _REACH_BEFORE), -1):
        if words[at] in STOPS:
            return
        negated = any(is_negation(word) for word in words[max(0, at - 3) : at])
        noun, verb = role_words().about.get(words[at]), role_words().verbs.get(words[at])
        if noun and any(is_kind(word, "prepositions") for word in between):
            yield _evidence(at, noun[1], f"{noun[0]}:about", negated=negated)
            return
        if verb and not reading.sentence.named[at]:
            yield _part(at, verb, patient="by" not in between, negated=negated)
            return
        between.append(words[at])


def _as_owner(reading: Reading) -> Iterator[Evidence]:
    """Find what the actor has: *Ann's lies*, *her leadership*."""
    words, begin = reading.sentence.words, reading.end
    if words[begin : begin + 1] in (("'s",), ("'",)):
        begin += 1
    elif not is_kind(words[begin - 1], "possessives") and words[begin - 1] != "'s":
        return
    for at in range(begin, min(begin + _REACH_OWNED, len(words))):
        if words[at] in STOPS:
            return
        if words[at] in role_words().possessed and not reading.sentence.named[at]:
            group, weight = role_words().possessed[words[at]]
            yield Evidence(at, weight, f"{group}:owner")
            return


def _part(at: int, verb: RoleVerb, *, patient: bool, negated: bool) -> Evidence:
    weight, part = (verb.patient, "patient") if patient else (verb.agent, "agent")
    return _evidence(at, weight, f"{verb.group}:{part}", negated=negated)


def _evidence(at: int, weight: float, rule: str, *, negated: bool) -> Evidence:
    return Evidence(at, weight * NEGATED, f"{rule}:negated") if negated else Evidence(at, weight, rule)


def is_negation(word: str) -> bool:
    """Tell whether a word negates: *not*, *never*, *isn't*."""
    return is_kind(word, "negations") or word.endswith("n't")


def is_passed_over(word: str) -> bool:
    """Tell whether a word may stand between the actor and his verb at no cost."""
    return is_kind(word, "passed-over") or is_kind(word, "forms-of-be") or word.endswith(("ly", "n't"))


def is_kind(word: str, kind: str) -> bool:
    """Tell whether a word is among the small words of that kind, such as *prepositions*."""
    return word in role_words().grammar[kind]
