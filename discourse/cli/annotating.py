"""The tables as files, and the statements as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from discourse.cli.output import write_lines
from discourse.cli.reading import annotated, corpus_argument, lexicon_options

if TYPE_CHECKING:
    import pandas as pd


@click.command("annotate", epilog="Example: discourse annotate articles.csv --out tables/")
@corpus_argument
@lexicon_options
@click.option(
    "--out", default="annotations", show_default=True, metavar="DIR", help="The folder for the tables."
)
def annotate_command(corpus: str, actors: tuple[str, ...], frames: tuple[str, ...], out: str) -> None:
    """Find mentions, statements, framings and tone, and write every table as Parquet."""
    click.echo(annotated(corpus, actors, frames).write(out))


@click.command("statements", epilog="Example: discourse statements speeches/ --out statements.jsonl")
@corpus_argument
@lexicon_options
@click.option("--out", metavar="FILE", help="Write into this file instead of the terminal.")
def statements_command(
    corpus: str, actors: tuple[str, ...], frames: tuple[str, ...], out: str | None
) -> None:
    """Show who says what as JSON lines, with places in the text.

    `source`, `cue` and `content` are lists of [start, end] in code points of the body, the first in,
    the last out; `doc` is the document, `kind` direct, indirect or mixed.
    """
    write_lines(statement_lines(annotated(corpus, actors, frames).statements), out)


def statement_lines(statements: pd.DataFrame) -> Iterator[str]:
    """Give the statements of bodies, one JSON object a line."""
    from pandas import isna

    for row in statements[statements["part"] == "body"].itertuples(index=False):
        record = {
            "doc": row.doc_id,
            "source": _spans(row.speaker_spans),
            "cue": _spans(row.cue_spans),
            "content": _spans(row.content_spans),
            "actor": None if isna(row.actor) else row.actor,
            "kind": None if isna(row.kind) else row.kind,
            "confidence": None if isna(row.confidence) else round(float(row.confidence), 4),
        }
        yield json.dumps(record, ensure_ascii=False)


def _spans(spans: Iterable[tuple[int, int]] | None) -> list[list[int]]:
    return [] if spans is None else [[int(start), int(end)] for start, end in spans]
