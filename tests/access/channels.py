"""Each way to a case, taken for real, and what came of it in one word. What is expected stands in cells.py."""

import json
import re
from urllib.parse import urlencode

from django.conf import settings

from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from askfirst.trail.models import Notice
from tests.access.cast_roles import NOBODY
from tests.access.world import CANARY, FORM, NEVER_USED, command
from tests.cast import who

__all__ = ["GIVEN", "READ", "TAKE", "masked"]

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*')
NOTHING_THERE = "There is nothing of yours under that reference"
PASSED_ON = (b"This was passed on", b"Somebody passed this on, so it is not yours")
NOT_KNOWN = "Nobody here has that username"

DRAFT = {
    "why": "It is not out yet.", "ground": "MAN-2", "confidentiality": True, "scope": "The visit alone.", "less": "A talk, which was not enough.",
    "starts": "2026-12-20", "ends": "2027-04-30", "disclosures": "no", "union": "no",
}  # fmt: skip
# What is filled in for each step, so that nothing but who and when can refuse it: the words, and of what.
GIVEN: dict[str, tuple[dict, str]] = {
    "answer": ({"text": "Yes.", "strength": "You may", "outside": True}, ""),
    "pass-on": ({"who": "comms"}, ""),
    "that-helps": ({}, ""),
    "ask-again": ({"text": "And then?"}, ""),
    "delete-draft": ({}, ""),
    "withdraw": ({}, ""),
    "consult": ({"advice": "Take your time."}, ""),
    "advise": ({"advice": "Say what you like."}, ""),
    "name-school": ({}, "brannocks"),
    "own-up": ({}, ""),
    "respond": ({"note": "Done."}, ""),
    "decline": ({}, ""),
    "hand-over": ({}, ""),
    "finish": ({}, ""),
    "decide": ({}, ""),  # no kind has it
    "settle": (
        {"outcome": "no-conflict", "note": "Fine.", "impartiality": True, "confidentiality": True, "conflict": True, "commercial": True},
        "",
    ),
    "set-aside": ({"reason": "Known since last year."}, ""),
    "talk": ({"how": "by-message"}, ""),
    "hand-on": ({}, ""),
    "renamed": ({}, ""),
    "confirm": ({}, ""),
    "reply": ({"text": "Thank you."}, ""),
    "year-on": ({}, ""),
    "still-so": ({}, ""),
    "changed": ({"text": "It is a podcast now."}, ""),
    "ended": ({}, ""),
    "left": ({}, ""),
    "accept": ({}, ""),
    "submit": ({}, ""),
    "people": ({"second": "Ms Bethan Thackray-Noor", "successor": "thackray"}, ""),
    "account": ({"login": "trips@northgate.example", "recovery": "office@northgate.example"}, ""),
    "rules": ({"photos": "none", "comments": "off", "students": "no"}, ""),
    "agree": ({}, ""),
    "changes": ({"note": "Say who it is for."}, ""),
    "turn-down": ({"reason": "Wait until spring."}, ""),
    "comms-check": ({"note": "Clear whose it is."}, ""),
    "dpo-look": ({"note": "Fine."}, ""),
    "make-official": ({"called": "Northgate history trips"}, ""),
    "hold-back": ({"reason": "Wait until spring."}, ""),
    "ask-above": ({}, ""),
    "in-order": ({}, ""),
    "set-address": ({"address": "@northgate_trips on Instagram"}, ""),
    "mixed-found": ({"note": "It sells things."}, ""),
    "plan": ({"outcome": "split"}, ""),
    "mended": ({}, ""),
    "hand-event": ({"organiser": "makoni"}, ""),
    "name-successor": ({"successor": "qureshi"}, ""),
    "take-over": ({}, ""),
    "not-me": ({"note": "I have others."}, ""),
    **dict.fromkeys(
        (
            "owner-leaves",
            "owner-stays",
            "next-owner",
            "new-owner",
            "wait-for-owner",
            "owner-there",
            "new-organiser",
        ),
        ({}, ""),
    ),
    "clean": ({}, ""),
    "still-mixed": ({"note": "The shop is there."}, ""),
    "archive": ({}, ""),
    "advice-read": ({"read_on": "2026-11-23", "both": True}, ""),
    "go-live": ({}, ""),
    "note": ({"note": "Seen."}, ""),
    "second": ({"second": "Ms Bethan Thackray-Noor"}, ""),
    "second-read": ({"read_on": "2026-11-23"}, ""),
    "set-up": ({"login": "club@northgate.example", "ages": "yes", "messages": "off"}, ""),
    "lapse": ({}, ""),
    "back-in-order": ({}, ""),
    "go-on": ({}, ""),
    "end": ({"reason": "The exams are over."}, ""),
    "stop": ({}, ""),
    "tick": ({"untagged": True}, ""),
    "share": ({}, ""),
    "stop-sharing": ({}, ""),
    "say-what": ({"outcome": "removed"}, ""),
    "pass-to-them": ({}, ""),
    "report-back": ({"outcome": "removed"}, ""),
    "remind-them": ({}, ""),
    "what-came": ({"outcome": "removed"}, ""),
    "ask-school": ({}, ""),
    "mark-link": ({"which": "1", "status": "removed"}, ""),
    "look-again": ({"check_on": "2026-12-15"}, ""),
    "still-gone": ({}, ""),
    "back-again": ({"which": "1", "outcome": "school"}, ""),
    "no-answer": ({}, ""),
    "time-to-remind": ({}, ""),
    "watched-out": ({}, ""),
    "acknowledge": ({}, ""),
    "release-reason": ({"to": "head"}, ""),
    "expire": ({}, ""),
    "not-so": ({}, ""),
    "not-ours": ({"reported_on": "2026-11-25", "check_on": "2026-12-08"}, ""),
    "ours": ({}, ""),
    "not-known": ({}, ""),
    "down": ({}, ""),
    "still-up": ({"check_on": "2026-12-15"}, ""),
    "site-refused": ({"check_on": "2026-12-15"}, ""),
    "is-back": ({"reported_on": "2026-11-25", "check_on": "2026-12-15"}, ""),
    "give": ({"how": "paper", "note": "Two folders."}, ""),
    "refuse-part": ({"reason": "It is about somebody else too."}, ""),
    "ask-back": ({"what": "which", "text": "Which year?"}, ""),
    "lead-part": ({}, ""),
    "redact": ({"words": "a name", "why": "somebody-else"}, ""),
    "leave-out": ({"part": "BBBBBBBB", "why": "harm"}, ""),
    "tell-us": ({"text": "The last one."}, ""),
    "extend": ({"reason": "There is a great deal of it."}, ""),
    "issue-notice": ({}, ""),
    "change-rule": ({"rule": "none", "notice": "No pictures.", "why": "A family asked."}, ""),
    "call-off": ({"why": "It is cancelled."}, ""),
    "window-over": ({}, ""),
    "look": ({"text": "Shorter."}, ""),
    "issue": ({}, ""),
    "change": ({**DRAFT, "what": "The visit."}, ""),
    "receive": ({}, ""),
    "receive-later": ({}, ""),
    "query": ({"text": "What does it mean?"}, ""),
    "explain": ({"text": "The visit alone."}, ""),
    "challenge": ({"text": "It is known already."}, ""),
    "review": ({"outcome": "stands", "reason": "Not yet."}, ""),
    "renew": ({"reason": "A second visit.", "ends": "2027-11-30"}, ""),
    "advise-again": ({"text": "Fine."}, ""),
    "lift": ({"reason": "It is over."}, ""),
    "begin": ({}, ""),
    "ending": ({}, ""),
    "over": ({}, ""),
    "check-speech": (
        {
            **dict.fromkeys(("belief", "union", "whistleblowing", "politics", "audience", "reach", "link", "harm", "lesser"), "Looked at."),
            "outcome": "go-on",
            "reason": "It is about a person.",
            "con_10": True,
        },
        "",
    ),
    "informal": ({"note": "A talk."}, ""),
    "hand-off": ({"reason": "It went on."}, ""),
    "to-agency": ({"reason": "It went on."}, ""),
    "to-chair": ({"reason": "It went on."}, ""),
    "check-again": ({"reason": "A clause is missing."}, ""),
    "no-further": ({"reason": "It is a view."}, ""),
    "tell-subject": ({"summary": "Posts.", "clauses": "CON-10", "next": "HR writes.", "rights": "To speak."}, ""),
    "own-account": ({"text": "I was tired."}, ""),
    "talk-held": ({"how": "by-message", "note": "It is down."}, ""),
    "store-outcome": ({"outcome": "no-case", "decided_by": "nwachukwu", "decided_on": "2026-11-25"}, ""),
    "let-decider": ({}, ""),
    "add-note": ({"sort": "fact", "text": "Somebody saw it."}, ""),
    "support": (
        {"check_in": "done", "cover": "declined", "union": "done", "education_support": "not-needed", "reason": "They know it."},
        "",
    ),
    "support-student": (
        {"check_in": "done", "apart": "declined", "adult": "done", "childline": "not-needed", "reason": "They know it."},
        "",
    ),
    "pause": ({"text": "A student is in it."}, ""),
    "let-go-on": ({}, ""),
    "file-gone": ({"gone_on": "2026-11-23"}, ""),
    "clear": ({"triage": "usual"}, ""),
    **dict.fromkeys(("hold", "flag", "no-action", "advice", "restorative", "removal", "data-breach", "complaint"), ({"reason": "So."}, "")),
    "release": ({"outcome": "handlers"}, ""),
    "pass-outside": ({"passed_on": "2026-11-25", "number": "L-17"}, ""),
    "weigh": ({"safeguarding": "no", "lawful": "not-lawful", "reason": "It names a class.", "pri_2": True}, ""),
    "other-evidence": ({"evidence": "I read the post today."}, ""),
    **dict.fromkeys(("hr-and-agency", "to-staff-route", "to-student-route"), ({"summary": "A post."}, "")),
    "go-on-leaver": ({"reason": "It matters all the same."}, ""),
    "close-leaver": ({"reason": "Nothing is left to do."}, ""),
    "merge": ({"case": "elsewhere"}, ""),
    **dict.fromkeys(("tell-reporter", "ask-reporter", "reopen", "reopen-held", "reopen-ended"), ({"note": "We look at it."}, "")),
    "add": ({"text": "It was on Monday."}, ""),
    "record-outcome": ({"outcome": "unfounded", "reason": "There was nothing."}, ""),
    "record-malicious": ({"evidence": "They said so.", "reason": "They said so."}, ""),
    "second-look": ({"outcome": "stands", "note": "It stays."}, ""),
    "let-talk": ({}, ""),
    "record-talk": ({"talked_on": "2026-11-23", "notes": "We talked.", "support": "None."}, ""),
    "take-account": ({"text": "It was me."}, ""),
    "find": ({"outcome": "misconduct", "reason": "It is there."}, ""),
    "write-summary": ({"summary": "Your child posted a story."}, ""),
    **dict.fromkeys(
        ("tell-parent", "tell-social-worker", "tell-carer", "tell-virtual-school"), ({"told_on": "2026-11-23", "way": "rang"}, "")
    ),
    **dict.fromkeys(("ask-lead", "not-told", "to-head", "has-left"), ({"reason": "So."}, "")),
    "policy": ({"number": "BP-1"}, ""),
    "head-decides": ({"outcome": "none", "decided_on": "2026-11-23"}, ""),
    "close-record": ({"result": "It is mended."}, ""),
    **dict.fromkeys(("back-talked", "back-found", "back-with-head", "back-to-finish"), ({}, "")),
    **dict.fromkeys(
        ("dealt-with", "close", "still-helping", "helped", "back-weighing", "back-weighed", "back-routed", "back-dealt"), ({}, "")
    ),
    **dict.fromkeys(("not-employed", "again-informal", "again-handed-off", "again-agency", "again-chair"), ({}, "")),
}


