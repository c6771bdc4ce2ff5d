"""The lists of packages: `pyproject.toml` is written by hand, the other two follow from it.

`python -m tools.requirements` says where they disagree; with `--write` it writes `requirements.lock`
(with uv, from the newest packages) and `environment.yml` anew.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCK = "requirements.lock"
ENVIRONMENT = "environment.yml"

# A name of the package index, and what conda-forge calls the same.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}
# Left to pip also in a conda environment: small, and not known to be on conda-forge.
ONLY_PIP = {"py3langid"}

_COMPILE = """
    pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --only-binary :all:
    --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet
""".split()
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?P<marker> ;[^\\]*)? \\$", flags=re.MULTILINE)
_PLACE = re.compile(r"^.*(?:https?:|file:|@|^\s*--(?!hash=sha256:)).*$", flags=re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Write both lists, or say what is wrong with them."""
    if arguments == ["--write"]:
        return _write()
    found = [*lock_problems((ROOT / LOCK).read_text(encoding="utf-8"), needed()), *environment_problems()]
    print("\n".join(found) if found else f"{LOCK} and {ENVIRONMENT} agree with pyproject.toml")
    return 1 if found else 0


def project() -> Mapping:
    """Give what `pyproject.toml` says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock_problems(text: str, requirements: Iterable[Requirement]) -> Iterator[str]:
    """Give a sentence for each thing that is wrong with the lock."""
    pins = locked(text)
    for requirement in requirements:
        versions = pins.get(canonicalize_name(requirement.name), [])
        if not versions:
            yield f"{LOCK} lacks {requirement.name}, which pyproject.toml asks for; run: make lock"
        for version in versions:
            if not requirement.specifier.contains(version):
                yield f"{LOCK} has {requirement.name} {version}, which is not {requirement.specifier}"
    for line in _PLACE.findall(text):
        yield f"{LOCK} must not say where packages come from, but has {line.strip()!r}"
    for entry in re.split(r"^(?=\S)", text, flags=re.MULTILINE):
        if entry.strip() and "--hash=sha256:" not in entry:
            yield f"{LOCK} has no hash for {entry.split()[0]}"


def locked(text: str) -> dict[str, list[str]]:
    """Give the versions of each package of a lock; several where they depend on the Python."""
    pins: dict[str, list[str]] = defaultdict(list)
    for name, version, _ in _PIN.findall(text):
        pins[canonicalize_name(name)].append(version)
    return dict(pins)


def needed() -> Iterator[Requirement]:
    """Give what `pyproject.toml` asks for: to run, to develop and to build."""
    about = project()
    extras = about["project"]["optional-dependencies"]
    for line in [*about["project"]["dependencies"], *extras["dev"], *about["build-system"]["requires"]]:
        yield Requirement(line)


def environment_problems() -> Iterator[str]:
    """Give a sentence if `environment.yml` is not what `pyproject.toml` makes of it."""
    if (ROOT / ENVIRONMENT).read_text(encoding="utf-8") != environment_text():
        yield f"{ENVIRONMENT} does not follow from pyproject.toml; run: make lock"


def environment_text() -> str:
    """Give the text of `environment.yml`."""
    about = project()["project"]
    runtime = [Requirement(line) for line in about["dependencies"]]
    conda = sorted(_conda_line(requirement) for requirement in runtime if requirement.name not in ONLY_PIP)
    lines = [f"python {about['requires-python']}", *conda, "pip"]
    return "\n".join(
        [
            "# For conda, mamba and Binder. Made from pyproject.toml by `make lock`; change it there.",
            "# Not exercised by the tests, unlike `make report`, which takes requirements.lock.",
            "name: discourse",
            "channels: [conda-forge, nodefaults]",
            "dependencies:",
            *(f"  - {line}" for line in lines),
            "  - pip:",
            "      - -e .",
            "",
        ]
    )


def _conda_line(requirement: Requirement) -> str:
    name = CONDA_NAMES.get(requirement.name, requirement.name)
    specifiers = sorted(map(str, requirement.specifier), reverse=True)
    return f"{name} {','.join(specifiers)}".strip()


def _write() -> int:
    uv = shutil.which("uv")
    if uv is None:
        print("this needs uv on PATH; for instance: pipx install uv", file=sys.stderr)
        return 1
    code = subprocess.call([uv, *_COMPILE, "-o", LOCK], cwd=ROOT, stdout=subprocess.DEVNULL)
    (ROOT / ENVIRONMENT).write_text(environment_text(), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
