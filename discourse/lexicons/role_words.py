"""Role words: verbs and nouns that praise or blame somebody by the part he has in what is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from discourse.lexicons.yaml_file import parsed

_FILE = Path(__file__).parent / "data" / "tone-roles.yml"
_VOWELS = "aeiou"


@dataclass(frozen=True)
class RoleVerb:
    """A verb form: its group, what it counts for `agent` and `patient`; a `participle` may be passive."""

    group: str
    agent: float
    patient: float
    participle: bool


@dataclass(frozen=True)
class RoleWords:
    """The role lexicon by word form; nouns lead to group and weight, `grammar` to sets of small words."""

    verbs: Mapping[str, RoleVerb]
    about: Mapping[str, tuple[str, float]]
    possessed: Mapping[str, tuple[str, float]]
    grammar: Mapping[str, frozenset[str]]


@cache
def role_words() -> RoleWords:
    """Give the role lexicon that comes with the package.

    Examples
    --------
    >>> role_words().verbs["slammed"]
    RoleVerb(group='blaming', agent=-0.4, patient=-1.0, participle=True)
    >>> role_words().possessed["lies"]
    ('shaming', -0.7)
    """
    content = parsed(_FILE.read_text("utf-8"), yaml.load)
    return RoleWords(
        verbs=dict(_verbs(content["verbs"], content["irregular"])),
        about=dict(_nouns(content["about"])),
        possessed=dict(_nouns(content["possessed"])),
        grammar={name: frozenset(words.split()) for name, words in content["grammar"].items()},
    )


def _verbs(groups: Mapping, irregular: Mapping[str, str]) -> Iterator[tuple[str, RoleVerb]]:
    for group, entry in groups.items():
        for verb in entry["words"].split():
            past, participle, ing = irregular[verb].split() if verb in irregular else _regular(verb)
            for form in (verb, _third(verb), ing, past, participle):
                yield form, RoleVerb(group, entry["agent"], entry["patient"], form == participle)


def _nouns(groups: Mapping) -> Iterator[tuple[str, tuple[str, float]]]:
    for group, entry in groups.items():
        for noun in entry["words"].split():
            yield noun, (group, entry["weight"])


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _regular(verb: str) -> tuple[str, str, str]:
    """Spell past, participle and -ing form of a regular verb.

    Examples
    --------
    >>> _regular("bully"), _regular("accuse")
    (('bullied', 'bullied', 'bullying'), ('accused', 'accused', 'accusing'))
    """
    stem = verb.removesuffix("e")
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in _VOWELS else f"{stem}ed"
    return past, past, f"{stem}ing"
