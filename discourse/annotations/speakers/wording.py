"""What the words for a speaker tell by themselves: pronoun or description, gender, number, head noun."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Where the noun phrase that names the speaker ends: "the minister | of", "Peskov |, the spokesman".
_AFTER_HEAD = re.compile(
    r"[,;:()—–]| - |\b(?:of|in|on|at|for|from|with|to|by|near|who|whom|whose|which|that|and|or|but|including|"
    r"asked|speaking|quoted|based|close|familiar|after|before|during|as|when|where)\b"
)

SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
THINGS = frozenset("it its".split())
PLURALS = frozenset("they them their theirs".split())
OWN = frozenset("i me my mine we us our ours".split())
_DEFINITE = frozenset("the this that its his her their".split())
_BOTH = re.compile(r"(?i)\s*(?:both|the two|each of the two)\b")

# Nouns whose bearers speak for the state or institution they are named with: "Russian officials".
OFFICIALS = frozenset(
    """official officials government governments ministry authorities authority embassy delegation delegations
    side leadership diplomat diplomats military army forces presidency administration spokesman spokeswoman
    spokesperson spokespeople negotiator negotiators envoy envoys ambassador ambassadors representative
    representatives minister ministers mission regulator commanders command intelligence
    officer officers aide aides office parliament cabinet premier statement""".split()
)
_WOMEN = frozenset("ms mrs miss madam lady queen woman spokeswoman chairwoman congresswoman mother".split())
_MEN = frozenset("mr sir lord king man spokesman chairman congressman father".split())
# Nouns that do not name persons, so that he and she cannot mean them.
_THINGS_SAID = frozenset(
    """government ministry agency report statement document text declaration resolution article newspaper study poll
    survey treaty agreement plan paper letter company bank court commission council union alliance committee
    parliament embassy delegation party group organisation organization bloc country republic state states nation
    nations kingdom federation campaign administration department office""".split()
)
# Words that tell one office from another: "the foreign minister" is not "the economy minister".
OFFICES = frozenset(
    """foreign prime defence defense interior economy finance justice energy health education trade deputy vice
    economic presidential""".split()
)


class Wording(NamedTuple):
    """The words of a speaker in lower case, up to their head noun, and what they tell.

    `definite` says whether they point back ("the minister"), `its` whether they do so by *its*; `gender` is
    f, m or None.
    """

    words: tuple[str, ...]
    head: str
    definite: bool
    its: bool
    both: bool
    gender: str | None
    thing: bool

    @property
    def offices(self) -> frozenset[str]:
        """The words among them that tell one office from another."""
        return OFFICES.intersection(self.words)

    @property
    def pronoun(self) -> str | None:
        """The pronoun, if the words are nothing else."""
        return self.head if len(self.words) == 1 and self.head in _PRONOUNS else None


_PRONOUNS = SINGULAR.keys() | THINGS | PLURALS | OWN


def wording(text: str) -> Wording:
    """Read the words of a speaker.

    Examples
    --------
    >>> wording("The Russian foreign minister, who had flown in").words
    ('russian', 'foreign', 'minister')
    >>> wording("She").pronoun, wording("a spokeswoman for the bank").gender
    ('she', 'f')
    """
    words = tuple(word.lower() for word in _WORD.findall(text[: head_end(text)]))
    first, rest = (words[0] if words else ""), words[1:]
    definite = first in _DEFINITE and bool(rest)
    content = rest if definite or first in ("a", "an") else words
    head = content[-1] if content else first
    named = set(content)
    gender = SINGULAR.get(head) or ("f" if named & _WOMEN else "m" if named & _MEN else None)
    return Wording(
        content or words,
        head,
        definite,
        first == "its",
        bool(_BOTH.match(text)),
        gender,
        head in _THINGS_SAID,
    )


def head_end(text: str) -> int:
    """Give where the noun phrase ends that names the speaker; what follows only describes him."""
    found = _AFTER_HEAD.search(text, 1)
    return found.start() if found and text[: found.start()].strip() else len(text)
