"""The commands that count: terms, what sets groups apart, frames, tone, and words in their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from discourse.cli.output import table_options, write_table
from discourse.cli.reading import annotated, corpus_argument, lexicon_options, read

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = ["doc_id", "date", "outlet", "speaker", "pre", "keyword", "post"]
_TOLD = ["term", "n_target", "n_reference", "log_ratio", "log_ratio_conservative", "g2", "p_holm"]
_rows = click.option("-n", "rows", default=25, show_default=True, help="How many rows at most; 0 for all.")


@click.command("terms", epilog="Example: discourse terms articles.csv --by outlet -n 10")
@corpus_argument
@lexicon_options
@click.option("--by", metavar="COLUMN", help="Count apart for each outlet, year, voice or other column.")
@click.option("--words", default=1, show_default=True, help="Count sequences of so many words.")
@_rows
@table_options
def terms_command(
    corpus: str,
    actors: tuple[str, ...],
    frames: tuple[str, ...],
    by: str | None,
    words: int,
    rows: int,
    file_format: str | None,
    out: str | None,
) -> None:
    """Count the words: how often, per million, in how many documents.

    Words such as 'the' and 'of' are left out. With --by, -n holds for each group.
    """
    from discourse.lexicons import stop_words
    from discourse.measures import term_frequencies

    said = annotated(corpus, actors, frames)
    counts = term_frequencies(
        said.tokens, by=by, n_words=words, stop_words=stop_words(), documents=said.documents
    )
    top = counts.groupby(by, sort=False, observed=True).head(rows) if by and rows else _top(counts, rows)
    write_table(top, file_format=file_format, out=out)


@click.command(
    "keyness", epilog="Example: discourse keyness articles.csv Mirror --by outlet --reference Times -n 10"
)
@click.argument("corpus")
@click.argument("target")
@lexicon_options
@click.option("--by", default="voice", show_default=True, metavar="COLUMN", help="What TARGET is one of.")
@click.option("--reference", metavar="GROUP", help="Whom to compare with [default: all others together].")
@click.option("--min-count", default=5, show_default=True, help="Leave out words used fewer times.")
@_rows
@table_options
def keyness_command(
    corpus: str,
    target: str,
    actors: tuple[str, ...],
    frames: tuple[str, ...],
    by: str,
    reference: str | None,
    min_count: int,
    rows: int,
    file_format: str | None,
    out: str | None,
) -> None:
    """Show the words that set TARGET apart: a voice, an outlet, a year; CORPUS may be 'sample'.

    The surest come first, by the least that the log ratio can be. p_holm is a test by documents, adjusted for
    all words. Words such as 'the' and 'of' are left out.
    """
    from discourse.lexicons import stop_words
    from discourse.measures import keyness

    said = annotated(corpus, actors, frames)
    found = keyness(
        said.tokens,
        target=target,
        reference=reference,
        by=by,
        documents=said.documents,
        stop_words=stop_words(),
        min_count=min_count,
    )
    shown = found[_TOLD] if file_format in (None, "text") and out is None else found
    write_table(_top(shown, rows), file_format=file_format, out=out)


@click.command("frames", epilog="Example: discourse frames articles.csv --frames my-frames.yml --by outlet")
@corpus_argument
@lexicon_options
@click.option(
    "--by", default="voice", show_default=True, metavar="COLUMN", help="Whose framings: voice, outlet …"
)
@_rows
@table_options
def frames_command(
    corpus: str,
    actors: tuple[str, ...],
    frames: tuple[str, ...],
    by: str,
    rows: int,
    file_format: str | None,
    out: str | None,
) -> None:
    """Count the framings that somebody asserts: who says war, who says crisis."""
    from discourse.measures import framing_counts

    said = annotated(corpus, actors, frames)
    counts = framing_counts(said.framings, by=by, documents=said.documents)
    write_table(_largest(counts, rows), file_format=file_format, out=out)


@click.command("tone", epilog="Example: discourse tone articles.csv --by toward --scorer target")
@corpus_argument
@lexicon_options
@click.option(
    "--by", default="of", show_default=True, metavar="COLUMN", help="of (whose words), toward (about whom) …"
)
@click.option(
    "--scorer", default="textblob", show_default=True, metavar="NAME", help="textblob, target or linear."
)
@_rows
@table_options
def tone_command(
    corpus: str,
    actors: tuple[str, ...],
    frames: tuple[str, ...],
    by: str,
    scorer: str,
    rows: int,
    file_format: str | None,
    out: str | None,
) -> None:
    """Show the mean tone of each actor's words, or toward each actor, with 95 % intervals.

    The column 'tone' and its limits know of the scorer's own error; 'polarity' has the limits of sampling.
    """
    from discourse.measures import mean_tone

    said = annotated(corpus, actors, frames, scorer=scorer)
    means = mean_tone(said.tone, by=by, documents=said.documents)
    write_table(_largest(means, rows), file_format=file_format, out=out)


@click.command("kwic", epilog="Example: discourse kwic articles.csv 'peace process' --window 8 -n 10")
@click.argument("corpus")
@click.argument("words")
@click.option("--window", default=6, show_default=True, help="How many words on either side.")
@click.option("--sort", metavar="HOW", help="By a word to the left or right (1L, 1R …), keyword or a column.")
@_rows
@table_options
def kwic_command(
    corpus: str,
    words: str,
    window: int,
    sort: str | None,
    rows: int,
    file_format: str | None,
    out: str | None,
) -> None:
    """Show every place of WORDS with what stands before and behind; CORPUS may be 'sample'."""
    from discourse.measures import kwic

    found = _top(kwic(read(corpus).documents, words, window=window, sort=sort), rows)
    if file_format in (None, "text") and out is None:
        found = found[[column for column in _SHOWN if column in found and found[column].notna().any()]]
    write_table(found, file_format=file_format, out=out)


def _largest(table: pd.DataFrame, rows: int) -> pd.DataFrame:
    return _top(table.sort_values("n", ascending=False, kind="stable"), rows)


def _top(table: pd.DataFrame, rows: int) -> pd.DataFrame:
    return table.head(rows) if rows else table
