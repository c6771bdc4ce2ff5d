"""What a report rests on: hashes of texts and lexicons, versions, seed; no time, no place."""

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Mapping
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pandas as pd

from discourse.reporting.notebook_file import read_cells
from discourse.reporting.running import FILES_VARIABLE
from discourse.reporting.views import View

_LISTS = Path(__file__).parents[1] / "lexicons" / "data"
PROVENANCE_FILE = "provenance.json"
_PACKAGES = (
    "discourse-toolkit",
    "pandas",
    "numpy",
    "scipy",
    "matplotlib",
    "pyarrow",
    "textblob",
    "nltk",
    "papermill",
    "nbconvert",
)


def show_provenance(
    inputs: Mapping[str, str],
    *,
    texts: pd.DataFrame | None = None,
    lexicons: Mapping[str, Iterable] | None = None,
    seed: int | None = None,
) -> View:
    """Show what the report rests on, and leave it for the report's `run.json`.

    Parameters
    ----------
    inputs
        What was read and its fingerprint: `{"corpus": corpus.fingerprint, ...}`.
    texts
        The documents (`doc_id`, `title`, `text`); each gets a hash of its own in `run.json`.
    lexicons
        The lexicons by name, such as `{"actors": actors, "frames": frames}`; each of their entries gets
        a hash of its own, so that `discourse verify` can name the one that changed.
    seed
        The seed of everything drawn at random.

    Examples
    --------
    >>> print(show_provenance({"corpus": "ab12"}, seed=1).text.splitlines()[0])
    corpus: ab12
    """
    used, system = versions(), f"{platform.system()} {platform.machine()}"
    record = {
        "inputs": dict(inputs),
        "seed": seed,
        "versions": used,
        "platform": system,
        "texts": {} if texts is None else text_hashes(texts),
        "lexicons": {name: entry_hashes(entries) for name, entries in (lexicons or {}).items()},
        "shipped_lists": shipped_lists(),
    }
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
    made: Mapping[str, bytes],
    about: Mapping[str, object],
    seconds: Mapping[str, float],
) -> None:
    """Write `run.json` and `timings.json` into the folder beside a report.

    `made` are the page and the notebook by their names; `about` is what the record says besides their
    hashes and those of the tables and figures. What `show_provenance` left there becomes part of it.
    """
    left = files / PROVENANCE_FILE
    rests_on = json.loads(left.read_text(encoding="utf-8")) if left.exists() else {}
    left.unlink(missing_ok=True)
    run = {
        **about,
        "pages": {name: short_hash(content) for name, content in made.items()},
        "tables": {**_hashes(files, "*.csv"), **_hashes(files, "*.parquet")},
        "figures": _hashes(files, "*.svg"),
        **rests_on,
    }
    for name, record in (("run.json", run), ("timings.json", {"seconds": dict(seconds)})):
        (files / name).write_text(as_json(record), encoding="utf-8", newline="\n")


def about_notebook(notebook: Path) -> dict[str, str]:
    """Give the name of a notebook, and a hash of what it says and does, not of how it was last saved."""
    cells = [[cell.kind, cell.source] for cell in read_cells(notebook)]
    return {"name": notebook.name, "hash": short_hash(json.dumps(cells).encode())}


def _hashes(folder: Path, pattern: str) -> dict[str, str]:
    return {file.name: short_hash(file.read_bytes()) for file in sorted(folder.glob(pattern))}


def text_hashes(documents: pd.DataFrame) -> dict[str, str]:
    """Give a hash of title and text for each document (the first 16 hexadecimal digits of SHA-256)."""
    titles = documents["title"].fillna("") if "title" in documents else [""] * len(documents)
    rows = zip(documents["doc_id"], titles, documents["text"].fillna(""), strict=True)
    return {str(doc): short_hash(f"{title}\0{text}".encode("utf-8", "replace")) for doc, title, text in rows}


def entry_hashes(entries: Iterable) -> dict[str, str]:
    """Give a hash of each entry of a lexicon, by its id.

    Examples
    --------
    >>> from discourse.lexicons import read_frames
    >>> sorted(entry_hashes(read_frames("ukraine")))[:2]
    ['aggression', 'conflict']
    """
    return {entry.id: short_hash(repr(entry).encode()) for entry in entries}


def shipped_lists() -> dict[str, str]:
    """Give a hash of each list of words that comes with the package: cues, tone words, stop words."""
    return {file.name: short_hash(file.read_bytes()) for file in sorted(_LISTS.iterdir()) if file.is_file()}


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
