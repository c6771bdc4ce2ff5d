"""The description of a replication package for archives: RO-Crate 1.1 (https://w3id.org/ro/crate/1.1)."""

import datetime
import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from discourse.reporting.finished import FinishedReport

CRATE_FILE = "ro-crate-metadata.json"
_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_KINDS = {
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".parquet": "application/vnd.apache.parquet",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".yml": "application/yaml",
    ".md": "text/markdown",
    ".txt": "text/plain",
}


def crate_metadata(report: FinishedReport, members: Mapping[str, bytes]) -> dict:
    """Describe the files of a package: what each is, how large, its hash; and the run that made them."""
    files = [_file(name, content) for name, content in sorted(members.items())]
    parts = [{"@id": file["@id"]} for file in files]
    title = report.record["parameters"].get("title") or report.page.stem
    made = datetime.datetime.fromtimestamp(report.page.stat().st_mtime, tz=datetime.UTC)
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": str(title),
        "description": f"Replication package of the report {report.page.name}: tables, places in the texts, "
        "lexicons, notebook and record of the run. The texts themselves are not included.",
        "datePublished": made.date().isoformat(),
        "hasPart": parts,
        "mentions": {"@id": "#run"},
    }
    about = {
        "@id": CRATE_FILE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": _SPECIFICATION},
    }
    return {"@context": f"{_SPECIFICATION}/context", "@graph": [about, root, *_run(report, files), *files]}


def _run(report: FinishedReport, files: list[dict]) -> list[dict]:
    software = {
        "@id": "#discourse",
        "@type": "SoftwareApplication",
        "name": "discourse",
        "softwareVersion": str(report.record["versions"].get("discourse-toolkit", "")),
    }
    notebook = str(report.record["notebook"]["name"])
    made = [{"@id": file["@id"]} for file in files if file["@id"].startswith("tables/")]
    run = {
        "@id": "#run",
        "@type": "CreateAction",
        "name": f"run of {notebook}",
        "instrument": [{"@id": "#discourse"}, {"@id": PurePosixPath(notebook).name}],
        "result": made,
    }
    return [software, run]


def _file(name: str, content: bytes) -> dict:
    return {
        "@id": name,
        "@type": "File",
        "name": PurePosixPath(name).name,
        "encodingFormat": _KINDS.get(PurePosixPath(name).suffix, "application/octet-stream"),
        "contentSize": str(len(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
