"""From the words for a speaker to the actor, text by text, in the order of reading.

Three steps, the first that answers wins: an actor named in the words speaks (`heads`); a pronoun means the
last fitting speaker or subject; a description ("the minister") means the last one so described. Who is in no
registry is remembered too, so that his *he* does not fall to somebody else.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from discourse.annotations.parts import Parts
from discourse.annotations.speakers.heads import Named, speaking
from discourse.annotations.speakers.memory import Entity, Memory, Place, nouns_in
from discourse.annotations.speakers.wording import (
    OFFICES,
    OFFICIALS,
    OWN,
    PLURALS,
    SINGULAR,
    THINGS,
    Wording,
    wording,
)
from discourse.lexicons import Actor, Actors, stop_words

_NAME = re.compile(r"[A-Z][\w.’'-]*\s+(?=([A-Z][\w’'-]+))")
_SUBJECT = re.compile(r"[\"“”‘’'\s]*((?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]*[^\W_])")
_TITLE_BEFORE = re.compile(r"(?:[\w-]+\s+){1,3}$")
_APPOSITION = re.compile(r"(?:,|\s+\(|\s+(?:is|was))\s*[^,.;:()“”\"\n]{1,60}")
_WORD = re.compile(r"\w[\w’'-]*\w")
_NO_NAMES = frozenset(word.title() for word in stop_words())
_LEADING = 25
"""An actor named within so many characters from the sentence's first leads the sentence."""


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
    parts: Parts, documents: pd.DataFrame, mentions: pd.DataFrame, asked: Sequence[Asked], actors: Actors
) -> list[list[Speaker]]:
    """Give the speakers of each statement asked about; none where its words name nobody."""
    named = _named(parts, mentions, actors)
    by_part = defaultdict(list)
    for number, question in enumerate(asked):
        by_part[question.part].append(number)
    own = documents["actor"].tolist()
    answers: list[list[Speaker]] = [[] for _ in asked]
    for part, numbers in by_part.items():
        actor = own[parts.documents[part]]
        reader = _Reader(parts, part, named[part], actors, actor if isinstance(actor, str) else None)
        for number in sorted(numbers, key=lambda n: asked[n].spans[0] if asked[n].spans else (0, 0)):
            answers[number] = reader.speakers(asked[number])
    return answers


