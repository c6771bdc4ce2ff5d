"""What follows a cue: which company the verb stands in, and where its content begins."""

from dataclasses import dataclass

from discourse.annotations.statements.clauses import is_dash
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    DASHES,
    DAYS,
    DETERMINERS,
    INDEFINITES,
    PERSONAL_OBJECTS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_OPENERS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
    looks_finite,
)
from discourse.lexicons.cues import Cue

_STOPS = frozenset(".;!?)")
_WINDOW = 30
_NEAR = 14
_SUBJECTS = frozenset("he she they it we i".split())
_QUANTITIES = frozenset("more most all both almost nearly roughly only even just no about not long so too".split())
_ASKED = frozenset("whether how why what if".split())
_ABOUT = ("about", "of", "on", "for", "with", "against", "over", "in")


@dataclass(frozen=True)
class Complement:
    """The content begins at `start`; the cue reaches to `cue_end`; `take` names the company."""

    take: str
    start: int
    cue_end: int


def complement(reading: Reading, cue: Cue, behind: int, limit: int) -> Complement | None:
    """Give what follows the cue that ends before token `behind`, or None where nothing fitting does."""
    near = skip_adverbials(reading, behind, limit)
    if near >= limit:
        return None
    return (
        _marked(reading, cue, near, behind)
        or _prepositional(reading, cue, near, limit)
        or _after_addressee(reading, cue, near, limit, behind)
        or _bare(reading, cue, near, limit, behind)
        or _nominal(reading, cue, near, limit, behind)
        or _further_on(reading, cue, near, limit, behind)
    )


def complement_behind_insertion(reading: Reading, cue: Cue, behind: int, limit: int) -> Complement | None:
    """Give what follows a cue and a remark between commas: `said, with a smile, that …`."""
    if behind >= limit or reading.words[behind] != ",":
        return None
    for i in range(behind + 1, min(limit - 1, behind + _NEAR)):
        if reading.inside[i] >= 0 or reading.words[i] in _STOPS:
            return None
        if reading.words[i] == ",":
            return (
                _marked(reading, cue, i + 1, behind)
                or _bare(reading, cue, i + 1, limit, behind)
                or _nominal(reading, cue, i + 1, limit, behind)
            )
    return None


def skip_adverbials(reading, i, limit) -> int:
    """Step over adverbs and times: `said again on Monday night`."""
    words = reading.words
    while i < limit and reading.inside[i] < 0:
        if (is_adverb(words[i]) and words[i] not in _QUANTITIES) or words[i] in DAYS:
            i += 1
        elif words[i + 1 : i + 2] == ["times"] or (words[i] == "and" and i + 1 < limit and is_adverb(words[i + 1]) and is_adverb(words[i - 1])) or (words[i] == "on" and words[i + 1 : i + 2] and words[i + 1] in DAYS):
            i += 2
        elif words[i] in TIME_WORDS and words[i - 1] in DAYS | TIME_OPENERS:
            i += 1
        elif words[i] in TIME_OPENERS and words[i + 1 : i + 2] and words[i + 1] in TIME_WORDS:
            i += 2
        else:
            break
    return i


def _marked(reading, cue, i, behind) -> Complement | None:
    """The content is announced by a word or a mark: that, whether, to, a colon, quotation marks."""
    words, takes = reading.words, cue.takes
    word = words[i]
    if reading.opens_quotation(i):
        if "quote" in takes or "clause" in takes:
            return Complement("quote", i, behind)
        return Complement("object", i, behind) if "object" in takes else None
    if word in (":", ",") and i + 1 < len(words) and reading.opens_quotation(i + 1):
        return Complement("quote", i + 1, behind + (word == ":" and i == behind)) if _quotes(takes) else None
    if word == ":" and _quotes(takes):
        return Complement("colon", i + 1, behind)
    if word == "that" and "clause" in takes:
        return Complement("clause", i, behind)
    if word in QUESTION_WORDS and "question" in takes:
        return Complement("question", i, behind)
    if word == "to" and "to" in takes and _is_infinitive(reading, i + 1):
        return Complement("to", i, behind)
    if word.endswith("ing") and "gerund" in takes and len(word) > 4:
        return Complement("gerund", i, behind)
    return None


