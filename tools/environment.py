"""The environment in `.venv`: made from `requirements.lock`, and whole or not there.

Two small files in it say how far it is. `UNFINISHED` stands there while it is first made, so that what a
killed set-up leaves behind is known and removed. The stamp is written last and says what it was made
from; as long as that is so, nothing is done. A `.venv` without either was made by somebody else:
it is used, and never removed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.alone import alone
from tools.installers import Installer, installers
from tools.settings import outside_settings_removed

OLDEST = (3, 11)
UNFINISHED = "discourse-unfinished"
STAMP = "discourse-stamp.json"
_PACKAGES = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", "requirements.lock"]
_OURSELVES = ["--no-deps", "--no-build-isolation", "-e", "."]


class SetupError(Exception):
    """The environment cannot be made; the message says why and what helps."""


def say(sentence: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(sentence, file=sys.stderr, flush=True)


def program(root: Path, name: str) -> Path:
    """Where a program of the environment lies."""
    folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return root / ".venv" / folder / (name + suffix)


def ensure(root: Path) -> None:
    """Make the environment of the project in `root`, or bring it up to date; do nothing where it is.

    Raises
    ------
    SetupError
        If it cannot be made; nothing half-made is left then.
    """
    if _is_up_to_date(root):
        return
    try:
        with alone(root / ".venv.lock", waiting=lambda: say("Waiting for another set-up to end.")):
            if not _is_up_to_date(root):
                _bring_up_to_date(root)
    except OSError as error:
        raise SetupError(f"the environment in {root / '.venv'} cannot be written: {error}") from None


def _is_up_to_date(root: Path) -> bool:
    return _stamp(root) == _wanted(root) and program(root, "python").exists()


def _wanted(root: Path) -> dict[str, str]:
    """What the environment is to be made from; its place is in there because its programs hold their path."""
    return {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "place": str(root / ".venv"),
        "packages": _hash(root / "requirements.lock"),
        "ourselves": _hash(root / "pyproject.toml"),
    }


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _stamp(root: Path) -> dict[str, str]:
    try:
        return json.loads((root / ".venv" / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _bring_up_to_date(root: Path) -> None:
    venv, done, wanted = root / ".venv", _stamp(root), _wanted(root)
    if (venv / UNFINISHED).exists():
        say("An earlier set-up was cut short; starting again.")
        _remove(venv)
    elif done and any(done.get(key) != wanted[key] for key in ("python", "place")):
        say(f"The environment in {venv} was made for another Python or place; making it anew.")
        _remove(venv)
    if not venv.exists():
        with _removed_on_failure(venv):
            _make(venv)
            _install(root, {}, wanted)
            (venv / UNFINISHED).unlink()
    else:
        if not done:
            _check_foreign(root)
        _install(root, done, wanted)
    say("The environment is ready.")


def _make(venv: Path) -> None:
    say(f"Making the environment in {venv} with Python {sys.version.split()[0]}.")
    venv.mkdir()
    (venv / UNFINISHED).touch()
    try:
        _run([sys.executable, "-I", "-m", "venv", "--without-pip", str(venv)], venv.parent)
    except subprocess.CalledProcessError:
        raise SetupError(
            f"{sys.executable} cannot make an environment; its module venv is missing. "
            "On Debian and Ubuntu: apt install python3-venv"
        ) from None


def _check_foreign(root: Path) -> None:
    """Make sure that a `.venv` which somebody else made can be used; say that it is."""
    test = f"import sys; sys.exit(sys.version_info < {OLDEST} or sys.prefix == sys.base_prefix)"
    try:
        _run([str(program(root, "python")), "-I", "-c", test], root)
    except (OSError, subprocess.CalledProcessError):
        raise SetupError(
            f"{root / '.venv'} was not made by this script and is not a working environment of "
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer; remove or rename it and try again"
        ) from None
    say(f"Using the environment that is in {root / '.venv'} already.")


def _install(root: Path, done: dict[str, str], wanted: dict[str, str]) -> None:
    """Install what is new, and write the stamp."""
    steps = [_PACKAGES] if done.get("packages") != wanted["packages"] else []
    _with_first_that_works(root, [*steps, _OURSELVES])
    (root / ".venv" / STAMP).write_text(json.dumps(wanted), encoding="utf-8")


def _with_first_that_works(root: Path, steps: list[list[str]]) -> None:
    found = None
    for found in installers(program(root, "python")):
        if _carried_out(found, steps, root):
            return
        say(f"{found.name} could not do it; what it said stands above.")
    if found is None:
        raise SetupError(
            "there is no installer: neither uv nor pip is to be had. "
            "On Debian and Ubuntu: apt install python3-venv; elsewhere: python3 -m ensurepip"
        )
    raise SetupError("the packages of requirements.lock could not be installed; is the network there?")


def _carried_out(installer: Installer, steps: list[list[str]], root: Path) -> bool:
    try:
        for step in steps:
            if step is _PACKAGES:
                say(f"Installing what requirements.lock lists, with {installer.name} ({installer.usual}) …")
            _run([*installer.command, *step], root, installer.settings)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _run(command: list[str], folder: Path, settings: dict[str, str] | None = None) -> None:
    environment = {**outside_settings_removed(os.environ), **(settings or {})}
    subprocess.run(command, cwd=folder, env=environment, check=True, stdin=subprocess.DEVNULL)


@contextmanager
def _removed_on_failure(venv: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        say(f"Removing the unfinished environment in {venv}.")
        _remove(venv)
        raise


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise SetupError(f"{folder} cannot be removed ({error}); close what uses it and try again") from None
