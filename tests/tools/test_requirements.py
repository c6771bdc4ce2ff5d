"""The three lists of packages say the same."""

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tools.requirements import (
    CONDA_NAMES,
    LOCK,
    ONLY_PIP,
    ROOT,
    environment_problems,
    lock_problems,
    locked,
    needed,
    project,
)

HASH = "    --hash=sha256:" + "0" * 64 + "\n"


def problems(lock: str, *requirements: str) -> list[str]:
    return list(lock_problems(lock, map(Requirement, requirements)))


def test_the_lock_follows_from_pyproject():
    assert list(lock_problems((ROOT / LOCK).read_text(encoding="utf-8"), needed())) == []


def test_the_lock_holds_every_package_it_was_read_for():
    pins = locked((ROOT / LOCK).read_text(encoding="utf-8"))
    assert len(pins) > 100
    assert pins["pandas"][0].startswith("3.")
    assert len(pins["numpy"]) == 2, "one for the oldest Python, one for the newer ones"


def test_environment_yml_follows_from_pyproject():
    assert list(environment_problems()) == []


def test_environment_yml_asks_for_the_same_packages_versions_and_python():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = listed.pop()
    conda = dict(line.partition(" ")[::2] for line in listed)
    about = project()["project"]
    asked = {r.name: r.specifier for r in map(Requirement, about["dependencies"])}
    assert pip == {"pip": ["-e ."]}
    assert SpecifierSet(conda.pop("python")) == SpecifierSet(about["requires-python"])
    assert conda.pop("pip") == ""
    assert {name: SpecifierSet(text) for name, text in conda.items()} == {
        CONDA_NAMES.get(name, name): specifier for name, specifier in asked.items() if name not in ONLY_PIP
    }


def test_a_lock_in_step_has_no_problems():
    assert problems("Py_YAML==6.0.3 ; os_name == 'nt' \\\n" + HASH, "py-yaml>=6") == []


@pytest.mark.parametrize(
    ("lock", "message"),
    [
        (
            "numpy==2.4.6 \\\n" + HASH,
            "requirements.lock lacks pandas, which pyproject.toml asks for; run: make lock",
        ),
        ("pandas==2.2.3 \\\n" + HASH, "requirements.lock has pandas 2.2.3, which is not <4,>=3"),
        ("pandas==3.1.1 \\\n", "requirements.lock has no hash for pandas==3.1.1"),
        (
            "--index-url https://example.org\npandas==3.1.1 \\\n" + HASH,
            "requirements.lock must not say where packages come from, but has '--index-url https://example.org'",
        ),
        (
            "pandas @ file:///srv/mirror/pandas.whl \\\n" + HASH + "pandas==3.1.1 \\\n" + HASH,
            "requirements.lock must not say where packages come from, "
            "but has 'pandas @ file:///srv/mirror/pandas.whl \\\\'",
        ),
    ],
)
def test_a_lock_out_of_step_is_told(lock, message):
    assert message in problems(lock, "pandas>=3,<4")
