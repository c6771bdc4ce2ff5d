"""Who has been brought up in a text so far, and who is meant when a text points back."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from discourse.annotations.speakers.wording import Wording

REACH = 4
"""How many sentences back a pronoun may reach; those within a quotation are not counted."""

_PAIR_REACH = 5
"""How many sentences back "the two leaders" may reach."""

_LAST = 400
"""How many places back anything may reach, so that no text costs more than its length."""


@dataclass(slots=True)
class Entity:
    """Somebody or something brought up: an actor of the registry, or a speaker known by his words alone.

    `named` says whether the words are a name, `definite` whether they point to one person ("the actor").
    `nouns` describe him here or in the registry, `about` are all words that were said beside his name. `type`
    is an actor's; `person` is None where the words do not tell.
    """

    words: str
    actor: str | None
    type: str | None
    person: bool | None
    gender: str | None
    named: bool = True
    definite: bool = False
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()

    def may_be(self, gender: str) -> bool:
        """Whether he or she can mean this one."""
        return self.person is not False and not self.plural and self.gender in (None, gender)


class Place(NamedTuple):
    """Where an entity was brought up: code point, number of the sentence, and as what.

    It `spoke` (perhaps `together` with others), `leads` the sentence as its first name, or is the `subject` of
    a verb, or `owns` what is named behind it. What is `quoted` stands within a quotation; only what stands
    in one itself points to it.
    """

    start: int
    sentence: int
    entity: Entity
    spoke: bool = False
    leads: bool = False
    subject: bool = False
    owns: bool = False
    quoted: bool = False
    together: bool = False


class Here(NamedTuple):
    """Where something points back: code point, number of the sentence, whether within a quotation."""

    start: int
    sentence: int
    quoted: bool = False


class Memory:
    """The places of one text at which somebody was brought up, in order."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def add(self, place: Place) -> None:
        """Note a place; places may come in any order."""
        if not self.places or self.places[-1].start < place.start:
            self.places.append(place)
        else:
            self.places.insert(self._up_to(place.start), place)

    def holds(self, start: int) -> bool:
        """Whether somebody is noted near before or at this place, in the same name."""
        at = self._up_to(start + 1)
        return at > 0 and start < self.places[at - 1].start + len(self.places[at - 1].entity.words)

    def is_any_between(self, begin: int, end: int) -> bool:
        """Whether somebody is noted from `begin` up to `end`."""
        at = self._up_to(end)
        return at > 0 and self.places[at - 1].start >= begin

    def person(self, gender: str, here: Here) -> Entity | None:
        """Who is meant by he or she: who spoke or is the subject in this sentence, or in the nearest before it.

        Whose gender is known to fit comes before somebody unnamed ("an ambassador") of whom it is not known.
        """
        near = [p for p in self._before(here, REACH) if not p.together and p.entity.may_be(gender)]
        if here.quoted:
            speaker = next((p.entity for p in reversed(near) if p.spoke), None)
            near = [p for p in near if p.entity is not speaker]
        back = list(_sentences_back(near))
        leading = [p for places in back if (p := _leading(places, here.sentence))]
        sole = _distinct(back[0]) if back else []
        found = _or_known(leading, gender) if leading else None
        unclear = found is None or (found.gender is None and not found.named and sole[0].gender == gender)
        return sole[0] if len(sole) == 1 and unclear else found

    def thing(self, here: Here) -> Entity | None:
        """What is meant by it: the institution or state that spoke last, or that leads a sentence near by."""
        near = [p for p in self._before(here, 2) if p.entity.person is False and not p.entity.plural]
        leading = (_leading(places, here.sentence) for places in _sentences_back(near))
        return next((place.entity for place in leading if place), None)

    def several(self, here: Here) -> list[Entity]:
        """Who are meant by they: all who spoke together last, or a group that leads; never one person."""
        for places in _sentences_back(self._before(here, 2)):
            spoke = [p for p in places if p.spoke]
            for _, together in groupby(reversed(spoke), key=attrgetter("start")):
                found = _distinct(together)
                if len(found) > 1 or found[0].plural or found[0].type in ("state", "institution"):
                    return found[::-1]
            leading = [p.entity for p in places if (p.leads or p.subject) and _are_people(p.entity)]
            if leading:
                return leading[:1]
        return []

    def pair(self, here: Here, *, persons: bool | None) -> list[Entity]:
        """Who are meant by both, the leaders, the two countries: the only two of a kind in a sentence before.

        Who was called several without a name since ("the two lawmakers") is meant himself. With `persons`
        None two of either kind will do.
        """
        kinds = (True, False) if persons is None else (persons,)
        for places in _sentences_back(self._before(here, _PAIR_REACH)):
            unnamed = [
                p.entity
                for p in places
                if p.spoke and p.entity.plural and not p.entity.named and p.entity.person
            ]
            if unnamed:
                return unnamed[:1]
            for kind in kinds:
                found = _distinct(p for p in places if p.entity.actor and _is_of(p.entity, person=kind))
                if len(found) == 2 and found[0].type == found[1].type:
                    return found
        return []

    def described(self, wording: Wording, here: Here) -> Entity | None:
        """Who is meant by a description: the last one brought up whom all its nouns of office describe.

        Who spoke or leads comes first. A person may have been brought up anywhere before; an institution or
        a state only near by. A name in the description ("the Ohio governor") must be known of him.
        """
        stop = self._up_to(here.start)
        wanted = {wording.head, *wording.offices}
        fitting = [
            place
            for place in reversed(self.places[max(0, stop - _LAST) : stop])
            if (place.entity.person is not False or here.sentence - place.sentence <= REACH)
            and wanted <= place.entity.nouns
            and wording.names <= place.entity.about
            and _agree(place.entity, wording)
        ]
        leading = (p for p in fitting if (p.spoke or p.leads or p.subject) and not p.together)
        found = next(leading, fitting[0] if fitting else None)
        return found.entity if found else None

    def _up_to(self, start: int) -> int:
        """How many places lie before this one; a tuple of its first field alone sorts before all of them."""
        return bisect_left(self.places, (start,))

    def _before(self, here: Here, reach: int) -> list[Place]:
        stop = self._up_to(here.start)
        first = stop
        last = max(0, stop - _LAST)
        while first > last and here.sentence - self.places[first - 1].sentence <= reach:
            first -= 1
        return [p for p in self.places[first:stop] if here.quoted or not p.quoted]


