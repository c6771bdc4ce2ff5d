"""The commands of the project, the same for `make COMMAND` and `python tools/bootstrap.py COMMAND`."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import FrameType

from tools.environment import SetupError, ensure, program, say
from tools.settings import outside_settings_removed

ROOT = Path(__file__).resolve().parents[1]
INTERRUPTED = 130
TERMINATED = 143
_MADE_AGAIN = ".venv build dist docs/reference .mypy_cache .pytest_cache .ruff_cache .hypothesis".split()


@dataclass(frozen=True)
class Command:
    """What a command is for, and which programs of the environment it runs with which arguments."""

    help: str
    programs: Callable[[Sequence[str]], Iterable[Sequence[str]]]


def _report(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["discourse", "report", *extra]


def _reference(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    """The report that is kept in git: all but its notebook, which has outputs, and its timings."""
    yield ["discourse", "report", "--out", "reports/reference", *extra]
    unkept = [ROOT / "reports" / "reference" / name for name in ("sample.ipynb", "sample_files/timings.json")]
    yield ["python", "-c", "import os, sys; [os.unlink(name) for name in sys.argv[1:]]", *map(str, unkept)]


def _test(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["python", "-m", "pytest", *extra]


def _lab(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    """JupyterLab in the folder of notebooks; the offer of news, a call to the outside, is switched off."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    quiet = ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    quiet.append(f"--LabApp.app_settings_dir={ROOT / 'tools' / 'lab'}")
    opened = [f"--ServerApp.root_dir={ROOT}", "--LabApp.default_url=/lab/tree/notebooks"]
    yield ["python", "-m", "jupyterlab", *opened, *quiet, *(["--allow-root"] if is_root else []), *extra]


def _browser_test(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["python", "-m", "pytest", "-m", "browser", *extra]


def _lint(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["ruff", "check", *extra]
    yield ["ruff", "format", "--check"]
    yield ["python", "-m", "mypy"]
    yield ["python", "-m", "tools.requirements"]


def _format(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["ruff", "check", "--fix", *extra]
    yield ["ruff", "format"]


def _bench(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    chosen = extra or sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))
    for name in chosen:
        yield ["python", "-m", f"benchmarks.{name}"]


def _docs(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["python", "-m", "pdoc", "discourse", "--docformat", "numpy", "-o", "docs/reference", *extra]


def _lock(extra: Sequence[str]) -> Iterable[Sequence[str]]:
    yield ["python", "-m", "tools.requirements", "--write", *extra]


def _nothing(_: Sequence[str]) -> Iterable[Sequence[str]]:
    return ()


COMMANDS = {
    "setup": Command("set up the environment in .venv; every other command does so too", _nothing),
    "report": Command("make the report of the sample corpus, into reports/", _report),
    "reference": Command("make the report that is kept in reports/reference/ anew", _reference),
    "lab": Command("open the notebooks in JupyterLab", _lab),
    "test": Command("run the tests", _test),
    "browser-test": Command(
        "run the tests that need Chromium: reports and notebooks in a real browser", _browser_test
    ),
    "lint": Command("check style, types, and that the lists of packages agree", _lint),
    "format": Command("mend what `lint` finds, where that can be done by itself", _format),
    "bench": Command("measure accuracy and speed (benchmarks/)", _bench),
    "docs": Command("write the reference of all functions into docs/reference/", _docs),
    "lock": Command("find the newest packages and write requirements.lock anew (needs uv)", _lock),
}
CLEAN = "remove .venv and all else that can be made again; reports stay"


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code."""
    name, *extra = arguments or ["help"]
    if name in ("help", "-h", "--help"):
        print(help_text())
        return 0
    signal.signal(signal.SIGTERM, _terminate)
    try:
        if name == "clean":
            return _clean()
        if name not in COMMANDS:
            raise SetupError(_unknown(name))
        ensure(ROOT)
        return max([_call(words) for words in COMMANDS[name].programs(extra)], default=0)
    except SetupError as error:
        say(f"discourse: {error}")
        return 1
    except KeyboardInterrupt:
        say("discourse: interrupted")
        return INTERRUPTED


def help_text() -> str:
    """Give one line for each command."""
    lines = {name: command.help for name, command in COMMANDS.items()} | {"clean": CLEAN}
    width = max(map(len, lines))
    shown = [f"  {name:<{width}}  {text}" for name, text in lines.items()]
    return "\n".join(
        [
            "make COMMAND, or where there is no make: python tools/bootstrap.py COMMAND",
            "",
            *shown,
            "",
            'Arguments are passed on: make report ARGS="--out my-folder"',
        ]
    )


def _unknown(name: str) -> str:
    near = get_close_matches(name, [*COMMANDS, "clean"], n=1)
    return f"there is no command {name!r}." + (f" Did you mean {near[0]!r}?" if near else "")


def _call(words: Sequence[str]) -> int:
    """Run a program of the environment as if the environment were active; signals go to it, not to us."""
    executable = program(ROOT, words[0])
    environment = {
        **outside_settings_removed(os.environ),
        "VIRTUAL_ENV": str(ROOT / ".venv"),
        "PATH": str(executable.parent) + os.pathsep + os.environ.get("PATH", os.defpath),
    }
    child = subprocess.Popen([str(executable), *words[1:]], cwd=ROOT, env=environment)
    before = [signal.signal(signal.SIGINT, _leave_it_to_the_child)]
    before.append(signal.signal(signal.SIGTERM, lambda *_: child.terminate()))
    try:
        code = child.wait()
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])
    return code if code >= 0 else 128 - code


def _leave_it_to_the_child(number: int, frame: FrameType | None) -> None:
    """At a terminal the child gets the same Ctrl-C; it decides (JupyterLab asks first)."""


def _terminate(number: int, frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)


def _clean() -> int:
    for name in _MADE_AGAIN:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for folder in ("discourse", "tests", "tools", "benchmarks"):
        for cache in (ROOT / folder).rglob("__pycache__"):
            shutil.rmtree(cache, ignore_errors=True)
    return 0
