"""A new study folder: the report's parameters, actors, frames and notebook, ready to be changed."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from discourse.errors import DiscourseError, ReportError
from discourse.reporting.parameters import Parameter, declared_parameters
from discourse.reporting.study import NOTEBOOK, shipped_notebook

STUDY_FILE = "study.yml"
_LEXICONS = Path(__file__).parents[1] / "lexicons" / "data"
_OWN_LEXICONS = {"actors": "actors.yml", "frames": "frames.yml"}


def write_study(folder: str | os.PathLike[str]) -> list[Path]:
    """Write `study.yml`, the lexicons and the notebook of the report into a folder; gives what was written.

    Raises
    ------
    DiscourseError
        If one of the files is there already (nothing is written then), or the folder cannot be made.
    """
    target = Path(folder)
    declared = declared_parameters(shipped_notebook())
    sources = {
        file: _shipped_lexicon(declared[name]) for name, file in _OWN_LEXICONS.items() if name in declared
    }
    sources[NOTEBOOK] = shipped_notebook()
    taken = [name for name in (STUDY_FILE, *sources) if (target / name).exists()]
    if taken:
        raise DiscourseError(
            f"the folder {str(target)!r} already has {', '.join(taken)}; nothing was written"
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
        (target / STUDY_FILE).write_text("\n".join(_study_lines(declared)) + "\n", encoding="utf-8")
        for name, source in sources.items():
            shutil.copyfile(source, target / name)
    except OSError as error:
        raise DiscourseError(f"the folder {str(target)!r} cannot be written: {error.strerror}") from None
    return [target / name for name in (STUDY_FILE, *sources)]


def _shipped_lexicon(parameter: Parameter) -> Path:
    found = sorted(_LEXICONS.rglob(f"{parameter.default}.yml"))
    if not found:
        raise ReportError(f"the installation is not complete: the lexicon {parameter.default!r} is missing")
    return found[0]


def _study_lines(declared: Mapping[str, Parameter]) -> Iterator[str]:
    yield "# A study: one line for each parameter of the report. Paths start at this folder."
    yield "# Then run: discourse report study.yml"
    yield f"notebook: {NOTEBOOK}"
    for name, parameter in declared.items():
        yield ""
        if parameter.help:
            yield f"# {parameter.help}"
        yield f"{name}: {_as_yaml(_OWN_LEXICONS.get(name, parameter.default))}"


def _as_yaml(value: object) -> str:
    import yaml

    written = yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=True)
    return written.removesuffix("\n").removesuffix("\n...")
