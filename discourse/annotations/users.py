"""Who uses each frame's word: its voice, and who holds it at arm's length."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from discourse.annotations.columns import Coded, coded
from discourse.annotations.matching import Hits
from discourse.annotations.parts import Parts
from discourse.annotations.uses import Use
from discourse.annotations.voices import NOBODY, Voices
from discourse.tables import UNKNOWN

# What may stand between a subject and its act of naming: "China has so far | declined to call".
_BETWEEN = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|does|do|did|so far|yet|still|also|"
    r"again|now|once|later|too|often|always|usually|never|not|"
    r"(?:has|have|had|does|do|did|would|could|was|is)n['’]t|\w+ly))*\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"\b(?:he|she|it){_BETWEEN.pattern}\Z", re.IGNORECASE)
_AND = re.compile(rf"\band{_BETWEEN.pattern}\Z", re.IGNORECASE)
_REACH, _REMEMBERED = 60, 500
_MISSING = -1


class Users:
    """Finds the users of words, from the statements around them and the actors named before them."""

    def __init__(self, parts: Parts, mentions: pd.DataFrame, statements: pd.DataFrame, voices: Voices):
        self._parts, self._mentions, self._statements, self._voices = parts, mentions, statements, voices
        self._ids, self._vias = statements["statement_id"].array, statements["via"].array

    def of(self, hits: Hits, uses: Mapping[int, Use]) -> dict[str, Coded | ExtensionArray]:
        """Give who uses the words found: the columns `statement_id`, `voice` and `distanced_by`.

        `uses` has the row and the use of those that are not plain.
        """
        words = self._parts.word_at(hits.text, hits.start)
        rows = self._voices.word_statement[words]
        named = {i: use.named_at for i, use in uses.items() if use.named_at is not None}
        distanced = {i: use.distanced_at for i, use in uses.items() if use.distanced_at is not None}
        return {
            "statement_id": self._ids.take(rows, allow_fill=True),
            "voice": _column(
                self._voices.word_voice[words], self._voices.names, self._named(named, hits.text, words)
            ),
            "distanced_by": _column(
                np.full(len(words), _MISSING), [], self._distanced(distanced, hits.text, rows)
            ),
        }

    def _named(self, places: Mapping[int, int], text: np.ndarray, words: np.ndarray) -> dict[int, str]:
        """Give the innermost voices of some rows, with the place of the act of naming, refusing or denying in each.

        It is the voice of the statement, or of the actor who in it does so.
        """
        at = np.fromiter(places, dtype=np.int64)
        acts = self._parts.word_at(text[at], list(places.values()))
        apart = self._voices.word_statement[acts] != self._voices.word_statement[words[at]]
        named = {}
        for i, is_apart, word in zip(at.tolist(), apart.tolist(), words[at].tolist(), strict=True):
            voice = self._voice_at(word)
            if not is_apart or voice == UNKNOWN:
                voice = self._subject(int(text[i]), places[i]) or voice
            named[i] = voice
        return named

    def _distanced(
        self, places: Mapping[int, int], text: np.ndarray, statements: np.ndarray
    ) -> dict[int, str | None]:
        """Give who holds the words of some rows at arm's length, with the place of the phrase that does so in each."""
        at = np.fromiter(places, dtype=np.int64)
        words = self._parts.word_from(text[at], list(places.values()))
        columns = (column.tolist() for column in (at, text[at], statements[at], words))
        return {
            i: self._distanced_by(text, places[i], row, word)
            for i, text, row, word in zip(*columns, strict=True)
        }

    def _voice_at(self, word: int) -> str:
        return self._voices.names[self._voices.word_voice[word]]

    def _subject(self, text: int, place: int) -> str | None:
        """The actor named right before an act of naming; behind a pronoun or *and*, whoever spoke last."""
        whole = self._parts.texts[text]
        if _AND.search(whole, max(0, place - _REACH), place):
            return self._spoke_last(text, place)
        if _PRONOUN.search(whole, max(0, place - _REACH), place):
            return self._spoke_last(text, place - _REACH)
        named = self._named_before.last(text, place - _REACH, place + 1)
        return named[1] if named and _BETWEEN.fullmatch(whole, named[0], place) else None

    def _spoke_last(self, text: int, place: int) -> str | None:
        """The actor of the last statement that begins not long before a place."""
        spoke = self._spoke_before.last(text, place - _REMEMBERED, place)
        return spoke[1] if spoke else None

    def _distanced_by(self, text: int, place: int, row: int, word: int) -> str | None:
        """Whoever's words the distancing phrase at a place is in, `word` first; `row` is the framing's statement.

        Quotation marks tight around a word in reported words are the reporter's. Round a whole direct
        quotation they only quote, unless that is a mere label set into the sentence (spoke of "the crisis").
        """
        if row == NOBODY or self._parts.texts[text][place].isalnum():
            return self._voice_at(word)
        if self._kinds[row] == "direct" and not self._is_label(text, place, row):
            return None
        return self._reporter(text, row)

    def _is_label(self, text: int, mark: int, row: int) -> bool:
        inside = any(start - 1 <= mark <= start for start, _ in self._contents[row])
        return inside and self._parts.texts[text][:mark].rstrip()[-1:].isalnum()

    def _reporter(self, text: int, row: int) -> str:
        """Who reports the statement of a row: the speaker of the one it is nested in, or the document's own voice."""
        via = self._vias[row]
        outer = self._speakers.get(via) if isinstance(via, str) else None
        return outer if isinstance(outer, str) else self._voices.own[self._parts.documents[text]]

    @cached_property
    def _named_before(self) -> "_ActorsAt":
        return _ActorsAt(self._parts, self._mentions, "end")

    @cached_property
    def _spoke_before(self) -> "_ActorsAt":
        return _ActorsAt(self._parts, self._statements, "start")

    @cached_property
    def _kinds(self) -> list[object]:
        return self._statements["kind"].astype("object").tolist()

    @cached_property
    def _contents(self) -> list[list[list[int]]]:
        return self._statements["content_spans"].tolist()

    @cached_property
    def _speakers(self) -> dict[str, object]:
        """The actor of each statement, by its name; missing where there is none."""
        return dict(zip(self._ids.tolist(), self._statements["actor"].tolist(), strict=True))


class _ActorsAt:
    """Where mentions or statements begin or end, and whose they are."""

    def __init__(self, parts: Parts, found: pd.DataFrame, edge: str):
        known = ~pd.isna(found["actor"].array)
        places = (parts.offsets[parts.numbers_of(found)] + found[edge].to_numpy())[known]
        order = np.argsort(places, kind="stable")
        self._offsets, self._places = parts.offsets, places[order]
        self._actors = found["actor"].array[known][order]

    def last(self, text: int, start: int, end: int) -> tuple[int, str] | None:
        """Give the last place within a range of a text, and its actor."""
        begin = self._offsets[text]
        first, behind = np.searchsorted(self._places, [begin + max(start, 0), begin + end])
        inside = range(first, behind)
        return max(((int(self._places[i] - begin), self._actors[i]) for i in inside), default=None)


def _column(codes: np.ndarray, names: Sequence[str], values: Mapping[int, str | None]) -> Coded:
    """Make a column from codes of `names`, with other values in some rows: names, new ones, or none."""
    names = [*names, *sorted(set(filter(None, values.values())).difference(names))]
    number = {name: code for code, name in enumerate(names)}
    filled = codes.astype(np.int64)
    filled[list(values)] = [_MISSING if value is None else number[value] for value in values.values()]
    return coded(filled, names)
