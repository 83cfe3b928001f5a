"""What people do in a happening: they open cases and carry them on, look drafts over, come and go, and try doors. Each gives a `do(words, at)`.

A `do` brings it about with every free word of it being `words`, and gives the reference of what it opened, if it opened something.
"""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from askfirst.adoption import drafting
from askfirst.adoption.draft_view import under_way
from askfirst.adoption.editions import as_edition
from askfirst.casework import code_phrase, reading, refused, steps
from askfirst.casework.evidence import add_evidence
from askfirst.casework.models import Case
from askfirst.people.family import family_of
from askfirst.records import break_glass
from askfirst.records.taken_away import take_away
from tests.access.world import FORM, NEVER_USED, enter, somebody
from tests.cast import who
from tests.guard.archive_files import packed, tweets
from tests.guard.photo_files import jpeg
from tests.onward import sent_on

__all__ = [
    "RUN_PAGES", "asks", "asks_for", "asks_for_an_emergency", "asks_for_data", "checks", "comes_and_goes",
    "drafts_an_edition", "goes_the_staff_way",
    "goes_the_student_way", "guesses", "instructs", "keeps_a_list", "keeps_out", "logs", "looks_through_friends", "registers", "runs_a_group",
    "tells", "tells_of_a_concern", "tells_of_a_page", "tie", "tries_a_door",
]  # fmt: skip

TOLD_OF = {
    "declaration": {"what": "blog", "says": "no"},
    "plan": {"says": "no"},
    "interest": {},
    "offer": {"band": "gift", "already": "no", "supplier": "no"},
    "page": {},
}
WRITTEN = {
    "declaration": ("topic", "address"),
    "plan": ("topic", "name"),
    "interest": ("text",),
    "offer": ("payer", "text"),
    "page": ("name", "purpose"),
}
GROUP = {"service": "Facebook", "second": "barrowman", "login": "club@northgate.example", "ages": "yes", "messages": "off"}
RUN_PAGES = ("harrow", "averill")


