"""Negated: "this is not a war", "no evidence of genocide", "denied that there was a coup".

The nearest thing before the word that negates decides. It must reach the word: within the clause, not
across an adjunct ("did not die in a war"), and not to what is presupposed ("did not start the war" leaves the
war where it is). Two negations undo each other ("nobody can deny that it is a war").
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from discourse.annotations.uses.clause import Clause, Stretch, first_words, phrase_at
from discourse.lexicons.use_words import use_words

REACH = 12
BEHIND, NOT_BEHIND = 5, 3
_NEARBY = 4
_NOBODY = frozenset({"nobody", "none", "no-one", "no", "few"})
# "Not the war we wanted" is a war.
_RELATIVE = frozenset("we they he she i you it that which who".split())
_LINKING = frozenset(
    "in at on a an yet quite even such called considered to as like seem look amount that it there".split()
)
_UNDENIABLE = frozenset("hard difficult impossible".split())
# What else than a single negator may begin at a word, as the names of the lists.
_FAR_FROM = ("negating", "misnaming")
_DENIES = ("denying", "rejecting", "preventing")


class Negation(NamedTuple):
    """What negates a word: where it begins, if it is the verb of somebody who denies."""

    denied_at: int | None = None


def find_negation(clause: Clause, behind: Stretch, *, ask_behind: bool) -> Negation | None:
    """Find what negates the word behind the clause: before it, or, where that is asked, right `behind` it."""
    words, lists, openers = clause.words, use_words(), _openers()
    for place in range(len(words) - 1, max(-1, len(words) - 1 - REACH), -1):
        opens = openers.get(words[place])
        if opens is None:
            continue
        if "still_asserted" in opens and phrase_at(words, place, lists.still_asserted):
            return None
        if ("negators" in opens and _is_negator(clause, place) and _reaches(clause, place, behind)) or (
            not opens.isdisjoint(_FAR_FROM) and _is_far_from(clause, place)
        ):
            return None if _undone(clause, place) else Negation()
        if not opens.isdisjoint(_DENIES) and _denies(clause, place):
            return None if _undone(clause, place) else Negation(clause.start(place))
    return Negation() if ask_behind and _is_negated_behind(clause, behind.words) else None


@cache
def _openers() -> dict[str, frozenset[str]]:
    """The first words of all that negates or keeps from it, and the lists of what each may begin."""
    opens = {
        name: first_words(getattr(use_words(), name))
        for name in ("still_asserted", "negators", *_FAR_FROM, *_DENIES)
    }
    words = frozenset().union(*opens.values())
    return {word: frozenset(name for name, first in opens.items() if word in first) for word in words}


def _is_far_from(clause: Clause, place: int) -> bool:
    """Whether a phrase that negates begins here and the word is near enough: far from being a war."""
    lists, words = use_words(), clause.words
    if length := phrase_at(words, place, lists.negating):
        return clause.begin - place - length <= _NEARBY
    length = phrase_at(words, place, lists.misnaming)
    named = range(place + length, min(place + length + 2, len(words)))
    return bool(length) and any(clause.is_one(at, lists.naming | lists.uttering) for at in named)


def _is_negator(clause: Clause, place: int) -> bool:
    """Whether a negator stands here; *a few* is none."""
    return clause.is_one(place, use_words().negators) and not (
        clause.words[place] == "few" and place and clause.words[place - 1] in ("a", "the")
    )


def _reaches(clause: Clause, place: int, behind: Stretch) -> bool:
    lists = use_words()
    word, gap = clause.words[place], clause.words[place + 1 : clause.begin]
    if not (lists.denying.isdisjoint(gap) and lists.refusing.isdisjoint(gap)):
        return False
    if not lists.of_several.isdisjoint(clause.words[max(place + 1, len(clause.words) - 3) :]):
        return False
    if word == "no" and gap[:1] != ["one"]:
        return _no_such(gap)
    if word in _NOBODY:
        return not clause.definite and not lists.attitude.isdisjoint(gap)
    if word == "without":
        return not clause.definite and (not gap or gap[0].endswith("ing"))
    if _links(clause, place, gap):
        return not (clause.definite and behind.words and behind.words[0] in _RELATIVE)
    return not clause.definite and lists.adjuncts.isdisjoint(gap) and not _completed(gap)


def _completed(gap: list[str]) -> bool:
    """Whether something else completes the *be* that is negated: "is not the result of a war"."""
    lists = use_words()
    rest = gap[1:] if gap and gap[0] in lists.be else gap
    return bool(rest) and rest[0] != "that" and rest[0] in lists.definite


def _no_such(gap: list[str]) -> bool:
    """*No* reaches its own noun, one joined by *or*, and what its noun is evidence, or a kind, of."""
    if not gap:
        return True
    return gap[-1] == "or" or (gap[0] in use_words().no_such and (gap[-1] == "of" or "that" in gap))


def _links(clause: Clause, place: int, gap: list[str]) -> bool:
    """Whether the negator belongs to a form of *be* that says what something is."""
    lists = use_words()
    if not all(w in lists.be or w in _LINKING or w.endswith("ly") for w in gap):
        return False
    return not gap or clause.is_one(place - 1, lists.be) or not lists.be.isdisjoint(gap)


def _denies(clause: Clause, place: int) -> bool:
    lists, words = use_words(), clause.words
    if length := phrase_at(words, place, lists.denying):
        gap = words[place + length : clause.begin]
        return lists.adjuncts.isdisjoint(gap[:-1]) and (not clause.definite or not gap)
    if clause.is_one(place, lists.rejecting):
        gap = words[place + 1 : clause.begin]
        return not clause.definite and not lists.claims.isdisjoint(gap)
    return clause.is_one(place, lists.preventing) and place + 1 >= clause.begin and not clause.definite


def _undone(clause: Clause, place: int) -> bool:
    """Whether a negation is itself negated, or is said to fail; *nor* only goes on with what came before."""
    lists = use_words()
    if clause.words[place] == "nor":
        return False
    near = range(max(0, place - _NEARBY), place)
    return any(
        _is_negator(clause, at) or clause.is_one(at, lists.failing) or clause.words[at] in _UNDENIABLE
        for at in near
    )


def _is_negated_behind(clause: Clause, behind: Sequence[str]) -> bool:
    return _does_not_happen(behind) or _called_false(clause, behind) or _less_than(clause, behind)


def _does_not_happen(behind: Sequence[str]) -> bool:
    """The war never happened; the crisis is a myth; a war it is not."""
    lists = use_words()
    texts = behind[:6]
    if texts[:1] and texts[0] in lists.be:
        return not lists.fictions.isdisjoint(texts[1:3])
    if texts[:1] and texts[0] in ("it", "this", "that") and texts[2:3] == ["not"]:
        return texts[1] in lists.be
    for place, word in enumerate(texts[:NOT_BEHIND]):
        if word in ("not", "never"):
            return bool(
                phrase_at(behind, place + 1, lists.happening) or phrase_at(behind, place + 2, lists.happening)
            )
    return False


def _called_false(clause: Clause, behind: Sequence[str]) -> bool:
    """The claim that it was a coup is false; the genocide claim was rejected; called talk of it a lie."""
    lists, said = use_words(), behind[:BEHIND]
    if "not" in said or (lists.falsified.isdisjoint(said) and lists.fictions.isdisjoint(said)):
        return False
    before = clause.words[max(0, clause.begin - _NEARBY - 2) : clause.begin]
    return not (lists.claims - {"that"}).isdisjoint(before) or phrase_at(behind, 0, lists.claims) > 0


def _less_than(clause: Clause, behind: Sequence[str]) -> bool:
    before = clause.begin and clause.words[clause.begin - 1] == "less"
    return bool(before) and bool(behind) and behind[0] == "than"
