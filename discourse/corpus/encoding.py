"""From bytes to text, to the character.

The ladder: a byte-order mark; strict UTF-8; UTF-8 with a few broken bytes; a guess among the
encodings that are in use; Windows-1252. Left to itself, `charset-normalizer` takes ordinary
Western text for cp1250, so it may choose only among encodings that can be told apart.
"""

import codecs
import re
from dataclasses import dataclass

from discourse.errors import ReadError, nearest

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("cp1252", "cp1251", "koi8_r", "iso8859_5", "cp1253", "cp1256", "gb18030", "cp932", "euc_kr")
LAST_RESORT = "cp1252"
SAMPLE = 64_000
SURROGATE = re.compile("[\ud800-\udfff]")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
MOSTLY_LATIN = 0.3
_NUL_WINDOW = 4_000


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read in, and how many characters had to be replaced."""

    text: str
    encoding: str
    n_replaced: int = 0


class BinaryError(ReadError):
    """Bytes that are no text."""


def decode(raw: bytes, *, encoding: str | None = None) -> Decoded:
    """Turn the bytes of a file into text, line ends as they are, without a byte-order mark.

    Raises
    ------
    BinaryError
        If there are NUL characters in it, as there are in images and programs but not in texts.
    ReadError
        If `encoding` is no encoding that Python knows.

    Examples
    --------
    >>> decode("naïve".encode("cp1252")).text
    'naïve'
    >>> decode(b"\\xef\\xbb\\xbfone\\r\\ntwo")
    Decoded(text='one\\r\\ntwo', encoding='utf-8', n_replaced=0)
    """
    decoded = _forced(raw, encoding) if encoding else _climb(raw)
    if "\0" in decoded.text:
        raise BinaryError("it is binary data (NUL bytes), not text")
    return decoded


def without_surrogates(text: str) -> tuple[str, int]:
    """The text with every lone surrogate as U+FFFD, and how many there were."""
    return (text, 0) if text.isascii() else SURROGATE.subn("\ufffd", text)


def _climb(raw: bytes) -> Decoded:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _tolerant(raw.removeprefix(mark), encoding)
    encoding = _unmarked_utf16(raw)
    if encoding:
        return _tolerant(raw, encoding)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _broken_utf8(raw) or _guessed(raw)


def _forced(raw: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise ReadError(f"encoding {encoding!r} is unknown.{nearest(encoding, _NAMES)}") from None
    for mark, marked in MARKS:
        if name == marked and raw.startswith(mark):
            raw = raw.removeprefix(mark)
    return _tolerant(raw, name)


_NAMES = ("utf-8", "utf-16", "latin-1", *CANDIDATES)


def _tolerant(raw: bytes, encoding: str) -> Decoded:
    """Decode; what cannot be decoded becomes U+FFFD and is counted."""
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, errors="replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 without its mark: in Western text every other byte is NUL."""
    start = raw[:_NUL_WINDOW]
    even, odd = start[::2].count(0), start[1::2].count(0)
    few, many = sorted((even, odd))
    if len(raw) % 2 or few or many < len(start) / 4:
        return None
    return "utf-16-be" if even else "utf-16-le"


def _broken_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 in which lone surrogates were written or a few bytes are broken; else None."""
    try:
        return Decoded(*_swap(without_surrogates(raw.decode("utf-8", errors="surrogatepass"))))
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
        n_broken = text.count("\ufffd")
        n_sound = len(_HIGH.findall(raw)) - n_broken
        return Decoded(text, "utf-8", n_broken) if n_sound >= 10 * n_broken else None


def _swap(cleaned: tuple[str, int]) -> tuple[str, str, int]:
    text, n_replaced = cleaned
    return text, "utf-8", n_replaced


def _guessed(raw: bytes) -> Decoded:
    """Windows-1252 where most letters are plain Latin ones, else the best guess from a sample."""
    from charset_normalizer import from_bytes

    first = _HIGH.search(raw).start()
    sample = raw[max(0, first - SAMPLE // 8) : first + SAMPLE]
    if len(_HIGH.findall(sample)) < MOSTLY_LATIN * len(_LETTER.findall(sample)):
        return _tolerant(raw, LAST_RESORT)
    best = from_bytes(sample, cp_isolation=list(CANDIDATES)).best()
    return _tolerant(raw, best.encoding if best else LAST_RESORT)
