"""Running a notebook with parameters in a process of its own, the same way everywhere."""

import json
import os
import site
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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
class Outcome:
    """How a run ended: whether all cells ran and, if not, what stopped it in which cell (from 0)."""

    finished: bool
    error: str = ""
    message: str = ""
    cell: int = -1
    noise: str = ""


def run_notebook(
    notebook: Path,
    output: Path,
    parameters: Mapping[str, object],
    *,
    folder: Path,
    files: Path,
    on_cell: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Run `notebook` into `output`, a file of a scratch folder that may be filled further.

    `folder` is where relative paths of the parameters start; the notebook's helpers put files into
    `files`; `on_cell` hears of each cell as it starts (its number from 0, how many there are).
    """
    scratch = output.parent
    job = {
        "notebook": str(notebook.resolve()),
        "output": str(output),
        "parameters": dict(parameters),
        "folder": str(folder.resolve()),
        "outcome": str(scratch / "outcome.json"),
        "scratch": str(scratch),
    }
    (scratch / "job.json").write_text(json.dumps(job), encoding="utf-8")
    with (scratch / "noise.txt").open("wb") as noise, _child(scratch, files, noise) as child:
        for line in child.stdout or ():
            if on_cell and line.startswith(b"cell "):
                on_cell(*(int(n) for n in line.split()[1:3]))
    return _outcome(scratch)


@contextmanager
def _child(scratch: Path, files: Path, noise) -> Iterator[subprocess.Popen]:
    # A session of its own: Ctrl-C reaches us alone, and we end the child and its kernel in order.
    child = subprocess.Popen(
        [sys.executable, "-m", "discourse.reporting.child", str(scratch / "job.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=noise,
        env=_environment(scratch, files),
        start_new_session=True,
    )
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


def _environment(scratch: Path, files: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    (scratch / "matplotlibrc").touch()
    own = {
        FILES_VARIABLE: str(files),
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
        "MATPLOTLIBRC": str(scratch / "matplotlibrc"),
    }
    return kept | _FIXED | own | _python_path()


def _python_path() -> dict[str, str]:
    """Let the notebook import the very package that runs it, also where that is not installed."""
    home = str(Path(__file__).parents[2])
    if home in [*site.getsitepackages(), site.getusersitepackages()]:
        return {}
    old = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([home, *([old] if old else [])])}


def _outcome(scratch: Path) -> Outcome:
    noise = (scratch / "noise.txt").read_text(encoding="utf-8", errors="replace")
    try:
        ended = json.loads((scratch / "outcome.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        last = ([line for line in noise.splitlines() if line.strip()] or ["it gave no reason"])[-1]
        return Outcome(finished=False, error="RuntimeError", message=last, noise=noise)
    return Outcome(**ended, noise=noise)
