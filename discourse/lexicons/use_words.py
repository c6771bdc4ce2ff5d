"""The words that decide how a frame's word is used, by what they do; `data/uses.yml` explains each list."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import yaml

from discourse.errors import LexiconError
from discourse.lexicons.yaml_file import parsed

_FILE = Path(__file__).parent / "data" / "uses.yml"

Phrases = frozenset[str]


@dataclass(frozen=True)
class UseWords:
    """One set of phrases for each list of the file, with single blanks in them; a word is a phrase of one."""

    breaks: Phrases
    definite: Phrases
    indefinite: Phrases
    be: Phrases
    function: Phrases
    adjuncts: Phrases
    saying: Phrases
    negators: Phrases
    still_asserted: Phrases
    of_several: Phrases
    no_such: Phrases
    negating: Phrases
    misnaming: Phrases
    preventing: Phrases
    failing: Phrases
    denying: Phrases
    rejecting: Phrases
    claims: Phrases
    attitude: Phrases
    happening: Phrases
    falsified: Phrases
    fictions: Phrases
    naming: Phrases
    uttering: Phrases
    owning: Phrases
    words: Phrases
    refusing: Phrases
    avoiding_words: Phrases
    marking: Phrases
    calling: Phrases
    called_behind: Phrases
    dubbing: Phrases
    as_a_word: Phrases


@cache
def use_words() -> UseWords:
    """Read the lists that come with the package.

    Raises
    ------
    LexiconError
        If a list is missing or is not text.

    Examples
    --------
    >>> "rather than" in use_words().negating
    True
    """
    content = parsed(_FILE.read_text(encoding="utf-8"), yaml.load)
    names = [field.name for field in fields(UseWords)]
    wrong = [name for name in names if not isinstance(content.get(name), str)]
    if wrong:
        raise LexiconError(f"{_FILE.name}: {wrong[0]!r} must be a list of words with commas between them")
    return UseWords(**{name: _phrases(content[name]) for name in names})


def _phrases(listed: str) -> Phrases:
    return frozenset(" ".join(phrase.split()) for phrase in listed.lower().split(",") if phrase.strip())
