"""Which of the actors named within a speaker's words are the speaker.

In "Putin's spokesman", "a lawyer for Mr. Trump" and "Moscow residents" an actor is named and does not speak.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from discourse.annotations.speakers.wording import OFFICIALS

_OFFICIAL = re.compile(rf"(?i)\b(?:{'|'.join(sorted(OFFICIALS))})\b")
_GOES_ON = re.compile(
    r"(?:['’]s?)?[^\S\n]+(?!(?:and|or|but|of|in|on|at|for|from|with|to|by|who|whom|whose|which|that|as|"
    r"himself|herself|itself|themselves|also|both|all)\b)[\w(]|['’]s?(?!\w)"
)
_PREPOSITION = re.compile(
    r"(?i)\b(?:of|in|on|at|for|from|with|to|by|near|about|over|against|toward|towards|between|under|behind|through|via|like|unlike|alongside|including|among|within|without)\s+"
    r"(?:the\s+|both\s+|then[- ]|former\s+|mr\.?\s+|ms\.?\s+|mrs\.?\s+|[A-Z][\w.]*\s+)*$"
)
_RELATIVE = re.compile(r",?\s(?:who|whose|which|that)\s")
_SPOKEN_FOR = re.compile(r"(?i)\b(?:of|for|from|at|in|to)\s+(?:the\s+)?(?:\w+\s+and\s+(?:the\s+)?)?$")


class Named(NamedTuple):
    """An actor named in a text: the range of the words, the actor's id, type and route."""

    start: int
    end: int
    actor: str
    type: str
    route: str


def speaking(text: str, spans: Sequence[tuple[int, int]], named: Sequence[Named]) -> list[tuple[str, str]]:
    """Give the actors who speak in the words at `spans`, each with the route to him, in order.

    `named` are the mentions within the words. A person, an institution or a state speaks where it is the
    head of a noun phrase; a state or institution also where the head is one of its officials.
    """
    found: dict[str, str] = {}
    for mention in named:
        begin, stop = next((s, e) for s, e in spans if s <= mention.start and mention.end <= e)
        before, behind = text[begin : mention.start], text[mention.end : stop]
        if _RELATIVE.search(before):
            continue
        if _is_head(before, behind):
            found.setdefault(mention.actor, mention.route)
        elif mention.type != "person" and _has_official(before, behind):
            found.setdefault(mention.actor, "description")
    persons = [n.actor for n in named if n.type == "person" and n.actor in found]
    if persons:
        heads = {
            n.actor for n in named if n.type != "person" and found.get(n.actor) not in (None, "description")
        }
        found = {actor: route for actor, route in found.items() if actor in persons or actor in heads}
    return list(found.items())


def behind_preposition(before: str) -> bool:
    """Whether a preposition leads to the name that follows `before`."""
    return _PREPOSITION.search(before) is not None


def _is_head(before: str, behind: str) -> bool:
    """Nothing goes on behind the name as one noun phrase, and no preposition leads to it."""
    return not _GOES_ON.match(behind) and not behind_preposition(before)


def _has_official(before: str, behind: str) -> bool:
    """Whether the phrase's head is an official of the one named: "Russian officials", "a spokesman for NATO"."""
    head = re.match(r"(?:['’]s?)?(?:\s+[\w’'.-]+){1,4}", behind)
    if head and _OFFICIAL.search(head.group()):
        return True
    return bool(_SPOKEN_FOR.search(before) and _OFFICIAL.search(before))