def _quotes(takes) -> bool:
    return "quote" in takes or "clause" in takes or "person" in takes


def _is_infinitive(reading, i) -> bool:
    if i >= len(reading.words) or reading.inside[i] >= 0:
        return i < len(reading.words)
    word = reading.words[i]
    other = word in DETERMINERS or word in PERSONAL_OBJECTS or word in INDEFINITES or word.endswith("ing")
    return not other and not reading.is_capital(i)


def _prepositional(reading, cue, i, limit) -> Complement | None:
    word = reading.words[i]
    known = (word in _ABOUT and word in cue.takes) or (word == "to" and "to-object" in cue.takes)
    if not known or i + 1 >= limit or reading.words[i + 1] in _STOPS:
        return None
    quote = _find_quote(reading, i + 1, limit) if "quote" in cue.takes else None
    return quote or Complement(word, i + 1, i + 1)


def _after_addressee(reading, cue, i, limit, behind) -> Complement | None:
    """`told reporters that …`, `urged them to …`, `quoted X as saying`, `described it as …`."""
    takes = cue.takes
    if "person" in takes and (found := _find_marker(reading, cue, i, limit, behind, _WINDOW)):
        return found
    if "person" in takes and (start := _behind_short_addressee(reading, i, limit)):
        return Complement("person", start, behind)
    if not begins_noun_phrase(reading, i):
        return None
    if "person-to" in takes and _find_word(reading, "to", i + 1, limit, _NEAR):
        return Complement("person-to", i, behind)
    if "as" in takes and _find_word(reading, "as", i + 1, limit, _NEAR):
        return Complement("as", i, behind)
    return None


def _behind_short_addressee(reading, i, limit) -> int | None:
    """The addressee is a pronoun or one noun, and a clause without `that` follows: `told them it was late`."""
    words = reading.words
    j = i + 1 if words[i] not in DETERMINERS else i + 2
    while (
        j < limit
        and reading.is_capital(j)
        and reading.is_capital(j - 1)
        and not _clause_ahead(reading, j, limit)
    ):
        j += 1
    if j < limit and reading.inside[i] < 0 and _clause_ahead(reading, j, limit):
        return j
    return None


def _find_marker(reading, cue, i, limit, behind, window) -> Complement | None:
    """Look a little further for `that`, a question word or a quotation behind addressee, place and time."""
    words = reading.words
    for j in range(i, min(limit, i + window)):
        word = words[j]
        if reading.opens_quotation(j) and (j == i or words[j - 1] in (",", ":")):
            return Complement("quote", j, behind)
        if reading.inside[j] >= 0:
            continue
        if word in _STOPS:
            return None
        if word == ":" and "quote" in cue.takes:
            return Complement("colon", j + 1, behind)
        if word == "," and not (j + 1 < limit and (reading.opens_quotation(j + 1) or words[j + 1] == "that")):
            return _that_behind_comma(reading, cue, j + 1, limit, behind)
        if word == "that" and j > i and ("clause" in cue.takes or "person" in cue.takes):
            return Complement("clause", j, behind)
        if word in _ASKED and j > i and ("question" in cue.takes or "person" in cue.takes):
            return Complement("question", j, behind)
        if "person" in cue.takes and word == "to" and _is_infinitive(reading, j + 1):
            return Complement("person-to", i, behind)
        if (
            word.partition("'")[0] in _SUBJECTS
            and j > i
            and ("bare" in cue.takes or "person" in cue.takes)
        ):
            return Complement("bare", j, behind)
        if j > i and looks_finite(word):
            return None
    return None


def _that_behind_comma(reading, cue, i, limit, behind) -> Complement | None:
    """`said on the radio, where she works, that …`"""
    for j in range(i, min(limit - 1, i + _NEAR)):
        if reading.words[j] == "," and reading.words[j + 1] == "that" and "clause" in cue.takes:
            return Complement("clause", j + 1, behind)
    return None


def _bare(reading, cue, i, limit, behind) -> Complement | None:
    if cue.lemma == "say" and _is_said(reading, i, limit):
        return Complement("bare", i, behind)
    if "bare" in cue.takes and _clause_ahead(reading, i, limit):
        return Complement("bare", i, behind)
    return None


