"""What a text has told so far: who was named, sentence by sentence, and as what."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from discourse.annotations.speakers.beginnings import Beginnings, is_subject
from discourse.annotations.speakers.capitals import Capitals, Name, is_introduced
from discourse.annotations.speakers.heads import Named, behind_preposition
from discourse.annotations.speakers.memory import Entity, Here, Memory, Place
from discourse.annotations.speakers.offices import Offices, beside_a_name
from discourse.annotations.speakers.person_words import is_person_noun
from discourse.annotations.speakers.unknown import Unknown, unknown
from discourse.annotations.speakers.wording import SINGULAR, wording
from discourse.annotations.statements import Quotation
from discourse.lexicons import Actor

_TITLE_WORDS = re.compile(r"[\w-]+(?: [\w-]+)*$")
_APPOSITION = re.compile(
    r"(?:,|\s+\(|\s+(?:is|was))\s*((?:an?|the|its|his|her|their|then|former|[A-Z][\w’'-]+)\s[^,.;:()“”\"\n]{1,60})"
)
_INTRODUCED = re.compile(r",\s(?:an?|the)\s")
_SUBORDINATE = re.compile(r"(?:If|When|While|As|After|Before|Although|Though|Since|Because|Whenever|Even)\b")
_LEADING = 25
"""An actor who is named first in a sentence, within so many characters from its beginning, leads it."""
_QUOTED = 30
"""Marks around fewer characters enclose words and no speech."""


class Described(NamedTuple):
    """Somebody meant by words: an actor of the registry, by his id, or a stranger."""

    actor: str | None
    words: str = ""


Meant = Entity | Described


class Story:
    """Reads one part from its beginning, and remembers who was brought up."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[tuple[int, int]],
        quotations: Sequence[Quotation],
        named: Sequence[Named],
        offices: Offices,
    ) -> None:
        self.text, self.named, self._offices = text, named, offices
        self.starts = [mention.start for mention in named]
        self._begins = [start for start, _ in sentences]
        self._memory = Memory()
        spoken = [(q.start, q.end) for q in quotations if q.end - q.start > _QUOTED]
        self._opened, self._closed = [start for start, _ in spoken], [end for _, end in spoken]
        self._numbers = _numbers(self._begins, spoken)
        self._entities: dict[str, Entity] = {}
        self._full_names: dict[str, str] = {}
        self._mentions_read = self._sentences_read = 0
        self._told: list[tuple[int, Sequence[Meant], bool]] = []

    @cached_property
    def _capitals(self) -> Capitals:
        return Capitals(self.text, self._begins)

    @cached_property
    def _beginnings(self) -> Beginnings:
        return Beginnings(self.text, self._capitals.surnames)

    def here(self, start: int, *, quoted: bool = False) -> Here:
        """Give the place at which something points back."""
        return Here(start, self._numbers[self._sentence(start)], quoted or self._is_quoted(start))

    def tell(self, start: int, meant: Sequence[Meant], *, speaks: bool) -> None:
        """Tell who is meant by the words for a speaker at `start`; he `speaks` where he can be meant later on."""
        self._told.append((start, meant, speaks))

    def until(self, start: int) -> Memory:
        """Give the memory of all who are named before `start`, speakers told of, strangers and pronouns too.

        The text is read no further than somebody asks: many a text never points back, none to its end.
        """
        for place, meant, speaks in self._told:
            self._read(place)
            entities = [self._entity(one) for one in meant]
            if speaks and not self._is_quoted(place):
                self._note_speakers(entities, place)
        self._told.clear()
        self._read(start)
        return self._memory

    def _read(self, start: int) -> None:
        """Note who is named before `start`: actors, strangers and pronouns that begin a sentence."""
        people = self._capitals.people
        stop = bisect_left(self._begins, start, self._sentences_read)
        for number in range(self._sentences_read, stop):
            begin = self._begins[number]
            self._note_actors(begin)
            self._note_subject(begin, start)
            if number in people:
                self._note_others(people[number])
        self._sentences_read = stop
        self._note_actors(start)

    def _entity(self, meant: Meant) -> Entity:
        if isinstance(meant, Entity):
            return meant
        return self.actor(meant.actor, meant.words) if meant.actor else self._stranger(meant.words)

    def _note_speakers(self, entities: Sequence[Entity], start: int) -> None:
        """Note that somebody speaks, named by words at `start`."""
        sentence = self._sentence(start)
        number, leads = self._numbers[sentence], start - self._begins[sentence] <= _LEADING
        together = len(entities) > 1
        for entity in entities:
            self._memory.add(Place(start, number, entity, spoke=True, leads=leads, together=together))

    def actor(self, actor: str, around: str = "") -> Entity:
        """Give the one entity of an actor in this text; the nouns beside each mention describe a person."""
        entity = self._entities.get(actor)
        if entity is None:
            entity = self._entities[actor] = self._listed(self._offices.actors[actor])
        if entity.person and around:
            nouns, about = beside_a_name(around)
            entity.nouns |= nouns
            entity.about |= about
        return entity

    def _listed(self, actor: Actor) -> Entity:
        nouns, about = self._offices.described(actor)
        is_person, is_group = actor.type == "person", actor.type == "group"
        return Entity(
            actor.name,
            actor.id,
            actor.type,
            is_person,
            actor.gender,
            plural=is_group,
            nouns=nouns,
            about=about,
        )

    def _stranger(self, words: str) -> Entity:
        """Give the entity of somebody in no registry; a surname alone is the full name brought up before."""
        known = unknown(words)
        key = known.key
        if known.surname and known.is_short:
            key = self._full_names.get(known.surname, key)
        entity = self._entities.get(key)
        if entity is None:
            entity = self._entities[key] = self._unlisted(words, known)
            if known.surname and known.in_full:
                self._full_names.setdefault(known.surname, key)
        return entity

    def _unlisted(self, words: str, known: Unknown) -> Entity:
        """A single name that no first name goes with is none that he and she can mean."""
        is_none = known.single and known.surname not in self._capitals.surnames
        return Entity(
            words,
            None,
            None,
            False if is_none else known.person,
            known.gender,
            named=known.named,
            definite=known.definite,
            plural=known.plural,
            nouns=known.nouns,
            about=known.about,
        )

    def _note_actors(self, start: int) -> None:
        stop = bisect_left(self.starts, start, self._mentions_read)
        for mention in self.named[self._mentions_read : stop]:
            entity = self.actor(mention.actor)
            if entity.person:
                for words in self._beside(mention):
                    self.actor(mention.actor, words)
            self._memory.add(self._place(mention, entity))
        self._mentions_read = stop

    def _place(self, mention: Named, entity: Entity) -> Place:
        """Say as what an actor is named: first in a main clause, before a verb, as the owner of something."""
        text, start, end = self.text, mention.start, mention.end
        sentence = self._sentence(start)
        begin = self._begins[sentence]
        is_supposed = text.startswith("If ", begin)
        is_introduced = mention.route == "name" and _INTRODUCED.match(text, end)
        subject = not is_supposed and bool(is_introduced or is_subject(text, end))
        leads = (
            start - begin <= _LEADING
            and (subject or entity.person is True)
            and not self._memory.is_any_between(begin, start)
            and not _SUBORDINATE.match(text, begin)
            and not behind_preposition(text[begin:start])
        )
        owns = text.startswith(("'s", "’s"), end)
        quoted = self._is_quoted(start)
        return Place(start, self._numbers[sentence], entity, False, leads, subject, owns, quoted)

    def _note_subject(self, begin: int, stop: int) -> None:
        """Note the stranger whose name begins the sentence at `begin`, or whom its first word means."""
        name = self._beginnings.subject(begin)
        if name and name.start(1) < stop and not self._is_actor(begin, name.end(1)):
            self._lead(self._stranger(name[1]), name.start(1))
            return
        pronoun = self._beginnings.pronoun(begin)
        phrase = None if name or pronoun else self._beginnings.noun_phrase(begin)
        if pronoun and pronoun.start(1) < stop:
            meant = self._memory.person(SINGULAR[pronoun[1].lower()], self.here(pronoun.start(1)))
            if meant:
                self._lead(meant, pronoun.start(1))
        elif phrase and phrase.start(1) < stop:
            said = wording(phrase[1])
            known = said.definite and not said.owner and is_person_noun(said.head)
            described = self._memory.described(said, self.here(phrase.start(1))) if known else None
            self._lead(described or self._stranger(phrase[1]), phrase.start(1))

    def _note_others(self, people: Sequence[Name]) -> None:
        """Note the strangers named further on in a sentence."""
        for name in people:
            if not self._is_actor(name.start, name.end) and not self._memory.holds(name.start):
                entity = self._stranger(name.words)
                here = self.here(name.start)
                subject = is_subject(self.text, name.end) or (
                    name.in_full and is_introduced(self.text, name.end)
                )
                place = Place(name.start, here.sentence, entity, subject=subject, quoted=here.quoted)
                self._memory.add(place)

    def _lead(self, entity: Entity, start: int) -> None:
        here = self.here(start)
        place = Place(start, here.sentence, entity, leads=True, subject=True, quoted=here.quoted)
        self._memory.add(place)

    def _is_actor(self, start: int, end: int) -> bool:
        """Whether what stands between two places is, or is part of, the name of an actor, or begins with one."""
        named, at = self.named, bisect_right(self.starts, start)
        return (at > 0 and start < named[at - 1].end) or (at < len(named) and named[at].start < end)

    def _beside(self, mention: Named) -> list[str]:
        """The words beside a name that tell who it is: a title before, an apposition behind."""
        before = _words_before(self.text, mention.start)
        behind = _APPOSITION.match(self.text, mention.end)
        return [words for words in (before, behind and behind[1]) if words]

    def _sentence(self, start: int) -> int:
        return bisect_right(self._begins, start, 1) - 1

    def _is_quoted(self, start: int) -> bool:
        opened = bisect_left(self._opened, start)
        return opened > 0 and start < self._closed[opened - 1]


def _words_before(text: str, place: int) -> str:
    """Give the up to three words right before a place, no mark between."""
    near = text[max(0, place - 40) : place]
    found = _TITLE_WORDS.search(" ".join(near.split()[-3:])) if near[-1:].isspace() else None
    return found[0] if found else ""


def _numbers(begins: Sequence[int], quotations: Sequence[tuple[int, int]]) -> list[int]:
    """Number the sentences; one that begins within a quotation has the number of the one before it."""
    numbers, at, number = [], 0, -1
    for begin in begins:
        while at < len(quotations) and quotations[at][1] <= begin:
            at += 1
        within = at < len(quotations) and quotations[at][0] < begin
        number += not within or number < 0
        numbers.append(number)
    return numbers
