"""Every address and every method, for everybody, against the list of doors; an address or a command that nobody put in the list is red."""

import re
import zlib
from dataclasses import replace

import click
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import URLPattern, get_resolver, path

from askfirst.cli.main import COMMANDS as LOADED
from askfirst.cli.main import askfirst
from askfirst.people.models import Absence, Holding
from askfirst.web import urls as pages
from askfirst.words import say
from tests.access.cast_roles import NOBODY
from tests.access.channels import TOKEN
from tests.access.doors import BOTH, COMMANDS, METHODS, PATHS
from tests.access.table import QUESTIONS
from tests.access.world import NEVER_USED, build, command, enter
from tests.cast import MONDAY, who

ASKED = QUESTIONS[0]  # Ms Harrow’s question to Dr Pascoe
KNOCKING = (
    NOBODY,
    "harrow",
    "pascoe",
    "wieczorek",
    "sethuraman",
    "devlin",
    "thackray",
    "blenkinsop-g",
    "farouk",
    "whitlam",
    "braithwaite",
    "grange",
)
AT_HOME, ELSEWHERE = "127.0.0.1", "192.0.2.7"
ENDS_THE_SESSION = ("sign-out/", "me/sessions/end-all/")
SIGN_IN = re.compile(r"/sign-in/\?next=")


def addresses(patterns, before=""):
    for one in patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield here
        else:
            yield from addresses(one.url_patterns, here)


def commands():
    context = click.Context(askfirst)
    for name in LOADED:
        found = askfirst.get_command(context, name)
        yield from ("%s %s" % (name, inner) for inner in found.list_commands(context)) if isinstance(found, click.Group) else [name]


def not_named():
    """What the product has and the list does not, and the other way round."""
    return set(addresses(get_resolver().url_patterns)) ^ set(PATHS)


def test_every_address_is_in_the_list():
    assert not_named() == set()
    print("%d addresses" % len(PATHS))


def test_an_address_that_is_not_in_the_list_is_noticed(monkeypatch):
    patterns = get_resolver().url_patterns
    monkeypatch.setattr(get_resolver(), "url_patterns", [*patterns, path("cases/<str:ref>/raw/", lambda request, ref: HttpResponse())])
    assert not_named() == {"cases/<str:ref>/raw/"}


def test_every_command_is_in_the_list():
    assert sorted(commands()) == sorted(COMMANDS)


def test_a_command_for_a_person_does_nothing_for_nobody(people):
    world = build(ASKED)
    for name, door in COMMANDS.items():
        if door == "person":
            arguments = {
                "campaigns drop": ("BBBBBBBB",),
                "campaigns open": ("BBBBBBBB",),
                "campaigns plan": ("--edition", "2018-11", "--who", "staff", "--opens", "2026-11-25", "--closes", "2026-12-18"),
                "campaigns press": ("read",),
                "campaigns show": ("BBBBBBBB",),
                "cases add-evidence": (world.ref,),
                "cases copy": (world.ref,),
                "cases evidence": (world.ref,),
                "cases list": (),
                "cases open": ("question",),
                "cases opened": (world.ref,),
                "cases pack": (world.ref,),
                "cases put-right": (world.ref, "--entry", "1", "--words", "-"),
                "cases save-evidence": (world.ref, "1", "never-made"),
                "cases show": (world.ref,),
                "cases step": (world.ref, "withdraw"),
                "cases take-away": (world.ref, "1", "--ground", "wrong", "--words", "-"),
                "procedure bring": ("never-made",),
                "procedure decide": (NEVER_USED, "SNS-6", "leave-out"),
                "procedure draft": (NEVER_USED,),
                "procedure keep": (NEVER_USED, "away"),
                "procedure step": (NEVER_USED, "lint"),
                "sites apply": ("never-made", "--digest", "0" * 64),
                "sites look": ("never-made",),
                "trust agree": (NEVER_USED,),
                "trust set": ("trust.duty_phone", "01632 960199", "--why", "It changed."),
                "trust take-back": (NEVER_USED,),
                "trust undo": (NEVER_USED, "--why", "It changed."),
                "records purge": ("--digest", "0" * 64),
            }.get(name, ())
            code, said = command(*name.split(), *arguments, "--as", NOBODY)
            assert (code, "Nobody here has that username" in said) == (2, True)


# ---------------------------------------------------------------- what each door answers


def knock(browser, method, address, ref, me):
    given = "/" + address.replace("{ref}", ref).replace("{self}", me)
    kind = "application/json" if address.startswith("api/") else "application/x-www-form-urlencoded"
    return browser.generic(method, given, "{}" if kind.endswith("json") else "", content_type=kind, REMOTE_ADDR=AT_HOME)


def heard(response, viewer):
    """What somebody is told, in a word. Whoever is in may be refused in so many words: that is an answer."""
    if response.status_code == 302 and SIGN_IN.match(response["Location"]):
        return "sign in"
    if response.status_code == 403 and viewer not in (NOBODY, "grange"):
        return "answered"
    return {401: "sign in", 403: "sign in", 404: "missing", 405: "not this way"}.get(response.status_code, "answered")


