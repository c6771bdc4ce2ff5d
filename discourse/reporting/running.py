"""Running a notebook with parameters in a process of its own, the same way everywhere."""

import json
import os
import site
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

FILES_VARIABLE = "DISCOURSE_REPORT_FILES"

# What would make two runs differ: hash order, time zone, language, a user's own start-up files.
_FIXED = {
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",
    "IPYKERNEL_CELL_NAME": "<notebook cell>",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    "JUPYTER_PREFER_ENV_PATH": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}
_DROPPED = ("JUPYTER_PATH", "PYTHONWARNINGS", "PYTHONSTARTUP", "MPLBACKEND")


@dataclass(frozen=True)
class Job:
    """What to run and where the results go; `scratch` is a folder that is thrown away afterwards."""

    notebook: Path
    parameters: Mapping[str, object]
    folder: Path
    scratch: Path
    name: str
    hidden: Mapping[str, str]

    @property
    def executed(self) -> Path:
        """The notebook as it ran, with its times and places."""
        return self.scratch / "executed.ipynb"

    @property
    def files(self) -> Path:
        """The folder that the notebook's helpers fill."""
        return self.scratch / f"{self.name}_files"

    @property
    def page(self) -> Path:
        """The finished page."""
        return self.scratch / f"{self.name}.html"

    @property
    def tidy(self) -> Path:
        """The finished notebook."""
        return self.scratch / f"{self.name}.ipynb"


@dataclass(frozen=True)
class Outcome:
    """How a run ended: whether all cells ran and, if not, what stopped it in which cell (from 0)."""

    finished: bool
    error: str = ""
    message: str = ""
    cell: int = -1
    warnings: list[str] = field(default_factory=list)
    seconds: Mapping[str, float] = field(default_factory=dict)


def run_job(job: Job, *, on_cell: Callable[[int, int], None] | None = None) -> Outcome:
    """Run the notebook and, if it goes through, make its page.

    `on_cell` hears of each cell as it starts: its number from 0, and how many there are.
    """
    for folder in (job.files, job.scratch / "tmp"):
        folder.mkdir()
    (job.scratch / "job.json").write_text(json.dumps(_plain(job)), encoding="utf-8")
    with (job.scratch / "noise.txt").open("wb") as noise, _child(job, noise) as child:
        for line in child.stdout or ():
            if on_cell and line.startswith(b"cell "):
                on_cell(*(int(n) for n in line.split()[1:3]))
    return _outcome(job.scratch)


def _plain(job: Job) -> dict[str, object]:
    places = {
        name: str(getattr(job, name))
        for name in ("notebook", "folder", "scratch", "executed", "page", "tidy")
    }
    return {**places, "name": job.name, "parameters": dict(job.parameters), "hidden": dict(job.hidden)}


@contextmanager
def _child(job: Job, noise: IO[bytes]) -> Iterator[subprocess.Popen]:
    # A session of its own: Ctrl-C reaches us alone, and we end the child and its kernel in order.
    with subprocess.Popen(
        [sys.executable, "-m", "discourse.reporting.child", str(job.scratch / "job.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=noise,
        env=_environment(job),
        start_new_session=True,
    ) as child:
        try:
            yield child
            child.wait()
        finally:
            if child.poll() is None:
                _end(child)


def _end(child: subprocess.Popen) -> None:
    child.terminate()
    try:
        child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _environment(job: Job) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    (job.scratch / "matplotlibrc").touch()
    places = {
        FILES_VARIABLE: str(job.files),
        "IPYTHONDIR": str(job.scratch / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(job.scratch / "runtime"),
        "MATPLOTLIBRC": str(job.scratch / "matplotlibrc"),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(job.scratch / "tmp")),
    }
    return kept | _FIXED | places | _python_path()


def _python_path() -> dict[str, str]:
    """Let the notebook import the very package that runs it, also where that is not installed."""
    home = str(Path(__file__).parents[2])
    if home in [*site.getsitepackages(), site.getusersitepackages()]:
        return {}
    old = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([home, *([old] if old else [])])}


def _outcome(scratch: Path) -> Outcome:
    try:
        return Outcome(**json.loads((scratch / "outcome.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        noise = (scratch / "noise.txt").read_text(encoding="utf-8", errors="replace")
        said = [line for line in noise.splitlines() if line.strip()]
        return Outcome(
            finished=False, error="RuntimeError", message=said[-1] if said else "it gave no reason"
        )
