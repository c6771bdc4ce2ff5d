"""How results leave: aligned text for people, CSV, JSON lines or Parquet for programs; bars meanwhile."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from discourse.errors import DiscourseError

if TYPE_CHECKING:
    import pandas as pd
    from tqdm import tqdm

FORMATS = ("text", "csv", "json", "parquet")
PATIENCE = 2.0
_SUFFIXES = {".txt": "text", ".csv": "csv", ".json": "json", ".jsonl": "json", ".parquet": "parquet"}

Command = TypeVar("Command", bound=Callable)


def table_options(command: Command) -> Command:
    """Add the options that say how and where a table is written."""
    command = click.option(
        "--out",
        metavar="FILE",
        help="Write into this file instead of the terminal; its ending gives the format.",
    )(command)
    return click.option(
        "--format",
        "file_format",
        type=click.Choice(FORMATS),
        help="text (for reading), csv, json (lines), parquet.",
    )(command)


def write_table(table: pd.DataFrame, *, file_format: str | None, out: str | None) -> None:
    """Write a table to the terminal or a file.

    Raises
    ------
    DiscourseError
        If the format needs a file and none is named, or the file cannot be written.
    """
    kind = file_format or _SUFFIXES.get(Path(out).suffix.lower() if out else ".txt", "csv")
    if kind == "parquet" and not out:
        raise DiscourseError("Parquet cannot be written to the terminal; name a file with --out")
    if out is None:
        write_lines(_lines(table, kind))
        return
    with _complaining(out):
        if kind == "parquet":
            table.to_parquet(out, index=False)
        else:
            Path(out).write_text(
                "".join(f"{line}\n" for line in _lines(table, kind)), encoding="utf-8", newline=""
            )


def write_lines(lines: Iterable[str], out: str | None = None) -> None:
    """Write lines to standard output, or to the file `out`; a reader who leaves early is no error."""
    if out is not None:
        with _complaining(out), Path(out).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        return
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def shown_progress(unit: str, *, total: int | None = None) -> Iterator[tqdm]:
    """Show a progress bar on standard error: only on a terminal, only after two seconds, gone at the end.

    Its clock goes on while nothing else moves.
    """
    from tqdm import tqdm

    done = threading.Event()
    with tqdm(
        total=total, unit=f" {unit}", disable=not sys.stderr.isatty(), delay=PATIENCE, leave=False
    ) as bar:
        clock = threading.Thread(target=_tick, args=(bar, done), daemon=True)
        clock.start()
        try:
            yield bar
        finally:
            done.set()
            clock.join()


def _tick(bar: tqdm, done: threading.Event) -> None:
    wait = PATIENCE
    while not done.wait(wait):
        bar.refresh()
        wait = 0.5


@contextmanager
def _complaining(out: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DiscourseError(f"{out!r} cannot be written: {error.strerror or error}") from None


def _lines(table: pd.DataFrame, kind: str) -> Iterator[str]:
    if kind == "text":
        return iter(_aligned(table))
    if kind == "csv":
        return iter(table.to_csv(index=False, lineterminator="\n").splitlines())
    return iter(table.to_json(orient="records", lines=True, force_ascii=False).splitlines())


def _aligned(table: pd.DataFrame) -> list[str]:
    if table.empty:
        return ["nothing was found"]
    from discourse.reporting.table_view import aligned_text

    return aligned_text(table).splitlines()
