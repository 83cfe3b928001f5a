"""Somebody's way through pages as a browser without scripts goes it: what a form holds is sent, what stands on a button is pressed.

A field that is not on the page cannot be filled in, and a button that is not there cannot be pressed: a walk breaks where a person's would.
"""

from urllib.parse import urlencode, urlsplit

from tests.web.pages import FORM, page_of


class Walk:
    """`page`: where they are now. `screens`: a line for each page on the way that is not the one before again, with an answer in it.

    `paths`: every address they came to; `taken`: the steps of cases they took.
    """

    def __init__(self, browser, path):
        self.browser, self.screens, self.paths, self.taken = browser, [], [], []
        self.open(path)

    def open(self, path):
        self._came(self.browser.get(path))
        return self

    def _came(self, answer):
        while answer.status_code in (302, 303):
            answer = self.browser.get(answer["Location"])
        self.answer, self.status = answer, answer.status_code
        self.path, self.page = answer.request["PATH_INFO"], page_of(answer)
        self.paths.append(self.path)
        self.main = self.page.one(tag="main")
        asked = [one.text for one in self.main.walk() if one.tag in ("legend", "label")]
        screen = "{}: {}".format(self.heading, asked[0] if asked else "")
        if not self.screens or self.screens[-1] != screen:
            self.screens.append(screen)

    @property
    def heading(self):
        return self.main.all(tag="h1")[0].text

    @property
    def text(self):
        return self.main.text

    def forms(self):
        """The forms of the page with their buttons; the way back is one of them."""
        return [(form, form.all(tag="button")) for form in self.page.all(tag="form")]

    def asks(self):
        """The names of what can be filled in or chosen."""
        found = [one for form, _ in self.forms() for tag in ("input", "textarea", "select") for one in form.all(tag=tag)]
        return {one.attrs["name"] for one in found if one.attrs.get("type") not in ("hidden", "submit") and "readonly" not in one.attrs}

    def press(self, words, **fills):
        """The first button that begins with these words, its form filled in; on to what comes."""
        form, button = next((form, one) for form, buttons in self.forms() for one in buttons if one.text.startswith(words))
        held = _held(form)
        unknown = set(fills) - {one.attrs.get("name") for tag in ("input", "textarea", "select") for one in form.all(tag=tag)}
        assert not unknown, (unknown, self.heading)
        given = {**held, **fills} | ({button.attrs["name"]: button.attrs.get("value", "")} if "name" in button.attrs else {})
        where = form.attrs.get("action") or self.path
        if form.attrs.get("method", "get").lower() == "get":
            self._came(self.browser.get(where + "?" + urlencode(given, doseq=True)))
        else:
            self._came(self.browser.post(where, urlencode(given, doseq=True), content_type=FORM))
        return self

    def change(self, field):
        """From the look at the answers back to one of them."""
        form, button = next(
            (form, one) for form, buttons in self.forms() for one in buttons if one.attrs.get("name") == "change" and one.has("af-change")
            and one.attrs["value"] == field
        )  # fmt: skip
        given = {**_held(form), "change": button.attrs["value"]}
        self._came(self.browser.post(form.attrs.get("action") or self.path, urlencode(given, doseq=True), content_type=FORM))
        return self

    def form_of(self, step):
        """The names of what the form of a step asks."""
        (form,) = [one for one in self.page.all(tag="form") if one.attrs.get("action", "").endswith("/steps/%s/" % step)]
        return {one.attrs["name"] for tag in ("input", "textarea") for one in form.all(tag=tag) if one.attrs.get("type") != "hidden"}

    def steps(self):
        """The steps that can be taken here."""
        return [one.attrs["action"].split("/")[4] for one in self.page.all(tag="form") if "/steps/" in one.attrs.get("action", "")]

    def take(self, step, **fills):
        """The form of a step on the page of a case, filled in and sent."""
        (form,) = [one for one in self.page.all(tag="form") if one.attrs.get("action", "").endswith("/steps/%s/" % step)]
        assert set(fills) <= self.form_of(step), (set(fills) - self.form_of(step), step)
        self.taken.append(step)
        self._came(self.browser.post(form.attrs["action"], urlencode({**_held(form), **fills}, doseq=True), content_type=FORM))
        return self

    def follow(self, words):
        link = next(one for one in self.main.all(tag="a") if one.text == words)
        return self.open(urlsplit(link.attrs["href"])._replace(scheme="", netloc="").geturl())


def walked(walk, given, *, looks=lambda walk: None):
    """From the first question of a door to the look at the answers; each page filled in with what is given for it."""
    for _ in range(20):
        looks(walk)
        if walk.heading == "Check your answers":
            return walk
        before = walk.text
        walk.press("Continue", **{name: given[name] for name in walk.asks() & set(given)})
        assert walk.status == 200, walk.text
        assert walk.text != before, before
    raise AssertionError(walk.heading)


def asked_of(browser, path, given):
    """Each page's questions, by name, on the way through a door that ends with the look at the answers."""
    pages = []
    walked(Walk(browser, path), given, looks=lambda walk: pages.append(walk.asks()))
    return pages[:-1]


def once_of(browser, path, given):
    """The key with which the form would be sent."""
    return walked(Walk(browser, path), given).page.one(tag="input", name="once").attrs["value"]


def _held(form):
    """What a browser would send of the form as it stands."""
    held = {}
    for one in form.walk():
        name, sort = one.attrs.get("name"), one.attrs.get("type", "text")
        if not name or (one.tag == "input" and sort in ("radio", "checkbox") and "checked" not in one.attrs):
            continue
        if one.tag == "textarea":
            held[name] = one.raw.removeprefix("\n")
        elif one.tag == "input":
            held[name] = one.attrs.get("value", "")
    return held
