"""Two worlds that differ only in what somebody may not see, and every answer of every address in both. A difference is a leak."""

import json
import re
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test.client import encode_multipart

from tests.access.cast_roles import NOBODY
from tests.access.doors import PATHS
from tests.access.happenings import HAPPENINGS, RUN_PAGES, VIEWERS
from tests.access.world import FORM, NEVER_USED, enter, page_before, somebody
from tests.cast import who
from tests.clock import london
from tests.guard.archive_files import packed, tweets
from tests.guard.photo_files import full_jpeg

__all__ = ["NOW", "STARTED", "TURNS", "addresses", "answers", "compared", "doormen", "told_apart"]

STARTED, NOW = london("2026-11-25 09:00"), london("2026-11-25 11:00")
SECRETS = re.compile(rb'(name="csrfmiddlewaretoken" value="|name="once" value=")[^"]*')  # tokens and keys of forms
A_NEW_SECRET = "/me/second-step/set-up/"  # its page draws one each time, so that only its status can be compared
DRAFT = "I saw Kit Okoro-Penn and Ms Harrow at the gate. Ring me on 07700 900455."
GATE = "A short story of our trip to Zanzibar last night, marked in two parts."  # names a day, and words of every event of the happenings
FRIENDS = "Kit Okoro-Penn\nNoor Haddad-Lyle, Ottilie Grange\nMrs Rowbotham\nElowen Tamblyn\nSunny Marlow"
NAME = "zanzibar-northgate.example"  # words of the happenings, and a school's name
WITH_FILE = "multipart/form-data; boundary=zanzibar"
ARCHIVE = encode_multipart(  # posts that name people and events of the happenings
    "zanzibar",
    {"author": "staff", "file": SimpleUploadedFile("a.zip", packed(tweets([("2026-11-24 06:31", DRAFT), ("2026-11-24 07:31", GATE)])))},
)
PHOTO = encode_multipart(  # names people, and is of a day and in words of every event of the happenings
    "zanzibar",
    {
        "author": "staff",
        "people": "Kit Okoro-Penn, Elowen Tamblyn, Sunny Marlow",
        "words": GATE,
        "photo_taken": "24/11/2026",
        "file": SimpleUploadedFile("a.jpg", full_jpeg(taken="2026:11:24 10:15:00")),
    },
)
PAGE = encode_multipart("zanzibar", {"author": "staff", "html": "<html><p>%s<p>%s" % (DRAFT, GATE)})
# Asked by everybody in every pair: whatever lists, counts or opens cases. The rest comes in turns, each address in one pair of eight.
ALWAYS = frozenset(known for known, (door, _, _) in PATHS.items() if door in ("case", "asker", "who opened", "beside")) | {
    "", "me/", "me/record.json", "cases/", "api/v1/cases", "api/v1/me", "api/v1/me/tasks", "reports/tries/",
    "reports/opened/", "reports/counts/", "reports/counts.csv", "api/v1/reports/counts", "me/away/", "events/", "records/", "records/holds/", "break-glass/",
}  # fmt: skip
TURNS = 8
# Asked beside the plain address of each route: filters, places, another reader.
ASIDES = (
    "/cases/?kind=question", "/cases/?kind=press&state=pending", "/cases/?open=yes", "/cases/?state=closed", "/cases/?after={ref}", "/cases/?after=1",
    "/cases/{ref}/?sent=1", "/?as=student", "/procedure/?q=friends", "/procedure/?as=student", "/api/v1/cases?kind=press", "/api/v1/cases?after={ref}",
    "/api/v1/people/{other}/hats", "/me/record/?x=1", "/api/v1/sites/lookup?url=walks.example/blog", "/sign-in/?next=/me/",
)  # fmt: skip
POSTS = (
    ("/check/", {"text": DRAFT, "author": "staff", "channel": "blog", "audience": "public"}, FORM),
    ("/check/", {"text": DRAFT, "author": "student", "channel": "blog", "audience": "public"}, FORM),
    ("/api/v1/checks/post", {"text": DRAFT, "author": "staff"}, "application/json"),
    ("/check/", {"text": GATE, "author": "staff", "channel": "blog", "audience": "public", "photo_taken": "24/11/2026"}, FORM),
    ("/api/v1/checks/post", {"text": GATE, "author": "student"}, "application/json"),
    ("/check/friends/", {"text": FRIENDS, "author": "staff"}, FORM),
    ("/check/friends/", {"text": FRIENDS, "author": "parent"}, FORM),
    ("/api/v1/checks/friends", {"text": FRIENDS, "author": "staff"}, "application/json"),
    ("/check/name/", {"text": NAME, "author": "staff"}, FORM),
    ("/api/v1/checks/name", {"text": NAME, "author": "student"}, "application/json"),
    ("/check/page/", PAGE, WITH_FILE),
    ("/api/v1/checks/page", {"html": "<p>" + DRAFT, "author": "staff"}, "application/json"),
    ("/api/v1/checks/photo", PHOTO, WITH_FILE),
    ("/api/v1/checks/archive", ARCHIVE, WITH_FILE),
    ("/do-i-need-to/start-a-blog/", {"answer": "yes"}, FORM),
    ("/remove/", {"what": "neither", "asker": "staff", "evidence": "no", "poster": "not-safe", "link": "Facebook"}, FORM),
    ("/api/v1/take-down/route", {"what": "neither", "asker": "staff", "evidence": "no", "poster": "unknown"}, "application/json"),
    ("/is-this-official/", {"url": "walks.example/blog"}, FORM),
    ("/is-this-official/link/", {"url": "walks.example/blog"}, FORM),
    ("/sign-in/", {"person": "nobody-of-that-name"}, FORM),
    ("/ask/", {"text": ""}, FORM),
    ("/press/", {"asked": ""}, FORM),
    ("/people/", {"kind": "question", "who": "harrow"}, FORM),
    ("/people/", {"kind": "press", "who": "osei", "school": "eastfield"}, FORM),
    ("/cases/{ref}/steps/answer/", {"text": "Yes"}, FORM),
    ("/api/v1/cases/{ref}/steps/withdraw", {}, "application/json"),
    ("/api/v1/cases", {"kind": "rumour"}, "application/json"),
)


