"""What the scorer `linear` sees of a mention: features of the masked words, and numbers from the rules.

A feature is written "rule|words": which words stand in the sentence, near the actor, in which pattern
of kinds, and what the actor does, is done, and has. None holds more than three words.
"""

import itertools
from collections.abc import Container, Iterable, Iterator

from discourse.annotations.tone.masking import ACTOR, NAME, NUMBER, kind, masked, masked_word
from discourse.annotations.tone.reading import Reading
from discourse.annotations.tone.roles import STOPS, Evidence, is_kind, is_passed_over, verb_places
from discourse.annotations.tone.target import bent, weigh
from discourse.lexicons.role_words import role_words

_NEAR, _FAR, _KINDS, _PATTERNS = 4, 10, 6, 8
_ARTICLES = frozenset({"the", "a", "an", NAME, NUMBER})


def features(reading: Reading, own: bool, known: Container[str]) -> set[str]:
    """Give the features of a mention; `own`: the actor is the speaker; `known`: words that are no names.

    Examples
    --------
    >>> from discourse.annotations.tone.reading import read
    >>> found = features(read("Ann was accused.", 0, 3), own=False, known={"was", "accused"})
    >>> sorted(f for f in found if "accused" in f)[:4]
    ['after|accused', 'far-after|accused', 'is|accused', 'pair|accused .']
    """
    words = masked(reading, known)
    kinds = [kind(word) for word in words]
    found = {f"word|{word}" for word in words}
    found |= {f"pair|{first} {second}" for first, second in itertools.pairwise(words)}
    found |= {f"{'speaker' if own else 'other'}|{k}" for k in kinds if k and k not in (ACTOR, NAME, NUMBER)}
    if ACTOR in words:
        found |= {*_around(words, kinds, words.index(ACTOR)), *_does(reading, known)}
        found |= {*_undergoes(reading, known), *_has(reading, known)}
    return found


def _around(words: list[str], kinds: list[str], actor: int) -> Iterator[str]:
    """Give words and kinds by their side of the actor, and patterns of kinds around him."""
    for at, word in enumerate(words):
        side, distance = "before" if at < actor else "after", abs(at - actor)
        if 0 < distance <= _FAR:
            yield f"far-{side}|{word}"
        if 0 < distance <= _NEAR:
            yield f"{side}|{word}"
        if distance <= _KINDS and kinds[at] not in ("", ACTOR, NAME, NUMBER):
            yield f"kind-{side}|{kinds[at]}"
        if distance <= _PATTERNS:
            yield f"pattern|{' '.join(k or '_' for k in kinds[at : at + 2])}"
            yield f"pattern|{' '.join(k or '_' for k in kinds[at : at + 3])}"


def _does(reading: Reading, known: Container[str]) -> Iterator[str]:
    """Give the first two words behind the actor that may be what he does or what is done to him."""
    rule, left = "does", 2
    for at in verb_places(reading):
        word = reading.sentence.words[at]
        if is_kind(word, "forms-of-be"):
            rule = "is"
        elif not is_passed_over(word) and left:
            left -= 1
            yield f"{rule}|{masked_word(reading, at, known)}"


def _undergoes(reading: Reading, known: Container[str]) -> Iterator[str]:
    """Give the last two words before the actor, past articles, names and prepositions, with the preposition."""
    words, preposition, left = reading.sentence.words, "", 2
    for at in range(reading.begin - 1, max(-1, reading.begin - 1 - _KINDS), -1):
        if words[at] in STOPS or not left:
            return
        word = masked_word(reading, at, known)
        if is_kind(word, "prepositions"):
            preposition = preposition or word
        elif word not in _ARTICLES:
            left -= 1
            yield f"undergoes|{word} {preposition}".rstrip()


def _has(reading: Reading, known: Container[str]) -> Iterator[str]:
    """Give the words for what the actor has: *Ann's lies*, *her leadership*."""
    words, begin = reading.sentence.words, reading.end
    if words[begin : begin + 1] == ("'s",):
        begin += 1
    elif not is_kind(words[begin - 1], "possessives"):
        return
    for at in range(begin, min(begin + 3, len(words))):
        if words[at] in STOPS:
            return
        yield f"has|{masked_word(reading, at, known)}"


def numbers(reading: Reading, own: bool) -> list[float]:
    """Give what the rules of `target` find, as numbers between -1 and 1."""
    sentence = reading.sentence
    found = weigh(reading, own=False)
    words = [e for e in found if e.rule.startswith("word")]
    clause = sentence.clauses[reading.begin] if reading.begin < reading.end else -1
    inside = reading.begin < reading.end and sentence.quoted[reading.begin]
    quoted = _sum(e for e in words if sentence.quoted[e.at])
    plain = _sum(e for e in words if not sentence.quoted[e.at])
    return [
        own,
        _sum(weigh(reading, own)),
        _sum(words),
        _sum(e for e in words if e.weight > 0),
        _sum(e for e in words if e.weight < 0),
        _sum(e for e in words if e.at < reading.begin),
        _sum(e for e in words if e.at >= reading.end),
        _sum(e for e in words if sentence.clauses[e.at] == clause),
        quoted,
        plain,
        quoted * own,
        plain * own,
        inside,
        quoted * inside,
        any(sentence.quoted),
        reading.begin / max(1, len(sentence.words)),
        min(len(sentence.words), 60) / 60,
        _sum(e for e in found if not e.rule.startswith("word")),
        *_roles(found),
    ]


def _roles(found: list[Evidence]) -> list[float]:
    """Give 1 for each rule of `roles` that applies, -0.5 where it is negated, 0 elsewhere."""
    applied = {":".join(e.rule.split(":")[:2]): -0.5 if e.rule.endswith("negated") else 1.0 for e in found}
    verbs = dict.fromkeys(verb.group for verb in role_words().verbs.values())
    rules = [f"{group}:{part}" for group in verbs for part in ("agent", "patient")]
    rules += [f"{group}:about" for group in dict.fromkeys(g for g, _ in role_words().about.values())]
    rules += [f"{group}:owner" for group in dict.fromkeys(g for g, _ in role_words().possessed.values())]
    return [applied.get(rule, 0.0) for rule in rules]


def _sum(found: Iterable[Evidence]) -> float:
    return bent(sum(e.weight for e in found))
