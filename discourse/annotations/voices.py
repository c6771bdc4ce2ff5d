"""Whose word each word is: an actor's, the outlet's own, or an unknown speaker's."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from discourse.annotations.parts import Parts, spread
from discourse.tables import OUTLET, UNKNOWN

NOBODY = -1


@dataclass(frozen=True)
class Voices:
    """For each word of a partition: its voice (a code of `names`) and its statement (a row number or -1).

    `own` is the voice of each document outside all statements.
    """

    names: list[str]
    own: list[str]
    word_voice: np.ndarray
    word_statement: np.ndarray

    def codes_of(self, actors: pd.Series) -> np.ndarray:
        """Give the codes of some actors as voices; -1 where there is none."""
        return _codes(self.names, actors)


def find_voices(
    parts: Parts, documents: pd.DataFrame, statements: pd.DataFrame, *, reported: bool = True
) -> Voices:
    """Give each word the voice of the innermost statement around it.

    Outside statements a word is the outlet's; in a speech, whose `documents` row has a `speaker`, it is
    that speaker's: the document's `actor`, or unknown where the registry does not have him. Where nobody
    looked for statements (`reported` is false), all that an article says is in an unknown voice.
    """
    actors = (frame["actor"].cat.categories for frame in (statements, documents))
    names = [OUTLET, UNKNOWN, *sorted(set().union(*actors))]
    codes = {name: code for code, name in enumerate(names)}
    article = OUTLET if reported else UNKNOWN
    own = [_own_voice(*row, article) for row in zip(documents["speaker"], documents["actor"], strict=True)]
    own_codes = np.array([codes[name] for name in own], dtype=np.min_scalar_type(-len(names)))
    voice = np.repeat(own_codes[parts.documents], parts.tokens.words_of_texts)
    statement = np.full(len(voice), NOBODY, dtype=np.int32)
    if len(statements):
        actor = _codes(names, statements["actor"])
        said = np.where(actor == NOBODY, codes[UNKNOWN], actor)
        for first, behind, row, code in _contents(parts, statements, said):
            voice[first:behind] = code
            statement[first:behind] = row
    return Voices(names, own, voice, statement)


def _codes(names: list[str], actors: pd.Series) -> np.ndarray:
    numbers = {name: code for code, name in enumerate(names)}
    codes = [numbers.get(actor, NOBODY) for actor in actors.array.categories]
    return np.array([*codes, NOBODY])[actors.array.codes]


def _own_voice(speaker, actor, article) -> str:
    """The voice of a document's words outside all statements."""
    if isinstance(actor, str):
        return actor
    return UNKNOWN if isinstance(speaker, str) else article


def _contents(
    parts: Parts, statements: pd.DataFrame, said: np.ndarray
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the word ranges of all contents, with row and voice, the wider before those inside them."""
    row, start, end = spread(statements["content_spans"])
    text = parts.numbers_of(statements)[row]
    order = np.lexsort((-end, start, text))
    row, start, end, text = (column[order] for column in (row, start, end, text))
    columns = parts.word_from(text, start), parts.word_at(text, end - 1) + 1, row, said[row]
    return zip(*(column.tolist() for column in columns), strict=True)
