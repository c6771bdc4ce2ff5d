"""The process that runs one notebook: `python -m discourse.reporting.child job.json`.

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

import papermill
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config


def main(job_file: str) -> None:
    """Run the notebook that the job describes and write how it ended."""
    job = json.loads(Path(job_file).read_text(encoding="utf-8"))
    threading.Thread(target=_stop_with_parent, args=(job["scratch"],), daemon=True).start()
    logging.getLogger("papermill").setLevel(logging.ERROR)
    Path(job["outcome"]).write_text(json.dumps(_run(job)), encoding="utf-8")


def _run(job: dict) -> dict:
    at = {"cell": -1}

    def tell(cell: object, cell_index: int) -> None:
        at["cell"] = cell_index
        print(f"cell {cell_index} {count}", flush=True)  # noqa: T201 (the parent reads it)

    count = len(json.loads(Path(job["notebook"]).read_text(encoding="utf-8"))["cells"])
    try:
        papermill.execute_notebook(
            job["notebook"],
            job["output"],
            parameters=job["parameters"],
            kernel_name="python3",
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
    except Exception as error:  # whatever it is, the parent tells it in a sentence
        return _stopped(type(error).__name__, str(error), at["cell"])
    return {"finished": True}


def _stopped(error: str, message: str, cell: int) -> dict:
    return {"finished": False, "error": error, "message": message, "cell": cell}


def _stop_with_parent(scratch: str) -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(scratch, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
