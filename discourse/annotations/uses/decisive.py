"""Which sentences need a closer look: those with a word or a mark that could decide a use.

Most sentences have none: their frame's word is asserted, and nothing holds it at arm's length. To tell so is a
pass over the units of a partition; `find_use` then reads only the others, and gives the same for all.
"""

import re
from functools import cache

import numpy as np

from discourse.annotations.uses.distance import LABEL, MARKS
from discourse.lexicons.use_words import use_words
from discourse.text import Tokens

_UNIT = re.compile(r"\w+")
_QUOTED = re.compile("[" + re.escape("".join(sorted(MARKS))) + "]")
# Read by the rules themselves: isn't, can't; what Moscow calls; less a war than; (sic); in its own words.
_ALSO = ("t", "cannot", "what", "less", "sic", "words", "telling", "language", "parlance", "jargon")


@cache
def decisive_units() -> frozenset[str]:
    """Give the units (runs of letters) of which one stands wherever a use is not plainly asserted.

    Examples
    --------
    >>> {"not", "declined", "called", "the", "war"} & decisive_units() == {"not", "declined", "called"}
    True
    """
    lists = use_words()
    deciding = (
        lists.negators | lists.negating | lists.misnaming | lists.denying | lists.rejecting | lists.preventing
        | lists.refusing | lists.avoiding_words | lists.falsified | lists.fictions | lists.marking
        | lists.dubbing | lists.called_behind | lists.as_a_word
    )  # fmt: skip
    phrases = sorted((_UNIT.findall(" ".join(phrase)) for phrase in deciding), key=lambda p: (len(p), p))
    units = set(_ALSO)
    for phrase in phrases:
        if not units.intersection(phrase):
            units.add(max(phrase, key=lambda unit: ((unit,) not in lists.function, len(unit))))
    return frozenset(units)


def decisive_places(tokens: Tokens, offsets: np.ndarray) -> np.ndarray:
    """Give where decisive units begin, in order, counted over all texts that begin at `offsets`."""
    decisive = np.isin(tokens.terms, list(decisive_units()))[tokens.unit_term]
    return offsets[tokens.unit_text[decisive]] + tokens.unit_start[decisive]


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark stands near enough to make the word at `[start, end)` a label."""
    return _QUOTED.search(text, max(0, start - LABEL), end + LABEL) is not None