class _Reader:
    """Reads one part from its beginning, and remembers who was brought up."""

    def __init__(self, parts, part, named, actors, own):
        self.text = parts.texts[part]
        self.begins = [start for start, _ in parts.sentences_of(part)]
        self.named, self.starts = named, [mention.start for mention in named]
        self.actors, self.own = actors, own
        self.memory, self.entities, self.full_names, self.read = Memory(), {}, {}, 0
        self.strangers = 0

    def speakers(self, asked: Asked) -> list[Speaker]:
        """Give the speakers asked for; later questions must lie further on in the text.

        Who speaks within a quotation is not who *he* and *she* mean outside of it.
        """
        spans = asked.spans
        if not spans:
            return []
        start, words = spans[0][0], " ".join(self.text[s:e] for s, e in spans)
        self._remember_until(start)
        heads = speaking(self.text, spans, list(self._within(spans))) or self._apposed(spans[-1][1])
        if heads:
            found = [Speaker(words, actor, route) for actor, route in heads]
            entities = [self._entity(self.actors[actor], words) for actor, _ in heads]
        else:
            found, entities = self._pointed_at(wording(words), words, start)
        if not asked.quoted:
            for entity in entities:
                self.memory.add(Place(start, self._sentence(start), entity, spoke=True, leads=True))
        return found

    def _apposed(self, end: int) -> list[tuple[str, str]]:
        """The actor named right behind the words: "the foreign minister, Leila Haddou"."""
        behind = re.match(r",?\s+", self.text[end : end + 3])
        at = bisect_right(self.starts, end)
        if behind and at < len(self.named) and self.named[at].start == end + behind.end():
            named = self.named[at]
            return [(named.actor, named.route)] if named.type == "person" else []
        return []

    def _pointed_at(self, said: Wording, words: str, start: int) -> tuple[list[Speaker], list[Entity]]:
        """Follow a pronoun or a description back; who cannot be found is remembered by his words."""
        sentence = self._sentence(start)
        if said.pronoun in OWN:
            return [Speaker(words, self.own, "document" if self.own else None)], []
        if said.pronoun:
            entities, route = self._by_pronoun(said.pronoun, start, sentence), "pronoun"
        elif said.both:
            entities, route = self.memory.both(start, sentence), "description"
        else:
            entity = self._by_description(said, start, sentence)
            entities, route = [entity] if entity else [], "description"
        if entities:
            return [
                Speaker(e.words if e.actor is None else words, e.actor, route) for e in entities
            ], entities
        unknown = [] if said.pronoun else [self._unknown(said, words)]
        return [Speaker(words, None, None)], unknown

    def _by_pronoun(self, pronoun, start, sentence) -> list[Entity]:
        if pronoun in PLURALS:
            return self.memory.several(start, sentence)
        if pronoun in THINGS:
            found = self.memory.thing(start, sentence)
        else:
            found = self.memory.person(SINGULAR[pronoun], start, sentence)
        return [found] if found else []

    def _by_description(self, said, start, sentence) -> Entity | None:
        if said.its:
            return self.memory.thing(start, sentence) if said.head in OFFICIALS else None
        return self.memory.described(said, start, sentence) if said.definite else None

    def _remember_until(self, start: int) -> None:
        """Note who is named before `start`: the actors, and strangers whose name begins a sentence."""
        self._remember_strangers(start)
        while self.read < len(self.named) and self.named[self.read].start < start:
            mention = self.named[self.read]
            self.read += 1
            sentence = self._sentence(mention.start)
            around = self._beside(mention)
            entity = self._entity(self.actors[mention.actor], around)
            leads = mention.start - self.begins[sentence] <= _LEADING
            self.memory.add(Place(mention.start, sentence, entity, spoke=False, leads=leads))

    def _remember_strangers(self, start: int) -> None:
        """Note whoever is in no registry and whose name begins a sentence before the one of `start`."""
        while self.strangers < len(self.begins) and self.begins[self.strangers] < start:
            begin = self.begins[self.strangers]
            self.strangers += 1
            found = _SUBJECT.match(self.text, begin, begin + 80)
            if found and self._is_stranger(found):
                entity = self._unknown(wording(found[1]), found[1])
                place = Place(found.start(1), self.strangers - 1, entity, spoke=False, leads=True)
                self.memory.add(place)

    def _is_stranger(self, found: re.Match) -> bool:
        """Whether the words are a name known from this text, and not that of an actor."""
        last = found[1].split()[-1].removesuffix("'s").removesuffix("’s")
        at = bisect_right(self.starts, found.start(1) - 1)
        is_actor = at < len(self.named) and self.named[at].start < found.end(1)
        return last in self._names and not is_actor

    def _beside(self, mention: Named) -> str:
        """The words beside a name that tell who it is: a title before, an apposition behind."""
        before = _TITLE_BEFORE.search(self.text[max(0, mention.start - 40) : mention.start])
        behind = _APPOSITION.match(self.text, mention.end)
        return f"{before[0] if before else ''} {behind[0] if behind else ''}"

    def _entity(self, actor: Actor, around: str) -> Entity:
        """The one entity of an actor in this text; the nouns around each mention describe it."""
        entity = self.entities.get(actor.id)
        if entity is None:
            nouns = nouns_in([r.title for r in actor.roles] + [a.text for a in actor.aliases] + [actor.name])
            entity = Entity(actor.name, actor.id, actor.type == "person", actor.gender, nouns)
            self.entities[actor.id] = entity
        if entity.person:
            entity.nouns |= nouns_in([around]) & (_TITLES | OFFICES)
        return entity

    def _unknown(self, said: Wording, words: str) -> Entity:
        """The entity of a speaker who is in no registry; a surname alone is the full name brought up before."""
        surname = said.head if words[0].isupper() and not said.definite else None
        key = self.full_names.get(surname) or " ".join(said.words)
        if key not in self.entities:
            self.entities[key] = Entity(
                words, None, self._is_person(said, words), said.gender, nouns_in([words])
            )
            if surname and len(said.words) > 1:
                self.full_names[surname] = key
        return self.entities[key]

    def _is_person(self, said: Wording, words: str) -> bool | None:
        """False for what he and she cannot mean: things, several, or a single name that no first name goes with."""
        named = words[0].isupper() and not said.definite
        single = named and len(said.words) == 1 and said.head not in self._surnames
        several = not named and said.head.endswith("s")
        return False if said.thing or single or several else None

    @cached_property
    def _surnames(self) -> set[str]:
        """The words of this text that follow another word with a capital, as a surname follows a first name."""
        return {match.group(1).lower() for match in _NAME.finditer(self.text)}

    @cached_property
    def _names(self) -> set[str]:
        """The surnames of this text that stand in it twice or more, and never in lower case."""
        words = Counter(_WORD.findall(self.text))
        return {
            word
            for word, count in words.items()
            if count > 1
            and word[0].isupper()
            and word.lower() in self._surnames
            and word.lower() not in words
        } - _NO_NAMES

    def _within(self, spans) -> Iterator[Named]:
        for start, end in spans:
            at = bisect_right(self.starts, start - 1)
            while at < len(self.named) and self.named[at].start < end:
                if self.named[at].end <= end:
                    yield self.named[at]
                at += 1

    def _sentence(self, start: int) -> int:
        return max(bisect_right(self.begins, start) - 1, 0)


# Nouns that tell who somebody is when they stand beside his name.
_TITLES = frozenset(
    """president minister chancellor premier leader chief head secretary director general ambassador envoy spokesman
    spokeswoman spokesperson mayor governor senator congressman congresswoman representative professor economist
    analyst expert scholar diplomat negotiator adviser advisor aide candidate nominee king queen prince pope bishop
    commander colonel judge lawyer attorney banker trader engineer doctor historian author writer editor journalist
    activist founder chairman chairwoman executive official deputy veteran farmer teacher student strategist
    billionaire businessman""".split()
)


def _named(parts: Parts, mentions: pd.DataFrame, actors: Actors) -> dict[int, list[Named]]:
    """Give the mentions of each part, in order."""
    named = defaultdict(list)
    columns = ("doc_id", "part", "start", "end", "actor", "route")
    for doc_id, part, start, end, actor, route in zip(*(mentions[c] for c in columns), strict=True):
        named[parts.number[doc_id, part]].append(Named(start, end, actor, actors[actor].type, route))
    for found in named.values():
        found.sort()
    return named
