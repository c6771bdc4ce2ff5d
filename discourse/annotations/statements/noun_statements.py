"""Statements announced by a noun: X's claim that …, expressed support for …, a warning by X that …."""

from discourse.annotations.statements.clauses import clause_end
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.noun_phrases import noun_phrase_ending
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.speakers_words import subject_before
from discourse.annotations.statements.subjects_behind import subject_behind
from discourse.annotations.statements.verb_groups import light_verb_start
from discourse.annotations.statements.words import (
    DETERMINERS,
    PERSONAL_OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    is_auxiliary,
)
from discourse.lexicons.cues import Cue, Cues

_ABOUT = frozenset("about of on for over against".split())
_LIGHT_VERBS = frozenset(
    """make makes made making issue issues issued issuing express expresses expressed expressing voice
    voices voiced voicing offer offers offered offering give gives gave given giving raise raises raised
    raising deliver delivers delivered delivering reiterate reiterates reiterated reiterating repeat
    repeats repeated repeating announce announces announced announcing release releases released renew
    renewed air aired convey conveyed level leveled levelled launch launched launching throw threw
    throwing declare declared signal signaled has have had pledge pledged offers lend lent show showed
    took take taking drop dropped withdraw withdrew continue continued defend defended""".split()
)
_FARTHEST = 4


def noun_statement(reading: Reading, noun: int, unit: Range, cues: Cues) -> Found | None:
    """Give the statement whose cue is the noun at token `noun`, if it is one."""
    for cue in cues.nouns[reading.words[noun]].cues:
        agent, behind = _agent(reading, noun + 1, unit[1])
        placed = _content_start(reading, cue, behind, unit[1])
        if placed is None:
            continue
        take, start, cue_end = placed
        speaker, first = _speaker(reading, noun, unit)
        owned = speaker != [] and speaker[0][0] < noun and reading.words[first] not in _LIGHT_VERBS
        speaker = speaker or agent
        if not speaker or (owned and take not in ("clause", "to", "about")):
            continue
        end = clause_end(reading, start, _before_main_verb(reading, start, take, unit[1]), cues)
        if end <= start:
            continue
        cue_range = (first, cue_end if behind == noun + 1 else noun + 1)
        return Found(f"noun-{take}", take, cue.lemma, cue.takes[take], [cue_range], speaker, [(start, end)])
    return None


def _before_main_verb(reading, start, take, limit) -> int:
    """`Her promise to leave [was kept]`: the content ends before the verb of the sentence."""
    verbs = 0 if take == "clause" else 1
    for i in range(start + 1, limit):
        if (
            reading.inside[i] < 0
            and is_auxiliary(reading.words[i])
            and not is_auxiliary(reading.words[i - 1])
        ):
            verbs += reading.words[i - 1] not in RELATIVES
            if verbs > 1:
                return i
    return limit


def _agent(reading, i, limit) -> tuple[list[Range], int]:
    """`criticism from Lee`, `a promise by the bank`: the speaker behind the noun, and the token after it."""
    if i < limit and reading.words[i] in ("by", "from") and reading.inside[i] < 0:
        found = subject_behind(reading, i + 1, limit)
        if found:
            return found, found[-1][1]
    return [], i


def _content_start(reading, cue: Cue, i, limit) -> tuple[str, int, int] | None:
    """What the noun takes, where the content begins and where the cue ends."""
    if i >= limit or reading.inside[i] >= 0:
        return None
    word = reading.words[i]
    if word == "that" and "clause" in cue.takes and i + 1 < limit and not _is_relative(reading, i):
        return "clause", i, i
    if word == "to" and "to" in cue.takes and i + 1 < limit and _is_base(reading, i + 1):
        return "to", i, i
    if word == "to" and "to-object" in cue.takes and i + 1 < limit and not _is_base(reading, i + 1):
        return "to-object", i + 1, i + 1
    if word in _ABOUT and word in cue.takes and i + 1 < limit:
        return word, i + 1, i + 1
    return None


def _is_relative(reading, that) -> bool:
    """Whether `that` opens a relative clause: a verb follows at once."""
    following = reading.words[that + 1]
    return following in (
        "has",
        "have",
        "had",
        "is",
        "was",
        "were",
        "are",
        "will",
        "would",
        "could",
        "can",
        "may",
    )


def _is_base(reading, i) -> bool:
    word = reading.words[i]
    return not (
        word in DETERMINERS
        or word in PERSONAL_OBJECTS
        or word in PREPOSITIONS
        or word.endswith("ing")
        or reading.is_capital(i)
    )


def _speaker(reading, noun, unit) -> tuple[list[Range], int]:
    """The owner of the noun, or the subject of a light verb in front of it; and where the cue begins."""
    i = noun
    while i > unit[0] and noun - i < _FARTHEST and reading.inside[i - 1] < 0:
        word = reading.words[i - 1]
        if word in POSSESSIVES:
            return [(i - 1, i)], i
        if word.endswith(("'s", "s'")):
            found = noun_phrase_ending(reading, i, unit[0])
            return ([found], i) if found else ([], i)
        if word in _LIGHT_VERBS:
            start = light_verb_start(reading, i - 1, unit[0])
            return subject_before(reading, start, unit[0]), start
        if not word.isalpha() or word in PREPOSITIONS:
            break
        i -= 1
    return [], noun
