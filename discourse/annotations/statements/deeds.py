"""Deeds and states of affairs that look like words: `we defend our freedom`, `the crisis shows that …`.

Verbs such as *defend* and *threaten* tell of words with one object (`defended the plan`, `threatened
sanctions`) and of deeds with another; and what merely happens says nothing, whatever it shows.
"""

from discourse.annotations.statements.complements import Complement
from discourse.annotations.statements.cue_use import CueUse
from discourse.annotations.statements.found import Range
from discourse.annotations.statements.words import DETERMINERS, PREPOSITIONS, RELATIVES, TIME_WORDS

# What is defended with arms, and not in words.
_DEFENDED = frozenset(
    """sovereignty independence freedom freedoms liberty territory integrity country countries homeland nation nations
    land soil border borders frontier frontiers people peoples population populations citizens civilians life lives
    democracy peace security itself themselves himself herself ourselves myself ukraine europe city cities state
    states children families women refugees home homes neighbours neighbors allies""".split()
)
# What is threatened in words; everything else is in danger.
_THREATENED = frozenset(
    """sanction sanctions tariff tariffs retaliation retaliate action actions force strike strikes attack attacks
    lawsuit lawsuits suit veto boycott shutdown walkout punishment response measures consequences reprisal
    reprisals revenge war escalation intervention resignation legal military impeachment filibuster""".split()
)
# What happens, and neither speaks nor is a document that does.
_HAPPENINGS = frozenset(
    """situation situations crisis crises event events experience experiences development developments achievement
    achievements collapse attack attacks act acts issue issues challenge challenges threat threats conflict conflicts
    war wars recession reduction discovery growth progress efforts existence lack absence presence seriousness scope
    scale failure failures success successes phenomenon phenomena problem problems tragedy tragedies disaster
    disasters change changes trend trends economy globalization globalisation terrorism poverty climate hunger
    xenophobia populism incident incidents controversy circumstances condition conditions reality realities example
    examples inequality violence pandemic epidemic disease drought flood floods earthquake famine weapons arms
    instability insecurity injustice build-up persistence proliferation occupation aggression invasion""".split()
)
_ENDS_HEAD = PREPOSITIONS | RELATIVES | frozenset(",.;:()—–") | frozenset("but because when".split())
# A vote is called, and not called something.
_CALLED = frozenset(
    """vote votes meeting meetings election elections referendum session summit conference halt strike truce
    ceasefire witness witnesses police doctor ambulance hearing""".split()
)
_ANYBODY = frozenset(
    """those few many ones anyone anybody someone somebody everyone all countries states nations governments
    people peoples men women""".split()
)
_POINTING = frozenset("this that these".split())
# I would like to thank: the cue is the verb behind.
_THANKS = frozenset("thank congratulate commend praise salute welcome applaud reiterate reaffirm".split())


def is_deed(use: CueUse, right: Complement, subject: list[Range]) -> bool:
    """Whether a verb with this subject and this complement tells of a deed, or of what is the case."""
    if right.take == "quote":
        return False
    if happens(use, subject) or _is_supposed(use, subject) or _is_anybody(use, right, subject):
        return True
    if right.take != "object":
        return False
    named = use.words[right.start : _head(use, right.start, use.limit) + 1]
    if use.cue.lemma == "call":
        return named[-1] in _CALLED and named[0] in DETERMINERS
    if use.cue.lemma == "defend":
        return not _DEFENDED.isdisjoint(named) and named[-1] in _DEFENDED | TIME_WORDS | {"day"}
    return use.cue.lemma == "threaten" and _THREATENED.isdisjoint(named)


def happens(use: CueUse, subject: list[Range]) -> bool:
    """Whether the subject is an event or a state of affairs: `the crisis`, `this`."""
    if len(subject) != 1:
        return False
    first, behind = subject[0]
    head = _head(use, first, behind)
    if head == first and use.words[head] in _POINTING:
        return True
    named = use.reading.is_capital(head) and head != use.unit[0]
    return use.words[head] in _HAPPENINGS and not named


def _is_supposed(use: CueUse, subject: list[Range]) -> bool:
    """Whether it is a condition: `if we want peace`, `unless they agree to go`."""
    first = subject[0][0]
    return first > use.unit[0] and use.words[first - 1] in ("if", "unless")


def _is_anybody(use: CueUse, right: Complement, subject: list[Range]) -> bool:
    """Whether a relative clause only tells who is meant by what he does: `those who seek to rule others`."""
    if len(subject) == 1 or right.take in ("clause", "bare", "person"):
        return False
    first, behind = subject[0]
    return not _ANYBODY.isdisjoint(use.words[first:behind])


def _head(use: CueUse, first: int, behind: int) -> int:
    """The last token of a noun phrase before a preposition, a relative clause or a comma."""
    for i in range(first + 1, behind):
        if use.words[i] in _ENDS_HEAD:
            return i - 1
    return behind - 1


def leads_to_cue(use: CueUse) -> bool:
    """Whether the cue is the verb behind: `wish to confirm`, `would like to thank`."""
    if use.cue.lemma not in ("wish", "like"):
        return False
    behind = use.words[use.behind : use.behind + 2]
    return behind[:1] == ["to"] and (behind[-1] in use.cues.reports or behind[-1] in _THANKS)
