"""A real Chromium without a window, driven over its own protocol: open, ask, look, and hear what it says."""

import base64
import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import websocket

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
needs_chromium = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
_FLAGS = """--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run
    --hide-scrollbars --disable-background-networking --disable-component-update --disable-sync
    --remote-allow-origins=* --remote-debugging-port=0""".split()
_STARTS_WITHIN = 30
_AT_HOME = re.compile(r"^(?:(?:http|ws)://(?:127\.0\.0\.1|localhost)[:/]|(?:file|data|blob|about):)")


class Browser:
    """One page of a browser: what it asked for (`requests`) and what it complained of (`console`)."""

    def __init__(self, address: str):
        self._socket = websocket.create_connection(address, timeout=120)
        self._number = 0
        self.requests: list[str] = []
        self.console: list[str] = []
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    @property
    def strangers(self) -> list[str]:
        """What was asked of anybody but this machine."""
        return [address for address in self.requests if not _AT_HOME.match(address)]

    def call(self, method: str, **parameters) -> dict:
        """Ask the browser for something and wait for its answer."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._number:
                assert "error" not in message, f"{method}: {message['error']}"
                return message["result"]
            self._hear(message)

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete'")

    def run(self, script: str):
        """Run a script in the page, wait for what it promises, and give its value."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, condition: str, *, seconds: float = 60) -> None:
        """Wait until a condition holds in the page."""
        until = time.monotonic() + seconds
        while not self.run(condition):
            assert time.monotonic() < until, f"waited {seconds:.0f} s in vain for: {condition}"
            time.sleep(0.2)

    def size(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def photograph(self, path: Path, *, whole: bool = False) -> Path:
        """Write what is to be seen as PNG; `whole`: what one would scroll to, too."""
        picture = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(picture["data"]))
        return path

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _hear(self, message: dict) -> None:
        told = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif message.get("method") == "Log.entryAdded":
            self.console.append(told["entry"]["text"])
        elif message.get("method") == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning"):
            self.console.append(" ".join(str(argument.get("value", "")) for argument in told["args"]))


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Start a browser with an empty profile; it is gone afterwards."""
    command = [str(CHROMIUM), *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        browser = Browser(_page_of(profile / "DevToolsActivePort"))
        yield browser
        browser.close()
    finally:
        process.terminate()
        process.wait(timeout=20)


def _page_of(announced: Path) -> str:
    """Give the address of the browser's one page, once it has announced where it listens."""
    from urllib.request import urlopen

    until = time.monotonic() + _STARTS_WITHIN
    while not (announced.exists() and announced.read_text().count("\n")):
        assert time.monotonic() < until, "Chromium did not start"
        time.sleep(0.1)
    port = announced.read_text().split("\n")[0]
    with urlopen(f"http://127.0.0.1:{port}/json") as answer:
        pages = json.load(answer)
    return next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
