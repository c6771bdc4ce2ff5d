"""How sure a statement is: a table of rules, and what makes one more or less certain.

The numbers are shares of statements that were right (speaker and content) among those each rule found
in marked news articles, rounded by hand; `benchmarks/attribution.md` shows how well they hold on others.
"""

from functools import lru_cache
from itertools import compress

from discourse.annotations.statements.found import Found
from discourse.annotations.statements.reading import Reading
from discourse.annotations.statements.words import SUBJECT_PRONOUNS

SPOKEN = {
    "quotation-before": 0.97,
    "verb-quote": 0.90,
    "verb-colon": 0.90,
    "verb-clause": 0.89,
    "verb-bare": 0.85,
    "clause-before": 0.79,
    "verb-person": 0.72,
    "verb-question": 0.72,
    "verb-object": 0.64,
    "verb-person-to": 0.62,
    "quoted-as-saying": 0.80,
    "quoting": 0.80,
}
THOUGHT = {
    "verb-clause": 0.70,
    "verb-bare": 0.53,
    "verb-as": 0.74,
    "verb-object": 0.58,
    "verb-to": 0.58,
    "verb-gerund": 0.62,
    "verb-person-to": 0.55,
    "clause-before": 0.70,
}
OTHERWISE = {
    "phrase": 0.80,
    "passive-to": 0.70,
    "asked": 0.68,
    "quotation-after-speaker": 0.68,
    "noun-clause": 0.65,
    "name-colon": 0.65,
    "name-colon-quotation": 0.75,
    "as-reported": 0.60,
    "adjective-clause": 0.60,
    "passive-agent": 0.48,
    "verb-about": 0.48,
    "quotation-unknown-verb": 0.45,
    "quotation-in-passing": 0.35,
    "noun-to": 0.35,
}
DEFAULT = 0.48

COMMON_NOUN = -0.07
PARTICIPLE = -0.10
INVERTED_CLAUSE = -0.28
SHORT = -0.10
PARTLY_QUOTED = 0.04
NEGATED = -0.05
CHANGES = (COMMON_NOUN, PARTICIPLE, INVERTED_CLAUSE, NEGATED, PARTLY_QUOTED, SHORT)

_FEW_WORDS = 5
_LOWEST, _HIGHEST = 0.05, 0.98


def confidence(reading: Reading, found: Found, kind: str) -> float:
    """Give the share of statements like this one that are right, between 0.05 and 0.98."""
    return _rated(
        found.rule,
        found.spoken,
        found.speaker != [] and not _is_name_or_pronoun(reading, found),
        "ing" in found.notes,
        found.rule == "clause-before" and "inverted" in found.notes,
        found.negated,
        kind == "mixed",
        sum([behind - first for first, behind in found.content]) <= _FEW_WORDS,
    )


@lru_cache(maxsize=2000)
def _rated(rule: str, spoken: bool, *holds: bool) -> float:
    """The share for a rule, with those of `CHANGES` that hold, which are given in the same order."""
    table = SPOKEN if spoken else THOUGHT
    value = table.get(rule, OTHERWISE.get(rule, DEFAULT))
    for change in compress(CHANGES, holds):
        value += change
    return bounded(value)


def bounded(value: float) -> float:
    """Give a confidence with two digits that claims neither to know nor to know nothing."""
    return round(min(max(value, _LOWEST), _HIGHEST), 2)


def _is_name_or_pronoun(reading: Reading, found: Found) -> bool:
    first, behind = found.speaker[0]
    if reading.words[first] in SUBJECT_PRONOUNS or reading.is_capital(behind - 1):
        return True
    return any(reading.is_capital(i) for i in range(first + 1, behind - 1))
