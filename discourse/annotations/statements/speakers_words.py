"""The words that name the speaker: the subject of a cue, before it or behind it."""

from discourse.annotations.statements.clauses import is_dash
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import (
    DASHES,
    DETERMINERS,
    INDEFINITES,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
    looks_finite,
)

Range = tuple[int, int]

_BREAKS = frozenset(",;:.!?()[]…") | QUOTES
_CLAUSE_OPENERS = frozenset(
    "that because when while if although though whether unless until where but or so yet than as once".split()
)
_LEADING = frozenset("and but then so yet also still now even nor or".split())
_MODIFYING = frozenset("of for from in at on to with about".split())
_SAYING = frozenset("said says say saying told tells added adds wrote writes noted".split())
_TELLS_WHEN = frozenset("asked when after before during in at on while speaking since despite as".split())
_CLOSING_OF = {")": "(", "]": "["}
_LONGEST = 40
_LONGEST_NAME = 7


def subject_before(reading: Reading, verb: int, floor: int) -> list[Range]:
    """Give the subject of the verb group that begins at `verb`, looking no further left than `floor`.

    A relative pronoun is given with its antecedent. Nothing is given where no subject stands there.
    """
    words = reading.words
    i = skip_brackets(reading, verb - 1, floor)
    if i < floor or reading.inside[i] >= 0:
        return []
    if words[i] in RELATIVES:
        return _antecedent(reading, i, floor)
    if words[i] in SUBJECT_PRONOUNS or words[i].partition("'")[0] in SUBJECT_PRONOUNS:
        return [(i, i + 1)]
    if words[i] == "," or (words[i] in DASHES and is_dash(reading, i)):
        return _subject_with_insertion(reading, i, floor)
    found = noun_phrase_ending(reading, i + 1, floor)
    if found is None:
        return []
    if (outer := _outside_relative_clause(reading, found[0], floor)) is not None:
        return [(outer, verb)]
    return [(_list_start(reading, found, floor), verb)]


def _outside_relative_clause(reading, first, floor) -> int | None:
    """`[Supporters] who have heard from [the campaign] say`: the first of the two is the subject."""
    words = reading.words
    for i in range(first - 1, max(floor, first - _LONGEST), -1):
        if words[i] in _BREAKS or words[i] in _CLAUSE_OPENERS - {"or"} or reading.inside[i] >= 0:
            return None
        if words[i].partition("'")[0] == "who":
            found = noun_phrase_ending(reading, i, floor)
            return found[0] if found else None
    return None


def _list_start(reading, found: Range, floor) -> int:
    """Take the earlier members of a list along: `[Carson, Fiorina] and Huckabee`."""
    first = found[0]
    if "and" not in reading.words[first : found[1]]:
        return first
    while first - 2 >= floor and reading.words[first - 1] == "," and reading.is_capital(first - 2):
        first -= 2
        while first - 1 >= floor and reading.is_capital(first - 1) and first - 1 > floor:
            first -= 1
    return first


def skip_brackets(reading: Reading, i: int, floor: int) -> int:
    """Give the token before the brackets that token `i` closes, or `i` where it closes none."""
    if i >= floor and reading.words[i] in _CLOSING_OF:
        opening = _CLOSING_OF[reading.words[i]]
        for j in range(i - 1, max(floor, i - _LONGEST) - 1, -1):
            if reading.words[j] == opening:
                return j - 1
    return i


def _antecedent(reading, relative, floor) -> list[Range]:
    """The noun phrase before `who`, `which` or `that`, and the pronoun itself."""
    i = relative - 1
    if i >= floor and reading.words[i] == ",":
        i -= 1
    i = skip_brackets(reading, i, floor)
    found = noun_phrase_ending(reading, i + 1, floor) if i >= floor else None
    if found is None:
        return [] if reading.words[relative] == "that" else [(relative, relative + 1)]
    return [_last_name_group(reading, found), (relative, relative + 1)]


def _last_name_group(reading, found: Range) -> Range:
    """Cut an antecedent to what follows the last preposition if a name ends it: `at Fox by [Carson]`."""
    first, behind = found
    if reading.is_capital(behind - 1):
        for i in range(behind - 1, first, -1):
            if reading.words[i - 1] in PREPOSITIONS and reading.words[i - 1] != "of":
                return i, behind
    return found


