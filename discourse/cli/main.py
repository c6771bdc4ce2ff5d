"""The commands together, and what happens when one of them cannot go on."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import click

from discourse.cli.annotating import annotate_command, statements_command
from discourse.cli.checking import bundle_command, verify_command
from discourse.cli.measuring import (
    frames_command,
    keyness_command,
    kwic_command,
    terms_command,
    tone_command,
)
from discourse.cli.reading import corpus_command
from discourse.cli.reporting import report_command
from discourse.cli.studying import init_command
from discourse.errors import DiscourseError, ReportError

FAILED = 1
WRONG_INPUT = 2
INTERRUPTED = 130
TERMINATED = 143


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from discourse.reporting.provenance import versions

        click.echo(f"discourse {versions().get('discourse-toolkit', 'that is not installed')}")
        context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 it failed while it ran, 2 what was asked cannot be done, "
    "3 a report that was verified differs, 130 interrupted.",
)
@click.option(
    "--debug", is_flag=True, expose_value=False, help="Show where an error came from; anywhere in the line."
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version.",
)
def commands() -> None:
    """Who says what, in which words, in which tone.

    CORPUS is a folder of texts, a table (.csv, .tsv, .xlsx, .parquet, .jsonl) or a pattern such as
    'texts/*.txt'; without it, the sample that comes with the package.
    """


for _command in (
    report_command,
    verify_command,
    bundle_command,
    init_command,
    corpus_command,
    annotate_command,
    statements_command,
    terms_command,
    keyness_command,
    frames_command,
    tone_command,
    kwic_command,
):
    commands.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; what went wrong is told in one sentence on standard error."""
    debug = "--debug" in arguments or bool(os.environ.get("DISCOURSE_DEBUG"))
    try:
        plain = [word for word in arguments if word != "--debug"]
        return commands.main(plain, prog_name="discourse", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return WRONG_INPUT
    except (click.Abort, KeyboardInterrupt):
        click.echo("discourse: interrupted; what was there before is unchanged", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (a person at a terminal is told in a sentence)
        if debug:
            traceback.print_exc()
        click.echo(f"discourse: {_told(error)}", err=True)
        return _exit_code(error)


def _told(error: Exception) -> str:
    if isinstance(error, DiscourseError):
        return " ".join(str(error).split())
    reason = " ".join(str(error).split())[:300]
    return f"something unforeseen happened ({type(error).__name__}: {reason}); --debug shows where"


def _exit_code(error: Exception) -> int:
    """Wrong input also where it stopped a cell of a report; otherwise a report that stops has failed."""
    if isinstance(error, ReportError):
        return WRONG_INPUT if isinstance(error.__cause__, DiscourseError) else FAILED
    return WRONG_INPUT if isinstance(error, DiscourseError) else FAILED


def _terminate(signal_number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)