def masked(response, ref=NEVER_USED):
    """Without the token, and without the reference that was asked for: a page may show its own address."""
    return response.status_code, TOKEN.sub(rb"\1", response.content).replace(ref.encode(), NEVER_USED.encode())


def _missing(world, viewer, channel, response, again):
    """Whether it is, byte for byte, what a reference never used gets; or that it was passed on, with no word and no name of it."""
    if any(said in response.content for said in PASSED_ON):
        assert CANARY.encode() not in response.content.lower(), "words of what was passed on"
        return "passed on"
    key = (viewer, channel)
    if key not in world.never:
        world.never[key] = masked(again(NEVER_USED))
    return "missing" if masked(response, world.ref) == world.never[key] else "told apart from missing"


def _get(world, viewer, path):
    """A page, asked for once by each: what a cell does is undone, so the next answer would be the same."""
    if (viewer, path) not in world.got:
        world.got[viewer, path] = world.browser(viewer).get(path)
    return world.got[viewer, path]


def _page(path, *, told):
    """A page about one case: `told` says what it told, from its text."""

    def look(world, viewer):
        def ask(ref):
            return _get(world, viewer, path % ref)

        response = ask(world.ref)
        if response.status_code == 302 and response["Location"].startswith("/sign-in/"):
            return "sign in"
        if response.status_code == 200:
            return told(response.content.decode(), world)
        return _missing(world, viewer, path, response, ask)

    return look


