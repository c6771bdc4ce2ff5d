"""What follows a cue: which company the verb stands in, and where its content begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from discourse.annotations.statements.adverbials import skip_adverbials
from discourse.annotations.statements.clauses_ahead import (
    begins_noun_phrase,
    clause_ahead,
    is_infinitive,
    is_said,
)
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import DETERMINERS, PREPOSITIONS, QUESTION_WORDS, looks_finite
from discourse.lexicons.cues import Cue

_STOPS = frozenset(".;!?)")
_WINDOW = 30
_NEAR = 14
_SUBJECTS = frozenset("he she they it we i".split())
_ASKED = frozenset("whether how why what if".split())
_ABOUT = frozenset("about of on for with against over in".split())
_SAID = frozenset("quote clause person".split())
_OPENS_ADVERBIAL = PREPOSITIONS | {"this", "the"}


class Complement(NamedTuple):
    """The content begins at `start`; the cue reaches to `cue_end`; `take` names the company."""

    take: str
    start: int
    cue_end: int


@dataclass(slots=True)
class _Behind:
    """What stands behind a cue: the cue, the token behind it, and the end of the unit."""

    reading: Reading
    words: list[str]
    cue: Cue
    takes: Mapping[str, str]
    behind: int
    limit: int

    def at(self, take: str, start: int) -> Complement:
        return Complement(take, start, self.behind)


def complement(reading: Reading, cue: Cue, behind: int, limit: int) -> Complement | None:
    """Give what follows the cue that ends before token `behind`, or None where nothing fitting does."""
    near = skip_adverbials(reading, behind, limit)
    if near >= limit:
        return None
    place = _Behind(reading, reading.words, cue, cue.takes, behind, limit)
    return (
        _marked(place, near)
        or _prepositional(place, near)
        or _told(place, near)
        or _object_and_more(place, near)
        or _bare(place, near)
        or _object(place, near)
        or _behind_adverbial(place, near)
    )


def complement_behind_insertion(reading: Reading, cue: Cue, behind: int, limit: int) -> Complement | None:
    """Give what follows a cue and a remark between commas: `said, with a smile, that …`."""
    if behind >= limit or reading.words[behind] != ",":
        return None
    place = _Behind(reading, reading.words, cue, cue.takes, behind, limit)
    for i in range(behind + 1, min(limit - 1, behind + _NEAR)):
        if reading.inside[i] >= 0 or reading.words[i] in _STOPS:
            return None
        if reading.words[i] == ",":
            return _marked(place, i + 1) or _bare(place, i + 1) or _object(place, i + 1)
    return None


def _marked(place: _Behind, i: int) -> Complement | None:
    """The content is announced by quotation marks, a colon or a word."""
    if place.reading.opens_quotation(i):
        if "quote" in place.takes or "clause" in place.takes:
            return place.at("quote", i)
        return place.at("object", i) if "object" in place.takes else None
    if place.words[i] in (":", ","):
        return _behind_mark(place, i)
    return _behind_word(place, i)


def _behind_mark(place: _Behind, i: int) -> Complement | None:
    """`said: “…”`, `said, “…”`, `said: it was late`."""
    if _SAID.isdisjoint(place.takes):
        return None
    colon = place.words[i] == ":"
    if i + 1 < len(place.words) and place.reading.opens_quotation(i + 1):
        return Complement("quote", i + 1, place.behind + (colon and i == place.behind))
    return place.at("colon", i + 1) if colon else None


def _behind_word(place: _Behind, i: int) -> Complement | None:
    """`said that …`, `asked whether …`, `promised to …`, `denied knowing …`."""
    word = place.words[i]
    if word == "that" and "clause" in place.takes:
        return place.at("clause", i)
    if word in QUESTION_WORDS and "question" in place.takes:
        return place.at("question", i)
    if word == "to" and "to" in place.takes and is_infinitive(place.reading, i + 1):
        return place.at("to", i)
    if "gerund" in place.takes and word.endswith("ing") and len(word) > 4:
        return place.at("gerund", i)
    return None


def _prepositional(place: _Behind, i: int) -> Complement | None:
    """`spoke about the plan`; but in `said of the plan: “…”` the quotation is the content."""
    word = place.words[i]
    known = (word in _ABOUT and word in place.takes) or (word == "to" and "to-object" in place.takes)
    if not known or i + 1 >= place.limit or place.words[i + 1] in _STOPS:
        return None
    quote = _near_quotation(place, i + 1) if "quote" in place.takes else None
    return quote or Complement(word, i + 1, i + 1)


def _near_quotation(place: _Behind, i: int) -> Complement | None:
    for j in range(i, min(place.limit, i + _NEAR)):
        if place.reading.opens_quotation(j) and place.words[j - 1] in (",", ":"):
            return Complement("quote", j, i)
        if place.words[j] in _STOPS:
            return None
    return None


def _told(place: _Behind, i: int) -> Complement | None:
    """`told reporters that …`, `told them it was late`."""
    if "person" not in place.takes:
        return None
    found = _marker_ahead(place, i)
    if found is None and (start := _behind_short_addressee(place, i)):
        return place.at("person", start)
    return found


def _behind_short_addressee(place: _Behind, i: int) -> int | None:
    """The addressee is a pronoun, one noun or a name, and a clause without `that` follows."""
    reading = place.reading
    j = i + 2 if place.words[i] in DETERMINERS else i + 1
    while j < place.limit and reading.is_capital(j - 1) and reading.is_capital(j):
        if clause_ahead(reading, j, place.limit):
            break
        j += 1
    if j < place.limit and reading.inside[i] < 0 and clause_ahead(reading, j, place.limit):
        return j
    return None


def _object_and_more(place: _Behind, i: int) -> Complement | None:
    """`urged them to leave`, `described it as late`: the object and what is said of it."""
    to, described = "person-to" in place.takes, "as" in place.takes
    if not (to or described) or not begins_noun_phrase(place.reading, i):
        return None
    if to and _is_near(place, "to", i + 1):
        return place.at("person-to", i)
    return place.at("as", i) if described and _is_near(place, "as", i + 1) else None


def _is_near(place: _Behind, wanted: str, i: int) -> bool:
    for j in range(i, min(place.limit, i + _NEAR)):
        word = place.words[j]
        if place.reading.inside[j] >= 0:
            continue
        if word == wanted and (wanted != "to" or is_infinitive(place.reading, j + 1)):
            return True
        if word in _STOPS or word == ",":
            return False
    return False


def _bare(place: _Behind, i: int) -> Complement | None:
    """`said it was late`: a clause without `that`."""
    said = place.cue.lemma == "say" and is_said(place.reading, i, place.limit)
    if said or ("bare" in place.takes and clause_ahead(place.reading, i, place.limit)):
        return place.at("bare", i)
    return None


def _object(place: _Behind, i: int) -> Complement | None:
    """`praised the plan`: the object of the verb is the content."""
    return place.at("object", i) if "object" in place.takes and begins_noun_phrase(place.reading, i) else None


def _behind_adverbial(place: _Behind, i: int) -> Complement | None:
    """`said in a statement that …`: the content follows behind a place, a time or a medium."""
    if place.words[i] in _OPENS_ADVERBIAL and ("clause" in place.takes or "quote" in place.takes):
        return _marker_ahead(place, i)
    return None


def _marker_ahead(place: _Behind, i: int) -> Complement | None:
    """Look a little further for `that`, a question word, a quotation or a pronoun that begins a clause."""
    for j in range(i, min(place.limit, i + _WINDOW)):
        word = place.words[j]
        if place.reading.inside[j] >= 0:
            if place.reading.opens_quotation(j) and (j == i or place.words[j - 1] in (",", ":")):
                return place.at("quote", j)
            continue
        if word in _STOPS:
            return None
        if word == "," and not _goes_on_behind_comma(place, j):
            return _that_behind_comma(place, j + 1)
        found = _marker_at(place, i, j)
        if found:
            return found
        if j > i and looks_finite(word):
            return None
    return None


def _marker_at(place: _Behind, first: int, j: int) -> Complement | None:
    word, told = place.words[j], "person" in place.takes
    if word == ":" and "quote" in place.takes:
        return place.at("colon", j + 1)
    if word == "to" and told and is_infinitive(place.reading, j + 1):
        return place.at("person-to", first)
    if j == first:
        return None
    if word == "that" and (told or "clause" in place.takes):
        return place.at("clause", j)
    if word in _ASKED and (told or "question" in place.takes):
        return place.at("question", j)
    begins_clause = word.partition("'")[0] in _SUBJECTS
    return place.at("bare", j) if begins_clause and (told or "bare" in place.takes) else None


def _goes_on_behind_comma(place: _Behind, comma: int) -> bool:
    i = comma + 1
    return i < place.limit and (place.reading.opens_quotation(i) or place.words[i] == "that")


def _that_behind_comma(place: _Behind, i: int) -> Complement | None:
    """`said on the radio, where she works, that …`."""
    for j in range(i, min(place.limit - 1, i + _NEAR)):
        if place.words[j] == "," and place.words[j + 1] == "that" and "clause" in place.takes:
            return place.at("clause", j + 1)
    return None