def doormen():
    """A browser for each, signed in before anything happens; and the pages that groups are part of, there in both worlds."""
    for name in RUN_PAGES:
        page_before(somebody(name, STARTED), STARTED - timedelta(hours=1))
    browsers = {viewer: enter(viewer, NOW) for viewer in VIEWERS}
    for browser in browsers.values():
        browser.get("/check/")  # for the cookie of forms
    return browsers


def body_of(fields, kind):
    """As it is sent: a form, a form with a file (made already), or JSON."""
    if isinstance(fields, bytes):
        return fields
    return urlencode(fields) if kind == FORM else json.dumps(fields)


def addresses(turn):
    """What somebody asks for in this turn, as (method, path, body, kind)."""
    rest = []
    for known, (_, methods, address) in sorted(PATHS.items()):
        if known in ALWAYS:
            yield "GET", "/" + address, "", ""
        else:
            rest.append(("GET", "/" + address, "", ""))
        rest += [(method, "/" + address, "", "") for method in ("HEAD", "OPTIONS") if method in methods and "{ref}" in address]
    rest += [("GET", path, "", "") for path in ASIDES]
    rest += [("POST", path, body_of(fields, kind), kind) for path, fields, kind in POSTS]
    yield from rest[turn % TURNS :: TURNS]


def _bare(response, refs, hidden):
    """Status, body, headers and cookies, with what differs each time taken out; a case of one's own is known by its place in the story."""
    names = {ref: "CASE%04d" % number for number, ref in enumerate(refs)} | ({hidden: NEVER_USED} if hidden else {})
    text = SECRETS.sub(rb"\1", response.content)
    headers = {name: value for name, value in response.items() if name != "Set-Cookie"}
    for ref, name in names.items():
        text = text.replace(ref.encode(), name.encode())
        headers = {header: value.replace(ref, name) for header, value in headers.items()}
    return response.status_code, text, headers, sorted(response.cookies)


