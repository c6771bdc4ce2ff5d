"""Sentences by rule, with code-point offsets.

A sentence ends behind a full stop, question or exclamation mark or an ellipsis (with the quotation
marks and brackets that close there), if what follows can begin one; and at the end of a paragraph,
a heading or a list item, whether or not a full stop stands there. A line break inside a hard-wrapped
paragraph ends nothing, nor does a page break that a sentence runs over, with its number or without.
"""

from collections.abc import Sequence

from discourse.text.chunks import Chunks, cut_at_blanks
from discourse.text.line_breaks import paragraph_ends
from discourse.text.stops import full_stops


def sentences(text: str) -> list[tuple[int, int]]:
    """Cut `text` into sentences, as half-open ranges of code points without the white space around them.

    Together the ranges cover each non-space character once, in order.

    Examples
    --------
    >>> text = "A headline\\n\\nMr. Xi met J. D. Vance in the U.S. on Monday. “Why?” he asked. It ended."
    >>> [text[start:end] for start, end in sentences(text)]
    ['A headline', 'Mr. Xi met J. D. Vance in the U.S. on Monday.', '“Why?” he asked.', 'It ended.']
    """
    return sentences_in([text], cut_at_blanks([text]))[0]


def sentences_in(texts: Sequence[str], chunks: Chunks) -> list[list[tuple[int, int]]]:
    """Cut texts, which were cut into `chunks`, into sentences."""
    return [
        _spans(text, sorted({*paragraph_ends(text), *stops, len(text)}))
        for text, stops in zip(texts, full_stops(texts, chunks), strict=True)
    ]


def _spans(text: str, cuts: Sequence[int]) -> list[tuple[int, int]]:
    spans, begin = [], 0
    for cut in cuts:
        filled = text[begin:cut].lstrip()
        if filled:
            spans.append((cut - len(filled), cut - len(filled) + len(filled.rstrip())))
        begin = cut
    return spans
