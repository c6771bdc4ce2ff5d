"""Words where they stand: from a phrase, or from any table with places, back to the texts."""

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from discourse.errors import DiscourseError, check_name
from discourse.measures.texts import PLACE, part_texts, with_all_metadata, words_after, words_before
from discourse.tables import PARTS, require

_SIDE = re.compile(r"([1-9])([LR])")
_APOSTROPHE = "['‘’‛ʼ`´]"
_BETWEEN = r"[\s\u00ad\u200b-\u200d\u2010-\u2014-]+"


def kwic(
    documents: pd.DataFrame,
    what: str | Sequence[str] | pd.DataFrame,
    *,
    window: int = 6,
    sort: str | Sequence[str] | None = None,
    where: Mapping[str, object] | None = None,
    match_case: bool = False,
) -> pd.DataFrame:
    """Show each place of some words with what stands before and behind it (key word in context).

    Parameters
    ----------
    documents
        One row per document, with `doc_id`, `text` and perhaps `title`.
    what
        Words to look for: a phrase or several, as whole words, with `*` for any ending; or a table with
        `doc_id`, `part`, `start` and `end` (`framings`, `mentions`, `statements`, ...).
    window
        How many words on either side.
    sort
        Sort by words left or right of the keyword, such as `"1R"` or `["1L", "2L"]`, by `"keyword"`, or by
        any column; without it the places stand in the order of the texts, or of the table.
    where
        Keep rows in which each of these columns has this value, or one of these: `{"outlet": "Mirror"}`.
        Columns are those of the result.
    match_case
        Tell capital from small letters in a phrase.

    Returns
    -------
    One row per place: `doc_id`, `part`, `start`, `end` (code points), `pre`, `keyword`, `post` (on one line
    each), then the other columns of the table that was given, then the metadata of the documents. All
    places are there; none is cut off.

    Raises
    ------
    MissingColumnError, UnknownNameError
        If a column is not known.
    DiscourseError
        If a phrase has no words, `window` is negative, `sort` is not understood, or a place lies outside
        its text.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b"], "outlet": ["Mirror", "Times"],
    ...                           "text": ["A war of words.", "The Warsaw talks on the war"]})
    >>> kwic(documents, "war", window=2)[["pre", "keyword", "post", "outlet"]]
          pre keyword      post  outlet
    0       A     war  of words.  Mirror
    1  on the     war             Times
    """
    require(documents, "doc_id", "text", of="documents")
    if window < 0:
        raise DiscourseError(f"window is {window}; it must be 0 or more")
    places = what if isinstance(what, pd.DataFrame) else _search(documents, what, match_case=match_case)
    require(places, *PLACE, of="given")
    chosen = _chosen(with_all_metadata(places, documents), where or {})
    return _sorted(_in_context(chosen, documents, window), sort).reset_index(drop=True)


def _search(documents: pd.DataFrame, phrases: str | Sequence[str], *, match_case: bool) -> pd.DataFrame:
    """Find the places of whole words, title before body, in the order of the documents."""
    phrases = [phrases] if isinstance(phrases, str) else list(phrases)
    pattern = "|".join(_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    found = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if match_case else re.IGNORECASE)
    texts = part_texts(documents)
    places = [
        (doc_id, part, *match.span())
        for doc_id in documents["doc_id"].astype("str")
        for part in PARTS
        for match in found.finditer(texts.get((doc_id, part), ""))
    ]
    table = pd.DataFrame(places, columns=PLACE)
    return table.astype({"doc_id": "str", "part": "str", "start": "int64", "end": "int64"})


def _pattern(phrase: str) -> str:
    """Make a regular expression of a phrase: any blanks or hyphens between words, `*` for any ending."""
    words = re.split(r"[\s-]+", phrase.strip())
    if not re.search(r"\w", phrase):
        raise DiscourseError(f"there is no word to look for in {phrase!r}")
    return _BETWEEN.join(_word_pattern(word) for word in words)


def _word_pattern(word: str) -> str:
    stem = re.sub("['‘’‛ʼ`´]", _APOSTROPHE, re.escape(word.removesuffix("*")))
    return stem + r"\w*" if word.endswith("*") else stem


def _chosen(places: pd.DataFrame, where: Mapping[str, object]) -> pd.DataFrame:
    """Keep the rows that have the wanted values."""
    for column, wanted in where.items():
        check_name(column, places.columns, what="column")
        values = [wanted] if isinstance(wanted, str) or not isinstance(wanted, Sequence) else list(wanted)
        places = places[places[column].isin(values)]
    return places


def _in_context(places: pd.DataFrame, documents: pd.DataFrame, window: int) -> pd.DataFrame:
    """Add pre, keyword and post behind the place."""
    texts, lines = part_texts(documents), []
    for doc_id, part, start, end in places[list(PLACE)].itertuples(index=False):
        text = texts.get((str(doc_id), part), "")
        if not 0 <= start <= end <= len(text):
            where = f"[{start}, {end}) of the {part} of {str(doc_id)!r}"
            raise DiscourseError(f"the place {where} lies outside its {len(text):,} code points")
        lines.append((words_before(text, start, window), text[start:end], words_after(text, end, window)))
    context = pd.DataFrame(lines, columns=["pre", "keyword", "post"], index=places.index, dtype="str")
    context["keyword"] = context["keyword"].str.split().str.join(" ")
    others = places.columns.difference(PLACE, sort=False).difference(context.columns, sort=False)
    return pd.concat([places[list(PLACE)], context, places[others]], axis=1)


def _sorted(lines: pd.DataFrame, sort: str | Sequence[str] | None) -> pd.DataFrame:
    """Sort by words beside the keyword, by the keyword, or by a column; equal lines stay in order."""
    names = [] if sort is None else [sort] if isinstance(sort, str) else list(sort)
    if not names or lines.empty:
        return lines
    keys = [_sort_key(lines, name) for name in names]
    order = pd.concat(keys, axis=1, keys=range(len(keys))).sort_values(list(range(len(keys))), kind="stable")
    return lines.loc[order.index]


def _sort_key(lines: pd.DataFrame, name: str) -> pd.Series:
    side = _SIDE.fullmatch(name)
    if side is None:
        check_name(name, ["1L", "2L", "1R", "2R", *lines.columns], what="sort")
        return lines[name].str.lower() if name == "keyword" else lines[name]
    step = int(side[1])
    words = lines["pre" if side[2] == "L" else "post"].str.lower().str.split()
    return words.str[-step if side[2] == "L" else step - 1].str.strip("\"'.,;:!?()[]“”‘’«»—–-").fillna("")
