"""What people install: the wheel holds all that the commands need, the source archive all that the tests need."""

import os
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="borrowing packages takes a symbolic link")

BIN = "Scripts" if os.name == "nt" else "bin"


def call(*command: str | Path, folder: Path) -> str:
    """Run a program without anything of this project on its path; give what it prints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with the source archive, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory) -> Path:
    """The programs of a fresh environment with the wheel, which borrows the other packages from this one."""
    venv = tmp_path_factory.mktemp("fresh") / "venv"
    call(sys.executable, "-m", "venv", "--without-pip", venv, folder=built)
    python, (wheel,) = venv / BIN / "python", built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    call(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, folder=built)
    where = call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=built)
    (Path(where.strip()) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (venv / "share").symlink_to(Path(sys.prefix) / "share")  # where Jupyter's kernels and pages lie
    return venv / BIN


def test_the_installed_package_is_the_wheel_and_knows_its_version(installed, tmp_path):
    place = call(installed / "python", "-c", "import discourse; print(discourse.__file__)", folder=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent)
    assert call(installed / "discourse", "--version", folder=tmp_path).startswith("discourse 0.")


def test_the_installed_command_makes_the_report_of_the_sample(installed, tmp_path):
    told = call(installed / "discourse", "report", "--out", "out", folder=tmp_path)
    page = tmp_path / told.splitlines()[-1]
    assert page == tmp_path / "out" / "sample.html"
    assert "Who says which word" in page.read_text(encoding="utf-8")


def test_the_source_archive_holds_what_the_tests_and_the_commands_need(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    wanted = """README.md CITATION.cff CONTRIBUTING.md THIRD_PARTY.md CHANGELOG.md LICENSE Makefile conftest.py
        requirements.lock environment.yml pyproject.toml tools/bootstrap.py notebooks/report.ipynb docs/tutorial.md
        discourse/py.typed discourse/lexicons/data/ukraine.yml discourse/corpus/data/sample/gold.yml
        tests/test_distribution.py"""
    assert set(wanted.split()) <= names
