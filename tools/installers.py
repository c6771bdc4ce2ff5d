"""Who can install packages here: uv where it is on PATH, else a pip."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.settings import index_settings, outside_settings_removed

_OLDEST_PIP = (22, 3)  # the first that can install into another environment


@dataclass(frozen=True)
class Installer:
    """A program that installs: its name, how to call it, how long it usually takes, and its settings."""

    name: str
    command: list[str]
    usual: str
    settings: dict[str, str] = field(default_factory=dict)


def installers(python: Path) -> Iterator[Installer]:
    """Give the installers for the environment of `python`, the best first."""
    uv = shutil.which("uv")
    if uv:
        yield Installer("uv", [uv, "pip", "install", "--quiet", "--python", str(python)], "some seconds")
    pip = _pip(python)
    if pip:
        settings = index_settings(_output([*pip, "config", "list"]) or "")
        yield Installer("pip", [*pip, "install", "-qq"], "a minute or two", settings)


def _pip(python: Path) -> list[str] | None:
    """How to call a pip that installs into the environment of `python`."""
    own = [str(python), "-I", "-m", "pip"]
    if _output([*own, "--version"]) or (
        _output([str(python), "-I", "-m", "ensurepip"]) and _output([*own, "--version"])
    ):
        return own
    ours = [sys.executable, "-I", "-m", "pip"]
    version = re.match(r"pip (\d+)\.(\d+)", _output([*ours, "--version"]) or "")
    if version and tuple(map(int, version.groups())) >= _OLDEST_PIP:
        return [*ours, "--python", str(python)]
    return None


def _output(command: list[str]) -> str | None:
    """What a command prints; None if it fails."""
    try:
        return subprocess.run(
            command,
            env=outside_settings_removed(os.environ),
            check=True,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