def _subject_with_insertion(reading, comma, floor) -> list[Range]:
    """`X, the minister, said`: find the noun phrase in front of what stands between the commas."""
    words = reading.words
    mark = words[comma]
    subject: list[Range] = []
    for j in range(comma - 1, max(floor, comma - _LONGEST) - 1, -1):
        if words[j] in (";", ":", "?", "!") and reading.inside[j] < 0:
            break
        same = words[j] == mark or (mark != "," and words[j] in DASHES and is_dash(reading, j))
        if same and reading.inside[j] < 0:
            if not _is_insertion(reading, j + 1, comma):
                break
            head = skip_brackets(reading, j - 1, floor)
            found = noun_phrase_ending(reading, head + 1, floor) if head >= floor else None
            if found and not _in_adverbial(reading, found[0], floor):
                subject = [(found[0], comma)]
    return subject


def _in_adverbial(reading, first, floor) -> bool:
    """Whether a noun phrase is only part of `during a meeting in [Columbus]`."""
    return first > floor and reading.words[first - 1] in PREPOSITIONS


def _is_insertion(reading, first, behind) -> bool:
    """Whether a stretch between commas describes the noun before it: an apposition or a relative clause."""
    words = reading.words
    if first >= behind:
        return False
    word = words[first]
    if word in _TELLS_WHEN or word.endswith("ing") or "by" in words[first + 1 : first + 3]:
        return True
    if word in ("who", "which", "whose", "whom", "where", "including", "along", "like", "along"):
        return True
    if (
        word in SUBJECT_PRONOUNS
        or word in _LEADING
        or (word in _CLAUSE_OPENERS and word not in ("once", "as"))
    ):
        return False
    finite = any(
        looks_finite(words[k]) and words[k] not in ("used", "based", "united") for k in range(first, behind)
    )
    relative = any(words[k] in ("who", "which", "that") for k in range(first, behind))
    return not finite or relative


def noun_phrase_ending(reading: Reading, behind: int, floor: int) -> Range | None:
    """Give the noun phrase that ends before token `behind`."""
    first = _chunk_start(reading, behind, floor)
    first = _after_clause(reading, first, behind)
    while first < behind and (reading.words[first] in _LEADING or _leads_adverbially(reading, first, behind)):
        first += 1
    if first < behind and reading.words[first] in ("after", "before", "since", "until", "than", "because"):
        first += 1
    elif first < behind and reading.words[first] in PREPOSITIONS:
        first = _short_phrase_start(reading, first, behind)
    if first < behind and reading.words[first] in TIME_WORDS and behind - first > 1:
        first += 1
    if first >= behind or not _can_speak(reading, first, behind):
        return None
    return first, behind


def _leads_adverbially(reading, i, behind) -> bool:
    return (
        i + 1 < behind
        and is_adverb(reading.words[i])
        and reading.words[i] not in ("more", "most", "all", "both")
    )


def _can_speak(reading, first, behind) -> bool:
    last = reading.words[behind - 1]
    if (
        last in _BREAKS
        or last in _LEADING
        or last in PREPOSITIONS
        or is_auxiliary(last)
        or last in POSSESSIVES
    ):
        return False
    return last not in DETERMINERS or last in INDEFINITES


def _chunk_start(reading, behind, floor) -> int:
    """Go left to the nearest break: punctuation, a quotation, a conjunction, an auxiliary."""
    words = reading.words
    i = behind - 1
    while i >= max(floor, behind - _LONGEST):
        word = words[i]
        if word == ")":
            j = skip_brackets(reading, i, floor)
            if j < i:
                i = j
                continue
        if word in _BREAKS or reading.inside[i] >= 0 or word in _CLAUSE_OPENERS or is_auxiliary(word):
            break
        if word in DASHES and is_dash(reading, i):
            break
        if word in RELATIVES and word != "that":
            break
        i -= 1
    return i + 1


def _after_clause(reading, first, behind) -> int:
    """Cut off what belongs to an earlier clause: everything up to its verb and a following `and`."""
    words = reading.words
    for i in range(behind - 2, first - 1, -1):
        if words[i] in _SAYING and not reading.is_capital(i):
            return i + 1
        if words[i] in SUBJECT_PRONOUNS:
            return i
        if words[i] == "and" and any(_is_verb(reading, k) for k in range(first, i)):
            return i + 1
        if _is_verb(reading, i) and words[i + 1] in (DETERMINERS | PREPOSITIONS):
            return i + 1
    return first


def _is_verb(reading, i) -> bool:
    word = reading.words[i]
    if not looks_finite(word) or reading.is_capital(i):
        return False
    before = reading.words[i - 1] if i else ""
    return before not in DETERMINERS and before not in PREPOSITIONS