def _api(path, *, told):
    def look(world, viewer):
        def ask(ref):
            return _get(world, viewer, "/api/v1" + path % ref)

        response = ask(world.ref)
        if response.status_code == 401:
            return "sign in"
        if response.status_code == 200:
            return told(response.content.decode(), world)
        return _missing(world, viewer, path, response, ask)

    return look


def _seen(text, world):
    return "seen"


def _wordless(text, world):
    assert CANARY not in text.lower(), "words where there are to be none"
    return "seen"


def _words(text, world):
    return "words" if CANARY in text.lower() else "status"


def _part(text, world):
    held = json.loads(text)["part"]
    if world.row.kind in ("removal", "staff-route", "student-route", "concern") and held == "status" and CANARY in text.lower():
        return "told"
    assert (held == "status") == (CANARY not in text.lower()), "the API says one part and gives another"
    return held


def _listed(text, world):
    assert CANARY not in text.lower(), "words in a list"
    return "listed" if world.ref in text else "not listed"


def _counted(text, world):
    found = re.search(r'role="status">(\d+) cases?, newest first', text)
    return int(found[1]) if found else 0


def _looked(text, world):
    return "told" if 'id="sees"' in text and ("Nobody but you" in text or re.search(r'id="sees">[^<]*</h2><ul', text)) else "not told"