def _is_said(reading, i, limit) -> bool:
    """Behind `say` nearly everything of some length is a clause."""
    word = reading.words[i]
    return (
        word not in PREPOSITIONS and word[0].isalnum() and word not in ("so", "yes", "no") and limit - i > 3
    )


def _clause_ahead(reading, i, limit) -> bool:
    """Whether a subject with a finite verb follows."""
    words = reading.words
    if words[i] in SUBJECT_PRONOUNS or words[i].split("'")[0] in SUBJECT_PRONOUNS:
        return True
    if (
        words[i] in PREPOSITIONS
        or words[i] in (",", ":")
        or words[i] in _STOPS
        or words[i] in ("and", "or", "but")
    ):
        return words[i] in ("if", "when", "in", "at", "under") and _clause_ahead_of_comma(reading, i, limit)
    for j in range(i + 1, min(limit, i + _WINDOW)):
        word = words[j]
        if reading.inside[j] >= 0:
            if reading.inside[j - 1] < 0 and j + 1 < limit and looks_finite(words[j + 1]):
                return True
            continue
        if word in _STOPS or word in RELATIVES or (word in DASHES and is_dash(reading, j)):
            return False
        if looks_finite(word) and words[j - 1] not in DETERMINERS and words[j - 1] not in PREPOSITIONS:
            return True
        if (
            word.endswith("s")
            and j > i
            and words[j - 1] not in DETERMINERS
            and _is_present(reading, j, limit)
        ):
            return True
    return False


def _clause_ahead_of_comma(reading, i, limit) -> bool:
    for j in range(i + 1, min(limit, i + _NEAR)):
        if reading.words[j] == ",":
            return j + 1 < limit and _clause_ahead(reading, j + 1, limit)
    return False


def _is_present(reading, j, limit) -> bool:
    """Whether a word in -s may be a verb: a name or singular noun before it, an object or `to` behind it."""
    if j + 1 >= limit or reading.is_capital(j) or reading.words[j].endswith(("'s", "ss", "us", "is")):
        return False
    behind = reading.words[j + 1]
    return behind in DETERMINERS or (behind in ("to", "that", "him", "her", "them", "it") and True)


def _nominal(reading, cue, i, limit, behind) -> Complement | None:
    """The object of the verb is the content: `praised the plan`."""
    if "object" in cue.takes and begins_noun_phrase(reading, i):
        return Complement("object", i, behind)
    return None


def begins_noun_phrase(reading: Reading, i: int) -> bool:
    """Whether a noun phrase, or quoted words in its place, may begin at token `i`."""
    if i >= len(reading.words):
        return False
    word = reading.words[i]
    if reading.inside[i] >= 0:
        return True
    if not word[0].isalnum() and word != "$":
        return False
    if (
        word in PREPOSITIONS
        or is_auxiliary(word)
        or word in ("and", "or", "but", "to", "that", "not", "i", "he", "we")
    ):
        return word == "that"
    if looks_finite(word) and not reading.is_capital(i):
        return False
    return word not in QUESTION_WORDS or word in ("what", "how")


def _further_on(reading, cue, i, limit, behind) -> Complement | None:
    """The content follows behind a place or a medium: `said in a statement that …`."""
    if not ("clause" in cue.takes or "quote" in cue.takes):
        return None
    if reading.words[i] not in PREPOSITIONS and reading.words[i] not in ("to", "this", "the"):
        return None
    return _find_marker(reading, cue, i, limit, behind, _WINDOW)


def _find_quote(reading, i, limit) -> Complement | None:
    for j in range(i, min(limit, i + _NEAR)):
        if reading.opens_quotation(j) and reading.words[j - 1] in (",", ":"):
            return Complement("quote", j, i)
        if reading.words[j] in _STOPS:
            return None
    return None


def _find_word(reading, wanted, i, limit, window) -> int | None:
    for j in range(i, min(limit, i + window)):
        if reading.inside[j] >= 0:
            continue
        if reading.words[j] == wanted and (wanted != "to" or _is_infinitive(reading, j + 1)):
            return j
        if reading.words[j] in _STOPS or reading.words[j] == ",":
            return None
    return None
