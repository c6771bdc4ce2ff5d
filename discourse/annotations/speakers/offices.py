"""Who speaks for whom, and how the registry describes each: from "his campaign" to an actor."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from discourse.annotations.mentions import in_force
from discourse.annotations.speakers.person_words import TITLES
from discourse.annotations.speakers.wording import OFFICES, Wording, wording
from discourse.lexicons import Actor, Actors

TITLES_AND_OFFICES = TITLES | OFFICES


class Offices:
    """The actors of a registry by whom they speak for."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors
        self._described: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
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

    def described(self, actor: Actor) -> tuple[frozenset[str], frozenset[str]]:
        """Give the nouns that describe an actor in the registry, and all words that it has beside his name."""
        found = self._described.get(actor.id)
        if found is None:
            titles = [role.title for role in actor.roles] + [alias.text for alias in actor.aliases]
            nouns = frozenset(noun for title in [*titles, actor.name] for noun in nouns_of(title))
            about = frozenset(words_of([*titles, *(demonym.text for demonym in actor.demonyms)]))
            found = self._described[actor.id] = (nouns, about)
        return found

    def _principals(self, actor: Actor) -> Iterator[str]:
        target = actor.speaks_for
        while target:
            yield target
            target = self.actors[target].speaks_for

    def _is_called(self, actor: Actor, wanted: set[str], date: object) -> bool:
        titles = [role.title for role in actor.roles if in_force(role, date)]
        titles += [actor.name] if actor.type == "institution" else []
        return any(_same_office(wanted, wording(title)) for title in titles)


def nouns_of(title: str) -> set[str]:
    """Give the noun of a title, the words that tell its office from others, and a title before a name.

    >>> sorted(nouns_of("foreign minister of Chad")), sorted(nouns_of("Professor Liang"))
    (['foreign', 'minister'], ['liang', 'professor'])
    """
    said = wording(title)
    return {said.head, *said.offices} | TITLES.intersection(said.words)


@lru_cache(maxsize=10_000)
def beside_a_name(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the nouns of office among the words that stand beside a name, and all of those words.

    >>> nouns, about = beside_a_name("former Ohio governor")
    >>> sorted(nouns), sorted(about)
    (['governor'], ['former', 'governor', 'ohio'])
    """
    return frozenset(nouns_of(words) & TITLES_AND_OFFICES), frozenset(words_of([words]))


def words_of(texts: Iterable[str]) -> set[str]:
    """Give the words of some texts in lower case."""
    return {word.strip(".,()’'“”\"").lower() for text in texts for word in text.split()}


def _same_office(wanted: set[str], title: Wording) -> bool:
    return wanted == {title.head, *title.offices}
