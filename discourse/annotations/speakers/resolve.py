"""From the words for a speaker to the actor, text by text, in the order of reading.

The first step that answers wins: "my government" is the document's own; "Ukraine's president" holds an office;
an actor named in the words speaks (`heads`); a pronoun means the last fitting speaker or subject; a
description ("the minister") means the last one so described. Who is in no registry is remembered too, so
that his *he* does not fall to somebody else.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from discourse.annotations.parts import Parts
from discourse.annotations.speakers.heads import Named, speaking
from discourse.annotations.speakers.memory import Entity, Here
from discourse.annotations.speakers.offices import Offices
from discourse.annotations.speakers.person_words import is_person_noun
from discourse.annotations.speakers.story import Described, Meant, Story
from discourse.annotations.speakers.wording import (
    OFFICIALS,
    OWN,
    OWN_SIDE,
    PERSONS,
    PLURALS,
    SIDES,
    SINGULAR,
    Wording,
    head_end,
    wording,
)
from discourse.annotations.statements import Quotation
from discourse.lexicons import Actors

_OFFICE_BEHIND = re.compile(r"['’]s?\s+((?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*)$")
_OFFICE_BEFORE = re.compile(r"(?i)(?:the\s+)?((?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*)\s+of\s+(?:the\s+)?$")
_BEHIND = re.compile(r",?\s+")
_NEAR = 3  # places behind words, up to a name in apposition
_SEVERAL = PERSONS | SIDES
# Of which kind two are that are called so; None: of either kind.
_PAIRS = {"both": None, "two": None, **dict.fromkeys(PERSONS, True), **dict.fromkeys(SIDES, False)}


class Asked(NamedTuple):
    """A question: who speaks, by the words at these places of a part.

    `quoted` says whether these words stand in a quotation themselves.
    """

    part: int
    spans: Sequence[tuple[int, int]]
    quoted: bool = False


class Speaker(NamedTuple):
    """One speaker of a statement: the words that name him, the actor (None: in no registry), the route."""

    text: str
    actor: str | None
    route: str | None


def resolve_speakers(
    parts: Parts,
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    asked: Sequence[Asked],
    actors: Actors,
    quotations: Mapping[int, Sequence[Quotation]],
) -> list[list[Speaker]]:
    """Give the speakers of each statement asked about; none where its words name nobody.

    `quotations` are the outermost ones of each part that is asked about.
    """
    named, offices = _named(parts, mentions, actors), Offices(actors)
    own, dates = documents["actor"].tolist(), documents["date"].tolist()
    answers: list[list[Speaker]] = [[] for _ in asked]
    places = sorted(
        (question.part, question.spans[0], n) for n, question in enumerate(asked) if question.spans
    )
    for part, places_of_part in groupby(places, key=itemgetter(0)):
        document = parts.documents[part]
        story = Story(parts.texts[part], parts.sentences_of(part), quotations[part], named[part], offices)
        actor = own[document] if isinstance(own[document], str) else None
        reader = _Reader(story, offices, actor, dates[document])
        for _, _, number in places_of_part:
            answers[number] = reader.speakers(asked[number])
    return answers


class _Reader:
    """Answers the questions about one part, from its beginning."""

    def __init__(self, story: Story, offices: Offices, own: str | None, date: object) -> None:
        self.story, self.offices, self.own, self.date = story, offices, own, date
        self.text = story.text

    def speakers(self, asked: Asked) -> list[Speaker]:
        """Give the speakers asked for; later questions must lie further on in the text.

        Who speaks within a quotation is not who *he* and *she* mean outside of it.
        """
        spans = asked.spans
        start, words = spans[0][0], " ".join([self.text[s:e] for s, e in spans])
        named = self._within(spans)
        heads = (self._in_office(spans, named) or speaking(self.text, spans, named)) if named else []
        heads = heads or self._apposed(spans)
        if heads:
            found = [Speaker(words, actor, route) for actor, route in heads]
            meant: Sequence[Meant] = [Described(actor, words) for actor, _ in heads]
        else:
            found, meant = self._pointed_at(words, asked, named)
        speaks = not asked.quoted and not words.lower().endswith((" who", " which", " that"))
        self.story.tell(start, meant, speaks=speaks)
        return found

    def _in_office(self, spans, named: Sequence[Named]) -> list[tuple[str, str]]:
        """The one who holds the office that the words name: "Ukraine's president", "the campaign of Ana Ruiz"."""
        start, end = spans[0]
        end = start + head_end(self.text[start:end])
        for mention in named:
            behind = _OFFICE_BEHIND.match(self.text[mention.end : end])
            before = _OFFICE_BEFORE.fullmatch(self.text[start : mention.start])
            for office in filter(None, (behind, before)):
                holder = self.offices.holder(mention.actor, wording(office[1]), self.date)
                if holder:
                    return [(holder, "role")]
        return []

    def _apposed(self, spans: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
        """The actor named right behind the words: "the foreign minister, Leila Haddou"."""
        start, end = spans[-1]
        at = bisect_right(self.story.starts, end)
        if at == len(self.story.starts) or self.story.starts[at] > end + _NEAR:
            return []
        behind, mention = _BEHIND.match(self.text, end, end + _NEAR), self.story.named[at]
        if not behind or behind.end() != mention.start or mention.type != "person":
            return []
        is_person = is_person_noun(wording(self.text[start:end]).head)
        return [(mention.actor, mention.route)] if is_person else []

    def _pointed_at(
        self, words: str, asked: Asked, named: Sequence[Named]
    ) -> tuple[list[Speaker], Sequence[Meant]]:
        """Follow a pronoun or a description back; who cannot be found is remembered by his words."""
        said = wording(words)
        if said.pronoun in OWN:
            return [Speaker(words, self.own, "document" if self.own else None)], []
        if self.own and self._is_own(said):
            own = self.offices.state_of(self.own)
            return [Speaker(words, own, "document")], [Described(own)]
        if said.pronoun:
            entities, route = self._by_pronoun(said.pronoun, self._here(asked)), "pronoun"
        elif named or not (said.owner or said.two or said.definite):
            return [Speaker(words, None, None)], [Described(None, words)]
        else:
            entities, route = self._by_description(said, self._here(asked)), "description"
        if entities:
            return [
                Speaker(e.words if e.actor is None else words, e.actor, route) for e in entities
            ], entities
        return [Speaker(words, None, None)], [] if said.pronoun else [Described(None, words)]

    def _here(self, asked: Asked) -> Here:
        return self.story.here(asked.spans[0][0], quoted=asked.quoted)

    def _is_own(self, said: Wording) -> bool:
        """Whether the words mean whom the document's speaker speaks for: "my government", "our delegation"."""
        return said.ours and said.head in OWN_SIDE and len(said.words) == 1

    def _by_pronoun(self, pronoun: str, here: Here) -> list[Entity]:
        memory = self.story.until(here.start)
        if pronoun in PLURALS:
            return memory.several(here)
        gender = SINGULAR.get(pronoun)
        found = memory.person(gender, here) if gender else memory.thing(here)
        return [found] if found else []

    def _by_description(self, said: Wording, here: Here) -> list[Entity]:
        if said.owner:
            return self._of_owner(said, here)
        if said.two or (len(said.words) == 1 and said.head in _SEVERAL):
            return self._by_number(said, here)
        found = self.story.until(here.start).described(said, here)
        if not found and self.own and said.words == ("government",):
            found = self.story.actor(self.offices.state_of(self.own))
        return [found] if found else []

    def _by_number(self, said: Wording, here: Here) -> list[Entity]:
        """Who are meant by "both", "the two countries", "the leaders"."""
        if said.head not in _PAIRS:
            return []
        return self.story.until(here.start).pair(here, persons=_PAIRS[said.head])

    def _of_owner(self, said: Wording, here: Here) -> list[Entity]:
        """Who is meant by "his campaign" or "its officials": who speaks for him, or the state itself."""
        owners = self._by_pronoun(said.owner, here) if said.owner else []
        if len(owners) != 1 or owners[0].actor is None:
            return []
        holder = self.offices.holder(owners[0].actor, said, self.date)
        if holder:
            return [self.story.actor(holder)]
        return owners if said.owner == "it" and said.head in OFFICIALS else []

    def _within(self, spans) -> list[Named]:
        named, starts = self.story.named, self.story.starts
        return [
            mention
            for start, end in spans
            for mention in named[bisect_left(starts, start) : bisect_left(starts, end)]
            if mention.end <= end
        ]


def _named(parts: Parts, mentions: pd.DataFrame, actors: Actors) -> dict[int, list[Named]]:
    """Give the mentions of each part, in order."""
    types = {actor.id: actor.type for actor in actors}
    start, end, actor, route = (mentions[column].tolist() for column in ("start", "end", "actor", "route"))
    found = map(Named, start, end, actor, map(types.__getitem__, actor), route)
    named = defaultdict(list)
    for number, mention in zip(parts.numbers_of(mentions).tolist(), found, strict=True):
        named[number].append(mention)
    for of_part in named.values():
        of_part.sort()
    return named
