"""Every notebook that is shipped runs in a real JupyterLab, cell by cell, and asks nobody outside."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.browser.chromium import chromium, needs_chromium

pytestmark = needs_chromium
ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
PICTURES = os.environ.get("DISCOURSE_PICTURES")

OPEN = (
    "jupyterapp.commands.execute('docmanager:open', {{path: '{name}', factory: 'Notebook'}}).then(() => true)"
)
PANEL = "jupyterapp.shell.currentWidget"
READY = f"!!({PANEL} && {PANEL}.sessionContext && {PANEL}.sessionContext.session?.kernel?.status === 'idle')"
RUN = "jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)"
CELLS = f"{PANEL}.content.model.sharedModel.toJSON().cells.filter(cell => cell.cell_type === 'code')"
DONE = f"{CELLS}.every(cell => cell.execution_count !== null || !cell.source.length)"
ERRORS = f"{CELLS}.flatMap(cell => cell.outputs).filter(o => o.output_type === 'error').map(o => o.evalue)"
LAB_IS_UP = "!!window.jupyterapp?.commands.hasCommand('notebook:run-all-cells')"
RESTORED = "jupyterapp.restored.then(() => true)"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab on a copy of the notebooks, with nobody's own settings."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    port = free_port()
    own = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
    own |= {f"JUPYTERLAB_{kind}_DIR": str(folder / kind.lower()) for kind in ("SETTINGS", "WORKSPACES")}
    arguments = f"--no-browser --allow-root --ip=127.0.0.1 --port={port} --ServerApp.port_retries=0".split()
    arguments += ["--IdentityProvider.token=", f"--ServerApp.root_dir={folder / 'notebooks'}"]
    arguments += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    arguments += [f"--LabApp.app_settings_dir={ROOT / 'tools' / 'lab'}"]
    arguments += ["--LabApp.expose_app_in_browser=True", "--ServerApp.disable_check_xsrf=True"]
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), "JUPYTER_PREFER_ENV_PATH": "1"}
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *arguments], env=environment, stdout=log, stderr=log
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("profile") / "own") as page:
        page.size(1400, 1100)
        yield page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_in_jupyterlab(name, lab, browser):
    browser.open(f"{lab}/lab?reset")
    browser.wait(LAB_IS_UP)
    browser.run(RESTORED)
    browser.run(OPEN.format(name=name))
    browser.wait(READY)
    browser.run(RUN)
    browser.wait(DONE, seconds=240)
    if PICTURES:
        browser.photograph(Path(PICTURES) / f"{Path(name).stem}.png")
    assert browser.run(ERRORS) == []
    assert browser.strangers == []


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(address):
                return
        except URLError:
            assert time.monotonic() < until, "JupyterLab did not start"
            time.sleep(0.2)
