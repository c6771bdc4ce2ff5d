"""The gate: nothing active, nothing from elsewhere, nothing without a description."""

import pytest

from discourse.errors import ReportError
from discourse.reporting.gate import check_page, page_faults


@pytest.mark.parametrize(
    "page",
    [
        "<p>War &lt;script&gt; and so on.</p>",
        '<a href="#findings">Findings</a>',
        '<a href="sample_files/statements.csv">all rows</a>',
        '<img src="data:image/png;base64,AAAA" alt="a curve">',
        '<svg role="img" aria-label="a curve"><use href="#a"></use><path clip-path="url(#b)"></path></svg>',
        "<style>p { color: red; background: url(data:image/png;base64,AA) }</style>",
        "<p>url(http://example.org) onclick=</p>",
    ],
)
def test_harmless_pages_pass(page):
    assert page_faults(page) == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<script>1</script>", "line 1: <script> is not allowed"),
        ("<p>\n<SCRIPT></SCRIPT>", "line 2: <script> is not allowed"),
        ("<iframe></iframe>", "line 1: <iframe> is not allowed"),
        ("<object></object>", "line 1: <object> is not allowed"),
        ("<embed>", "line 1: <embed> is not allowed"),
        ("<link rel=stylesheet>", "line 1: <link> is not allowed"),
        ("<base>", "line 1: <base> is not allowed"),
        ("<form></form>", "line 1: <form> is not allowed"),
        ("<svg aria-hidden=true><foreignObject/></svg>", "line 1: <foreignobject> is not allowed"),
        ('<p onmouseover="x()">', "line 1: <p> has the event attribute 'onmouseover'"),
        ("<svg aria-label=a onload=x>", "line 1: <svg> has the event attribute 'onload'"),
        ('<a href="https://example.org">', "line 1: <a> leads out of the page: href='https://example.org'"),
        ('<a href="//example.org">', "line 1: <a> leads out of the page: href='//example.org'"),
        ('<a href="/etc">', "line 1: <a> leads out of the page: href='/etc'"),
        ('<a href="../a.csv">', "line 1: <a> leads out of the page: href='../a.csv'"),
        ('<a href="%2e%2e/a.csv">', "line 1: <a> leads out of the page: href='%2e%2e/a.csv'"),
        ('<a href="java\nscript:x()">', "line 1: <a> leads out of the page: href='java\\nscript:x()'"),
        ('<a href="&#106;avascript:x()">', "line 1: <a> leads out of the page: href='javascript:x()'"),
        ('<a href="data:text/html,x">', "line 1: <a> leads out of the page: href='data:text/html,x'"),
        ('<img alt="a" src="a.png">', "line 1: <img> leads out of the page: src='a.png'"),
        (
            '<img alt="a" src="data:image/svg+xml;x">',
            "line 1: <img> leads out of the page: src='data:image/svg+xml;x'",
        ),
        (
            '<img src="data:image/png;base64,A">',
            "line 1: <img> has no description; show_figure gives a figure one",
        ),
        (
            '<img alt=" " src="data:image/png;base64,A">',
            "line 1: <img> has no description; show_figure gives a figure one",
        ),
        ("<svg></svg>", "line 1: <svg> has no description"),
        (
            "<p style='background: url(http://x)'>",
            "line 1: the style of <p> asks for something outside the page",
        ),
        (
            "<svg aria-label=a><path fill='url(http://x#y)'>",
            "line 1: the fill of <path> asks for something outside the page",
        ),
        ("<style>@import 'x'</style>", "line 1: <style> asks for something outside the page"),
        ("<meta http-equiv=refresh content='0;url=x'>", "line 1: <meta> sends the reader elsewhere"),
        ("<p id=a></p><p id=a></p>", "the id 'a' stands 2 times"),
        ("<p>No description has been provided for this image</p>", "a picture has no description"),
    ],
)
def test_what_the_gate_stops(page, fault):
    assert page_faults(page) == [fault]


def test_the_error_names_the_page_and_counts_the_rest():
    with pytest.raises(ReportError) as error:
        check_page("<script></script><base>", name="a.html")
    assert str(error.value) == (
        "a.html did not pass the safety check: line 1: <script> is not allowed (and 1 more)"
    )
