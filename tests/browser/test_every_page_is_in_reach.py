"""axe on every page and every state it can be in, light and dark; nothing to push sideways at 320 px; targets a thumb can hit."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.browser.test_before_i_post import fill_in
from tests.proved import part

SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), summary, select, textarea')].filter(one => {
  const style = getComputedStyle(one);
  if (one.closest('[hidden]') || style.display === 'none' || !one.getClientRects().length) return false;
  if (one.matches('.govuk-skip-link') || (one.tagName === 'A' && style.display === 'inline')) return false;
  const box = one.matches('.govuk-checkboxes__input, .govuk-radios__input') ? one.parentElement.getBoundingClientRect() : one.getBoundingClientRect();
  return box.height < 43.5;
}).map(one => one.outerHTML.slice(0, 120))"""

# A link that is all there is of its paragraph or line is no link in a sentence: a thumb must hit it too.
ALONE = """() => [...document.querySelectorAll('main a[href]')].filter(one => {
  if (!one.getClientRects().length || one.getBoundingClientRect().height >= 43.5) return false;
  const block = one.closest('p, li');
  return block && block.textContent.trim() === one.textContent.trim();
}).map(one => one.outerHTML.slice(0, 120))"""

FOR_ALL = (
    "/",
    "/?as=student",
    "/check/",
    "/check/photo/",
    "/concern/",
    "/is-this-official/",
    "/not-ours/",
    "/by-link/",
    "/remove/",
    "/guides/",
)

DIM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@media (prefers-color-scheme: dark) { h1 { color: #333 !important } }');
  document.adoptedStyleSheets = [sheet];
}"""

BUTTONS = {
    "/sign-out/",
    "/me/hat/",
    "/me/sessions/end-all/",
    "/me/second-step/codes/",
    "/me/second-step/remove/",
    "/remove/save/",
    "/check/friends/family/",
}  # pressed, never opened
FOR_MACHINES = {"/health", "/ready", "/procedure/feed.atom"}
FILES = (".json", ".csv")  # they are saved, not shown


def addresses():
    """Every page without a part to fill in, from the house's own list; of the API's only its documents are a page."""
    found = []

    def read(patterns, before):
        for one in patterns:
            route = before + str(one.pattern)
            if isinstance(one, URLResolver):
                read(one.url_patterns, route)
            elif isinstance(one, URLPattern) and "<" not in route and "(?" not in route and not route.startswith("api/"):
                found.append("/" + route)

    read(get_resolver().url_patterns, "")
    return [path for path in found if path not in BUTTONS | FOR_MACHINES]


PAGES = [
    *addresses(),
    *(
        "/api/v1/docs",
        "/?as=student",
        "/check/?as=student",
        "/check/looks-for/?as=student",
        "/check/looks-for/email-address/",
        "/check/friends/?as=student",
        "/check/name/?as=student",
        "/check/page/?as=student",
        "/check/photo/?as=student",
        "/check/archive/?as=student",
        "/get-help/?as=student",
        "/put-it-right/?as=student",
    ),
    *("/remove/?as=student", "/guides/?as=student", "/guides/bebo/", "/guides/instagram/?as=student", "/guides/discord/"),
]


def test_the_list_of_pages_is_not_empty():
    assert {"/", "/check/", "/put-it-right/"} <= set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page(walk, path):
    journey = walk(width=320)
    journey.open(path)
    assert journey.page.evaluate("getComputedStyle(document.body).fontFamily").startswith("system-ui")
    assert journey.axe() == []
    assert not journey.wide()
    assert journey.page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", FOR_ALL)
def test_a_link_that_stands_alone_is_as_high_as_a_thumb(walk, path):
    journey = walk(width=320)
    journey.open(path)
    assert journey.page.evaluate(ALONE) == []
    assert not journey.wide()


@pytest.mark.parametrize("name", ["harrow", "farouk", "sethuraman"])
def test_axe_finds_nothing_on_any_page_of_somebody_signed_in(signed_in, name):
    """The same pages as whoever is here meets them; a page that is not theirs is the missing page, and that is held to axe once.

    In `make test` a teacher goes to each of them, and the other two to some.
    """
    journey = signed_in(name, width=320)
    journey.expected = {404}
    found, missing = [], 0
    pages = [one for one in addresses() if not one.endswith(FILES)]
    for path in pages if name == "harrow" else part(pages, 24):
        if journey.open(path).status == 404:
            missing += 1
            if missing > 1:
                continue
        wrong = [*journey.axe(), *journey.page.evaluate(SMALL), *(["wide"] if journey.wide() else [])]
        found += [(path, one) for one in wrong]
    assert found == []


def clean(journey):
    fill_in(journey, text="A lovely day.")


def found(journey):
    fill_in(
        journey,
        text="I teach at Northgate School. Jorah B in 8Q got 14% on the SEND reading screen. Ring 07700 900455.\nMrs Rainsford is a clueless cow.",
    )
    for details in journey.page.locator("summary:visible").all():
        details.click()


def used(journey):
    fill_in(journey)
    journey.press("Use this", sends=False)


def hidden(journey):
    fill_in(journey, text="Ring me on 07700 900455")
    journey.press("Not right? Hide this", sends=False)


def student(journey):
    fill_in(journey, who="I’m a student", channel="instagram", text="that ref was blind, call me on 07700 900455")


def help_first(journey):
    fill_in(journey, who="I’m a student", channel="instagram", text="I want to kill myself")


def help_and_all(journey):
    help_first(journey)
    journey.press("Show the rest of the check")


def empty(journey):
    journey.open("/check/")
    journey.press("Check")


def nobody(journey):
    journey.open("/check/")
    journey.page.fill("#text", "Hello")
    journey.press("Check")


def long(journey):
    fill_in(journey, text="a" * 100_001)


def missing(journey):
    journey.open("/nope/")


def large(journey):
    fill_in(journey, text="a" * 5_000_100)


@pytest.mark.parametrize(
    "state",
    [clean, found, used, hidden, student, help_first, help_and_all, empty, nobody, long, missing, large],
    ids=lambda one: one.__name__,
)
def test_axe_finds_nothing_in_a_state(walk, state):
    journey = walk(width=320)
    if state in (empty, nobody, long, missing, large):
        journey.expected = {400, 404, 413}
    state(journey)
    assert journey.axe() == []
    assert not journey.wide()
    assert journey.page.evaluate(SMALL) == []


def test_words_too_dim_in_the_other_light_are_noticed(walk):
    """Planted: a rule for the dark alone."""
    journey = walk()
    journey.open("/check/")
    assert journey.axe() == []
    journey.page.evaluate(DIM)
    assert [one[0] for one in journey.axe()] == ["color-contrast"]
    assert walk(dark=True).page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"), "the light it began with stays"


def test_axe_and_the_measure_of_targets_can_find_something(walk):
    """Planted: a field without a name, and a link as small as a crumb."""
    journey = walk()
    journey.open("/check/")
    journey.page.evaluate("document.querySelector('label[for=text]').remove(); document.querySelector('.af-brand').style.minHeight = '0'")
    journey.page.evaluate("document.querySelector('.af-brand').style.height = '9px'")
    assert "label" in [name for name, _, _ in journey.axe()]
    assert len(journey.page.evaluate(SMALL)) == 1
