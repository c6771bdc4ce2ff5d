"""Sentences of a report that are made from data: text stays text, whatever an actor is called."""

import re
from collections.abc import Iterable
from html import escape

from discourse.reporting.views import View, slug

_RANGE = re.compile(r"(\d)–(\d)")
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|$~&@:/^=])")


def show_title(title: str, *, subtitle: str = "") -> View:
    """Show the title of the report, and below it a line that says what it covers.

    Examples
    --------
    >>> show_title("Who says <war>?").html
    '<h1>Who says &lt;war&gt;?</h1>'
    """
    below = f'<p class="subtitle">{escape(subtitle)}</p>' if subtitle else ""
    return View(f"<h1>{escape(title)}</h1>{below}", f"{title}\n{subtitle}".strip())


def show_findings(findings: Iterable[str | tuple[str, str]]) -> View:
    """Show sentences as a list; each may name the table or figure that it rests on.

    Parameters
    ----------
    findings
        Sentences, or pairs of a sentence and what it rests on: `"table-mentions"`,
        `"figure-tone"`. The page puts the number in: *(Table 2)*.

    Examples
    --------
    >>> show_findings([("The Kremlin says war 3 times.", "table-framings"), "Others do not."])
    - The Kremlin says war 3 times. (table-framings)
    - Others do not.
    """
    pairs = [(finding, "") if isinstance(finding, str) else finding for finding in findings]
    if not pairs:
        return View("<p>Nothing can be said with confidence.</p>", "Nothing can be said with confidence.")
    items = "".join(f"<li>{_unbroken(escape(sentence))}{_link(target)}</li>" for sentence, target in pairs)
    lines = [f"- {sentence}{f' ({target})' if target else ''}" for sentence, target in pairs]
    return View(f'<ul class="findings">{items}</ul>', "\n".join(lines))


def markdown_text(text: str) -> str:
    r"""Make text from data safe to stand in Markdown: no mark-up, no tag, no link comes of it.

    Examples
    --------
    >>> markdown_text("<b>5 * 3</b>")
    '\\<b\\>5 \\* 3\\<\\/b\\>'
    """
    return _MARKS.sub(r"\\\1", " ".join(str(text).split()))


def _unbroken(sentence: str) -> str:
    """Keep the two ends of a range on one line."""
    return _RANGE.sub("\\1–\N{WORD JOINER}\\2", sentence)


def _link(target: str) -> str:
    if not target:
        return ""
    kind, _, name = target.partition("-")
    return f'\N{NO-BREAK SPACE}<a class="see" href="#{kind}-{slug(name)}">{escape(kind.title())}</a>'