def _mine(text, world):
    return _listed(text.partition('aria-labelledby="mine"')[2].partition("</section>")[0], world)


def _waiting(text, world):
    return _listed(text.partition('aria-labelledby="todo"')[2].partition("</section>")[0], world)


def _api_tasks(text, world):
    return _listed(text, world)


def _held_on_paper(text, world):
    """The cases of somebody's own record, as a page; addresses they tried in vain stand in a section of their own."""
    return _listed(text.partition('aria-labelledby="cases"')[2].partition("</section>")[0], world)


def _held(text, world):
    """The cases of somebody's own record; addresses they tried in vain stand apart."""
    data = json.loads(text)
    return _listed(json.dumps([case.get("ref") or case.get("reference") for case in data["cases"]]), world)


def _says(code, said, told):
    if NOT_KNOWN in said:
        return "sign in"
    if PASSED_ON[1].decode() in said:
        return "passed on"
    return "missing" if NOTHING_THERE in said else told if code != 2 else "refused"


def _as(viewer):
    return ("--as", viewer)


def _show(*options):
    def look(world, viewer):
        code, said = command("cases", "show", world.ref, *options, *_as(viewer))
        return _says(code, said, _words(said, world))

    return look


def _command_opened(world, viewer):
    code, said = command("cases", "opened", world.ref, *_as(viewer))
    return _says(code, said, _wordless(said, world))


def _command_beside(world, viewer):
    code, said = command("cases", "evidence", world.ref, *_as(viewer))
    return _says(code, said, _wordless(said, world))


def _command_list(*options, key="cases"):
    def look(world, viewer):
        code, said = command("cases", "list", "--json", *options, *_as(viewer))
        if code == 2:
            return _says(code, said, "")
        return _listed(json.dumps(json.loads(said)[key]), world)

    return look


def _command_after(world, viewer):
    code, said = command("cases", "list", "--after", world.ref, *_as(viewer))
    return _says(code, said, "a place in the list")


def _place(text, world):
    return "a place in the list"


def _api_after(world, viewer):
    response = world.browser(viewer).get("/api/v1/cases", {"after": world.ref})
    if response.status_code == 401:
        return "sign in"
    if response.status_code == 200:
        return "a place in the list"
    return _missing(world, viewer, "after", response, lambda ref: world.browser(viewer).get("/api/v1/cases", {"after": ref}))


def _number(world, viewer):
    """A place in the list is a reference, never a number that counts what others opened."""
    answers = [_get(world, viewer, "/cases/?after=%d" % number) for number in (1, 2)]
    return "a number is a place" if any(answer.status_code == 200 for answer in answers) else "no place"


def _notice(world, viewer):
    if viewer == NOBODY:
        return "told" if Notice.objects.filter(case=world.ref, to="").exists() else "not told"
    return "told" if Notice.objects.filter(case=world.ref, to=who(viewer.partition("/")[0])).exists() else "not told"


def _mail(world, viewer):
    """Whose mail names the case; no mail holds a word of it."""
    if "mails" not in world.never:
        while send_due(at=settings.CLOCK()):
            pass
        world.never["mails"] = [mail for mail in mail_sent(most=10_000) if world.ref in mail.body]
    mails = world.never["mails"]
    assert not any(CANARY in (mail.subject + mail.body).lower() for mail in mails), "words in a mail"
    address = Person.objects.filter(username=viewer.partition("/")[0]).values_list("email", flat=True).first()
    return "told" if address and any(mail.to == address for mail in mails) else "not told"