def _short_phrase_start(reading, first, behind) -> int:
    """Behind an opening preposition take the last name, or the last determiner with its noun."""
    words = reading.words
    if reading.is_capital(behind - 1):
        i = behind - 1
        while i > first and reading.is_capital(i - 1) and words[i - 1] not in TIME_WORDS:
            i -= 1
        return i if i > first else first + 1
    for i in range(behind - 1, first, -1):
        if words[i] in DETERMINERS or words[i].endswith("'s"):
            return i
    return behind - 1


def subject_behind(reading: Reading, start: int, limit: int) -> list[Range]:
    """Give the subject of an inverted cue: `said Ann Lee, the minister of trade`."""
    words = reading.words
    i = start
    while i < limit and reading.inside[i] < 0 and not _ends_subject(reading, i, start):
        i += 1
    if i == start:
        return []
    end = i
    if end < limit and words[end] == "(":
        end = _behind_bracket(reading, end, limit)
    if end < limit and words[end] == ",":
        end = _behind_apposition(reading, end, limit)
    return [(start, end)]


def begins_inverted_subject(reading: Reading, i: int, limit: int) -> bool:
    """Whether a subject may stand at `i`, behind its verb: a name, `the minister`, `one of them`."""
    if i >= limit or reading.inside[i] >= 0:
        return False
    word = reading.words[i]
    if word in TIME_WORDS or word in ("that", "this", "it", "there"):
        return False
    return (
        reading.is_capital(i)
        or word in DETERMINERS
        or word in INDEFINITES
        or word in SUBJECT_PRONOUNS
        or (word.isalpha() and word not in PREPOSITIONS and not is_adverb(word))
    )


def _ends_subject(reading, i, start) -> bool:
    word = reading.words[i]
    if word in _BREAKS or (word in DASHES and is_dash(reading, i)):
        return True
    if i == start:
        return word in PREPOSITIONS or is_auxiliary(word)
    if word in PREPOSITIONS:
        return (
            word not in ("of", "for", "from", "at", "in", "on", "with")
            or reading.words[i + 1 : i + 2] == ["a"]
            or (word in ("in", "on", "at") and not _continues_name(reading, i))
        )
    return word in _CLAUSE_OPENERS or word in TIME_WORDS or (reading.words[start] in SUBJECT_PRONOUNS)


def _continues_name(reading, i) -> bool:
    """Whether a place follows the preposition: `the mayor in Kiev`, not `said Ann in an interview`."""
    return i + 1 < len(reading.words) and reading.is_capital(i + 1) and reading.words[i + 1] not in TIME_WORDS


def _behind_bracket(reading, i, limit) -> int:
    for j in range(i + 1, min(limit, i + 12)):
        if reading.words[j] == ")":
            return j + 1
    return i


def _behind_apposition(reading, comma, limit) -> int:
    """Take an apposition along, up to the next comma or the end."""
    words = reading.words
    first = comma + 1
    if first >= limit or reading.inside[first] >= 0:
        return comma
    if words[first] in PREPOSITIONS or words[first] in SUBJECT_PRONOUNS or words[first].endswith("ing"):
        return comma
    if not (words[first] in DETERMINERS or not reading.is_capital(first) or words[first] in INDEFINITES):
        return comma
    for j in range(first, min(limit, first + 30)):
        if (
            words[j] in (",", ".", ";", ":")
            or reading.inside[j] >= 0
            or words[j] in DASHES
            and is_dash(reading, j)
        ):
            return j if j > first else comma
        if words[j] in ("and", "but", "as", "who") and words[first] not in DETERMINERS:
            return comma
    return limit


def main_subject(reading: Reading, start: int, limit: int) -> list[Range]:
    """Give the subject of the first clause of a unit, for cues that share it: `She left, saying …`."""
    words = reading.words
    for i in range(start, limit):
        if reading.inside[i] < 0 and looks_finite(words[i]) and i > start:
            if words[i - 1] in DETERMINERS or words[i - 1] in PREPOSITIONS:
                continue
            found = subject_before(reading, i, start)
            if found and words[found[0][0]] != "there":
                return found
    return _opening_name(reading, start, limit)


def _opening_name(reading, start, limit) -> list[Range]:
    """The pronoun or name that opens a unit, where no verb was recognised behind it."""
    if reading.words[start] in SUBJECT_PRONOUNS:
        return [(start, start + 1)]
    i = start
    while (
        i < limit and reading.is_capital(i) and reading.words[i] not in PREPOSITIONS and reading.inside[i] < 0
    ):
        i += 1
    return [(start, i)] if 1 < i - start < _LONGEST_NAME else []
