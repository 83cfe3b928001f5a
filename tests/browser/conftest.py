"""A real browser on a phone-sized page. A journey is red on any answer of 400 or more it did not expect, any request elsewhere, any script error."""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import BrowserContext, Page, sync_playwright

from askfirst.people.demo import load_people
from tests.cast import MONDAY
from tests.clock import at
from tests.web.pages import send

__all__ = ["at"]

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright keeps a loop in the tests' own thread; the server has threads of its own

SHOTS = Path(__file__).parents[2] / "var" / "test"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
COLOURS = "axe.run({runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations']})"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")  # the same engine; without its window it is a third of the work
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail("Chromium is not here: install it (apt-get install -y chromium) and run the tests again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def plain_static(settings):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]


@dataclass
class Journey:
    """One person's way through the pages."""

    window: Page
    context: BrowserContext
    base: str
    script: bool = True
    expected: set[int] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    at_home: bool = False

    @property
    def page(self):
        """What the window shows; whoever has just signed in stands at home, opened when somebody looks at it."""
        if self.at_home:
            self.open("/")
        return self.window

    def open(self, path):
        self.at_home = False
        return self.window.goto(self.base + path)

    def sign_in(self, name):
        """Somebody of the cast comes in. The form itself is walked by the tests of signing in; here its answer is enough."""
        client = Client(HTTP_HOST="localhost")
        assert send(client, "/sign-in/", {"person": name}).status_code == 302, name
        self.context.add_cookies([{"name": one.key, "value": one.value, "url": self.base} for one in client.cookies.values()])
        self.at_home = True

    def press(self, words, *, sends=True):
        """The first visible button of these words; `sends` waits for the page that answers."""
        button = self.page.locator("button:visible").filter(has_text=re.compile("^" + re.escape(words))).first
        if sends:
            self.go(button)
        else:
            button.click()

    def follow(self, words):
        """The link of these words, to the page behind it."""
        self.go(self.page.get_by_role("link", name=words, exact=True).first)

    def go(self, what):
        """A click on whatever leads to another page: what is read next is read there."""
        with self.page.expect_navigation():
            what.click()

    def axe(self):
        """Everything axe finds wrong here, in any degree, and in the other light whatever it finds wrong with colours.

        It is a script itself: in a page without scripts it would wait for ever.
        """
        assert self.script, "axe looks at pages with scripts alone"
        found = [*Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]]
        dark = self.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        self.page.emulate_media(color_scheme="light" if dark else "dark")
        found += self.page.evaluate(COLOURS)["violations"]
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        return [(one["id"], one["impact"], [node["html"][:120] for node in one["nodes"]]) for one in found]

    def wide(self):
        """Whether the page must be pushed sideways to be read."""
        return self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def _answered(self, response):
        if response.status >= 400 and response.status not in self.expected:
            self.wrong.append("%d at %s" % (response.status, response.url))

    def _asked(self, request):
        if not request.url.startswith(self.base):
            self.wrong.append("a request elsewhere: " + request.url)

    def _said(self, message):
        if message.type == "error" and not (self.expected and "Failed to load resource" in message.text):
            self.wrong.append("the browser says: " + message.text)


@pytest.fixture
def walk(chromium, live_server, request):
    """Make a journey: `walk(script=False, dark=True, width=320)`."""
    made = []

    def start(*, script=True, dark=False, width=390):
        context = chromium.new_context(
            viewport={**PHONE, "width": width}, java_script_enabled=script, color_scheme="dark" if dark else "light", locale="en-GB"
        )
        context.set_default_timeout(8000)
        page = context.new_page()
        journey = Journey(page, context, live_server.url, script)
        page.on("response", journey._answered)
        page.on("request", journey._asked)
        page.on("console", journey._said)
        page.on("pageerror", lambda error: journey.wrong.append("a script broke: %s" % error))
        made.append(journey)
        return journey

    yield start
    failed = any(report.failed for report in getattr(request.node, "reports", []))
    for number, journey in enumerate(made):
        if failed or journey.wrong:
            SHOTS.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"[^a-z0-9]+", "-", request.node.name.lower())[:80]
            journey.window.screenshot(path=SHOTS / ("%s-%d.png" % (name, number)), full_page=True)
        journey.context.close()
    assert [wrong for journey in made for wrong in journey.wrong] == []


@pytest.fixture
def signed_in(walk, live_server, at, transactional_db):
    """A journey of somebody of the cast, on the stories' Wednesday: `signed_in("harrow", dark=True)`."""
    load_people(monday=MONDAY)
    at("2026-11-25 10:00")

    def start(name, **how):
        journey = walk(**how)
        journey.sign_in(name)
        return journey

    return start


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    outcome = yield
    item.reports = [*getattr(item, "reports", []), outcome.get_result()]
