"""A critical look at the texts: empty, very short, cut off, full of HTML, the same again and again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from discourse.corpus.import_report import Note

SHORT = 20
EXCEL_LIMIT = 32_767
_HTML = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|ul|li|table|img|script|style|h[1-6])\b[^<>]*>|&(?:[a-z]{2,6}|#\d{2,5});",
    re.I,
)
_WRONG = re.compile(r"â€[œ\x9dž™˜“”¦\x9c\x99\x98]|Ã[©¨¼¶¤ŸŸ±³¡\xad]|Ð[°-¿]Ñ")
_TEASER = re.compile(r"\[\+\d+ chars\]\s*$")
_LINES_FROM = 4
_SHARE = 0.1
_AT_LEAST = 5
_SHOWN = 60


def check_texts(doc_ids: Sequence[str], texts: Sequence[str]) -> Iterator[Note]:
    """What is odd about single texts."""
    for doc_id, text in zip(doc_ids, texts, strict=True):
        yield from (Note(kind, detail, doc_id) for kind, detail in _oddities(text))


def _oddities(text: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        yield "empty", "only white space" if text else "nothing"
        return
    n_words = len(text[: SHORT * 200].split(None, SHORT))
    if n_words < SHORT:
        yield "short", f"{n_words} words"
    if len(text) == EXCEL_LIMIT:
        yield "cut", "32,767 characters, the limit of an Excel cell"
    elif _TEASER.search(text[-40:]):
        yield "cut", "it ends in a count of missing characters"
    if "<" in text or "&" in text:
        found = _HTML.search(text)
        if found:
            yield "markup", found[0][:_SHOWN]
    wrong = _WRONG.search(text)
    if wrong:
        yield "mojibake", repr(wrong[0])


def check_corpus(texts: Sequence[str]) -> Iterator[Note]:
    """What is odd about all the texts together."""
    bodies = Counter(text.strip() for text in texts)
    bodies.pop("", None)
    n_texts = sum(bodies.values())
    if n_texts >= 10 and len(bodies) < 0.8 * n_texts:
        body, n = bodies.most_common(1)[0]
        yield Note(
            "repeated",
            f"Only {len(bodies):,} of {n_texts:,} texts differ; the most frequent, "
            f"{_start(body)!r}, stands {n:,} times. Was the right column or part of the page taken?",
        )
    yield from _boilerplate(bodies)


def _boilerplate(bodies: Counter[str]) -> Iterator[Note]:
    """Paragraphs that stand in many different texts."""
    counts: Counter[str] = Counter()
    for body in bodies:
        counts.update(
            {line for line in map(str.strip, body.splitlines()) if line.count(" ") >= _LINES_FROM - 1}
        )
    for line, n in counts.most_common(3):
        if n >= max(_AT_LEAST, _SHARE * len(bodies)):
            yield Note(
                "boilerplate",
                f"The paragraph {_start(line)!r} stands in {n:,} texts ({n / len(bodies):.0%}); "
                "if it is no part of them, take it out before reading.",
            )


def _start(text: str) -> str:
    text = " ".join(text[: 4 * _SHOWN].split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
