"""The page in a real browser: it says nothing on the console, so it tried nothing that its policy forbids."""

import shutil
import subprocess
from pathlib import Path

import pytest

from discourse.reporting import render_report
from tests.reporting.small_notebook import write_notebook

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="no browser is installed"),
]
SHOW = """\
import matplotlib.pyplot as plt, pandas as pd
from discourse.reporting import show_figure, show_table, show_title
show_title("<img src=http://localhost/x onerror=console.log(2)>")"""
DRAW = """\
ax = plt.figure().add_subplot()
ax.plot([0, 1], label="<script>console.log(1)</script>")
ax.legend()
show_figure(ax, caption="A line.", alt="A line.")"""


def console(page: Path, folder: Path) -> list[str]:
    """What the browser writes on its console when it shows the page."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
    flags += [f"--user-data-dir={folder}", "--disable-background-networking", "--enable-logging=stderr"]
    command = [str(BROWSER), *flags, "--dump-dom", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "</html>" in shown.stdout
    return [line for line in shown.stderr.splitlines() if "CONSOLE" in line]


def test_a_report_says_nothing_on_the_console(tmp_path):
    path = write_notebook(
        tmp_path / "small.ipynb",
        ("code", SHOW),
        ("code", DRAW),
        ("code", 'show_table(pd.DataFrame({"text": ["<script>console.log(3)</script>"]}), caption="Text.")'),
    )
    page = render_report(path, tmp_path / "a.html")
    assert console(page, tmp_path / "profile") == []


def test_the_policy_of_the_page_would_have_told_of_script_and_request(tmp_path):
    """The control: the same page with a script and a picture from elsewhere put in is loud."""
    page = render_report(write_notebook(tmp_path / "small.ipynb", ("markdown", "# T")), tmp_path / "a.html")
    bad = '<script>document.title = "run"</script><img src="http://localhost/x.png">'
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", f"{bad}</main>"), encoding="utf-8")
    told = " ".join(console(page, tmp_path / "profile"))
    assert "Executing inline script violates" in told
    assert "Loading the image 'http://localhost/x.png' violates" in told