ALIKE = {"nothing": "missing", "server": "answered"}


def expected(door, methods, method, viewer, address):
    """By hand from the doors. An address of the API asks who is there before it looks at the method; a page does so too."""
    out = viewer in (NOBODY, "grange")
    if door in ALIKE:
        return ALIKE[door]
    answers = "answered" if method in methods else "not this way"
    if door in ("public", "demo"):
        return answers
    if door == "public to read" and out and method in ("GET", "HEAD"):
        return "answered"
    if out:
        return "sign in"
    if door in ROLL:
        return _of_the_roll(door, method, viewer, answers)
    if door in DUTY and (not address.startswith("api/") or (method in methods and method != "OPTIONS")):
        return answers if viewer in on_duty(door, method, address) else "missing"
    sees = OF_A_CASE.get(door, (viewer,))
    if answers == "answered" and viewer not in sees and method != "OPTIONS":
        return (
            "answered" if address.endswith("steps/pass-on/") and method != "POST" else "missing"
        )  # it leads to the case, which is missing
    return answers


DUTY = {
    "works here": ("harrow", "pascoe", "wieczorek", "sethuraman", "devlin", "thackray", "whitlam", "braithwaite"),
    "dpo": ("sethuraman",),
    "drafts": (),  # nobody who knocks here writes the procedure, and no draft is out for comments
    "official pages": (),  # communications do not knock here
    "break-glass": ("wieczorek", "sethuraman", "braithwaite"),
    "governance": (),
    "counts": ("sethuraman", "devlin", "thackray"),  # the governance professional does not knock here
    "campaigns": ("sethuraman", "devlin", "thackray"),
    "one campaign": (),  # there is none
    "settings": ("sethuraman",),  # the governance professional does not knock here
    "one setting": ("sethuraman",),
    "manages": ("pascoe", "devlin", "braithwaite"),
    "prints": ("devlin",),
}


def on_duty(door, method, address):
    """The governance professional alone plans a campaign and changes a setting, and does not knock here; IT alone asks for a case."""
    if method == "POST" and address == "break-glass/":
        return ("wieczorek",)
    if method == "POST" and (door == "one setting" or address == "api/v1/campaigns"):
        return ()
    return DUTY[door]


ROLL = {"routing": ("sethuraman", "wieczorek", "braithwaite"), "imports": ("wieczorek", "braithwaite"), "contacts": ("whitlam",)}
ROLL |= dict.fromkeys(("holds", "one hold"), ("sethuraman", "braithwaite"))
ROLL |= {"one emergency": ("wieczorek", "sethuraman", "braithwaite"), "emergency case": ("wieczorek",), "one change": ("sethuraman",)}
ROLL |= dict.fromkeys(("one import", "import step", "merges", "one merge"), ROLL["imports"])
SEES = ("harrow", "pascoe")  # the question that stands there
OF_A_CASE = {
    "case": SEES,
    "who opened": (*SEES, "sethuraman"),
    "asker": ("harrow",),
    "copies": (),
    "mends": (),
    "proof": (),
    "beside": (),
    "drafts": (),
}
ALIKE = {"nothing": "missing", "server": "answered"}
"""To everybody."""


def _of_the_roll(door, method, viewer, answers):
    """There is no import and no hold of that reference, and nobody waits to be decided."""
    if door == "routing" and viewer == "whitlam":
        return "answered"  # the way to her contacts, and no question to ask
    if viewer not in ROLL[door]:
        return "missing"
    nothing = {
        "one import": ("GET", "HEAD"),
        "import step": ("POST",),
        "contacts": ("POST",),
        "one merge": BOTH,
        "one hold": BOTH,
        "one emergency": BOTH,
        "one change": BOTH,
        "emergency case": ("GET", "HEAD"),
    }.get(door, ())
    if method in nothing or (door in ("imports", "merges") and method == "POST" and viewer != "wieczorek"):
        return "missing"
    return answers


def bare(response, ref):
    headers = sorted((name, value) for name, value in response.items() if name != "Content-Length")
    text = TOKEN.sub(rb"\1", response.content).replace(ref.encode(), NEVER_USED.encode())
    return response.status_code, text, [(name, value.replace(ref, NEVER_USED)) for name, value in headers]


def walk_the_doors(world, keep=lambda *_: True):
    """Every address, method and person that is kept: how many, and what was wrong."""
    count, wrong = 0, []
    for viewer in KNOCKING:
        browser, me = world.browser(viewer), "" if viewer == NOBODY else who(viewer)
        for known, (door, methods, address) in PATHS.items():
            for method in METHODS:
                if (known in ENDS_THE_SESSION and method == "POST") or not keep(viewer, known, method):
                    continue  # the rest of the walk needs the session
                count += 1
                response = knock(browser, method, address, world.ref, me or NEVER_USED)
                if (got := heard(response, viewer)) != (wanted := expected(door, methods, method, viewer, address)):
                    wrong.append("%s %s as %s: expected %r, got %r (%d)" % (method, known, viewer, wanted, got, response.status_code))
                if "{ref}" in address and viewer not in SEES and not (door == "who opened" and viewer == "sethuraman"):
                    other = knock(browser, method, address, NEVER_USED, me or NEVER_USED)
                    if bare(response, world.ref) != bare(other, NEVER_USED):
                        wrong.append("%s %s as %s: told apart from one never used" % (method, known, viewer))
    return count, wrong


