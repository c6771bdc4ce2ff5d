"""The colours of the page's style sheet, by theme, and how they contrast."""

import re

from discourse.reporting.page import TEMPLATE

STYLE = (TEMPLATE / "style.css").read_text(encoding="utf-8")
_DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", flags=re.DOTALL)
_LIGHT = re.compile(r"^:root \{(.*?)^\}", flags=re.DOTALL | re.MULTILINE)
_PRINT = re.compile(r"@media print \{\s*:root \{(.*?)\}", flags=re.DOTALL)
_NAMED = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});")


def themes() -> dict[str, dict[str, str]]:
    """The named colours of each theme: what dark and print do not set they have from light."""
    light, dark, paper = (
        dict(_NAMED.findall(found.search(STYLE).group(1))) for found in (_LIGHT, _DARK, _PRINT)
    )
    return {"light": light, "dark": light | dark, "print": light | paper}


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2.2 between two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
