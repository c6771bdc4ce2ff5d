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


def _names(parameter: Parameter) -> list[str]:
    names = parameter.default
    return [str(name) for name in names] if isinstance(names, list) else [str(names)]


def _shipped_lexicon(parameter: Parameter) -> Path:
    """Give the file of the first lexicon that the report uses; it is the one to make one's own."""
    name = _names(parameter)[0]
    if not (_LEXICONS / f"{name}.yml").exists():
        raise ReportError(f"the installation is not complete: the lexicon {name!r} is missing")
    return _LEXICONS / f"{name}.yml"


def _study_lines(declared: Mapping[str, Parameter]) -> Iterator[str]:
    yield "# A study: one line for each parameter of the report. Paths start at this folder."
    yield "# Then run: discourse report study.yml"
    yield f"notebook: {NOTEBOOK}"
    for name, parameter in declared.items():
        yield ""
        if parameter.help:
            yield f"# {parameter.help}"
        yield f"{name}: {_as_yaml(_own_value(parameter))}"


def _own_value(parameter: Parameter) -> object:
    own = _OWN_LEXICONS.get(parameter.name)
    if own is None:
        return parameter.default
    return own if isinstance(parameter.default, str) else [own, *_names(parameter)[1:]]


def _as_yaml(value: object) -> str:
    import yaml

    written = yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=True)
    return written.removesuffix("\n").removesuffix("\n...")
