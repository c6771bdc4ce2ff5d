"""TextBlob's rules for tone, word for word: how it cuts a text, and how words change each other.

This is the one source of the rules. `textblob_columns` applies them once to each distinct chunk of
text and looks the outcome up from then on; what reaches across chunks it hands to `assessments`.

Oddities are TextBlob's own and kept to the last bit: an apostrophe is cut off before a contraction
can be seen, so that "isn't" negates nothing; and a digit before a bracket, as in "(Nov. 8)", is a smiley.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from discourse.lexicons.tone_words import ToneWord, textblob_signs

NEGATIONS = frozenset({"no", "not", "n't", "never"})

_TRIMMED = ",;:!?()[]{}`'\"@#$^&*+-|=~_"
_APART = str.maketrans({quote: f" {quote} " for quote in "“”‘’'\""})
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+|[A-Z][|b-df-hj-np-tv-xz]+.")
PARAGRAPH = "END-OF-SENTENCE"
_STOPS = frozenset({"...", ".", "!", "?", PARAGRAPH})
_TAILS = _STOPS | frozenset("'\"”’)")
_IRONY = re.compile(r"\( ?! ?\)")


@dataclass
class Assessment:
    """One scored word, with what the words around it did to it."""

    word: str
    polarity: float
    subjectivity: float
    intensity: float = 1.0
    negated: bool = False
    modified: bool = False

    @property
    def value(self) -> float:
        """The polarity that counts: "not good" is slightly bad, "not bad" slightly good."""
        return self.polarity * -0.5 if self.negated else self.polarity


def sentiment(found: list[Assessment]) -> tuple[float, float]:
    """Give mean polarity and subjectivity of the scored words of a text.

    Added up one by one as TextBlob does: since Python 3.12 the built-in `sum` makes up for lost digits.

    Examples
    --------
    >>> from discourse.lexicons.tone_words import textblob_words
    >>> sentiment(assessments(tokens_of("It isn't good."), textblob_words()))
    (0.7, 0.6000000000000001)
    """
    polarity = subjectivity = 0.0
    for assessment in found:
        polarity += assessment.value
        subjectivity += assessment.subjectivity
    n = len(found) or 1
    return polarity / n, subjectivity / n


def tokens_of(text: str) -> list[str]:
    """Cut a text into TextBlob's tokens in lower case, emoticons in one piece."""
    paragraphs = re.sub(r"\n{2,}", f" {PARAGRAPH} ", text.replace("\r\n", "\n"))
    pieces = [piece for chunk in paragraphs.split() for piece in pieces_of(chunk)]
    joined = (emoticon().sub(_closed_up, _IRONY.sub("(!)", s)) for s in _sentences(pieces))
    return [token.lower() for sentence in joined for token in sentence.split()]


def pieces_of(chunk: str) -> list[str]:
    """Cut what stands between blanks: quotation marks and outer punctuation stand alone."""
    parted = chunk.replace("n't", " n't").translate(_APART)
    return [piece for part in parted.split() for piece in _trimmed(part)]


def _trimmed(part: str) -> list[str]:
    if part.isalnum():
        return [part]
    bare = part.lstrip(_TRIMMED)
    head, tail, end = part[: len(part) - len(bare)], [], len(bare)
    while end and bare[end - 1] in _TRIMMED + ".":
        if bare[end - 1] in _TRIMMED:
            end -= 1
            tail.append(bare[end])
        if bare.endswith("...", 0, end):
            tail.append("...")
            end = len(bare[: end - 3].rstrip("."))
        if bare.endswith(".", 0, end):
            if bare[:end] in textblob_signs().abbreviations or _DOTTED.fullmatch(bare, 0, end):
                break
            tail.append(".")
            end -= 1
    return [*head, *([bare[:end]] if end else []), *reversed(tail)]


def _sentences(pieces: list[str]) -> list[str]:
    """Join pieces into sentences; an emoticon does not reach over the end of one."""
    found, begin, at = [], 0, 0
    while at < len(pieces):
        if pieces[at] in _STOPS:
            at = _end_of_tail(pieces, begin, at)
            found.append(pieces[begin:at])
            begin = at
        at += 1
    found.append(pieces[begin:])
    return [" ".join(piece for piece in sentence if piece != PARAGRAPH) for sentence in found]


def _end_of_tail(pieces: list[str], begin: int, at: int) -> int:
    """Go past what closes a sentence, up to a quotation mark that opens the next one."""
    while at < len(pieces) and pieces[at] in _TAILS:
        if pieces[at] in "'\"" and pieces[begin:at].count(pieces[at]) % 2 == 0:
            break
        at += 1
    return at


@cache
def emoticon() -> re.Pattern[str]:
    """Give the pattern of an emoticon whose characters may stand apart."""
    signs = (" ?".join(map(re.escape, sign)) for sign in textblob_signs().emoticons)
    return re.compile(rf"({'|'.join(signs)})($|\s)")


@cache
def emoticon_scores() -> Mapping[str, float]:
    """Give the polarity of each emoticon in lower case; one of letters alone does not count."""
    signs = textblob_signs().emoticons
    return {s.lower(): polarity for s, polarity in reversed(list(signs.items())) if not s.isalpha()}


def _closed_up(found: re.Match[str]) -> str:
    return found[1].replace(" ", "") + found[2]


def assessments(tokens: Iterable[str], words: Mapping[str, ToneWord]) -> list[Assessment]:
    """Score tokens: a modifier ("very") acts on the next word, a negation turns it round."""
    found: list[Assessment] = []
    modifier = negation = ""
    for token in tokens:
        if token in words:
            _score_word(found, token, words[token], modifier, negation)
            modifier, negation = token if words[token].modifier else "", ""
            continue
        if token in NEGATIONS:
            negation = token
        elif len(token.strip("'")) > 1:
            negation = ""
        if negation and modifier.endswith("ly"):
            found[-1].negated, negation = True, ""
        elif len(token) > 2:
            modifier = ""
        _score_sign(found, token)
    return found


def _score_word(found: list[Assessment], token: str, word: ToneWord, modifier: str, negation: str) -> None:
    if modifier:
        last, factor = found[-1], found[-1].intensity
        last.polarity, last.subjectivity = (
            _bounded(word.polarity * factor),
            _bounded(word.subjectivity * factor),
        )
        last.word, last.intensity, last.modified = token, word.intensity, True
    else:
        found.append(last := Assessment(token, word.polarity, word.subjectivity, word.intensity))
    if negation:
        last.intensity, last.negated = 1.0 / last.intensity, True


def _score_sign(found: list[Assessment], token: str) -> None:
    if token == "!" and found:
        found[-1].polarity = _bounded(found[-1].polarity * 1.25)
    elif token == "(!)":
        found.append(Assessment(token, 0.0, 1.0))
    elif token in emoticon_scores():
        found.append(Assessment(token, emoticon_scores()[token], 1.0))


def _bounded(score: float) -> float:
    return max(-1.0, min(score, 1.0))
