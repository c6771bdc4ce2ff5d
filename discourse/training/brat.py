"""Statements marked with brat, or in its standoff format: an `.ann` file for each text.

A line `T1<tab>Source 0 12<tab>Lee` marks words, a line `E1<tab>Cue:T2 Source:T1 Content:T3` joins them to a
statement. The speaker's words may be called Source or Speaker; pieces of a span stand as `0 12;20 31`.
"""

import re
from collections import defaultdict
from pathlib import Path

from discourse.annotations.statements.statement import Span
from discourse.errors import ReadError
from discourse.training.marked import MarkedStatement, MarkedText, check_spans, text_of, texts_in

_BEGINS = re.compile(r"[TE]\d+(?:\s|$)")
_PART_OF = {"source": "speaker", "speaker": "speaker", "cue": "cue", "content": "content"}


def read_brat(folder: Path) -> list[MarkedText]:
    """Read every text of a folder that has an `.ann` file of its name, there or in a folder beside it.

    The name may end in `_` and whoever marked the text; where several did, the file with the middle number of
    statements counts.
    """
    texts = texts_in(folder, encoding="utf-8")  # brat counts a byte order mark as a character
    versions = defaultdict(list)
    for file in sorted(folder.rglob("*.ann")):
        name = file.stem if file.stem in texts else file.stem.rpartition("_")[0]
        if name not in texts:
            raise ReadError(f"{file.name} marks no text: there is no {file.stem}.txt in {folder}")
        versions[name].append(_statements(file, texts[name]))
    return [
        MarkedText(name, texts[name], tuple(sorted(marked, key=len)[(len(marked) - 1) // 2]))
        for name, marked in sorted(versions.items())
    ]


def _statements(file: Path, text: str) -> list[MarkedStatement]:
    spans: dict[str, tuple[Span, ...]] = {}
    joined: list[tuple[str, list[str]]] = []
    for number, line in enumerate(text_of(file).split("\n"), start=1):
        place, fields = f"{file.name}, line {number}", line.rstrip("\r").split("\t")
        if not _BEGINS.match(line):  # a note, or words of a span that run over the end of a line
            continue
        if line.startswith("T"):
            spans[fields[0]] = check_spans(_offsets(fields, place), text, place)
        else:
            joined.append((place, " ".join(fields[1:]).split()))
    found = [_joined(arguments, spans, place) for place, arguments in joined]
    return [one for one in found if one.content]


def _offsets(fields: list[str], place: str) -> list[Span]:
    try:
        pieces = fields[1].split(" ", 1)[1].split(";")
        return [(int(start), int(end)) for start, end in (piece.split() for piece in pieces)]
    except (IndexError, ValueError) as error:
        raise ReadError(
            f"{place}: a marked span is written as 'T1', tab, 'Source 0 12', tab, its words"
        ) from error


def _joined(arguments: list[str], spans: dict[str, tuple[Span, ...]], place: str) -> MarkedStatement:
    parts: dict[str, list[Span]] = {"speaker": [], "cue": [], "content": []}
    for argument in arguments:
        role, _, name = argument.partition(":")
        part = _PART_OF.get(role.rstrip("0123456789").lower())
        if part is None:
            continue
        if name not in spans:
            raise ReadError(f"{place}: there is no span {name!r} in this file")
        parts[part] += spans[name]
    return MarkedStatement(**{part: tuple(sorted(set(found))) for part, found in parts.items()})