def answers(browser, viewer, refs, hidden, asks):
    """What this viewer gets in this world. `refs`: cases of theirs, in order; `hidden`: one that is not theirs, asked for by name."""
    me = who(viewer.partition("/")[0]) if viewer != NOBODY else NEVER_USED
    found, jar = {}, browser.cookies.output().replace("Set-Cookie: ", "")
    for method, path, body, kind in asks:
        asked = path.replace("{ref}", hidden or NEVER_USED).replace("{self}", me).replace("{other}", who("harrow"))
        browser.cookies.load(jar)
        with transaction.atomic():  # what asking leaves behind is undone, so that the order of asking is nothing to tell by
            response = browser.generic(method, asked, body, content_type=kind or FORM, REMOTE_ADDR="127.0.0.1")
            transaction.set_rollback(True)
        bare = _bare(response, refs, hidden)
        found[method, path, body] = bare[:1] if path == A_NEW_SECRET else bare
    browser.cookies.load(jar)
    return found


def _happens(plan):
    """The world of a plan, (happening, words, minute) in order: the reference each opened, or None."""
    refs = []
    for id, words, minute in plan:
        at = STARTED + timedelta(minutes=minute)
        settings.CLOCK = lambda at=at: at
        refs.append(HAPPENINGS[id].do(words, at))
    settings.CLOCK = lambda: NOW
    return refs


def seen_in(plan, viewer, other_words):
    """The part of a plan that a viewer may notice; where they may know of it without its words, with other words."""
    kept = []
    for id, words, minute in plan:
        happening = HAPPENINGS[id]
        if viewer in happening.notices:
            kept.append((id, words, minute))
        elif viewer in happening.knows_of:
            kept.append((id, other_words, minute))
    return tuple(kept)


def _asked_by(viewer, plan, turn):
    """Every address of the turn, but for the check of a photo where it may tell this viewer of something in the plan."""
    told = any(viewer in HAPPENINGS[id].told_by_a_photo for id, _, _ in plan)
    return [ask for ask in addresses(turn) if not (told and ask[1] == "/api/v1/checks/photo")]


def compared(plan, browsers, other_words, turn, bare_worlds):
    """A plan's world against each viewer's world without what is not theirs: how many pairs, and each difference in a line.

    `bare_worlds` remembers answers in the second world, which many plans share.
    """
    asks = {viewer: _asked_by(viewer, plan, turn + number) for number, viewer in enumerate(browsers)}
    with transaction.atomic():
        refs = _happens(plan)
        full = {}
        for viewer, browser in browsers.items():
            ours = [
                ref
                for ref, (id, _, _) in zip(refs, plan, strict=True)
                if ref and viewer in HAPPENINGS[id].notices | HAPPENINGS[id].knows_of
            ]
            hidden = next((ref for ref in refs if ref and ref not in ours), None)
            full[viewer] = answers(browser, viewer, ours, hidden, asks[viewer])
        transaction.set_rollback(True)
    leaks = []
    for viewer, browser in browsers.items():
        without = seen_in(plan, viewer, other_words)
        known = bare_worlds.setdefault((viewer, without), {})
        new = [ask for ask in asks[viewer] if ask[:3] not in known]
        if new:
            with transaction.atomic():
                refs = _happens(without)
                known |= answers(browser, viewer, [ref for ref in refs if ref], None, new)
                transaction.set_rollback(True)
        leaks += told_apart(viewer, full[viewer], known)
    return len(browsers), leaks


def told_apart(viewer, one, other):
    """What differs, address by address."""
    found = []
    for asked, answer in one.items():
        if answer != other[asked]:
            part = next(
                name
                for name, left, right in zip(("status", "body", "headers", "cookies"), answer, other[asked], strict=False)
                if left != right
            )
            found.append("%s tells %s apart by its %s" % (" ".join(asked[:2]), viewer, part))
    return found
