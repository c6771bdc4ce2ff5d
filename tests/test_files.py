"""What is in the files of the project: nothing that holds on one machine only, no hosts of packages."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Hosts that packages come from, and places that exist on one machine only.
PACKAGE_HOSTS = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|anaconda|conda\.io|npmjs|artifactory|nexus|devpi|debian|ubuntu)"
)
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:home|Users|root|work|opt|srv|mnt)/\w|[A-Z]:\\Users\\")
EXAMPLES = ("/home/ada", "/srv/mirror", "/Users/ada")
TEXT_SUFFIXES = set(".py .toml .lock .yml .yaml .md .cff .ipynb .json .j2 .css .txt .csv .cfg".split())


def tracked_texts() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git repository")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    plain = {"Makefile", "LICENSE", "run", ".gitignore", ".gitattributes"}
    return [file for file in files if file.is_file() and (file.suffix in TEXT_SUFFIXES or file.name in plain)]


def test_no_file_names_a_host_of_packages_or_a_place_on_one_machine():
    found = []
    for file in tracked_texts():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for example in EXAMPLES:
                line = line.replace(example, "")
            if PACKAGE_HOSTS.search(line) or ONE_MACHINE.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert not found


def test_no_file_is_large():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git repository")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    assert not [file.name for file in files if file.is_file() and file.stat().st_size > 1_000_000]


def test_every_bundled_list_and_weight_has_its_origin_told():
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    bundled = [file for file in ROOT.glob("discourse/*/data/*") if file.is_file()]
    assert bundled
    assert not [file.name for file in bundled if file.name not in told]


def test_every_package_that_is_needed_has_its_licence_told():
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=]", line)[0] for line in about["dependencies"]]
    assert not [name for name in names if f"| {name} |" not in told]
