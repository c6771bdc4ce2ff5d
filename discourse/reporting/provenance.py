"""What a report rests on: hashes of texts and lexicons, versions, seed; no time, no place."""

import hashlib
import json
import os
import platform
from collections.abc import Mapping, Sequence
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pandas as pd

from discourse.reporting.notebook_file import read_cells
from discourse.reporting.running import FILES_VARIABLE
from discourse.reporting.views import View

PROVENANCE_FILE = "provenance.json"
_PACKAGES = (
    "discourse-toolkit",
    "pandas",
    "numpy",
    "scipy",
    "matplotlib",
    "textblob",
    "nltk",
    "papermill",
    "nbconvert",
)


def show_provenance(
    inputs: Mapping[str, str], *, texts: pd.DataFrame | None = None, seed: int | None = None
) -> View:
    """Show what the report rests on, and leave it for the report's `run.json`.

    Parameters
    ----------
    inputs
        What was read and its fingerprint: `{"corpus": corpus.fingerprint, ...}`.
    texts
        The documents (`doc_id`, `title`, `text`); each gets a hash of its own in `run.json`.
    seed
        The seed of everything drawn at random.

    Examples
    --------
    >>> print(show_provenance({"corpus": "ab12"}, seed=1).text.splitlines()[0])
    corpus: ab12
    """
    used, system = versions(), f"{platform.system()} {platform.machine()}"
    hashes = {} if texts is None else text_hashes(texts)
    record = {"inputs": dict(inputs), "seed": seed, "versions": used, "platform": system, "texts": hashes}
    folder = os.environ.get(FILES_VARIABLE)
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / PROVENANCE_FILE).write_text(as_json(record), encoding="utf-8")
    lines = {**inputs, "seed": "none" if seed is None else str(seed)}
    lines["versions"] = ", ".join(f"{name} {number}" for name, number in used.items())
    lines["platform"] = system
    items = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in lines.items())
    return View(f'<dl class="provenance">{items}</dl>', "\n".join(f"{k}: {v}" for k, v in lines.items()))


def write_records(
    files: Path,
    notebook: Path,
    parameters: Mapping[str, object],
    warnings: Sequence[str],
    seconds: Mapping[str, float],
) -> None:
    """Write `run.json` and `timings.json` into the folder beside a report.

    What `show_provenance` left there becomes part of `run.json`.
    """
    left = files / PROVENANCE_FILE
    rests_on = json.loads(left.read_text(encoding="utf-8")) if left.exists() else {}
    left.unlink(missing_ok=True)
    run = {
        "notebook": {"name": notebook.name, "hash": _hash_of_notebook(notebook)},
        "parameters": dict(parameters),
        "tables": {file.name: short_hash(file.read_bytes()) for file in sorted(files.glob("*.csv"))},
        "warnings": list(warnings),
        **rests_on,
    }
    for name, record in (("run.json", run), ("timings.json", {"seconds": dict(seconds)})):
        (files / name).write_text(as_json(record), encoding="utf-8", newline="\n")


def _hash_of_notebook(notebook: Path) -> str:
    """Give a hash of what the notebook says and does, not of how it was last saved."""
    cells = [[cell.kind, cell.source] for cell in read_cells(notebook)]
    return short_hash(json.dumps(cells).encode())


def text_hashes(documents: pd.DataFrame) -> dict[str, str]:
    """Give a hash of title and text for each document (the first 16 hexadecimal digits of SHA-256)."""
    titles = documents["title"].fillna("") if "title" in documents else [""] * len(documents)
    rows = zip(documents["doc_id"], titles, documents["text"].fillna(""), strict=True)
    return {str(doc): short_hash(f"{title}\0{text}".encode("utf-8", "replace")) for doc, title, text in rows}


def short_hash(content: bytes) -> str:
    """Give the first 16 hexadecimal digits of SHA-256.

    Examples
    --------
    >>> short_hash(b"")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(content).hexdigest()[:16]


def versions() -> dict[str, str]:
    """Give the versions of Python and of the packages that the numbers and figures depend on."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def as_json(record: object) -> str:
    """Give the record as JSON text that is the same each time and can be read by eye."""
    return json.dumps(record, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