def _sentences_back(places: list[Place]) -> Iterator[list[Place]]:
    """Give the places sentence by sentence, from the last one back."""
    for _, back in groupby(reversed(places), key=attrgetter("sentence")):
        yield list(back)[::-1]


def _or_known(leading: list[Place], gender: str) -> Entity:
    """The first, or where he is unnamed the first known to be a he or a she; "the actor" may be one who spoke."""
    first, *others = leading
    if not first.entity.named and first.entity.gender is None:
        known = (p for p in others if p.entity.gender == gender and (p.spoke or not first.entity.definite))
        first = next(known, first)
    return first.entity


def _leading(places: list[Place], sentence: int) -> Place | None:
    """Who leads a sentence: of one before, who spoke and leads; else who spoke last, leads, or is its subject.

    In the very sentence that points back it is who spoke last, or else the last subject.
    """
    same = places[0].sentence == sentence
    spoke = [p for p in places if p.spoke]
    if spoke:
        return spoke[0] if spoke[0].leads and not same else spoke[-1]
    subjects = [p for p in places if p.subject]
    leads = [p for p in places if p.leads]
    chosen = subjects[-1:] + leads if same else leads + subjects[-1:] + _sole_owner(places, sentence)
    return chosen[0] if chosen else None


def _sole_owner(places: list[Place], sentence: int) -> list[Place]:
    """The only one in the sentence before, where something of his is the subject: "Comey's statement came late"."""
    sole = len(_distinct(places)) == 1 and places[0].sentence == sentence - 1
    return [p for p in places if sole and p.owns]


def _distinct(places: Iterable[Place]) -> list[Entity]:
    return list({id(p.entity): p.entity for p in places}.values())


def _are_people(entity: Entity) -> bool:
    return entity.plural and (entity.person is not False or entity.type == "group")


def _is_of(entity: Entity, *, person: bool) -> bool:
    return entity.person is True if person else entity.person is False and entity.type != "group"


def _agree(entity: Entity, wording: Wording) -> bool:
    return wording.gender in (None, entity.gender) or entity.gender is None
