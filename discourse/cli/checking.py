"""`discourse verify` and `discourse bundle`: whether a report can be had again, by others too."""

import click

from discourse.cli.output import shown_progress

DIFFERS = 3

_places = click.option(
    "-p",
    "--parameter",
    "pairs",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="Where the texts or lexicons are here, if elsewhere: -p corpus my-articles.csv",
)


@click.command("verify", epilog="Example: discourse verify reports/sample.html")
@click.argument("report")
@_places
@click.option("--folder", metavar="DIR", help="Where relative paths of the report start.")
@click.pass_context
def verify_command(
    context: click.Context, report: str, pairs: tuple[tuple[str, str], ...], folder: str | None
) -> None:
    """Make REPORT again and say that it is identical, or name what differs.

    REPORT is a page, a folder that holds one, or the package that `discourse bundle` made; what runs is the
    notebook that lies beside it, so trust who gave it to you. Where none lies there, the shipped one runs, if
    it is the one that the report was made with.

    The report stays as it is. Exit code 0: identical; 3: something differs.
    """
    from discourse.reporting.verifying import verify_report

    with shown_progress("cells") as bar:

        def on_cell(cell: int, count: int) -> None:
            bar.total = count
            bar.update(cell - bar.n)

        found = verify_report(report, dict(pairs), folder=folder, on_cell=on_cell)
    click.echo(str(found))
    if not found.identical:
        context.exit(DIFFERS)


@click.command("bundle", epilog="Example: discourse bundle reports/sample.html --out sample.zip")
@click.argument("report")
@_places
@click.option("--folder", metavar="DIR", help="Where relative paths of the report start.")
@click.option("--out", metavar="FILE", help="The package to write [default: beside the page, .zip].")
@click.option(
    "--max-words",
    default=10,
    show_default=True,
    help="No file of the package holds more words of a text in a row.",
)
def bundle_command(
    report: str, pairs: tuple[tuple[str, str], ...], folder: str | None, out: str | None, max_words: int
) -> None:
    """Pack REPORT (its page) for others to check: tables, places, lexicons, hashes, notebook, no texts."""
    from discourse.reporting.bundling import bundle_report

    click.echo(bundle_report(report, out, dict(pairs), folder=folder, max_words=max_words))
