"""From bytes to text, to the character.

The ladder: a byte-order mark; strict UTF-8; UTF-8 with a few broken bytes; Windows-1252 where most
letters are plain Latin ones; a guess among encodings that can be told apart; Windows-1252.
(Left to itself, charset-normalizer takes ordinary Western text for cp1250.)
"""

import codecs
import re
from dataclasses import dataclass

from discourse.errors import ReadError, nearest

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("cp1252", "cp1251", "koi8_r", "iso8859_5", "cp1253", "cp1256", "gb18030", "cp932", "euc_kr")
_COMMON = ("utf-8", "utf-16", "latin-1", "cp1250", *_CANDIDATES)
_WESTERN = "cp1252"
_SAMPLE = 32_000
_MOSTLY_LATIN = 0.3
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f\ufffd]")
_FEW = 0.01
_ASCII = bytes(range(128))
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read in, and how many characters could not be read."""

    text: str
    encoding: str
    n_broken: int = 0


def check_encoding(name: str) -> None:
    """Raise `ReadError` unless Python knows an encoding of that name.

    Examples
    --------
    >>> check_encoding("utf-88")
    Traceback (most recent call last):
    discourse.errors.ReadError: there is no encoding 'utf-88'. Did you mean 'utf-8'?
    """
    try:
        codecs.lookup(name)
    except LookupError:
        raise ReadError(f"there is no encoding {name!r}.{nearest(name, _COMMON)}") from None


def decode(raw: bytes, *, encoding: str | None = None) -> Decoded:
    r"""Turn the bytes of a file into text: line ends as they are, no byte-order mark.

    What is no character in the encoding becomes U+FFFD and is counted.

    Raises
    ------
    ReadError
        If the bytes are binary data. A NUL here and there in a text is none; it stays.

    Examples
    --------
    >>> decode("naïve".encode("cp1252"))
    Decoded(text='naïve', encoding='cp1252', n_broken=0)
    >>> decode(b"\xef\xbb\xbfone\r\ntwo")
    Decoded(text='one\r\ntwo', encoding='utf-8', n_broken=0)
    """
    decoded = _told(raw, encoding) if encoding else _found(raw)
    if b"\0" in raw and "\0" in decoded.text and _is_binary(decoded.text):
        line = decoded.text.count("\n", 0, decoded.text.index("\0")) + 1
        raise ReadError(f"it is binary data (a NUL character in line {line:,})")
    return decoded


def without_surrogates(text: str) -> tuple[str, int]:
    """The text with every lone surrogate as U+FFFD, and how many there were."""
    return (text, 0) if text.isascii() else _SURROGATE.subn("\ufffd", text)


def _is_binary(text: str) -> bool:
    """Whether there are more control characters than an accident would leave in a text."""
    return len(_CONTROL.findall(text)) > _FEW * len(text)


def _told(raw: bytes, encoding: str) -> Decoded:
    """As the user says, less the byte-order mark."""
    name = codecs.lookup(encoding).name
    for mark, marked in _MARKS:
        if marked == name:
            raw = raw.removeprefix(mark)
    return _tolerant(raw, name)


def _found(raw: bytes) -> Decoded:
    """Down the ladder."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _tolerant(raw.removeprefix(mark), encoding)
    if b"\0" in raw:
        return _unmarked_utf16(raw) or _tolerant(raw, "utf-8")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _broken_utf8(raw) or _legacy(raw)


def _tolerant(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, errors="replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _broken_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with lone surrogates in it, or with few broken bytes among many sound ones."""
    try:
        text, n_broken = without_surrogates(raw.decode("utf-8", errors="surrogatepass"))
        return Decoded(text, "utf-8", n_broken)
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
        n_broken = text.count("\ufffd")
        n_sound = len(raw.translate(None, delete=_ASCII)) - n_broken
        return Decoded(text, "utf-8", n_broken) if n_sound >= 10 * n_broken else None


def _unmarked_utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without its mark: in Western text every other byte is NUL."""
    even, odd = raw[:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0)
    if len(raw) % 2 or min(even, odd) or max(even, odd) < len(raw[:_SAMPLE]) / 4:
        return None
    return _tolerant(raw, "utf-16-be" if even else "utf-16-le")


def _legacy(raw: bytes) -> Decoded:
    """One byte per character, or an Asian encoding: judged by a sample around the first odd byte."""
    from charset_normalizer import from_bytes

    first = next(_HIGH.finditer(raw)).start()
    sample = raw[max(0, first - _SAMPLE // 8) : first + _SAMPLE]
    if len(_HIGH.findall(sample)) < _MOSTLY_LATIN * len(_LETTER.findall(sample)):
        return _tolerant(raw, _WESTERN)
    best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    return _tolerant(raw, best.encoding if best else _WESTERN)
