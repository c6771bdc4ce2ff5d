"""The commands that count: terms, frames, tone, and words in their sentences."""

from __future__ import annotations

import click
import pandas as pd

from discourse.cli.output import table_options, write_table
from discourse.cli.reading import annotated, corpus_argument, lexicon_options, read
from discourse.errors import check_name

_rows = click.option("-n", "rows", default=25, show_default=True, help="How many rows; 0 for all.")


@click.command("terms", epilog="Example: discourse terms articles.csv --by outlet -n 10")
@corpus_argument
@lexicon_options
@click.option("--by", metavar="COLUMN", help="Count apart for each outlet, voice or other column.")
@_rows
@table_options
def terms_command(
    corpus: str, actors: str, frames: str, by: str | None, rows: int, file_format: str | None, out: str | None
) -> None:
    """Count the words: how often, per million, in how many documents."""
    from discourse import term_frequencies

    said = annotated(corpus, actors, frames)
    tokens = _with_column(said.tokens, said.documents, by)
    counts = term_frequencies(tokens, by=by) if by else term_frequencies(tokens)
    write_table(_top(counts, rows), file_format=file_format, out=out)


@click.command("frames", epilog="Example: discourse frames articles.csv --frames my-frames.yml --by outlet")
@corpus_argument
@lexicon_options
@click.option(
    "--by", default="voice", show_default=True, metavar="COLUMN", help="Whose framings are told apart."
)
@_rows
@table_options
def frames_command(
    corpus: str, actors: str, frames: str, by: str, rows: int, file_format: str | None, out: str | None
) -> None:
    """Count the framings: who says war, who says crisis."""
    from discourse import framing_counts

    said = annotated(corpus, actors, frames)
    framings = _with_column(said.framings, said.documents, by)
    write_table(_top(framing_counts(framings, by=by), rows), file_format=file_format, out=out)


@click.command("tone", epilog="Example: discourse tone articles.csv --by toward")
@corpus_argument
@lexicon_options
@click.option(
    "--by",
    default="of",
    show_default=True,
    metavar="COLUMN",
    help="of (whose words), toward (about whom) or another.",
)
@_rows
@table_options
def tone_command(
    corpus: str, actors: str, frames: str, by: str, rows: int, file_format: str | None, out: str | None
) -> None:
    """Show the mean polarity and subjectivity of each actor's words, with intervals."""
    from discourse import mean_tone

    said = annotated(corpus, actors, frames)
    tone = _with_column(said.tone, said.documents, by)
    write_table(_top(mean_tone(tone, by=by), rows), file_format=file_format, out=out)


@click.command("kwic", epilog="Example: discourse kwic articles.csv 'peace process' --window 8 -n 10")
@click.argument("corpus")
@click.argument("words")
@click.option("--window", default=6, show_default=True, help="How many words on either side.")
@_rows
@table_options
def kwic_command(
    corpus: str, words: str, window: int, rows: int, file_format: str | None, out: str | None
) -> None:
    """Show every place of WORDS with what stands before and behind."""
    from discourse import kwic

    found = kwic(read(corpus).documents, words, window=window)
    write_table(_top(found, rows), file_format=file_format, out=out)


def _with_column(table: pd.DataFrame, documents: pd.DataFrame, column: str | None) -> pd.DataFrame:
    """Give the table with a column of its documents, where it has none of that name itself."""
    if column is None or column in table.columns:
        return table
    check_name(column, [c for c in (*table.columns, *documents.columns) if c != "text"], what="column")
    return table.merge(documents[["doc_id", column]].astype({"doc_id": "str"}), on="doc_id", how="left")


def _top(table: pd.DataFrame, rows: int) -> pd.DataFrame:
    return table.head(rows) if rows else table
