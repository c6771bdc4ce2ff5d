"""Who uses each frame's word: its voice, and who holds it at arm's length."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from discourse.annotations.matching import Hit
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


class User(NamedTuple):
    """The statement a word stands in, its voice, and who distances it; None where there is none."""

    statement_id: str | None
    voice: str
    distanced_by: str | None


class Users:
    """Finds the users of words, from the statements around them and the actors named before them."""

    def __init__(self, parts: Parts, mentions: pd.DataFrame, statements: pd.DataFrame, voices: Voices):
        self._parts, self._voices = parts, voices
        self._ids = statements["statement_id"].tolist()
        self._kinds = statements["kind"].astype("object").tolist()
        self._contents = statements["content_spans"].tolist()
        self._reporters = _reporters(parts, statements, voices)
        self._mentions = _actors_at(parts, mentions, "end")
        self._spoken = _actors_at(parts, statements[statements["actor"].notna()], "start")

    def of(self, hits: Sequence[Hit], uses: Sequence[Use]) -> list[User]:
        """Give the user of each hit."""
        texts = [hit.text for hit in hits]
        words = self._parts.word_at(texts, [hit.start for hit in hits])
        places = [
            hit.start if use.distanced_at is None else use.distanced_at
            for hit, use in zip(hits, uses, strict=True)
        ]
        around = self._voices.word_voice[self._parts.word_from(texts, places)].tolist()
        rows, voices = self._voices.word_statement[words].tolist(), self._voices.word_voice[words].tolist()
        names = self._voices.names
        return [
            User(
                self._ids[row] if row != NOBODY else None,
                self._voice(hit, use, row, names[voice]),
                self._distanced_by(hit, use, row, names[outer]),
            )
            for hit, use, row, voice, outer in zip(hits, uses, rows, voices, around, strict=True)
        ]

    def _voice(self, hit: Hit, use: Use, row: int, voice: str) -> str:
        """The innermost voice: of the statement, or of the actor who in it names, refuses or denies the word."""
        if use.named_at is None:
            return voice
        word = self._parts.word_at([hit.text], [use.named_at])[0]
        if self._voices.word_statement[word] != row and voice != UNKNOWN:
            return voice
        return self._subject(hit.text, use.named_at) or voice

    def _subject(self, text: int, place: int) -> str | None:
        """The actor named right before an act of naming; behind a pronoun or *and*, whoever spoke last."""
        whole = self._parts.texts[text]
        if _AND.search(whole, max(0, place - _REACH), place):
            return self._spoke_last(text, place)
        if _PRONOUN.search(whole, max(0, place - _REACH), place):
            return self._spoke_last(text, place - _REACH)
        before = [found for found in self._mentions.get(text, ()) if place - _REACH <= found[0] <= place]
        if not before:
            return None
        end, actor = max(before)
        return actor if _BETWEEN.fullmatch(whole, end, place) else None

    def _spoke_last(self, text: int, place: int) -> str | None:
        """The actor of the last statement that begins not long before a place."""
        spoke = [found for found in self._spoken.get(text, ()) if place - _REMEMBERED <= found[0] < place]
        return max(spoke)[1] if spoke else None

    def _distanced_by(self, hit: Hit, use: Use, row: int, around: str) -> str | None:
        """Whoever's words the distancing phrase is in.

        Quotation marks tight around a word in reported words are the reporter's. Round a whole direct
        quotation they only quote, unless that is a mere label set into the sentence (spoke of "the crisis").
        """
        if use.distanced_at is None:
            return None
        if row == NOBODY or self._parts.texts[hit.text][use.distanced_at].isalnum():
            return around
        if self._kinds[row] == "direct" and not self._is_label(hit, use.distanced_at, row):
            return None
        return self._reporters[row]

    def _is_label(self, hit: Hit, mark: int, row: int) -> bool:
        text = self._parts.texts[hit.text]
        inside = any(start - 1 <= mark <= start for start, _ in self._contents[row])
        return inside and text[:mark].rstrip()[-1:].isalnum()


def _actors_at(parts: Parts, found: pd.DataFrame, edge: str) -> dict[int, list[tuple[int, str]]]:
    """For each part, where mentions or statements begin or end, and whose they are."""
    actors: dict[int, list[tuple[int, str]]] = {}
    columns = parts.numbers_of(found), found[edge], found["actor"]
    for number, place, actor in zip(*(column.tolist() for column in columns), strict=True):
        actors.setdefault(number, []).append((place, actor))
    return actors


def _reporters(parts: Parts, statements: pd.DataFrame, voices: Voices) -> list[str]:
    """Who reports each statement: the speaker of the one it is nested in, or the document's own voice."""
    own = [voices.own[document] for document in parts.documents[parts.numbers_of(statements)].tolist()]
    actors = dict(zip(statements["statement_id"], statements["actor"], strict=True))
    outer = [actors.get(via) for via in statements["via"]]
    return [actor if isinstance(actor, str) else voice for actor, voice in zip(outer, own, strict=True)]
