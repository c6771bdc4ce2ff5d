"""The gate: a finished page passes only if it can ask nothing of anyone and run nothing."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

from discourse.errors import ReportError

_BANNED = {
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "base", "form", "input",
    "button", "portal", "audio", "video", "source", "track", "animate", "set", "foreignobject",
}  # fmt: skip
_ADDRESSES = {
    "href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background", "ping",
    "manifest", "cite", "longdesc", "codebase", "srcdoc",
}  # fmt: skip
_PAINTS = {
    "style", "clip-path", "mask", "filter", "fill", "stroke", "cursor",
    "marker", "marker-start", "marker-mid", "marker-end",
}  # fmt: skip
_PLACEHOLDER = "No description has been provided for this image"
_CSS_ADDRESS = re.compile(r"@import|url\(\s*['\"]?(?!\s*['\"]?(?:#|data:(?:image|font)/))", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)


def page_faults(page: str) -> list[str]:
    """Give what keeps a page from being published, in plain sentences; empty if nothing does.

    A page may hold no script, frame, form or other active element, no event attribute, no
    address other than places in itself, embedded images and files beside it, no picture without
    a description, and no id twice.

    Examples
    --------
    >>> page_faults('<p onclick="x()">Text <a href="#there">there</a></p>')
    ["line 1: <p> has the event attribute 'onclick'"]
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    twice = [f"the id {name!r} stands {n} times" for name, n in reader.ids.items() if n > 1]
    placeholder = ["a picture has no description"] if _PLACEHOLDER in page else []
    return reader.faults + twice + placeholder


def check_page(page: str, *, name: str) -> None:
    """Raise `ReportError` unless the page passes; `name` is the page's name in the message.

    Examples
    --------
    >>> check_page("<script></script>", name="a.html")
    Traceback (most recent call last):
    discourse.errors.ReportError: a.html did not pass the safety check: line 1: <script> is not allowed
    """
    faults = page_faults(page)
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise ReportError(f"{name} did not pass the safety check: {faults[0]}{more}")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.ids: Counter[str] = Counter()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if tag in _BANNED:
            self._fault(f"<{tag}> is not allowed")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._fault("<meta> sends the reader elsewhere")
        if tag == "img" and not given.get("alt", "").strip():
            self._fault("<img> has no description; show_figure gives a figure one")
        if tag == "svg" and "aria-hidden" not in given and not given.get("aria-label", "").strip():
            self._fault("<svg> has no description")
        if "id" in given:
            self.ids[given["id"]] += 1
        for name, value in given.items():
            self._attribute(tag, name, value)

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style and _CSS_ADDRESS.search(data):
            self._fault("<style> asks for something outside the page")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self._fault(f"<{tag}> has the event attribute {name!r}")
        elif name in _PAINTS and _CSS_ADDRESS.search(value):
            self._fault(f"the {name} of <{tag}> asks for something outside the page")
        elif name in _ADDRESSES and not _is_harmless(tag, name, value):
            self._fault(f"<{tag}> leads out of the page: {name}={value[:60]!r}")

    def _fault(self, what: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {what}")


def _is_harmless(tag: str, name: str, value: str) -> bool:
    address = re.sub(r"[\x00-\x20]", "", unquote(value))
    if address.startswith("#"):
        return True
    if tag in ("img", "image"):
        return bool(re.match(r"data:image/(?:png|jpeg|gif|webp);", address, re.IGNORECASE))
    beside = not _SCHEME.match(address) and not address.startswith(("/", "\\")) and ".." not in address
    return tag == "a" and name == "href" and beside and address != ""
