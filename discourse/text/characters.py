"""What each code point is to a tokeniser, and the form in which it is compared.

Every array here is indexed by code point. A character is of one `kind`:

* `SPACE` separates and is never part of anything;
* `WORD` is what `\\w` matches: letters, digits and the low line;
* `ACCENT` is a combining mark and belongs to the word before it;
* `INVISIBLE` is a soft hyphen or a zero-width character: it belongs to the word before it, but not to its form;
* `MARK` is everything else: punctuation, symbols, stray controls.
"""

import operator
import unicodedata
from functools import lru_cache

import numpy as np

SPACE, MARK, WORD, ACCENT, INVISIBLE = range(5)

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
APOSTROPHES = "'\u2019\u02bc\uff07"
HYPHENS = "-\u2010\u2011"
# Quotation marks and brackets, as they stand in a class of a pattern.
CLOSING = "\"'”’»›)\\]}」』"
OPENING = "\"'“‘«‹„‚(\\[{「『"

_TABLE_SIZE = 0x10000
_VIEW = {
    **{code: " " for code in range(_TABLE_SIZE) if chr(code).isspace()},
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\u02bc\uff07"), "\u2019"),
}


def normal(text: str) -> str:
    """Give `text` as it is matched: same length, with every white space a blank and one kind of hyphen.

    Quotation marks stay as they are. Offsets in the result are offsets in `text`.

    Examples
    --------
    >>> normal("the\\u00a0Security\\nCouncil")
    'the Security Council'
    """
    return text.translate(_VIEW)


def code_points(text: str) -> np.ndarray:
    """Give the code points of `text` as an array of uint32, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def kinds(codes: np.ndarray) -> np.ndarray:
    """Give the kind of each code point, as uint8 of the same shape."""
    return _look_up(codes, _kind_table(), _kind)


def folded(codes: np.ndarray) -> np.ndarray:
    """Give each code point in lower case, one for one, with a straight apostrophe and a plain hyphen."""
    return _look_up(codes, _fold_table(), _fold)


def _look_up(codes, low, rule):
    """Read the table of the first plane; the few characters beyond it are asked one by one."""
    beyond = codes >= _TABLE_SIZE
    if not beyond.any():
        return low[codes]
    result = low[np.where(beyond, 0, codes)]
    distinct, places = np.unique(codes[beyond], return_inverse=True)
    result[beyond] = np.array([rule(int(code)) for code in distinct], dtype=low.dtype)[places]
    return result


def _kind(code: int) -> int:
    character = chr(code)
    if character.isspace():
        return SPACE
    if character.isalnum() or character == "_":
        return WORD
    if character in _UNSEEN:
        return INVISIBLE
    return ACCENT if unicodedata.category(character) in ("Mn", "Mc", "Me") else MARK


def _fold(code: int) -> int:
    character = chr(code)
    if character in APOSTROPHES:
        return ord("'")
    if character in HYPHENS:
        return ord("-")
    lower = character.lower()
    return ord(lower) if len(lower) == 1 else code


@lru_cache(maxsize=1)
def _kind_table() -> np.ndarray:
    table = np.full(_TABLE_SIZE, WORD, dtype=np.uint8)
    characters = list(map(chr, range(_TABLE_SIZE)))
    letters = np.fromiter(map(str.isalnum, characters), bool, _TABLE_SIZE)
    for code in np.flatnonzero(~letters).tolist():
        table[code] = _kind(code)
    return table


@lru_cache(maxsize=1)
def _fold_table() -> np.ndarray:
    table = np.arange(_TABLE_SIZE, dtype=np.uint32)
    characters = list(map(chr, range(_TABLE_SIZE)))
    changed = map(operator.ne, map(str.lower, characters), characters)
    for code in [*np.flatnonzero(np.fromiter(changed, bool, _TABLE_SIZE)), *map(ord, APOSTROPHES + HYPHENS)]:
        table[code] = _fold(int(code))
    return table