def sampled(viewer, known, method):
    """One knock in twelve, always the same ones, and every reading of a page about a case."""
    about_a_case = "<str:ref>" in known and method == "GET"
    return about_a_case or zlib.crc32("|".join((viewer, known, method)).encode()) % 12 == 0


def test_a_sample_of_doors_answers_whom_it_should(people):
    count, wrong = walk_the_doors(build(ASKED), sampled)
    print("%d knocks, %d wrong" % (count, len(wrong)))
    assert wrong == []
    assert {known for known in PATHS for viewer in KNOCKING for method in METHODS if sampled(viewer, known, method)} == set(PATHS)
    assert count > 400


@pytest.mark.prove
def test_every_door_answers_whom_it_should(people):
    count, wrong = walk_the_doors(build(ASKED))
    print("%d knocks, %d wrong" % (count, len(wrong)))
    assert wrong == []
    assert count == len(KNOCKING) * (len(PATHS) * len(METHODS) - len(ENDS_THE_SESSION))


def test_a_door_left_open_is_noticed(people, monkeypatch):
    def answers_all(request):
        return render(request, "web/pages/plain.html", {"heading": say("Open"), "body": say("To all."), "next": say("Go on.")})

    pattern = next(one for one in pages.urlpatterns if str(one.pattern) == "me/record.json")
    monkeypatch.setattr(pattern, "callback", answers_all)
    _, wrong = walk_the_doors(build(ASKED), lambda viewer, known, method: known in ("me/", "me/record.json"))
    assert len(wrong) > 20
    assert all("me/record.json" in line for line in wrong)


def test_health_is_for_the_server_alone_and_the_mail_page_for_the_demo(people, monkeypatch):
    browser = Client(HTTP_HOST="localhost")
    never = {method: bare(browser.generic(method, "/nothing-here/"), "") for method in METHODS}
    for address in ("/health", "/ready"):
        for method in METHODS:
            assert bare(browser.generic(method, address, REMOTE_ADDR=ELSEWHERE), "") == never[method]
    monkeypatch.setattr(settings, "ASKFIRST", replace(settings.ASKFIRST, mode="production"))
    never = {method: bare(browser.generic(method, "/nothing-here/"), "") for method in METHODS}
    assert {method: bare(browser.generic(method, "/mail-sent/"), "") for method in METHODS} == never


def test_a_deputy_reads_refused_tries_while_the_officer_is_away(people):
    world = build(ASKED)

    def opens() -> int:
        return world.browser("siddiqui").get("/reports/tries/").status_code

    assert opens() == 404
    held = Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=MONDAY)
    assert opens() == 404, "the officer is there"
    assert "/reports/tries/" not in world.browser("siddiqui").get("/me/").content.decode()
    away = Absence.objects.create(person_id=who("sethuraman"), starts=MONDAY)
    assert opens() == 200
    assert "/reports/tries/" in world.browser("siddiqui").get("/me/").content.decode()
    away.delete()
    assert opens() == 404
    held.delete()
    assert opens() == 404


def test_nobody_else_reads_my_hats(people):
    world = build(ASKED)
    for viewer in KNOCKING[1:-1]:
        mine, theirs = ("/api/v1/people/%s/hats" % who(name) for name in (viewer, "abernethy"))
        assert world.browser(viewer).get(mine).status_code == 200
        assert bare(world.browser(viewer).get(theirs), who("abernethy")) == bare(
            world.browser(viewer).get("/api/v1/people/%s/hats" % NEVER_USED), NEVER_USED
        )


WITHOUT_TOKEN = (
    "api/v1/checks/post", "api/v1/checks/photo", "api/v1/checks/archive", "api/v1/checks/page", "api/v1/checks/friends",
    "api/v1/checks/name", "api/v1/take-down/route", "is-this-official/",
    "is-this-official/link/",
)  # fmt: skip


@pytest.mark.parametrize(
    "known", [known for known, (_, methods, _) in PATHS.items() if "POST" in methods and known not in ("health", "ready")]
)
def test_every_form_needs_its_token(people, known):
    """All but those that store nothing and know nobody: the API's check and ways to have something taken down, and the public look-up."""
    world = build(ASKED)
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    strict.cookies = enter("harrow", settings.CLOCK()).cookies
    response = knock(strict, "POST", PATHS[known][2], world.ref, who("harrow"))
    assert response.status_code == (400 if known in WITHOUT_TOKEN else 403)
