"""The process that runs one notebook and makes its page: `python -m discourse.reporting.child job.json`.

It tells its parent on standard output which cell starts, and leaves how it ended in a file. When
its parent is gone (standard input ends) it removes the scratch folder and stops.
"""

import json
import logging
import os
import shutil
import sys
import threading
from pathlib import Path


def main(job_file: str) -> None:
    """Do the job that the file describes and write how it ended."""
    # The notebook libraries would spend a second on reading a grammar of addresses that nobody needs.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    job = json.loads(Path(job_file).read_text(encoding="utf-8"))
    threading.Thread(target=_stop_with_parent, args=(job["scratch"],), daemon=True).start()
    logging.getLogger("papermill").setLevel(logging.ERROR)
    outcome = _run(job) or _make_page(job)
    (Path(job["scratch"]) / "outcome.json").write_text(json.dumps(outcome), encoding="utf-8")


def _run(job: dict) -> dict | None:
    """Run the notebook; give what stopped it, or None."""
    import nbformat
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    at = {"cell": -1}
    count = len(nbformat.read(job["notebook"], as_version=4).cells) + bool(job["parameters"])

    def tell(cell: object, cell_index: int) -> None:
        at["cell"] = cell_index
        sys.stdout.write(f"cell {cell_index} {count}\n")
        sys.stdout.flush()

    try:
        papermill.execute_notebook(
            job["notebook"],
            job["executed"],
            parameters=job["parameters"],
            kernel_name="python3",
            language="python",
            cwd=job["folder"],
            progress_bar=False,
            autosave_cell_every=0,
            coalesce_streams=True,
            on_cell_start=tell,
            # Says nothing about unencrypted TCP, and works where sockets in files do not exist.
            config=Config({"KernelManager": {"transport_encryption": "required"}}),
        )
    except PapermillExecutionError as error:
        return _stopped(error.ename, error.evalue, at["cell"])
    except Exception as error:  # noqa: BLE001 (whatever it is, the parent tells it in a sentence)
        return _stopped(type(error).__name__, str(error), at["cell"])
    return None


def _stopped(error: str, message: str, cell: int) -> dict:
    return {"finished": False, "error": error, "message": message, "cell": cell}


def _make_page(job: dict) -> dict:
    import nbformat

    from discourse.reporting.page import build_page
    from discourse.reporting.tidying import tidy_notebook, warnings_of

    executed = nbformat.read(job["executed"], as_version=4)
    tidy = tidy_notebook(executed, job["hidden"])
    nbformat.write(tidy, job["tidy"])
    Path(job["page"]).write_text(build_page(tidy, name=job["name"]), encoding="utf-8", newline="\n")
    seconds = {
        f"cell {n}": cell.metadata["papermill"]["duration"]
        for n, cell in enumerate(executed.cells, start=1)
        if cell.cell_type == "code"
    }
    return {"finished": True, "warnings": warnings_of(tidy), "seconds": seconds}


def _stop_with_parent(scratch: str) -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(scratch, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
