"""Who has been brought up in a text so far, and who is meant when a text points back."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from discourse.annotations.speakers.wording import Wording

REACH = 4
"""How many sentences back a pronoun may reach."""

_DETERMINERS = frozenset("a an the one some another this that his her its their no every each".split())

_LAST = 1_000
"""How many places back a description may reach, so that no text costs more than its length."""


@dataclass
class Entity:
    """Somebody or something brought up: an actor of the registry, or a speaker known by his words alone.

    `nouns` are the words that describe him here or in the registry.
    """

    words: str
    actor: str | None
    person: bool | None
    gender: str | None
    nouns: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether it is called by a name: an actor, or words that begin with one."""
        first = self.words.split(maxsplit=1)[0]
        return self.actor is not None or (first[0].isupper() and first.lower() not in _DETERMINERS)

    def may_be(self, gender: str) -> bool:
        """Whether he or she can mean this one."""
        return self.person is not False and self.gender in (None, gender)


@dataclass(frozen=True)
class Place:
    """Where an entity was brought up: the code point, the sentence, and whether it spoke there."""

    start: int
    sentence: int
    entity: Entity
    spoke: bool
    leads: bool


class Memory:
    """The places of one text at which somebody was brought up, in order."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def add(self, place: Place) -> None:
        """Note a place; places may come in any order."""
        at = bisect_left(self.places, place.start, key=lambda p: p.start)
        self.places.insert(at, place)

    def person(self, gender: str, start: int, sentence: int) -> Entity | None:
        """Who is meant by he or she: whoever leads this sentence, or spoke or leads in the nearest before it.

        Whose gender is known to fit comes before a stranger without a name of whom it is not known.
        """
        near = [p for p in self._before(start, sentence, REACH) if p.entity.may_be(gender)]
        if near and near[-1].sentence == sentence:
            return _first_or_only([p for p in near if p.sentence == sentence])
        leading = [p.entity for p in reversed(near) if p.spoke or p.leads]
        if leading:
            known = (entity for entity in leading if entity.gender == gender)
            return leading[0] if leading[0].named else next(known, leading[0])
        return _first_or_only([p for p in near if p.sentence == near[-1].sentence]) if near else None

    def thing(self, start: int, sentence: int) -> Entity | None:
        """What is meant by it: the institution or state that spoke last, or that leads the sentence before."""
        near = [p for p in self._before(start, sentence, 2) if p.entity.person is False]
        for place in reversed(near):
            if place.spoke or place.leads:
                return place.entity
        return None

    def several(self, start: int, sentence: int) -> list[Entity]:
        """Who is meant by they: all who spoke together last, near by."""
        spoke = [p for p in self._before(start, sentence, 2) if p.spoke]
        if not spoke:
            return []
        last = [p.entity for p in spoke if p.sentence == spoke[-1].sentence]
        return list({id(entity): entity for entity in last}.values())

    def both(self, start: int, sentence: int) -> list[Entity]:
        """Who are meant by both: the only two actors of the sentence before, of one kind."""
        near = self._before(start, sentence, 2)
        persons = list({id(p.entity): p.entity for p in near if p.entity.person}.values())
        others = list({id(p.entity): p.entity for p in near if p.entity.person is False}.values())
        return next((pair for pair in (persons, others) if len(pair) == 2), [])

    def described(self, wording: Wording, start: int, sentence: int) -> Entity | None:
        """Who is meant by a description: the last one brought up whom all its nouns of office describe.

        A person may have been brought up anywhere before; an institution or a state only near by.
        """
        stop = bisect_left(self.places, start, key=lambda p: p.start)
        wanted = {wording.head, *wording.offices}
        for place in reversed(self.places[max(0, stop - _LAST) : stop]):
            near = place.entity.person is not False or sentence - place.sentence <= REACH
            if near and wanted <= place.entity.nouns and _agree(place.entity, wording):
                return place.entity
        return None

    def _before(self, start: int, sentence: int, reach: int) -> list[Place]:
        stop = bisect_left(self.places, start, key=lambda p: p.start)
        first = stop
        while first > 0 and sentence - self.places[first - 1].sentence <= reach:
            first -= 1
        return self.places[first:stop]


def _first_or_only(places: list[Place]) -> Entity | None:
    """Whom a sentence begins with, or the only one in it."""
    distinct = {id(p.entity) for p in places}
    return places[0].entity if len(distinct) == 1 or places[0].leads else None


def _agree(entity: Entity, wording: Wording) -> bool:
    return wording.gender in (None, entity.gender) or entity.gender is None


def nouns_in(texts: Iterable[str]) -> set[str]:
    """Give the words of some texts in lower case."""
    return {word.strip(".,()’'“”\"").lower() for text in texts for word in text.split()}
