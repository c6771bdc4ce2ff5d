"""A critical look at the texts: empty, very short, cut off, full of HTML, the same again and again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from discourse.corpus.import_report import Note
from discourse.corpus.wording import beginning, counted

SHORT = 20
_EXCEL_CELL = 32_767
_SHOWN = 60
_TAGS = "a|b|i|p|br|div|em|h[1-6]|iframe|img|li|ol|script|span|strong|style|table|td|tr|ul"
_HTML = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|&(?:amp|quot|nbsp|lt|gt|apos|[lr][sd]quo|#\d{{2,5}});", re.IGNORECASE
)
# UTF-8 that was once read as Windows-1252: “ as â€œ, é as Ã©.
_GARBLED = re.compile("â€[\u0080-\u009f\u0152\u0153\u02dc\u2122š›ž¦]|Ã[\u0080-\u00bf]|Ð[\u0080-\u00bf]Ñ")
_GARBLED_FIRST = "âÃÐ"
_MISSING = re.compile(r"\[\+\d+ chars\]$")

# A paragraph of four words or more that stands in five texts and in every tenth is no accident.
_WORDS = 4
_TEXTS = 5
_SHARE = 0.1
# Fewer than four in five texts different: rather a scraper's fault than a busy news agency.
_DIFFERENT = 0.8
_ENOUGH = 10


def check_texts(doc_ids: Sequence[str], texts: Sequence[str]) -> Iterator[Note]:
    """What is odd about single texts.

    Examples
    --------
    >>> [note.kind for note in check_texts(["a", "b"], [" ", "<p>The talks failed.</p>"])]
    ['empty', 'short', 'markup']
    """
    for doc_id, text in zip(doc_ids, texts, strict=True):
        yield from (Note(kind, detail, doc_id) for kind, detail in _oddities(text))


def _oddities(text: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        yield "empty", "only white space" if text else ""
        return
    n_words = len(text.split(None, SHORT))
    if n_words < SHORT:
        yield "short", counted(n_words, "word")
    if _EXCEL_CELL // 2 < len(text) <= _EXCEL_CELL == len(text.encode("utf-16-le", "replace")) // 2:
        yield "cut", "32,767 characters, as many as an Excel cell holds"
    missing = _MISSING.search(text.rstrip()[-_SHOWN:])
    if missing:
        yield "cut", f"it ends in {missing[0]!r}"
    if "\0" in text:
        yield "nul", counted(text.count("\0"), "NUL")
    html = _HTML.search(text) if "<" in text or "&" in text else None
    if html:
        yield "markup", repr(html[0][:_SHOWN])
    garbled = _GARBLED.search(text) if any(map(text.__contains__, _GARBLED_FIRST)) else None
    if garbled:
        yield "mojibake", repr(garbled[0])


def check_corpus(texts: Sequence[str]) -> Iterator[Note]:
    """What is odd about all the texts together: too few different ones, paragraphs that repeat."""
    bodies = Counter(filter(None, map(str.strip, texts)))
    n_texts = bodies.total()
    if n_texts >= _ENOUGH and len(bodies) < _DIFFERENT * n_texts:
        body, n = bodies.most_common(1)[0]
        most = f"{beginning(body, _SHOWN)!r} stands {n:,} times"
        told = f"Only {len(bodies):,} of {n_texts:,} texts differ; {most}."
        yield Note("repeated", f"{told} Was the right part of the pages taken?")
    for paragraph, n in _paragraphs(bodies).most_common(3):
        if n >= max(_TEXTS, _SHARE * len(bodies)):
            where = f"stands in {n:,} of {len(bodies):,} different texts"
            told = f"The paragraph {beginning(paragraph, _SHOWN)!r} {where};"
            yield Note("boilerplate", f"{told} if it is none of their words, take it out before reading.")


def _paragraphs(bodies: Counter[str]) -> Counter[str]:
    """In how many different texts each line of some length stands."""
    counts: Counter[str] = Counter()
    for body in bodies:
        counts.update({line for line in map(str.strip, body.splitlines()) if line.count(" ") >= _WORDS - 1})
    return counts
