"""A sentence about an actor with all names masked, so that no scorer can learn who is liked."""

from collections.abc import Container

from discourse.annotations.tone.reading import Reading
from discourse.annotations.tone.roles import is_kind, is_negation
from discourse.lexicons.role_words import role_words
from discourse.lexicons.tone_words import toward_words

ACTOR, NAME, NUMBER = "ACTOR", "NAME", "NUMBER"
_CLEAR = 0.15


def masked(reading: Reading, known: Container[str]) -> list[str]:
    """Give the words with the actor as ACTOR, other names as NAME, figures as NUMBER.

    A name is what has a capital in mid-sentence, or has one and is not among the `known` words.

    Examples
    --------
    >>> from discourse.annotations.tone.reading import read
    >>> masked(read("Bob Smith met Ann in 2016.", 14, 17), known={"met", "in"})
    ['NAME', 'met', 'ACTOR', 'in', 'NUMBER', '.']
    """
    found: list[str] = []
    for at in range(len(reading.sentence.words)):
        word = masked_word(reading, at, known)
        if word not in (ACTOR, NAME) or found[-1:] != [word]:
            found.append(word)
    return found


def masked_word(reading: Reading, at: int, known: Container[str]) -> str:
    """Give one word as it stands in `masked`."""
    sentence, word = reading.sentence, reading.sentence.words[at]
    if reading.begin <= at < reading.end:
        return ACTOR
    if word[0].isdigit():
        return NUMBER
    if sentence.named[at] or (sentence.capital[at] and word not in known):
        return NAME
    return word


def kind(word: str) -> str:
    """Give the kind of a masked word: its role group, whether it is good or bad, or what it does.

    Examples
    --------
    >>> [kind(word) for word in ("ACTOR", "was", "slammed", "for", "criticism", "on", "tuesday")]
    ['ACTOR', 'be', 'blaming', 'for', 'against', 'on', '']
    """
    roles = role_words()
    if word in (ACTOR, NAME, NUMBER):
        return word
    if word in roles.verbs:
        return roles.verbs[word].group
    if word in roles.about or word in roles.possessed:
        return (roles.about.get(word) or roles.possessed[word])[0]
    weight = toward_words().get(word, 0.0)
    if weight:
        return "good" if weight > _CLEAR else "bad" if weight < -_CLEAR else "faint"
    if is_negation(word):
        return "not"
    return "be" if is_kind(word, "forms-of-be") else word if is_kind(word, "prepositions") else ""
