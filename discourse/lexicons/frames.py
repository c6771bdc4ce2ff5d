"""Frames: interpretations, and the words that bring them up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from discourse.errors import LexiconError, check_name, nearest
from discourse.lexicons.display import entries_as_html
from discourse.lexicons.files import fingerprint, lexicon_paths
from discourse.lexicons.patterns import Pattern, pattern
from discourse.lexicons.wordings import Wording, wordings
from discourse.lexicons.yaml_file import Complaints, Entry, Items, check_keys, read_yaml

KEYS = ("id", "label", "terms", "not", "near", "note")


@dataclass(frozen=True)
class Frame:
    """An interpretation: its terms, its decoys (`excluded`), and the words one of which must stand `near`."""

    id: str
    label: str
    terms: tuple[Wording, ...]
    excluded: tuple[Wording, ...]
    near: tuple[Wording, ...]
    note: str

    def patterns(self) -> Iterator[Pattern]:
        """Give the patterns of the terms and of the decoys."""
        for wording in self.terms:
            yield _pattern(wording, self.id)
        for wording in self.excluded:
            yield _pattern(wording, self.id)._replace(exclude=True)


@dataclass(frozen=True)
class Frames:
    """Frames by id, and the contrast sets that name those which compete for one referent; see `read_frames`.

    Examples
    --------
    >>> frames = read_frames("ukraine")
    >>> frames["crisis"].label
    'crisis'
    >>> frames.contrast("naming-the-event")[:2]
    ('war', 'invasion')
    """

    entries: tuple[Frame, ...]
    contrasts: Mapping[str, tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.entries)

    def __getitem__(self, frame: str) -> Frame:
        check_name(frame, self._by_id, what="frame")
        return self._by_id[frame]

    def __repr__(self) -> str:
        terms = sum(len(frame.terms) for frame in self.entries)
        return f"Frames({len(self):,} with {terms:,} terms; contrast sets: {', '.join(self.contrasts) or 'none'})"

    def _repr_html_(self) -> str:
        return entries_as_html(repr(self), self.table)

    def __reduce__(self):
        return _frames, (self.entries, dict(self.contrasts))

    @cached_property
    def _by_id(self) -> dict[str, Frame]:
        return {frame.id: frame for frame in self.entries}

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """All terms and decoys to be searched for."""
        return tuple(p for frame in self.entries for p in frame.patterns())

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of all that makes a difference to what is found."""
        return fingerprint([repr(self.entries), repr(dict(self.contrasts))])

    @property
    def labels(self) -> dict[str, str]:
        """The label of each frame, by id."""
        return {frame.id: frame.label for frame in self.entries}

    def contrast(self, name: str) -> tuple[str, ...]:
        """Give the frames of a contrast set.

        Raises
        ------
        UnknownNameError
            If there is no contrast set of that name.
        """
        check_name(name, self.contrasts, what="contrast set")
        return self.contrasts[name]

    def without_decoys(self) -> "Frames":
        """Give the same frames without their decoys, to see what these change.

        Examples
        --------
        >>> frames = read_frames("ukraine")
        >>> frames["war"].excluded != (), frames.without_decoys()["war"].excluded
        (True, ())
        """
        return Frames(tuple(replace(frame, excluded=()) for frame in self.entries), self.contrasts)

    @property
    def table(self) -> pd.DataFrame:
        """One row per frame: `id`, `label`, its `terms`, and the number of `decoys`."""
        rows = [(f.id, f.label, ", ".join(t.text for t in f.terms), len(f.excluded)) for f in self.entries]
        return pd.DataFrame(rows, columns=["id", "label", "terms", "decoys"])


def read_frames(path: str | Path | Sequence[str | Path]) -> Frames:
    """Read frames: your own YAML file, the name of a shipped one, or a list of both.

    Raises
    ------
    ReadError
        If there is no such file.
    LexiconError
        If an entry does not hold together; the message names file, line and entry.

    Examples
    --------
    >>> frames = read_frames("ukraine")
    >>> frames["war"].label
    'war'
    """
    entries: dict[str, Frame] = {}
    contrasts: dict[str, tuple[str, ...]] = {}
    for file in lexicon_paths(path, "frames"):
        complaints = Complaints(file)
        content = read_yaml(file)
        check_keys(content, ("about", "frames", "contrasts"), "the file", complaints)
        for frame, line in _frames_in(content, file, complaints):
            if frame.id in entries:
                complaints.add(line, f"frame {frame.id!r} is listed twice")
            entries[frame.id] = frame
        contrasts |= _contrasts(content, entries, complaints)
        complaints.raise_any()
    return _frames(tuple(entries.values()), contrasts)


def _frames(entries, contrasts) -> Frames:
    return Frames(entries, MappingProxyType(contrasts))


def _frames_in(content: Entry, file: Path, complaints: Complaints) -> Iterator[tuple[Frame, int]]:
    listed = content.get("frames")
    if not isinstance(listed, list):
        raise LexiconError(f"{file.name} has no list 'frames:'")
    for item in listed:
        if not isinstance(item, Entry) or not item.get("id"):
            complaints.add(item.line, "a frame must be a mapping with 'id', 'label' and 'terms'")
            continue
        what = f"frame {str(item['id'])!r}"
        check_keys(item, KEYS, what, complaints)
        terms = wordings(item, "terms", what, complaints, exact=False, wildcard=True)
        if not terms:
            complaints.add(item.line, f"{what} has no terms")
        excluded = wordings(item, "not", what, complaints, exact=False, wildcard=True)
        near = wordings(item, "near", what, complaints, exact=False, wildcard=True)
        label, note = str(item.get("label") or item["id"]), str(item.get("note", ""))
        yield Frame(str(item["id"]), label, terms, excluded, near, note), item.line


def _contrasts(
    content: Entry, entries: Mapping[str, Frame], complaints: Complaints
) -> dict[str, tuple[str, ...]]:
    """Read the contrast sets; each names frames that there are."""
    sets = content.get("contrasts") or Entry()
    for name, members in sets.items():
        if not isinstance(members, Items) or len(members) < 2:
            complaints.add(name.line, f"contrast set {str(name)!r} must list at least two frames")
            continue
        for frame in members:
            if frame not in entries:
                hint = nearest(frame, entries)
                complaints.add(
                    frame.line, f"contrast set {str(name)!r}: there is no frame {str(frame)!r}.{hint}"
                )
    return {str(name): tuple(map(str, members)) for name, members in sets.items()}


def _pattern(wording: Wording, owner: str) -> Pattern:
    rules = {"exact_case": wording.exact_case, "since": wording.since, "until": wording.until}
    return pattern(wording.text, owner, "term", **rules)
