"""What a text has told so far: who was named, sentence by sentence, and as what."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from discourse.annotations.speakers.heads import Named, behind_preposition
from discourse.annotations.speakers.memory import Entity, Here, Memory, Place
from discourse.annotations.speakers.offices import Offices, nouns_of, words_of
from discourse.annotations.speakers.person_words import TITLES, gender_of, is_person_noun
from discourse.annotations.speakers.strangers import Names, is_introduced, is_subject
from discourse.annotations.speakers.wording import OFFICES, SINGULAR, Wording, wording
from discourse.annotations.statements import Quotation
from discourse.lexicons import Actor

_TITLE_WORD = re.compile(r"[\w-]+")
_TITLE_WORD_END = re.compile(r"[\w-]+$")
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
    """Somebody meant by words: an actor of the registry, or a stranger known by their wording."""

    of: Actor | Wording
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
        self.actors = offices.actors
        self.starts = [mention.start for mention in named]
        self._memory, self.names = Memory(), Names(text)
        self._begins = [start for start, _ in sentences]
        self._quotations = [(q.start, q.end) for q in quotations if q.end - q.start > _QUOTED]
        self._numbers = _numbers(self._begins, self._quotations)
        self._entities: dict[str, Entity] = {}
        self._full_names: dict[str, str] = {}
        self._mentions_read = self._sentences_read = 0
        self._told: list[tuple[int, Sequence[Meant], bool]] = []

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
            if speaks:
                self._note_speakers(entities, place)
        self._told.clear()
        self._read(start)
        return self._memory

    def _read(self, start: int) -> None:
        """Note who is named before `start`: actors, strangers and pronouns that begin a sentence."""
        while self._sentences_read < len(self._begins) and self._begins[self._sentences_read] < start:
            begin = self._begins[self._sentences_read]
            self._note_actors(begin)
            self._note_subject(begin, start)
            self._sentences_read += 1
            self._note_others(begin)
        self._note_actors(start)

    def _entity(self, meant: Meant) -> Entity:
        if isinstance(meant, Entity):
            return meant
        of, words = meant
        return self.actor(of, words) if isinstance(of, Actor) else self.stranger(of, words)

    def _note_speakers(self, entities: Sequence[Entity], start: int) -> None:
        """Note that somebody speaks, named by words at `start`."""
        sentence = self._sentence(start)
        leads = start - self._begins[sentence] <= _LEADING
        together = len(entities) > 1
        for entity in entities:
            place = Place(
                start, self._numbers[sentence], entity, spoke=True, leads=leads, together=together
            )
            self._memory.add(place)

    def actor(self, actor: Actor, around: str = "") -> Entity:
        """Give the one entity of an actor in this text; the nouns beside each mention describe it."""
        entity = self._entities.get(actor.id)
        if entity is None:
            nouns, about = self._offices.described(actor)
            entity = Entity(
                actor.name,
                actor.id,
                actor.type,
                actor.type == "person",
                actor.gender,
                plural=actor.type == "group",
                nouns=set(nouns),
                about=set(about),
            )
            self._entities[actor.id] = entity
        if entity.person and around:
            entity.nouns |= nouns_of(around) & (TITLES | OFFICES)
            entity.about |= words_of([around])
        return entity

    def stranger(self, said: Wording, words: str) -> Entity:
        """Give the entity of somebody in no registry; a surname alone is the full name brought up before."""
        surname = said.head if said.named else None
        full = [word for word in said.words if word not in ("mr", "mrs", "ms", "dr", "miss")]
        key = " ".join(said.words)
        if surname and (len(full) < 2 or said.words[0] in ("mr", "mrs", "ms", "dr")):
            key = self._full_names.get(surname, key)
        if key not in self._entities:
            first_names = full[:-1] if said.named else ()
            entity = Entity(
                words,
                None,
                None,
                self._is_person(said),
                said.gender or next(filter(None, map(gender_of, first_names)), None),
                named=said.named,
                definite=said.definite,
                plural=not said.named and _is_plural(said.head),
                nouns={said.head} | words_of([words]) & (TITLES | OFFICES),
                about=words_of([words]),
            )
            self._entities[key] = entity
            if surname and len(full) > 1:
                self._full_names.setdefault(surname, key)
        return self._entities[key]

    def _is_person(self, said: Wording) -> bool | None:
        """False for what he and she cannot mean: things, several, or a single name that no first name goes with."""
        if said.thing:
            return False
        if said.named:
            single = len(said.words) == 1 and said.head not in self.names.surnames
            return False if single else None
        return is_person_noun(said.head) or is_person_noun(said.head.removesuffix("s"))

    def _note_actors(self, start: int) -> None:
        while self._mentions_read < len(self.named) and self.named[self._mentions_read].start < start:
            mention = self.named[self._mentions_read]
            self._mentions_read += 1
            for words in self._beside(mention):
                self.actor(self.actors[mention.actor], words)
            self._memory.add(self._place(mention))

    def _place(self, mention: Named) -> Place:
        """Say as what an actor is named: first in a main clause, before a verb, as the owner of something."""
        entity = self.actor(self.actors[mention.actor])
        sentence = self._sentence(mention.start)
        begin = self._begins[sentence]
        is_introduced = mention.route == "name" and _INTRODUCED.match(self.text, mention.end)
        is_supposed = self.text.startswith("If ", begin)
        subject = not is_supposed and bool(is_introduced or is_subject(self.text, mention.end))
        leads = (
            mention.start - begin <= _LEADING
            and (subject or entity.person is True)
            and not self._is_brought_up(sentence, mention.start)
            and not _SUBORDINATE.match(self.text, begin)
            and not behind_preposition(self.text[begin : mention.start])
        )
        return Place(
            mention.start,
            self._numbers[sentence],
            entity,
            leads=leads,
            subject=subject,
            owns=self.text.startswith(("'s", "’s"), mention.end),
            quoted=self._is_quoted(mention.start),
        )

    def _note_subject(self, begin: int, stop: int) -> None:
        """Note the stranger whose name begins the sentence at `begin`, or whom its first word means."""
        name, pronoun = self.names.subject(begin), self.names.pronoun(begin)
        phrase = None if name or pronoun else self.names.noun_phrase(begin)
        if name and name.start(1) < stop and not self._is_actor(name):
            entity = self.stranger(wording(name[1]), name[1])
            self._lead(entity, name.start(1))
        elif pronoun and pronoun.start(1) < stop:
            meant = self._memory.person(SINGULAR[pronoun[1].lower()], self.here(pronoun.start(1)))
            if meant:
                self._lead(meant, pronoun.start(1))
        elif phrase and phrase.start(1) < stop:
            said = wording(phrase[1])
            known = said.definite and not said.owner and is_person_noun(said.head)
            described = self._memory.described(said, self.here(phrase.start(1))) if known else None
            self._lead(described or self.stranger(said, phrase[1]), phrase.start(1))

    def _note_others(self, begin: int) -> None:
        """Note the strangers named further on in the sentence at `begin`."""
        number = self._sentences_read
        end = self._begins[number] if number < len(self._begins) else len(self.text)
        for name in self.names.others(begin, end):
            if not self._is_actor(name) and not self._memory.holds(name.start()):
                entity = self.stranger(wording(name[0]), name[0])
                here = self.here(name.start())
                subject = is_subject(self.text, name.end()) or is_introduced(self.text, name)
                self._memory.add(
                    Place(name.start(), here.sentence, entity, subject=subject, quoted=here.quoted)
                )

    def _lead(self, entity: Entity, start: int) -> None:
        here = self.here(start)
        place = Place(start, here.sentence, entity, leads=True, subject=True, quoted=here.quoted)
        self._memory.add(place)

    def _is_actor(self, found: re.Match) -> bool:
        """Whether the name is, or is part of, that of an actor."""
        at = bisect_right(self.starts, found.start())
        near = self.named[max(0, at - 1) : at + 1]
        return any(mention.start < found.end() and found.start() < mention.end for mention in near)

    def _is_brought_up(self, sentence: int, before: int) -> bool:
        """Whether somebody has been brought up in this sentence before this place."""
        places = self._memory.places
        at = bisect_right(places, before - 1, key=lambda p: p.start)
        return at > 0 and places[at - 1].start >= self._begins[sentence]

    def _beside(self, mention: Named) -> list[str]:
        """The words beside a name that tell who it is: a title before, an apposition behind."""
        before = _words_before(self.text, mention.start)
        behind = _APPOSITION.match(self.text, mention.end)
        return [words for words in (before, behind and behind[1]) if words]

    def _sentence(self, start: int) -> int:
        return max(bisect_right(self._begins, start) - 1, 0)

    def _is_quoted(self, start: int) -> bool:
        at = bisect_right(self._quotations, (start, -1)) - 1
        return at >= 0 and start < self._quotations[at][1]


def _words_before(text: str, place: int) -> str:
    """Give the up to three words right before a place, no mark between."""
    near = text[max(0, place - 40) : place]
    words: list[str] = []
    for word in reversed(near.split()[-3:] if near[-1:].isspace() else []):
        if not _TITLE_WORD.fullmatch(word):
            tail = _TITLE_WORD_END.search(word)
            words += [tail[0]] if tail else []
            break
        words.append(word)
    return " ".join(reversed(words))


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


def _is_plural(noun: str) -> bool:
    return noun in ("people", "police", "men", "women", "both", "two", "others") or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    )
