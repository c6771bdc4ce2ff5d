"""`discourse init`: a folder from which a study of one's own can start."""

import click


@click.command("init", epilog="Example: discourse init my-study, then: discourse report my-study/study.yml")
@click.argument("folder", metavar="DIR")
def init_command(folder: str) -> None:
    """Make a ready study folder: study.yml with the report's parameters, actors, frames and notebook.

    Nothing that is there already is written over.
    """
    from discourse.reporting.new_study import STUDY_FILE, write_study

    for name in write_study(folder):
        click.echo(f"wrote {name}")
    click.echo(f"edit {STUDY_FILE}, then run: discourse report {folder}/{STUDY_FILE}")
