"""Actors: whom a study follows, and all the words by which texts name them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from discourse.errors import LexiconError, check_name, nearest
from discourse.lexicons.display import entries_as_html
from discourse.lexicons.files import fingerprint, lexicon_paths
from discourse.lexicons.patterns import Pattern, pattern
from discourse.lexicons.wordings import Wording, dates, wordings
from discourse.lexicons.yaml_file import Complaints, Entry, check_keys, read_yaml
from discourse.tables import OUTLET, UNKNOWN

TYPES = ("person", "institution", "state", "group")
GENDERS = ("f", "m")
SURNAME_ALONE = ("after-name", "always", "never")
KEYS = (
    "id name type gender aliases surname surname_alone demonyms metonyms roles not speaks_for note"
).split()


@dataclass(frozen=True)
class Role:
    """An office or description that means the actor from `since` to `until` (ISO dates, or open)."""

    title: str
    since: str | None
    until: str | None


@dataclass(frozen=True)
class Actor:
    """Somebody we follow.

    `surname_alone` says when the bare surname counts: always, never, or only in a text that also names the
    actor in full (after-name). `excluded` are contexts that are somebody or something else.
    """

    id: str
    name: str
    type: str
    gender: str | None
    aliases: tuple[Wording, ...]
    surname: str | None
    surname_alone: str
    demonyms: tuple[Wording, ...]
    metonyms: tuple[Wording, ...]
    roles: tuple[Role, ...]
    excluded: tuple[Wording, ...]
    speaks_for: str | None
    note: str

    def patterns(self, *, metonyms: bool) -> Iterator[Pattern]:
        """Give the patterns that mean this actor, and those that exclude a context."""
        yield pattern(self.name, self.id, "name", exact_case=True)
        if self.surname and self.surname_alone != "never":
            needs = self.surname_alone == "after-name"
            yield pattern(self.surname, self.id, "alias", exact_case=True, needs_full_name=needs)
        lists = [
            ("alias", self.aliases),
            ("alias", self.demonyms),
            ("metonym", self.metonyms if metonyms else ()),
        ]
        for route, listed in lists:
            for wording in listed:
                yield _pattern(wording, self.id, route)
        for role in self.roles:
            yield pattern(role.title, self.id, "role", since=role.since, until=role.until)
        for wording in self.excluded:
            yield _pattern(wording, self.id, "name")._replace(exclude=True)


@dataclass(frozen=True)
class Actors:
    """A registry of actors, by id; made by `read_actors`.

    Examples
    --------
    >>> actors = read_actors("world-politics")
    >>> actors["xi-jinping"].name
    'Xi Jinping'
    >>> "xi-jinpig" in actors
    False
    """

    entries: tuple[Actor, ...]
    metonyms: bool = True

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.entries)

    def __contains__(self, actor: object) -> bool:
        return actor in self._by_id

    def __getitem__(self, actor: str) -> Actor:
        check_name(actor, self._by_id, what="actor")
        return self._by_id[actor]

    def __repr__(self) -> str:
        types = pd.Series([actor.type for actor in self.entries]).value_counts()
        listed = ", ".join(f"{n} {_PLURALS[type_] if n > 1 else type_}" for type_, n in types.items())
        return f"Actors({len(self):,}: {listed}{'' if self.metonyms else '; no metonyms'})"

    def _repr_html_(self) -> str:
        return entries_as_html(repr(self), self.table)

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.entries}

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """All wordings to be searched for, metonyms among them if they are switched on."""
        return tuple(p for actor in self.entries for p in actor.patterns(metonyms=self.metonyms))

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of all that makes a difference to what is found."""
        return fingerprint([repr(self.entries), str(self.metonyms)])

    @property
    def table(self) -> pd.DataFrame:
        """One row per actor: `id`, `name`, `type`, `speaks_for`, and how many wordings mean it."""
        counts = pd.Series([p.owner for p in self.patterns if not p.exclude]).value_counts()
        rows = [(a.id, a.name, a.type, a.speaks_for, int(counts[a.id])) for a in self.entries]
        return pd.DataFrame(rows, columns=["id", "name", "type", "speaks_for", "wordings"])

    @property
    def labels(self) -> dict[str, str]:
        """What to call each actor, and the two voices that are none: for figures and tables."""
        return {OUTLET: "the outlets themselves", UNKNOWN: "unknown speakers"} | {
            actor.id: actor.name for actor in self.entries
        }

    def speaks_for(self, *, up_to: Sequence[str] = ("state",)) -> dict[str, str]:
        """Say for each actor for whom it speaks in the end: the last in its chain of one of these types.

        Who speaks for nobody of these types stands for himself. Made for rolling up a table:
        `statements["actor"].map(actors.speaks_for())`.

        Examples
        --------
        >>> read_actors("world-politics").speaks_for()["dmitry-peskov"]
        'russia'
        """
        return {actor.id: self._end_of_chain(actor, up_to) for actor in self.entries}

    def _end_of_chain(self, actor: Actor, types: Sequence[str]) -> str:
        chain = [actor]
        while chain[-1].speaks_for:
            chain.append(self[chain[-1].speaks_for])
        return next((a.id for a in reversed(chain) if a.type in types), actor.id)


_PLURALS = {"person": "persons", "institution": "institutions", "state": "states", "group": "groups"}


