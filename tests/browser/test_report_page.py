"""The kept report in a real browser: it can be read, reached by keyboard, and fits phone, desk and wall."""

from pathlib import Path

import pytest

from tests.browser.chromium import Browser, chromium, needs_chromium

pytestmark = needs_chromium
PAGE = Path(__file__).parents[2] / "reports" / "reference" / "sample.html"
SIZES = {"phone": (390, 844), "desk": (1280, 900), "A3": (1684, 1190)}
# Every piece of text: its colour (of drawings, their fill) and the first ground behind it that is not clear.
FAINT = """(() => {
  const parts = colour => {
    if (colour.startsWith('color(srgb')) {
      const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
      return [255 * r, 255 * g, 255 * b, a ?? 1];
    }
    const [r, g, b, a] = colour.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a ?? 1];
  };
  const bright = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const found = parts(getComputedStyle(e).backgroundColor);
      if (found[3] > 0) return found;
    }
    return [255, 255, 255, 1];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
    if (!text || text === '●' || !element.getClientRects().length) continue;
    const style = getComputedStyle(element), drawn = element.closest('svg');
    const [one, other] = [parts(drawn ? style.fill : style.color), ground(element)].map(bright);
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5 || style.opacity !== '1') faint.push([text.slice(0, 40), ratio]);
  }
  return faint;
})()"""
HERE = """(() => {
  const e = document.activeElement, style = getComputedStyle(e);
  return [e.tagName, style.outlineStyle, parseFloat(style.outlineWidth)];
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium(tmp_path_factory.mktemp("profile") / "chromium") as found:
        yield found


def shown(browser: Browser, size: str, scheme: str = "light") -> Browser:
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.size(*SIZES[size])
    browser.open(PAGE.as_uri())
    return browser


def press(browser: Browser, key: str, code: int, text: str = "") -> None:
    about = {"key": key, "code": key, "windowsVirtualKeyCode": code}
    browser.call("Input.dispatchKeyEvent", type="keyDown", text=text, **about)
    browser.call("Input.dispatchKeyEvent", type="keyUp", **about)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_what_is_behind_it(browser, scheme):
    page = shown(browser, "desk", scheme)
    page.run("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.run(FAINT) == []
    page.run("document.querySelector('h1').style.color = 'silver'")
    assert (page.run(FAINT) == []) == (scheme == "dark")  # the control: silver is lost on light paper alone


@pytest.mark.parametrize("size", SIZES)
def test_the_page_itself_never_scrolls_sideways(browser, size):
    page = shown(browser, size)
    assert page.run("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_the_first_screen_has_the_title_and_findings(browser):
    for size, (_, height) in SIZES.items():
        page = shown(browser, size)
        ends = "Math.ceil(document.querySelector('.findings li').getBoundingClientRect().bottom)"
        assert page.run(ends) < height, size


def test_the_keyboard_reaches_all_folds_and_is_seen_everywhere(browser):
    page = shown(browser, "desk")
    reachable = page.run("document.querySelectorAll('a[href], summary, [tabindex=\"0\"]').length")
    folds, seen = page.run("document.querySelectorAll('summary').length"), []
    for _ in range(reachable):
        press(page, "Tab", 9)
        seen.append(page.run(HERE))
    assert sum(tag == "SUMMARY" for tag, *_ in seen) == folds
    assert {outline for _, outline, _ in seen} == {"solid"}
    assert min(width for *_, width in seen) >= 2


def test_a_fold_opens_by_keyboard(browser):
    page = shown(browser, "desk")
    page.run("document.querySelector('summary').focus()")
    press(page, "Enter", 13, "\r")
    assert page.run("document.querySelector('details').open")


def test_the_page_asks_nobody_for_anything_and_complains_of_nothing(browser):
    page = shown(browser, "desk")
    assert page.strangers == []
    assert page.console == []
