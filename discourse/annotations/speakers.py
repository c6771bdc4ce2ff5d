"""Whose words: the actors behind the words that name a speaker."""

from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from discourse.annotations.parts import Parts
from discourse.lexicons import Actors


class Speaker(NamedTuple):
    """One speaker of a statement: the words, the actor (None: not in the registry) and the route to him."""

    text: str
    actor: str | None
    route: str | None


def resolve_speakers(parts: Parts, mentions: pd.DataFrame, speakers: list[tuple], actors: Actors) -> list[list[Speaker]]:
    """Give the speakers of each entry of `speakers`, which says part number and spans of the speaker's words.

    The actor is the one that the words mention; of a person and what the person belongs to
    ("Russia's foreign minister, Sergei Lavrov") it is the person.
    """
    named = defaultdict(list)
    columns = ("doc_id", "part", "start", "end", "actor", "route")
    for doc_id, part, start, end, actor, route in zip(*(mentions[c] for c in columns), strict=True):
        named[parts.number[doc_id, part]].append((start, end, actor, route))
    return [_speakers(parts.texts[text], spans, named[text], actors) for text, spans in speakers]


def _speakers(text, spans, named, actors) -> list[Speaker]:
    if not spans:
        return []
    words = " ".join(text[start:end] for start, end in spans)
    inside = [(a, r) for s, e, a, r in named if any(start <= s and e <= end for start, end in spans)]
    persons = [(a, r) for a, r in inside if actors[a].type == "person"]
    found = dict(persons or inside)
    return [Speaker(words, actor, route) for actor, route in found.items()] or [Speaker(words, None, None)]
