"""The public names: what `import discourse` gives, and at what cost."""

import ast
import inspect
import pickle
import pydoc
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import discourse

ROOT = Path(__file__).parents[1]
NAMES_OF = {
    node.module: [alias.asname for alias in node.names]
    for node in ast.parse(Path(discourse.__file__).with_suffix(".pyi").read_text(encoding="utf-8")).body
    if isinstance(node, ast.ImportFrom)
}
HEAVY = (
    "IPython dask jupyter_core jupyterlab matplotlib nbconvert nltk openpyxl papermill scipy textblob".split()
)
NOT_AT_FIRST = [*HEAVY, *"numpy pandas py3langid pyarrow yaml".split()]
NOT_TO_ANNOTATE = [
    *HEAVY,
    *"loky networkx py3langid pyarrow.dataset".split(),
    *(f"discourse.{part}" for part in "exploring measures plots reporting training".split()),
]


def test_editors_read_of_every_public_name_what_it_is():
    seen = {name: getattr(import_module(home), name) for home, names in NAMES_OF.items() for name in names}
    assert seen == {name: getattr(discourse, name) for name in discourse.__all__ if name != "__version__"}


def test_every_public_name_stands_once_and_is_offered_on_tab():
    assert len(discourse.__all__) == len(set(discourse.__all__))
    assert set(discourse.__all__) <= set(dir(discourse))


@pytest.mark.parametrize("home", NAMES_OF)
def test_the_names_of_each_folder_can_be_imported_first_of_all(home):
    """In a process of its own nothing else has prepared the way: circles of imports would show."""
    assert fresh(f"from discourse import {', '.join(NAMES_OF[home])}; print({NAMES_OF[home][0]}.__name__)")


def test_a_star_import_gives_every_public_name():
    done = fresh("from discourse import *; import discourse; print(set(discourse.__all__) - set(globals()))")
    assert done == "set()"


def test_help_lists_every_public_name():
    told = pydoc.plain(pydoc.render_doc(discourse))
    assert [name for name in discourse.__all__ if not re.search(rf"\b{name}\b", told)] == []


@pytest.mark.parametrize("name", [name for name in discourse.__all__ if name != "__version__"])
def test_what_a_public_name_gives_can_be_sent_to_another_process(name):
    public = getattr(discourse, name)
    assert pickle.loads(pickle.dumps(public)) is public


def test_folders_are_there_without_an_import_of_their_own():
    assert fresh("import discourse; print(discourse.measures.keyness is discourse.keyness)") == "True"


def test_a_name_that_is_not_there_is_an_ordinary_error():
    with pytest.raises(AttributeError, match=r"^module 'discourse' has no attribute 'keynes'$"):
        discourse.keynes  # noqa: B018
    with pytest.raises(ImportError, match="cannot import name 'keynes' from 'discourse'"):
        from discourse import keynes  # noqa: F401


@pytest.mark.parametrize("name", discourse.__all__)
def test_every_public_name_tells_what_it_gives_with_an_example(name):
    public = getattr(discourse, name)
    if callable(public) and not (isinstance(public, type) and issubclass(public, Exception)):
        assert public.__doc__, f"{name} has no docstring"
        assert re.search(r"^\s*Examples\n\s*-{8}\n(?s:.)*>>> ", public.__doc__, flags=re.MULTILINE), (
            f"the docstring of {name} has no section Examples with an example"
        )


@pytest.mark.parametrize("name", discourse.__all__)
def test_every_public_function_is_annotated(name):
    public = getattr(discourse, name)
    if callable(public) and not isinstance(public, type):
        assert {*inspect.signature(public).parameters, "return"} <= set(public.__annotations__)


@pytest.mark.parametrize(
    "program,unwanted",
    [
        ("import discourse", NOT_AT_FIRST),
        ("import discourse.cli", NOT_AT_FIRST),
        ("from discourse import annotate, read_actors, read_corpus, read_frames", NOT_TO_ANNOTATE),
    ],
)
def test_what_is_not_asked_for_is_not_imported(program, unwanted):
    assert (
        fresh(f"{program}; import sys; print([name for name in {unwanted} if name in sys.modules])") == "[]"
    )


def fresh(program: str) -> str:
    """What a program prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
