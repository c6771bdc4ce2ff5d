"""Cues: the verbs, nouns, adjectives and phrases by which a text attributes words to somebody.

`data/cues.yml` holds them, with notes that a linguist can read and extend. Here they become
tables of word forms: `said` leads to *say*, and *say* knows in which company it is a cue.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from discourse.errors import LexiconError
from discourse.lexicons.yaml_file import parsed
from discourse.tables import CUE_CLASSES

_FILE = Path(__file__).parent / "data" / "cues.yml"
_VOWELS = "aeiou"

BASE, THIRD, PAST, PARTICIPLE, ING = INFLECTIONS = ("base", "third", "past", "participle", "ing")


@dataclass(frozen=True)
class Cue:
    """A cue word: its `lemma`, the words that follow its head (`out` of `point out`), and what it takes.

    `takes` leads from a company (`clause`, `to`, `object`, `about`, ...) to the cue class it has there.
    """

    lemma: str
    particles: tuple[str, ...]
    takes: Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """A word form: which inflections it may be, and the cues it may belong to, longest first."""

    inflections: frozenset[str]
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class Phrase:
    """A fixed wording around a speaker: the words before the speaker, those after, and the cue class.

    Before X's the speaker is in the possessive; with `survey`, only polls and studies are speakers there.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    possessive: bool
    survey: bool
    cue_class: str


@dataclass(frozen=True, eq=False)  # known by its identity, so that what follows from it can be remembered
class Cues:
    """The cue lexicon by word form.

    `verbs`, `nouns` and `adjectives` lead from a form to its cues, `openers` from a first word to its
    phrases. `triggers` are all words worth a look; `reports` the forms of verbs that report in so many
    words, with a clause or quoted words, and `told` those of them that are no nouns; `surveys` the nouns for
    what shows numbers.
    """

    verbs: Mapping[str, Form]
    nouns: Mapping[str, Form]
    adjectives: Mapping[str, Form]
    openers: Mapping[str, tuple[Phrase, ...]]
    triggers: frozenset[str]
    reports: frozenset[str]
    told: frozenset[str]
    surveys: frozenset[str]


def read_cues(path: str | Path | None = None) -> Cues:
    """Read a cue lexicon; without `path`, the one that comes with the package.

    Raises
    ------
    LexiconError
        If the file is not YAML, or an entry lacks its words, has an unknown class or takes nothing.

    Examples
    --------
    >>> cues = read_cues()
    >>> [cue.lemma for cue in cues.verbs["denied"].cues]
    ['deny']
    >>> cues.verbs["denied"].cues[0].takes["gerund"]
    'deny'
    """
    path = Path(path or _FILE)
    content = _load(path)
    irregular = {verb: _words(forms) for verb, forms in content.get("irregular", {}).items()}
    verbs = _by_form(_entries(content, "verbs", path), lambda head: _verb_forms(head, irregular))
    nouns = _by_form(_entries(content, "nouns", path), _noun_forms)
    adjectives = _by_form(_entries(content, "adjectives", path), lambda head: [(head, BASE)])
    phrases = [_phrase(entry, path) for entry in content.get("phrases", [])]
    openers = {
        word: tuple(p for p in phrases if p.before[0] == word) for word in {p.before[0] for p in phrases}
    }
    triggers = frozenset([*verbs, *nouns, *adjectives, *openers, ":", "according"])
    reporting = [form for form, of in verbs.items() if any(_reports(cue) for cue in of.cues)]
    reports = frozenset([*reporting, "according"])
    surveys = frozenset(_words(content.get("surveys", "")))
    return Cues(verbs, nouns, adjectives, openers, triggers, reports, reports - nouns.keys(), surveys)


def _reports(cue: Cue) -> bool:
    in_many_ways = {"clause", "bare", "quote"} <= cue.takes.keys()
    return not cue.particles and (in_many_ways or "person" in cue.takes)


