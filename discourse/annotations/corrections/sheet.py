"""The file of corrections: written from what was found, edited by the user, read back with every cell checked."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from discourse.annotations.annotations import Annotations
from discourse.annotations.corrections.rows import COLUMNS, PIECES, VERBS, Correction, Corrections, check_of
from discourse.errors import DiscourseError, ReadError, check_name, nearest
from discourse.lexicons import Actors
from discourse.tables import CUE_CLASSES, KINDS, PARTS

_NEEDED = ("correction", "doc_id", "speaker", "actor", "content", "start", "end", "check")
_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0", "")
_FORMULA = ("=", "+", "-", "@")
_SHOWN = 5


def write_corrections(annotations: Annotations, path: str | Path) -> Path:
    """Write every statement as a row of a CSV file to be corrected by hand.

    The file opens in any spreadsheet. In the first column, `correction`, write what should be done:

    - nothing: the row is not looked at, and may be deleted;
    - `change`: the row, as edited, replaces the statement. Words (`speaker`, `cue`, `content`) stand as in the
      text, pieces apart from each other with ` | ` between them; `actor` is an id of the registry, several
      with `; ` between them, or empty for nobody in it;
    - `remove`: this is no statement;
    - `add`: a statement that was not found. Fill in `doc_id` and the words; `statement_id`, `end` and `check`
      stay empty, `start` too unless the content stands in the text more than once.

    Then give the file to `annotate(..., corrections=path)`. Leave `statement_id`, `start`, `end` and `check` of a
    found statement as they are: by them the row is found again, also after the texts were annotated
    anew. If the text there has changed, the row is not applied and becomes a row of `problems`.

    Raises
    ------
    ReadError
        If the file is there already (it may hold your work) or cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from discourse import annotate, read_actors, read_corpus, read_frames
    >>> corpus, lexicons = read_corpus("sample").head(2), {"frames": read_frames("ukraine")}
    >>> lexicons["actors"] = read_actors("world-politics")
    >>> found = annotate(corpus, **lexicons)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_corrections(found, f"{folder}/corrections.csv")
    ...     text = path.read_text(encoding="utf-8-sig").replace("\\n,", "\\nremove,", 1)
    ...     _ = path.write_text(text, encoding="utf-8")
    ...     again = annotate(corpus, **lexicons, corrections=path)
    >>> len(found.statements) - len(again.statements)
    1
    """
    path = Path(path)
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows({c: _guarded(v) for c, v in row.items()} for row in _rows(annotations))
    except FileExistsError as error:
        raise ReadError(f"{path} is there already and may hold corrections; give another name") from error
    except OSError as error:
        raise ReadError(f"cannot write the corrections to {path}: {error.strerror}") from error
    return path


def _rows(annotations: Annotations) -> Iterator[dict]:
    documents = annotations.documents
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    titles = dict(zip(documents["doc_id"], documents["title"], strict=True))
    known = annotations.speakers.dropna(subset="actor")
    actors = known.groupby("statement_id", sort=False)["actor"].agg("; ".join).to_dict()
    for row in annotations.statements.to_dict("records"):
        text = (texts if row["part"] == "body" else titles)[row["doc_id"]]
        words = {
            name: PIECES.join(text[start:end] for start, end in row[f"{name}_spans"])
            for name in ("speaker", "cue", "content")
        }
        kept = {c: row[c] for c in ("doc_id", "part", "cue_class", "kind", "statement_id", "start", "end")}
        negated = "true" if row["cue_negated"] else "false"
        actor = actors.get(row["statement_id"], "")
        check = check_of(text, row["start"], row["end"])
        yield {**kept, **words, "actor": actor, "cue_negated": negated, "check": check, "correction": ""}


def read_corrections(path: str | Path, actors: Actors) -> Corrections:
    """Read a file that `write_corrections` wrote and the user edited; rows that ask for nothing are left out.

    Raises
    ------
    ReadError
        If the file cannot be read, lacks a column, or has cells that are not what they should be; the
        message names the file and the line of each.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"cannot read the corrections in {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path} is not UTF-8; save it from the spreadsheet as CSV UTF-8") from error
    rows, faults = [], []
    for line, cells in _cells(path, text):
        if cells["correction"]:
            try:
                rows.append(_correction(line, cells, actors))
            except DiscourseError as error:
                faults.append(f"{path.name}, line {line}: {error}")
    if faults:
        more = [f"and {len(faults) - _SHOWN:,} more"] if len(faults) > _SHOWN else []
        raise ReadError("; ".join(faults[:_SHOWN] + more))
    return Corrections(str(path), tuple(rows))


def _cells(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row with the line it begins in; some spreadsheets write semicolons for commas."""
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    _check_columns(path, reader.fieldnames or [])
    line = reader.line_num + 1
    try:
        for cells in reader:
            yield line, {name: _bare(value) for name, value in cells.items() if isinstance(name, str)}
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(f"{path.name}, line {line}: this is not CSV: {error}") from error


def _guarded(value: object) -> object:
    """Put an apostrophe before what a spreadsheet would take for a formula; `_bare` takes it away again."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _bare(cell: str | None) -> str:
    cell = (cell or "").strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _check_columns(path: Path, have) -> None:
    for name in _NEEDED:
        if name not in have:
            raise ReadError(f"{path.name} lacks the column {name!r}; write_corrections writes it")
    for name in have:
        if name and name not in COLUMNS and nearest(name, COLUMNS):
            raise ReadError(f"{path.name} has a column {name!r}.{nearest(name, COLUMNS)}")


def _correction(line: int, cells: Mapping[str, str], actors: Actors) -> Correction:
    """Check the cells of one row."""
    verb = cells["correction"].lower()
    check_name(verb, VERBS, what="correction")
    named = tuple(part.strip() for part in cells["actor"].split(";") if part.strip())
    for actor in named:
        check_name(actor, [known.id for known in actors], what="actor")
    part = cells.get("part") or "body"
    check_name(part, PARTS, what="part")
    for column, known in (("cue_class", CUE_CLASSES), ("kind", KINDS)):
        if cells.get(column):
            check_name(cells[column], known, what=column)
    start, end = (_number(cells, column) for column in ("start", "end"))
    if verb != "add" and (start is None or end is None or not cells["check"]):
        raise DiscourseError(
            f"to {verb} a statement its 'start', 'end' and 'check' are needed, as they were written"
        )
    if verb != "remove" and not cells["content"]:
        raise DiscourseError(f"to {verb} a statement its 'content' is needed, in the words of the text")
    return Correction(
        line,
        verb,
        cells["doc_id"],
        part,
        _pieces(cells["speaker"]),
        named,
        _pieces(cells.get("cue", "")),
        cells.get("cue_class") or "neutral",
        _truth(cells.get("cue_negated", "")),
        cells.get("kind", ""),
        _pieces(cells["content"]),
        start,
        end,
        cells["check"],
    )


def _pieces(words: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in words.split(PIECES) if piece.strip())


def _number(cells: Mapping[str, str], column: str) -> int | None:
    if not cells[column]:
        return None
    if not cells[column].isdecimal():
        raise DiscourseError(f"{column} {cells[column]!r} is not a whole number")
    return int(cells[column])


def _truth(cell: str) -> bool:
    if cell.lower() not in _TRUE + _FALSE:
        raise DiscourseError(f"cue_negated {cell!r} is neither true nor false")
    return cell.lower() in _TRUE
