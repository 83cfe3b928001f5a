"""A page given to a browser from memory, and what it shows of some words: whether they lie on the page, in ink that a reader sees.

Only `inside` runs it, in a process that is set apart. No request is answered but for the page itself and the sheets given with it.
"""

import base64
import json
import time
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from PIL import Image

from askfirst.guard.drawn.ink import Line, judged, lines_of
from askfirst.guard.drawn.talk import Answer, Browser, Gone
from askfirst.guard.limits import Limits
from askfirst.guard.saved.found import SCREEN

__all__ = ["drawn"]

WIDE = 1_280
# Pictures are not fetched. In their place stand fields of black and white, on which letters of any colour show, as large as one may be.
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><defs><pattern id="a" width="8" height="8" '
    b'patternUnits="userSpaceOnUse"><path fill="#fff" d="M0 0h8v8H0z"/><path d="M0 0h4v4H0zM4 4h4v4H4z"/></pattern></defs>'
    b'<path fill="url(#a)" d="M0 0h320v240H0z"/></svg>'
)
ADDRESS = "http://page.invalid/"
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline' http: https:; img-src data: http: https:; font-src data:; form-action 'none';"
    " base-uri http: https:"
)
ASKED = Path(__file__).with_name("asked.js").read_text(encoding="utf-8")
SOON = 2.0  # seconds before the parent would stop it
MOST = 12  # places that are looked at, of all quotes together


def drawn(path: str, page: str, sheets: dict[str, bytes], quotes: list[str], most: Limits) -> list[Answer | None]:
    """For each quote: {"why", "hard", "top"} of where it is seen best; None where it does not stand in the page as drawn. Raises Gone."""
    browser = Browser(path, time.monotonic() + most.wall - SOON, most.memory)
    _attached(browser)
    browser.told = lambda name, said: _asked_for(browser, name, said, page, sheets)
    browser.ask("Fetch.enable", patterns=[{"urlPattern": "*"}])
    browser.send("Page.navigate", url=ADDRESS)
    browser.wait("Page.loadEventFired")
    _value(browser, ASKED)
    found = _value(browser, "askfirst.find(%s)" % json.dumps(quotes))
    left = MOST
    answers: list[Answer | None] = []
    for one in found:
        numbers = one["numbers"][: max(0, left)]
        left -= len(numbers)
        if numbers:
            looked = [_looked(browser, int(number)) for number in numbers]
            answers.append(min(looked, key=lambda said: (len(said["why"]), len(said["hard"]))))
        else:
            answers.append({"why": ["off"], "hard": [], "top": 0} if one["stands"] and not one["numbers"] else None)
    return answers


def _attached(browser: Browser) -> None:
    """Raises Gone."""
    while True:
        pages = [one for one in browser.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        if pages:
            break
        time.sleep(0.02)
    browser.session = browser.ask("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)["sessionId"]
    browser.ask("Page.enable")
    browser.ask("Emulation.setDeviceMetricsOverride", width=WIDE, height=SCREEN, deviceScaleFactor=1, mobile=False)
    browser.ask("Emulation.setEmulatedMedia", media="screen", features=[{"name": "prefers-color-scheme", "value": "light"}])


def _asked_for(browser: Browser, name: str, said: Answer, page: str, sheets: dict[str, bytes]) -> None:
    """Every request of the page stops here: the page and its own sheets are given from memory, all else is refused."""
    if name == "Inspector.targetCrashed":
        raise Gone
    if name != "Fetch.requestPaused":
        return
    where, kind = str(said["request"]["url"]), said.get("resourceType")
    if where == ADDRESS and kind == "Document" and not browser.given:
        browser.given = True
        _given(browser, said, "text/html; charset=utf-8", page.encode("utf-8", "replace"))
        return
    sheet = next((words for href, words in sheets.items() if where in (href, urljoin(ADDRESS, href))), None)
    if sheet is not None and kind == "Stylesheet":
        _given(browser, said, "text/css", sheet)
    elif kind == "Image":
        _given(browser, said, "image/svg+xml", PICTURE)
    else:
        browser.send("Fetch.failRequest", requestId=said["requestId"], errorReason="Aborted")


def _given(browser: Browser, said: Answer, kind: str, body: bytes) -> None:
    heads = {"Content-Type": kind, "Cache-Control": "no-store", "Content-Security-Policy": POLICY, "Access-Control-Allow-Origin": "*"}
    browser.send(
        "Fetch.fulfillRequest", requestId=said["requestId"], responseCode=200, body=base64.b64encode(body).decode("ascii"),
        responseHeaders=[{"name": name, "value": value} for name, value in heads.items()],
    )  # fmt: skip


def _value(browser: Browser, asked: str) -> Any:
    """Raises Gone."""
    said = browser.ask("Runtime.evaluate", expression=asked, returnByValue=True)
    if "exceptionDetails" in said:
        raise Gone
    return said["result"].get("value")


def _screen(browser: Browser) -> Image.Image:
    """Raises Gone."""
    said = browser.ask("Page.captureScreenshot", format="png")
    with Image.open(BytesIO(base64.b64decode(said["data"])), formats=("PNG",)) as held:
        if held.width * held.height > 4 * WIDE * SCREEN:
            raise Gone
        return held.convert("RGB")


def _looked(browser: Browser, number: int) -> Answer:
    """One place of a quote. Raises Gone."""
    said = _value(browser, "askfirst.show(%d)" % number)
    lines: list[Line] = lines_of(said["parts"])
    seen = _screen(browser)
    _value(browser, "askfirst.dim(%d, true)" % number)
    without = _screen(browser)
    _value(browser, "askfirst.dim(%d, false)" % number)
    why, hard = judged(lines, seen, without)
    return {"why": list(why), "hard": list(hard), "top": max(0, int(said["top"]))}
