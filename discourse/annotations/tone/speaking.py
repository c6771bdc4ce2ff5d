"""Whether the actor named in a sentence is the one who says what stands in it."""

from functools import cache

from discourse.annotations.tone.reading import Reading
from discourse.lexicons.cues import PAST, THIRD, read_cues

_REACH_BEFORE, _REACH_AFTER = 3, 4
_STOPS = frozenset(',;:—–()“”".')


def speaks(reading: Reading) -> bool:
    """Tell whether a neutral verb of saying stands next to the actor, outside quotation marks.

    Examples
    --------
    >>> from discourse.annotations.tone.reading import read
    >>> speaks(read("It was awful, said Ann.", 19, 22)), speaks(read("He said that Ann lied.", 13, 16))
    (True, False)
    """
    words = reading.sentence.words
    if reading.begin == reading.end or reading.sentence.quoted[reading.begin]:
        return False
    for word in words[reading.end : reading.end + _REACH_AFTER]:
        if word in _STOPS:
            break
        if word in _saying():
            return True
    for at in range(reading.begin - 1, max(-1, reading.begin - 1 - _REACH_BEFORE), -1):
        if words[at] in _STOPS or words[at] == "that":
            break
        if words[at] in _saying() or words[at - 1 : at + 1] == ("according", "to"):
            return True
    return False


@cache
def _saying() -> frozenset[str]:
    """Give the finite forms of verbs that quote and report without colour."""
    verbs = read_cues().verbs.items()
    return frozenset(
        word
        for word, form in verbs
        if form.inflections & {PAST, THIRD}
        and any(
            c.takes.get("quote") == "neutral" and "clause" in c.takes and not c.particles for c in form.cues
        )
    )