# Each channel that only reads. The name is the one cells.py expects by.
READ = {
    "page": _page("/cases/%s/", told=_words),
    "page right after sending": _page("/cases/%s/?sent=1", told=_seen),
    "api": _api("/cases/%s", told=_part),
    "command line": _show(),
    "command line, as data": _show("--json"),
    "list": _page("/cases/%.0s", told=_listed),
    "list of its kind": lambda world, viewer: _page("/cases/?kind=" + world.row.kind + "%.0s", told=_listed)(world, viewer),
    "list of another kind": lambda world, viewer: _page(
        "/cases/?kind=" + ("press" if world.row.kind == "question" else "question") + "%.0s", told=_listed
    )(world, viewer),
    "api list": _api("/cases%.0s", told=_listed),
    "command line list": _command_list(),
    "count": _page("/cases/%.0s", told=_counted),
    "receipt": _page("/cases/%s/receipt/", told=_words),
    "receipt as a file": _page("/cases/%s/receipt.json", told=_words),
    "who opened it": _page("/cases/%s/opened/", told=_wordless),
    "api who opened it": _api("/cases/%s/opened", told=_wordless),
    "command line who opened it": _command_opened,
    "audit list": _page("/reports/opened/%.0s", told=_listed),
    "beside it": _page("/cases/%s/evidence/", told=_wordless),
    "api beside it": _api("/cases/%s/evidence", told=_wordless),
    "command line beside it": _command_beside,
    "who has looked": _page("/cases/%s/", told=_looked),
    "my things": _page("/me/%.0s", told=_mine),
    "my record": _page("/me/record/%.0s", told=_held_on_paper),
    "my record as a file": _page("/me/record.json%.0s", told=_held),
    "api record": _api("/me/record%.0s", told=_held),
    "to do": _page("/me/%.0s", told=_waiting),
    "to do at home": _page("/%.0s", told=_waiting),
    "api tasks": _api("/me/tasks%.0s", told=_api_tasks),
    "command line tasks": _command_list(key="tasks"),
    "place in the list": _page("/cases/?after=%s", told=_place),
    "api place in the list": _api_after,
    "command line place in the list": _command_after,
    "a number as a place": _number,
    "refused tries": _page("/reports/tries/%.0s", told=_listed),
    "notice": _notice,
    "mail": _mail,
}


def _sent_page(world, viewer, step):
    words, of = GIVEN[step]
    fields = {name: "yes" if value is True else value for name, value in words.items()} | {"version": world.version, "of": of}

    def send(ref):
        return world.browser(viewer).post("/cases/%s/steps/%s/" % (ref, step), urlencode(fields), content_type=FORM)

    response = send(world.ref)
    if response.status_code == 403:
        return "sign in"
    if response.status_code == 404:
        return _missing(world, viewer, "step page " + step, response, send)  # the page leads a second hat back to its address
    if response.status_code == 409 and PASSED_ON[0] in response.content:
        return "passed on"
    # 303 leads back to the case; 200 says that it is no longer theirs to see
    return {303: "taken", 200: "taken", 409: "refused"}.get(response.status_code, str(response.status_code))


def _sent_api(world, viewer, step):
    words, of = GIVEN[step]

    def send(ref):
        body = {**words, "for": of} if of else words
        return world.browser(viewer).post("/api/v1/cases/%s/steps/%s" % (ref, step), json.dumps(body), content_type="application/json")

    response = send(world.ref)
    if response.status_code == 404 and b"no such step" in response.content:
        return "no such step"
    if response.status_code == 404:
        return _missing(world, viewer, "step api", response, send)
    if response.status_code == 409 and PASSED_ON[1] in response.content:
        return "passed on"
    return {200: "taken", 401: "sign in", 409: "refused"}.get(response.status_code, str(response.status_code))


def _sent_command(world, viewer, step):
    words, of = GIVEN[step]
    given = ("--words", "-") if words else ()
    code, said = command("cases", "step", world.ref, step, *given, *(("--for", of) if of else ()), *_as(viewer), words=json.dumps(words))
    if "no such step" in said:
        return "no such step"
    return _says(code, said, "taken")


def _offered_page(world, viewer, step):
    response = _get(world, viewer, "/cases/%s/" % world.ref)
    return "offered" if ('action="/cases/%s/steps/%s/"' % (world.ref, step)).encode() in response.content else "not offered"


def _offered_api(world, viewer, step):
    response = _get(world, viewer, "/api/v1/cases/%s" % world.ref)
    offers = response.json().get("steps", []) if response.status_code == 200 else []
    return "offered" if any(offer["id"] == step and not offer["refusals"] for offer in offers) else "not offered"


TAKE = {
    "step by page": _sent_page,
    "step by api": _sent_api,
    "step by command line": _sent_command,
    "button": _offered_page,
    "api offer": _offered_api,
}
