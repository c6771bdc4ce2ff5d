"""What the words for a speaker tell by themselves: pronoun or description, gender, number, head noun."""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CONTRACTED = re.compile(r"(?i)\b(he|she|it|they|we|i)['’](?:s|d|ll|ve|re|m)\b")
# Where the noun phrase that names the speaker ends: "the minister | of", "Peskov |, the spokesman".
_AFTER_HEAD = re.compile(
    r"[,;:()—–]| - |\b(?:of|in|on|at|for|from|with|to|by|near|who|whom|whose|which|that|and|or|but|including|"
    r"asked|speaking|quoted|based|close|familiar|after|before|during|as|when|where)\b"
)

SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
THINGS = frozenset("it its".split())
PLURALS = frozenset("they them their theirs".split())
OWN = frozenset("i me my mine we us our ours".split())
OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_DEFINITE = frozenset(["the", "this", "that", "these", "those", *OWNERS])
_OURS = frozenset("my our".split())
_TWO = re.compile(r"(?i)\s*(?:both|the two|each of the two)\b")

# Nouns whose bearers speak for the state or institution they are named with: "Russian officials".
OFFICIALS = frozenset(
    """official officials government governments ministry authorities authority embassy delegation delegations
    side leadership diplomat diplomats military army forces presidency administration spokesman spokeswoman
    spokesperson spokespeople negotiator negotiators envoy envoys ambassador ambassadors representative
    representatives minister ministers mission regulator commanders command intelligence
    officer officers aide aides office parliament cabinet premier statement""".split()
)
_WOMEN = frozenset(
    """ms mrs miss madam lady queen woman spokeswoman chairwoman congresswoman mother sister daughter wife widow
    girl aunt niece grandmother businesswoman actress councilwoman""".split()
)
_MEN = frozenset(
    """mr man sir lord king man spokesman chairman congressman father brother son husband boy uncle
    nephew grandfather businessman actor councilman""".split()
)
# Nouns that do not name persons, so that he and she cannot mean them.
_THINGS_SAID = frozenset(
    """government ministry agency report statement document text declaration resolution article newspaper study
    poll survey treaty agreement plan paper letter company bank court commission council union alliance
    committee parliament embassy delegation party group organisation organization bloc country republic state
    states nation nations kingdom federation campaign administration department office assembly organisations
    organizations conference charter programme program congress senate house summit talks world community
    agenda""".split()
)
# Several of one kind: the two of whom a text has just told, or the states and institutions they stand for.
PERSONS = frozenset(
    """leaders presidents ministers men women candidates rivals politicians counterparts""".split()
)
SIDES = frozenset(
    "sides countries nations states governments parties capitals powers allies neighbours neighbors".split()
)
# What a speaker speaks for: "my country".
OWN_SIDE = frozenset("country government delegation nation state republic administration".split())
# Words that tell one office from another: "the foreign minister" is not "the economy minister".
OFFICES = frozenset(
    """foreign prime defence defense interior economy finance justice energy health education trade deputy vice
    economic presidential""".split()
)


class Wording(NamedTuple):
    """The words of a speaker in lower case, up to their head noun, and what they tell.

    `definite` says whether they point back ("the minister"), `owner` by which pronoun they do so ("his
    campaign": he), `ours` whether they are the speaker's own ("my government"), `two` whether they mean two.
    `names` are the names among them ("the Ohio governor": ohio), `named` says whether the head is one itself;
    `gender` is f, m or None. `offices` are those that tell one office from another; `pronoun` is the pronoun,
    if the words are nothing else.
    """

    words: tuple[str, ...]
    head: str
    definite: bool
    owner: str | None
    ours: bool
    two: bool
    names: frozenset[str]
    named: bool
    gender: str | None
    thing: bool
    offices: frozenset[str]
    pronoun: str | None


_PRONOUNS = SINGULAR.keys() | THINGS | PLURALS | OWN


@lru_cache(maxsize=10_000)
def wording(text: str) -> Wording:
    """Read the words of a speaker.

    Examples
    --------
    >>> wording("The Russian foreign minister, who had flown in").words
    ('russian', 'foreign', 'minister')
    >>> wording("She").pronoun, wording("a spokeswoman for the bank").gender
    ('she', 'f')
    """
    written = _up_to_head(text)
    words = tuple([word.lower() for word in written])
    first, rest = (words[0] if words else ""), words[1:]
    definite = first in _DEFINITE and bool(rest)
    content = rest if definite or first in ("a", "an") or (first in _OURS and rest) else words
    head = words[-1] if words else ""
    is_woman, is_man = not _WOMEN.isdisjoint(content), not _MEN.isdisjoint(content)
    gender = SINGULAR.get(head) or ("f" if is_woman else "m" if is_man else None)
    return Wording(
        content or words,
        head,
        definite,
        OWNERS.get(first) if rest else None,
        first in _OURS and bool(rest),
        bool(_TWO.match(text)),
        frozenset([word.lower() for word in written[1:-1] if word[0].isupper()]),
        bool(written) and written[-1][0].isupper() and not definite,
        gender,
        head in _THINGS_SAID,
        OFFICES.intersection(content or words),
        head if len(content or words) == 1 and head in _PRONOUNS else None,
    )


def is_thing(text: str) -> bool:
    """Whether the head noun of some words names no person; `wording` says the same and more, and takes longer.

    >>> is_thing("the Senate of Chad"), is_thing("a senator in Congress")
    (True, False)
    """
    written = _up_to_head(text)
    return bool(written) and written[-1].lower() in _THINGS_SAID


def _up_to_head(text: str) -> list[str]:
    """Give the words up to the head noun; it is the last of them."""
    if "'" in text or "’" in text:
        text = _CONTRACTED.sub(r"\1", text)
    return _WORD.findall(text, 0, head_end(text))


def head_end(text: str) -> int:
    """Give where the noun phrase ends that names the speaker; what follows only describes him."""
    found = _AFTER_HEAD.search(text, 1)
    return found.start() if found and text[: found.start()].strip() else len(text)
