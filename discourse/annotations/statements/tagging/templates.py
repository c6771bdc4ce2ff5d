"""Which columns of evidence, at which distance from a token, make a feature together."""

Template = tuple[tuple[str, int], ...]

REACH = 2
"""The greatest distance."""


def template_of(name: str) -> Template:
    """Read `own word-1`: the column *own* at the token and the column *word* at the one before.

    Examples
    --------
    >>> template_of("own word-1")
    (('own', 0), ('word', -1))
    """
    parts = []
    for part in name.split():
        column = part.rstrip("-+12")
        parts.append((column, int(part[len(column) :] or 0)))
    return tuple(parts)


def written(template: Template) -> str:
    """Write a template as `template_of` reads it."""
    return " ".join(f"{column}{offset:+d}" if offset else column for column, offset in template)


_WRITTEN = (
    "word-2, word-1, word, word+1, word+2, shape-1 shape shape+1, entry-1 entry entry+1",
    "own, own-1 own own+1, own-2 own, own+2 own, own word-2, own word-1, own word, own word+1, own word+2",
    "own word word+1, own word-1 word, own rule, own rule word, own rule word+1, own rule entry, own rule sure",
    "own rule kind, own cue, own cue rule, own negated, own first, own behind, own last behind, own rule first",
    "own rule length, own speaker-first, own speaker-last, own before, own next, own cue next, own cue before",
    "own cue first, side, side own, side own shape, side own entry, side own quoted, side own rule, side cue",
    "side word, side word-1, own quoted-1 quoted, own quoted quoted+1, own other, own other-1 other",
    "own other other+1, other word, passed word, passed word word+1, passed word-1 word, passed cue, passed rule",
    "passed word-1 entry entry+1, marks own rule, marks own word, marks own entry, marks own word-1",
    "verbs own word, verbs own entry, place own shape, own shape-1 shape, own shape shape+1, own suffix",
    "own suffix+1, own entry-1 entry, own entry entry+1, own own-1 word-1, own own+1 word+1",
)
TEMPLATES = tuple(template_of(one) for line in _WRITTEN for one in line.split(", "))
