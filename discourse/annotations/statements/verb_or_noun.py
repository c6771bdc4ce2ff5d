"""Is a word that may be a verb a verb here, or a noun or adjective of the same spelling?."""

from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    BE,
    DETERMINERS,
    DO,
    INDEFINITES,
    MODALS,
    PREPOSITIONS,
    is_adverb,
    is_auxiliary,
)
from discourse.lexicons.cues import BASE, ING, PARTICIPLE, PAST, THIRD, Form

_PLURALS = frozenset(
    "% percent half thirds quarters ten police public people men women media children critics".split()
)
_ALSO_NOUNS = frozenset(
    """claim report comment answer reply promise pledge vow show project estimate forecast guess hope doubt
    wish fear worry figure suspect complain charge grant rule reason hint boast lie post text email
    tweet note""".split()
)
_NO_SUBJECTS = frozenset("to and or but let please can't help make makes made".split())
_NO_SUBJECTS |= PREPOSITIONS | DETERMINERS
_WITH_PLURAL_VERB = frozenset("i you we they who that which to and".split())
_WITH_PLURAL_VERB |= INDEFINITES - {"this", "that", "another", "each", "no"} | _PLURALS
_BEFORE_PARTICIPLES = frozenset("the a an his her its their this these no any of with in".split())
_WITH_AUXILIARY = frozenset("it's he's she's that's".split())
_ARTICLES = DETERMINERS - INDEFINITES
_POSSESSIVE = ("'s", "s'")


def fits_auxiliary(last: str, form: Form) -> bool:
    """Whether the last auxiliary asks for one of the inflections: has said, did say, is saying."""
    if last.endswith("'d"):
        return bool({BASE, PAST} & form.inflections)
    if last in MODALS or last in DO or last.endswith("'ll"):
        return BASE in form.inflections
    if last in BE or last.endswith(("'s", "'re", "'m")):
        return bool({ING, PARTICIPLE} & form.inflections)
    return PARTICIPLE in form.inflections


def fits_word_before(reading: Reading, before: str, verb: int, form: Form) -> bool:
    """Whether one of the inflections may follow the word in front of the group: `Lee says`, not `the claims`."""
    if PAST in form.inflections:
        return before not in _BEFORE_PARTICIPLES and (not before.endswith("'s") or before in _WITH_AUXILIARY)
    if ING in form.inflections:
        return before not in DETERMINERS and not before.endswith("'s")
    if _is_subject_itself(reading, verb, form):
        return False
    if THIRD in form.inflections:
        return _is_third_person(before)
    return _follows_plural(before) or _is_plain_verb(reading.words[verb], before, form)


def _is_subject_itself(reading, verb: int, form: Form) -> bool:
    """Whether an auxiliary follows at once, so that the word is the subject: `[guarantees] were given`."""
    behind = reading.words[verb + 1 : verb + 2]
    return behind != [] and is_auxiliary(behind[0]) and not any(cue.lemma == "say" for cue in form.cues)


def _is_third_person(before: str) -> bool:
    """Whether a form in -s may follow a word as its verb: `Lee says`, not `the claims`."""
    if not before or before in PREPOSITIONS or before.endswith(_POSSESSIVE):
        return False
    if before in _ARTICLES:
        return False
    return before not in ("i", "you", "we", "they", "or", "their", "his")


def _follows_plural(before: str) -> bool:
    if before in _WITH_PLURAL_VERB or before.isdigit():
        return True
    if before in DETERMINERS or before in PREPOSITIONS:
        return False
    return before.endswith("s") and not before.endswith(("'s", "ss", "us", "is"))


def _is_plain_verb(word: str, before: str, form: Form) -> bool:
    """Verbs that are no nouns need no plural before them: `those who left say`."""
    if word in _ALSO_NOUNS or before in _NO_SUBJECTS or not before[:1].isalnum():
        return False
    if before.endswith(_POSSESSIVE) or is_adverb(before):
        return False
    return any("clause" in cue.takes and "bare" in cue.takes for cue in form.cues)