def read_actors(path: str | Path | Sequence[str | Path], *, metonyms: bool = True) -> Actors:
    """Read a registry of actors: your own YAML file, the name of a shipped one, or a list of both.

    Parameters
    ----------
    path
        A file, `"world-politics"` or `"sample-actors"`, or several of these in a list.
    metonyms
        Whether places and buildings that stand for an actor (*Moscow*, *the White House*) count as that actor.

    Raises
    ------
    ReadError
        If there is no such file.
    LexiconError
        If an entry does not hold together; the message names file, line and entry.

    Examples
    --------
    >>> actors = read_actors("world-politics")
    >>> actors["vladimir-putin"].speaks_for
    'kremlin'
    """
    entries: dict[str, Actor] = {}
    complaints = []
    for file in lexicon_paths(path, "actors"):
        found = Complaints(file)
        complaints.append(found)
        for actor, line in _actors_in(file, found):
            if actor.id in entries:
                found.add(line, f"actor {actor.id!r} is listed twice")
            entries[actor.id] = actor
            _check_target(actor, line, found)
        found.raise_any()
    _check_chains(entries)
    return Actors(tuple(entries.values()), metonyms)


def _actors_in(file: Path, complaints: Complaints) -> Iterator[tuple[Actor, int]]:
    content = read_yaml(file)
    check_keys(content, ("about", "actors"), "the file", complaints)
    listed = content.get("actors")
    if not isinstance(listed, list):
        raise LexiconError(f"{file.name} has no list 'actors:'")
    for item in listed:
        if not isinstance(item, Entry):
            complaints.add(item.line, "an actor must be a mapping with 'id', 'name' and 'type'")
        elif actor := _actor(item, complaints):
            yield actor, item.line


def _actor(entry: Entry, complaints: Complaints) -> Actor | None:
    """Make an actor of an entry; None, with a complaint, if it lacks what it must have."""
    missing = [key for key in ("id", "name", "type") if not entry.get(key)]
    what = f"actor {str(entry.get('id') or entry.get('name') or '?')!r}"
    if missing:
        complaints.add(entry.line, f"{what} lacks {' and '.join(map(repr, missing))}")
        return None
    check_keys(entry, KEYS, what, complaints)
    for key, known in (("type", TYPES), ("gender", GENDERS), ("surname_alone", SURNAME_ALONE)):
        value = entry.get(key)
        if value and value not in known:
            hint = nearest(value, known)
            complaints.add(
                value.line, f"{what}: {key} {str(value)!r} must be one of {', '.join(known)}.{hint}"
            )
    person = entry["type"] == "person"
    return Actor(
        id=str(entry["id"]),
        name=str(entry["name"]),
        type=str(entry["type"]),
        gender=_text(entry, "gender"),
        aliases=wordings(entry, "aliases", what, complaints, exact=True),
        surname=_text(entry, "surname") or (_last_word(entry["name"]) if person else None),
        surname_alone=_text(entry, "surname_alone") or "after-name",
        demonyms=wordings(entry, "demonyms", what, complaints, exact=True),
        metonyms=wordings(entry, "metonyms", what, complaints, exact=True),
        roles=_roles(entry, what, complaints),
        excluded=wordings(entry, "not", what, complaints, exact=True),
        speaks_for=_text(entry, "speaks_for"),
        note=_text(entry, "note") or "",
    )


def _roles(entry: Entry, what: str, complaints: Complaints) -> tuple[Role, ...]:
    roles = []
    for item in entry.get("roles", ()):
        if not isinstance(item, Entry) or not item.get("title"):
            complaints.add(
                item.line,
                f"{what}: a role must have a 'title', as in {{title: foreign minister, from: 2020}}",
            )
            continue
        check_keys(item, ("title", "from", "to"), f"{what}, roles", complaints)
        roles.append(
            Role(str(item["title"]), *dates(item, f"{what}, role {str(item['title'])!r}", complaints))
        )
    return tuple(roles)


def _check_target(actor: Actor, line: int, complaints: Complaints) -> None:
    if actor.speaks_for == actor.id:
        complaints.add(line, f"actor {actor.id!r} speaks for itself; leave 'speaks_for' out")


def _check_chains(entries: dict[str, Actor]) -> None:
    """Every `speaks_for` must lead to a known actor, and no chain back to its beginning."""
    for actor in entries.values():
        seen = [actor.id]
        while (target := entries[seen[-1]].speaks_for) is not None:
            if target not in entries:
                raise LexiconError(
                    f"actor {seen[-1]!r} speaks for {target!r}, which is in none of the files."
                    f"{nearest(target, entries)}"
                )
            if target in seen:
                raise LexiconError(
                    f"the actors {' → '.join([*seen, target])} speak for each other in a circle"
                )
            seen.append(target)


def _pattern(wording: Wording, owner: str, route: str) -> Pattern:
    rules = {"exact_case": wording.exact_case, "since": wording.since, "until": wording.until}
    return pattern(wording.text, owner, route, **rules)


def _text(entry: Entry, key: str) -> str | None:
    value = entry.get(key)
    return str(value) if value else None


def _last_word(name: str) -> str | None:
    """The surname in a name of several words, as names are written in English."""
    words = [word for word in name.split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return words[-1] if len(words) > 1 else None
