"""A name with a colon: `Lee: “We left”`, the headline `Judge: Ban is illegal`, the line `LEE: We left`."""

from discourse.annotations.statements.clauses import strip_end
from discourse.annotations.statements.found import Found, Range
from discourse.annotations.statements.noun_phrases import noun_phrase_ending, skip_brackets
from discourse.annotations.statements.reading import Reading

_LONGEST_NAME = 8
# `Ukraine: statement in the general debate` names a text, and says nothing of what is in it.
_TEXTS = frozenset(
    "statement speech remarks address interview transcript letter message report excerpt text".split()
)


def colon_statement(reading: Reading, colon: int, unit: Range, floor: int, first_unit: bool) -> Found | None:
    """Give the statement announced by nothing but a name and the colon at token `colon`."""
    if colon + 1 >= unit[1] or colon <= floor:
        return None
    name = noun_phrase_ending(reading, skip_brackets(reading, colon - 1, floor) + 1, floor)
    if name is None:
        return None
    if reading.opens_quotation(colon + 1) and any(reading.is_capital(i) for i in range(*name)):
        end = min(reading.quotation_end(colon + 1), unit[1])
        return _found("name-colon-quotation", name, colon, end)
    if name[0] != unit[0] or not _is_name(reading, name) or reading.words[colon + 1] in _TEXTS:
        return None
    if first_unit or reading.text[slice(*reading.span(*name))].isupper():
        end = strip_end(reading, colon + 1, unit[1])
        return _found("name-colon", name, colon, end) if end > colon + 2 else None
    return None


def _found(rule, name, colon, end) -> Found:
    return Found(rule, "colon", ":", "neutral", [(colon, colon + 1)], [name], [(colon + 1, end)])


def _is_name(reading, name: Range) -> bool:
    first, behind = name
    return behind - first <= _LONGEST_NAME and all(
        reading.is_capital(i) or reading.words[i] in ("of", "the", ".", "and") for i in range(first, behind)
    )
