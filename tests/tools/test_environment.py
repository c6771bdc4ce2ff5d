"""The set-up of `.venv`, run as a person runs it, with an installer that only notes what it was asked."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import environment
from tools.environment import STAMP, UNFINISHED, SetupError, ensure
from tools.installers import Installer

TOOLS = Path(__file__).parents[2] / "tools"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the installer of these tests is a shell script")

FAKE_UV = """#!/bin/sh
echo "$*" >> "$CALLS"
if [ -n "$SLOW" ]; then echo started > "$CALLS.started"; /bin/sleep "$SLOW"; fi
exit ${CODE:-0}
"""


class Project:
    """A small project in a folder with a blank in its name, and a PATH that holds the fake uv alone."""

    def __init__(self, folder: Path):
        self.root = folder / "my project"
        self.venv = self.root / ".venv"
        self.calls = folder / "calls"
        shutil.copytree(TOOLS, self.root / "tools", ignore=shutil.ignore_patterns("__pycache__"))
        (self.root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
        (self.root / "requirements.lock").write_text("thing==1 --hash=sha256:00\n", encoding="utf-8")
        (folder / "bin").mkdir()
        (folder / "bin" / "uv").write_text(FAKE_UV, encoding="utf-8")
        (folder / "bin" / "uv").chmod(0o755)
        self.environment = {
            "PATH": str(folder / "bin"),
            "HOME": str(folder),
            "CALLS": str(self.calls),
        }

    def start(self, command: str = "setup", **variables: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-E", "-s", "tools/bootstrap.py", command],
            cwd=self.root,
            env={**self.environment, **variables},
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, command: str = "setup", **variables: str) -> tuple[int, str]:
        started = self.start(command, **variables)
        _, told = started.communicate(timeout=60)
        return started.returncode, told

    def start_and_wait_for_the_installer(self) -> subprocess.Popen:
        started = self.start(SLOW="30")
        deadline = time.monotonic() + 30
        while not self.calls.with_suffix(".started").exists():
            assert time.monotonic() < deadline, "the installer was never started"
            time.sleep(0.02)
        return started

    def asks(self, options: str) -> str:
        return f"pip install --quiet --python {self.venv}/bin/python {options}"

    def asked(self) -> list[str]:
        return self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture
def only_installer(monkeypatch):
    """Let there be these installers and no other, each of them a program."""

    def choose(*programs: str) -> None:
        found = [Installer(program, [program], "no time") for program in programs]
        monkeypatch.setattr(environment, "installers", lambda python: iter(found))

    return choose


def test_the_lock_is_installed_whole_and_then_the_package_itself(project):
    assert project.run() == (
        0,
        f"Making the environment in {project.venv} with Python {sys.version.split()[0]}.\n"
        "Installing what requirements.lock lists, with uv (some seconds) …\n"
        "The environment is ready.\n",
    )
    assert project.asked() == [
        project.asks("--require-hashes --no-deps --only-binary :all: -r requirements.lock"),
        project.asks("--no-deps --no-build-isolation -e ."),
    ]
    assert not (project.venv / UNFINISHED).exists()
    assert json.loads((project.venv / STAMP).read_text("utf-8"))["python"] == PYTHON


def test_a_second_set_up_says_and_does_nothing(project):
    project.run()
    before = project.asked()
    assert project.run() == (0, "")
    assert project.asked() == before


def test_a_changed_pyproject_installs_only_the_package_again(project):
    project.run()
    (project.root / "pyproject.toml").write_text("[project]\nversion = '2'\n", encoding="utf-8")
    assert project.run() == (0, "The environment is ready.\n")
    assert project.asked()[2:] == [project.asks("--no-deps --no-build-isolation -e .")]


def test_a_changed_lock_installs_both_again(project):
    project.run()
    (project.root / "requirements.lock").write_text("thing==2 --hash=sha256:00\n", encoding="utf-8")
    assert project.run()[0] == 0
    assert len(project.asked()) == 4


def test_a_failed_installation_leaves_nothing_and_says_so(project, only_installer, capsys):
    only_installer("false")
    with pytest.raises(SetupError) as told:
        ensure(project.root)
    assert str(told.value) == (
        "the packages of requirements.lock could not be installed; is the network there?"
    )
    assert capsys.readouterr().err.endswith(
        "false could not do it; what it said stands above.\n"
        f"Removing the unfinished environment in {project.venv}.\n"
    )
    assert not project.venv.exists()


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_set_up_leaves_nothing(project, sent, code):
    started = project.start_and_wait_for_the_installer()
    os.killpg(started.pid, sent)
    _, told = started.communicate(timeout=30)
    assert f"Removing the unfinished environment in {project.venv}.\n" in told
    assert "Traceback" not in told
    assert started.returncode == code
    assert not project.venv.exists()


def test_what_a_killed_set_up_left_is_removed_by_the_next(project):
    started = project.start_and_wait_for_the_installer()
    os.killpg(started.pid, signal.SIGKILL)
    started.communicate(timeout=30)
    assert (project.venv / UNFINISHED).exists()
    code, told = project.run()
    assert code == 0
    assert told.startswith("An earlier set-up was cut short; starting again.\n")


def test_two_set_ups_at_once_do_the_work_once(project):
    first, second = project.start(SLOW="0.5"), project.start(SLOW="0.5")
    told = [process.communicate(timeout=60)[1] for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert len(project.asked()) == 2
    assert "Waiting for another set-up to end.\n" in told


def test_an_environment_that_somebody_made_is_used_and_kept(project, only_installer):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", project.venv], check=True)
    code, told = project.run()
    assert (code, told.splitlines()[0]) == (
        0,
        f"Using the environment that is in {project.venv} already.",
    )
    (project.root / "requirements.lock").write_text("thing==2 --hash=sha256:00\n", encoding="utf-8")
    only_installer("false")
    with pytest.raises(SetupError, match="could not be installed"):
        ensure(project.root)
    assert project.venv.exists()


def test_a_folder_that_is_no_environment_is_left_alone(project):
    project.venv.mkdir()
    (project.venv / "precious.txt").touch()
    assert project.run() == (
        1,
        f"discourse: {project.venv} was not made by this script and is not a working environment of "
        "Python 3.11 or newer; remove or rename it and try again\n",
    )
    assert (project.venv / "precious.txt").exists()


def test_a_moved_project_gets_its_environment_anew(project):
    project.run()
    project.root = project.root.rename(project.root.with_name("moved"))
    code, told = project.run()
    assert code == 0
    assert told.startswith(
        f"The environment in {project.root / '.venv'} was made for another Python or place; making it anew.\n"
    )


def test_another_active_environment_and_python_path_lead_nobody_astray(project, tmp_path):
    (tmp_path / "venv.py").write_text("raise SystemExit('the wrong venv')", encoding="utf-8")
    code, told = project.run(
        PYTHONPATH=str(tmp_path),
        PYTHONHOME=str(tmp_path),
        VIRTUAL_ENV=str(tmp_path),
        CONDA_PREFIX=str(tmp_path),
        PIP_REQUIRE_VIRTUALENV="1",
        PIP_TARGET=str(tmp_path / "elsewhere"),
        UV_REQUIRE_HASHES="1",
    )
    assert (code, told.splitlines()[-1]) == (0, "The environment is ready.")


def test_without_any_installer_one_sentence_says_what_is_missing(project, only_installer):
    only_installer()
    with pytest.raises(SetupError) as told:
        ensure(project.root)
    assert str(told.value) == (
        "there is no installer: neither uv nor pip is to be had. "
        "On Debian and Ubuntu: apt install python3-venv; elsewhere: python3 -m ensurepip"
    )
    assert not project.venv.exists()


def test_a_folder_that_cannot_be_written_is_told(project):
    project.venv.parent.chmod(0o500)
    try:
        if os.access(project.root, os.W_OK):
            pytest.skip("who may write anywhere cannot be refused")
        assert project.run()[1].startswith(
            f"discourse: the environment in {project.venv} cannot be written: "
        )
    finally:
        project.venv.parent.chmod(0o700)
