"""The kinds of findings an import report can hold, and the words they are told in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """How a kind of finding is told.

    `severity` is `note` (it was done so), `warning` (look at it) or `error` (it is not in the
    corpus). `one` and `many` follow a count; where they are empty, each detail is a sentence.
    `shows` says what follows the colon: the first `places`, the first places with their details
    (`both`), all `details`, how often each detail stands (`counts`), or the first places with that
    in brackets before the colon (`tally`). `advice` ends it.
    """

    severity: str
    one: str = ""
    many: str = ""
    shows: str = "places"
    advice: str = ""
    advice_one: str = ""


KINDS: Mapping[str, Kind] = {
    "read": Kind("note"),
    "guess": Kind(
        "note",
        "column was guessed",
        "columns were guessed",
        "details",
        "If one is wrong, say which is right: text='…', columns={'date': '…'}.",
    ),
    "file-names": Kind("note"),
    "speaker": Kind("note"),
    "column": Kind("note"),
    "sheets": Kind("warning"),
    "skipped": Kind("error", "file is of another kind", "files are of other kinds", "counts"),
    "unreadable": Kind("error", "text could not be read", "texts could not be read", "both"),
    "junk": Kind("note", "system file was left out", "system files were left out", "counts"),
    "unmatched": Kind(
        "warning",
        "file name does not fit the pattern",
        "file names do not fit the pattern",
        advice="These documents have no metadata.",
        advice_one="This document has no metadata.",
    ),
    "ragged": Kind(
        "warning",
        "row does not have the fields of its header",
        "rows do not have the fields of their header",
        "both",
        "Nothing is lost, but a text may stand in a wrong column; texts with separators need quotes.",
    ),
    "open-quote": Kind(
        "warning", "quotation mark is never closed", "quotation marks are never closed", "both"
    ),
    "encoding": Kind(
        "note",
        "file is not in UTF-8",
        "files are not in UTF-8",
        "tally",
        "If letters look wrong, name the right encoding with encoding='…'.",
    ),
    "broken": Kind(
        "warning",
        "text has characters that cannot be read",
        "texts have characters that cannot be read",
        "both",
        "They stand as U+FFFD (�).",
    ),
    "nul": Kind(
        "warning",
        "text has NUL characters",
        "texts have NUL characters",
        "both",
        "They stay as they are.",
    ),
    "mojibake": Kind(
        "warning",
        "text has garbled letters",
        "texts have garbled letters",
        "both",
        "They were once saved in a wrong encoding, before they came here.",
        "It was once saved in a wrong encoding, before it came here.",
    ),
    "renamed": Kind("warning", "doc_id was missing or taken", "doc_ids were missing or taken", "both"),
    "undated": Kind("note", "document has no date", "documents have no date"),
    "bad-date": Kind(
        "warning",
        "date cannot be read",
        "dates cannot be read",
        "both",
        "These documents count as undated.",
        "This document counts as undated.",
    ),
    "ambiguous-date": Kind(
        "warning",
        "date may have the day or the month first",
        "dates may have the day or the month first",
        "both",
        "These documents count as undated until you say dayfirst=True or dayfirst=False, or write them as 2022-04-03.",
        "This document counts as undated until you say dayfirst=True or dayfirst=False, or write them as 2022-04-03.",
    ),
    "date-order": Kind("note"),
    "empty": Kind(
        "warning",
        "document has no text",
        "documents have no text",
        advice="They stay in the corpus.",
        advice_one="It stays in the corpus.",
    ),
    "short": Kind("note", "document has fewer than 20 words", "documents have fewer than 20 words"),
    "cut": Kind("warning", "text looks cut off", "texts look cut off", "both"),
    "markup": Kind(
        "warning",
        "text contains HTML",
        "texts contain HTML",
        "both",
        "Tags and entities will be taken for words.",
    ),
    "language": Kind(
        "warning",
        "document seems not to be in English",
        "documents seem not to be in English",
        "tally",
        "The word lists are made for English only.",
    ),
    "duplicate": Kind(
        "warning",
        "document is nearly the same as an earlier one",
        "documents are nearly the same as an earlier one",
        "both",
        "They stay in the corpus; without_duplicates() gives it without them.",
        "It stays in the corpus; without_duplicates() gives it without it.",
    ),
    "repeated": Kind("warning"),
    "boilerplate": Kind("warning"),
}