def _load(path: Path) -> dict:
    try:
        content = parsed(path.read_text(encoding="utf-8"), yaml.load)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise LexiconError(f"{path.name}: the cue lexicon cannot be read: {reason}") from error
    if not isinstance(content, dict) or not content.get("verbs"):
        raise LexiconError(f"{path.name}: a cue lexicon needs the entry 'verbs'")
    return content


def _entries(
    content: dict, section: str, path: Path
) -> Iterator[tuple[str, list[str], str, list[str] | None]]:
    """Give each word of a section with what it takes and its class."""
    for number, entry in enumerate(content.get(section) or [], start=1):
        place = f"{path.name}: entry {number} of {section}"
        if not isinstance(entry, dict) or not entry.get("words"):
            raise LexiconError(f"{place} lacks 'words'")
        _check_class(entry.get("class"), place)
        takes = entry.get("takes")
        if not isinstance(takes, list) or not takes or not all(isinstance(t, str) for t in takes):
            raise LexiconError(
                f"{place} ({entry['words']}) needs 'takes', a list of words such as [clause, quote]"
            )
        for word in _words(entry["words"]):
            yield word, takes, entry["class"], entry.get("only")


def _check_class(cue_class: object, place: str) -> None:
    if cue_class not in CUE_CLASSES:
        raise LexiconError(f"{place} has the class {cue_class!r}; it must be one of {', '.join(CUE_CLASSES)}")


def _words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",") if word.strip()]


def _by_form(entries, forms_of) -> dict[str, Form]:
    """Index entries by the inflected forms of their heads."""
    takes_of: dict[str, dict[str, str]] = {}
    only_of: dict[str, list[str]] = {}
    for word, takes, cue_class, only in entries:
        known = takes_of.setdefault(word, {})
        if only:
            only_of[word] = only
        for take in takes:
            known.setdefault(take, cue_class)
    cues: dict[str, list[Cue]] = {}
    inflections: dict[str, set[str]] = {}
    for word, takes in takes_of.items():
        head, *particles = word.split(" ")
        cue = Cue(word, tuple(particles), takes)
        for form, inflection in forms_of(head):
            if inflection not in only_of.get(word, INFLECTIONS):
                continue
            inflections.setdefault(form, set()).add(inflection)
            same = cues.setdefault(form, [])
            if cue not in same:
                same.append(cue)
    return {
        form: Form(frozenset(inflections[form]), tuple(sorted(found, key=lambda cue: -len(cue.particles))))
        for form, found in cues.items()
    }


def _verb_forms(verb: str, irregular: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    third, past, participle, ing = irregular.get(verb) or _regular(verb)
    return [(verb, BASE), (third, THIRD), (past, PAST), (participle, PARTICIPLE), (ing, ING)]


def _regular(verb: str) -> list[str]:
    """Spell the forms of a regular verb.

    Examples
    --------
    >>> _regular("deny")
    ['denies', 'denied', 'denied', 'denying']
    """
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        stem = verb[:-1]
        return [f"{stem}ies", f"{stem}ied", f"{stem}ied", f"{verb}ing"]
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    if verb.endswith("ee"):
        return [third, f"{verb}d", f"{verb}d", f"{verb}ing"]
    stem = verb.removesuffix("e")
    return [third, f"{stem}ed", f"{stem}ed", f"{stem}ing"]


def _noun_forms(noun: str) -> list[tuple[str, str]]:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in _VOWELS else f"{noun}s"
    return [(noun, BASE), (plural, THIRD)]


def _phrase(entry, path: Path) -> Phrase:
    entry = entry if isinstance(entry, dict) else {}
    form = entry.get("form", "")
    words = form.split()
    place = next((i for i, word in enumerate(words) if word in ("X", "X's")), None)
    if place is None:
        raise LexiconError(f"{path.name}: the phrase {form!r} needs X or X's, the place of the speaker")
    _check_class(entry.get("class"), f"{path.name}: the phrase {form!r}")
    return Phrase(
        before=tuple(words[:place]),
        after=tuple(words[place + 1 :]),
        possessive=words[place] == "X's",
        survey=bool(entry.get("survey")),
        cue_class=entry["class"],
    )