def asks(name, to="line-manager", *after):
    def do(words, at):
        ref = steps.open_case(kind="question", by=somebody(name, at), details={"text": words, "to": to, "draft": words}, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def logs(name, schools, *after, **details):
    def do(words, at):
        given = {"asked": words, "schools": list(schools), "reporter": {"name": words[:50]}, **details}
        ref = steps.open_case(kind="press", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def tells(name, kind, *after, **details):
    def do(words, at):
        given = {**TOLD_OF[kind], **dict.fromkeys(WRITTEN[kind], words[:150]), **details}
        ref = steps.open_case(kind=kind, by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def runs_a_group(name, *after):
    """A group with students that is only for learning, part of a page that was there before; every free word of it is `words`."""

    def do(words, at):
        page = Case.objects.filter(kind="page", asker=who(name), state="official").earliest("id").ref
        given = {**GROUP, "about_page": page, "group": words[:150], "purpose": words[:150]}
        ref = steps.open_case(kind="exemption", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def asks_for(name, details, *after):
    """Something is to come down; every free word of it is `words`."""

    def do(words, at):
        ref = steps.open_case(kind="removal", by=somebody(name, at), details={**details, "item": words[:150], "why": words[:150]}, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def keeps_out(name, details, *after):
    """Somebody is not to be in posts; every free word of it is `words`."""

    def do(words, at):
        given = {"scope": "topic", "until": "2027-07-21", **details, "what": words[:150]}
        given = {field: words if held is ... else held for field, held in given.items()}
        ref = steps.open_case(kind="do-not-post", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def asks_for_data(name, *after, **details):
    """A copy of somebody's data, or what went wrong with it; every free word of it is `words`."""

    def do(words, at):
        given = {"want": "copy", "which": words[:150], **details}
        given = {field: words if held is ... else held for field, held in given.items()}
        ref = steps.open_case(kind="data-request", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def tells_of_a_page(name, *after):
    """Somebody tells of a page that may not be ours; every free word of it is `words`."""

    def do(words, at):
        given = {"address": "https://page.example/" + str(len(words)), "what": "school", "children": "no", "text": words}
        ref = steps.open_case(kind="impostor", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def goes_the_staff_way(name, about, *after):
    """A concern of somebody’s about somebody, sent the staff way; every free word of it is `words`."""

    def do(words, at):
        ref = sent_on("staff-route", about, by=somebody(name, at), at=at, words={"summary": words})
        _carry_on(ref, after, words, at)
        return ref

    return do


def goes_the_student_way(name, about, *after, hurt=()):
    """A concern of somebody’s about a student, sent the student way; every free word of it is `words`."""

    def do(words, at):
        ref = sent_on("student-route", about, by=somebody(name, at), at=at, hurt=hurt, words={"summary": words})
        _carry_on(ref, after, words, at)
        return ref

    return do


def tells_without_a_name(*after, **details):
    """Six words open its mailbox once, and nobody in particular has read it."""

    def do(words, at):
        told = {"danger": "no", "where": words, "when": "Now", "what": words, "hurt": "nobody", "school": "northgate", **details}
        phrase = code_phrase.tell_without_a_name(told, at=at)
        ref = Case.objects.latest("id").ref
        code_phrase.write(phrase, {"text": words}, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def tells_of_a_concern(name, details, *after):
    """Something that worries somebody; every free word of it is `words`."""

    def do(words, at):
        given = {"danger": "no", "where": words, "when": "Now", "what": words, "hurt": "nobody", "school": "northgate", **details}
        ref = steps.open_case(kind="concern", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def keeps_a_list(name, *after):
    def do(words, at):
        ref = steps.open_case(kind="steps", by=somebody(name, at), details={"reported": True, "numbers": words}, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def instructs(name, whom, *after):
    """A manager drafts an instruction; every free word of it is `words`."""

    def do(words, at):
        given = {"ground": "MAN-2", "conflict": True, "starts": "2026-11-25", "ends": "2027-04-30", "disclosures": "no", "union": "no"}
        given |= {"whom": whom, **dict.fromkeys(("what", "why", "scope", "less"), words[:150])}
        ref = steps.open_case(kind="instruction", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def registers(name, *after, **details):
    """An event of yesterday; every free word of it is `words`."""

    def do(words, at):
        given = {"called": words[:150], "place": words[:150], "day": "2026-11-24", "rule": "none", "notice": words[:150], **details}
        ref = steps.open_case(kind="event", by=somebody(name, at), details=given, at=at)
        _carry_on(ref, after, words, at)
        return ref

    return do


def _carry_on(ref, after, words, at):
    """Steps by others, each a second later; "reads" opens the case."""
    for number, (name, step, given) in enumerate(after, start=1):
        when = at + timedelta(seconds=number)
        filled = {field: words if held is ... else held for field, held in given.items()}
        if step == "reads":
            reading.open_file(ref, by=somebody(name, when), at=when)
        elif step == "beside":
            add_evidence(ref, by=somebody(name, when), at=when, given=filled)
        elif step == "take-away":
            take_away(ref, 1, by=somebody(name, when), at=when, given={"ground": "wrong", **filled})
        else:
            steps.take(ref=ref, step=step, by=somebody(name, when), given=filled, at=when)


def checks(many):
    """Somebody looks over a draft many times, on the page and by the API, one page, one photo and one archive."""

    def do(words, at):
        browser = enter("standish", at)
        draft = {"text": words + " Ring me on 07700 900455, Mrs Rainsford is a clueless cow.", "author": "staff"}
        form = urlencode({**draft, "channel": "blog", "audience": "public"})
        for number in range(many):
            if number % 4:
                answer = browser.post("/api/v1/checks/post", draft, content_type="application/json", REMOTE_ADDR="192.0.2.9")
            else:
                answer = browser.post("/check/", form, content_type=FORM, REMOTE_ADDR="192.0.2.9")
            assert answer.status_code == 200
        photo = SimpleUploadedFile("a.jpg", jpeg(comment=words[:1_000].encode()))
        saved = {"author": "staff", "html": "<html><p>%s" % words[:1_000]}
        assert browser.post("/check/page/", saved, REMOTE_ADDR="192.0.2.9").status_code == 200
        answer = browser.post("/check/photo/", {"author": "staff", "words": words[:1_000], "file": photo}, REMOTE_ADDR="192.0.2.9")
        assert answer.status_code == 200
        held = SimpleUploadedFile("mine.zip", packed(tweets([("2026-11-24 06:31", words[:1_000])])))
        answer = browser.post("/check/archive/", {"author": "staff", "file": held}, REMOTE_ADDR="192.0.2.9")
        assert answer.status_code == 200

    return do


def looks_through_friends(words, at):
    """Somebody looks through a list of friends, marks two names as family, and undoes one."""
    browser, listed = enter("okoropenn", at), words[:100] + "\nKit Okoro-Penn\nNoor Haddad-Lyle"
    form = {"text": listed, "author": "staff"}
    assert browser.post("/api/v1/checks/friends", form, content_type="application/json", REMOTE_ADDR="192.0.2.9").status_code == 200
    for name in ("Kit Okoro-Penn", words[:50]):
        answer = browser.post("/check/friends/family/", urlencode({**form, "mark": name}), content_type=FORM, REMOTE_ADDR="192.0.2.9")
        assert answer.status_code == 200
    undone = family_of(who("okoropenn"))[0].id
    assert browser.post("/check/friends/family/", urlencode({**form, "undo": undone}), content_type=FORM).status_code == 200


def tie(make):
    def do(words, at):
        make(words)

    return do


def comes_and_goes(words, at):
    browser = enter("standish", at)
    browser.get("/me/")
    browser.post("/sign-out/")


def guesses(words, at):
    browser = Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.9")
    for name in ("nobody-here", "harrow "):
        browser.post("/sign-in/", urlencode({"person": name, "password": words[:30]}), content_type=FORM)


def tries_a_door(words, at):
    refused.tried(NEVER_USED, by=somebody("okoropenn", at), at=at)


def asks_for_an_emergency(words, at):
    """IT asks for emergency access, and is allowed it; the reference of the request."""
    given = {"case": NEVER_USED, "why": words, "second": who("achterberg")}
    ref = break_glass.ask(given, by=somebody("wieczorek", at), at=at)
    break_glass.answer(ref, agree=True, by=somebody("achterberg", at), at=at + timedelta(seconds=1))
    return ref


def drafts_an_edition(words, at):
    """The next edition of the procedure is written, and is nobody's to read but its owner's and its approver's."""
    ref = getattr(under_way(), "ref", "") or drafting.open_review(by=somebody("pritchard", at), at=at)
    clause = replace(as_edition(drafting.draft(ref=ref)).clause("PRI-1"), plain=words[:3000] or "x")
    drafting.put_clause(ref=ref, clause=clause, by=somebody("pritchard", at), at=at)
