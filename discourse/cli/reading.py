"""What the commands have in common: reading the corpus and the lexicons; and the import report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from discourse.cli.output import shown_progress, table_options, write_table

if TYPE_CHECKING:
    from discourse.annotations.annotations import Annotations
    from discourse.corpus import Corpus

Command = TypeVar("Command", bound=Callable)

corpus_argument = click.argument("corpus", default="sample")


def lexicon_options(command: Command) -> Command:
    """Add the options that name the lexicons."""
    for option in (
        click.option(
            "--frames",
            default=("ukraine",),
            show_default=True,
            multiple=True,
            metavar="FILE",
            help="Frames: a file of yours or the name of a shipped one; may be given several times.",
        ),
        click.option(
            "--actors",
            default=("world-politics", "sample-actors"),
            show_default=True,
            multiple=True,
            metavar="FILE",
            help="Actors: a file of yours or the name of a shipped one; may be given several times.",
        ),
    ):
        command = option(command)
    return command


def read(corpus: str) -> Corpus:
    """Read the corpus, with what one should know about it told on standard error."""
    from discourse.corpus import read_corpus

    found = read_corpus(corpus)
    count = found.import_report.n_warnings
    if count:
        what = "1 warning" if count == 1 else f"{count:,} warnings"
        click.echo(f"{what} on reading; 'discourse corpus {corpus}' shows them", err=True)
    return found


def annotated(
    corpus: str, actors: Sequence[str], frames: Sequence[str], *, scorer: str = "textblob"
) -> Annotations:
    """Annotate the corpus, with a progress bar where somebody is looking."""
    from discourse.engines import annotate
    from discourse.lexicons import read_actors, read_frames

    actor_list, frame_list = read_actors(actors), read_frames(frames)
    texts = read(corpus)
    with shown_progress("documents", total=len(texts)) as bar:
        return annotate(texts, actors=actor_list, frames=frame_list, scorer=scorer, progress=bar.update)


@click.command(
    "corpus",
    epilog="Example: discourse corpus articles.csv --format csv --out import-report.csv",
)
@corpus_argument
@table_options
def corpus_command(corpus: str, file_format: str | None, out: str | None) -> None:
    """Show the import report: what was read, skipped, empty, undated or duplicated, with file and row."""
    from discourse.corpus import read_corpus

    found = read_corpus(corpus)
    if file_format or out:
        write_table(found.import_report.rows, file_format=file_format, out=out)
    else:
        click.echo(f"{found!r}\n{found.import_report}")
