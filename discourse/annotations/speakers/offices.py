"""Who speaks for whom: from "Ukraine's president" or "his campaign" to the actor of the registry."""

from collections import defaultdict
from collections.abc import Iterator

from discourse.annotations.mentions import in_force
from discourse.annotations.speakers.wording import Wording, wording
from discourse.lexicons import Actor, Actors


class Offices:
    """The actors of a registry by whom they speak for."""

    def __init__(self, actors: Actors) -> None:
        self._actors = actors
        self._state_of = actors.speaks_for()
        self._by_principal: dict[str, list[Actor]] = defaultdict(list)
        for actor in actors:
            for principal in self._principals(actor):
                self._by_principal[principal].append(actor)

    def holder(self, principal: str, said: Wording, date: object) -> str | None:
        """Give the only actor who speaks for `principal` and is so described on `date`."""
        wanted = {said.head, *said.offices}
        found = {a.id for a in self._by_principal[principal] if self._is_called(a, wanted, date)}
        return found.pop() if len(found) == 1 else None

    def state_of(self, actor: str) -> str:
        """Give the state for which an actor speaks in the end, or himself."""
        return self._state_of[actor]

    def _principals(self, actor: Actor) -> Iterator[str]:
        target = actor.speaks_for
        while target:
            yield target
            target = self._actors[target].speaks_for

    def _is_called(self, actor: Actor, wanted: set[str], date: object) -> bool:
        titles = [role.title for role in actor.roles if in_force(role, date)]
        titles += [actor.name] if actor.type == "institution" else []
        return any(_same_office(wanted, wording(title)) for title in titles)


def _same_office(wanted: set[str], title: Wording) -> bool:
    return wanted == {title.head, *title.offices}
