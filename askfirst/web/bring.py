"""Bring your own document, for the governance professional: send it, look each clause over beside its own words, keep it or put it away.

Nothing of the procedure changes before it is kept. What cannot be done comes back with why, and with what was written.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import brought as documents
from askfirst.adoption.brought import Brought, Considered
from askfirst.adoption.states import Refused
from askfirst.casework.steps import Once
from askfirst.people.hats import GOVERNANCE
from askfirst.people.who import names
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.importing.by_hand import OWN
from askfirst.procedure.importing.proposals import ASKS
from askfirst.procedure.whole import lacks
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended, new_key, once_of
from askfirst.web.uploads import Sent, read_upload
from askfirst.words import Sentence, say

__all__ = ["bring", "bring_clause", "bring_one", "bring_step"]

WHO = {
    Addressee.STAFF: say("Staff"),
    Addressee.STUDENT: say("Students"),
    Addressee.BOTH: say("Staff and students"),
    Addressee.MANAGER: say("Line managers"),
    Addressee.TRUST: say("The Trust"),
}
DECIDED = {"yes": say("Confirmed"), "no": say("Left out"), "": say("Not decided yet")}
NO_FILE = say("No file came along. Choose one.")
ONE_FILE = say("Send one file at a time.")
CHOOSE = say("Choose whom it is for, and how strong it is.")
DONE = {
    "brought": say("We have read it. Nothing of the procedure has changed."),
    "confirmed": say("Noted. Nothing of the procedure has changed."),
    "taken": say("It stands as this rule now. Look at both, then confirm it."),
    "exact": say("Done. Each rule shows the Trust’s own words now."),
    "away": say("Put away. Nothing of the procedure has changed."),
}
BRING = "/procedure/bring/"


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal beside the words it rests on."""

    one: Considered
    state: Sentence
    asks: tuple[Sentence, ...]
    who: Sentence


def _row(one: Considered) -> Row:
    return Row(one, DECIDED[one.decided], tuple(ASKS[key] for key in one.asks), WHO[one.clause.addressee])


def _whys(problem: Refused) -> list[Sentence]:
    return [one.sentence for one in problem.refusals]


def _to(where: str, done: str = "") -> HttpResponse:
    response = HttpResponseRedirect(where + ("?done={}".format(done) if done else ""))
    response.status_code = 303
    return response


def _number(form: Form, name: str) -> int:
    """What a page said of how far it had seen; anything else is as old as can be."""
    sent = form.one(name)
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 10 else -1


def _owned(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Missing for everybody but the governance professional."""

    @signed_in
    def guarded(request: HttpRequest, **named: str) -> HttpResponse:
        here = cast(SignedIn, request)
        return view(here, **named) if here.standing.holds(GOVERNANCE) else missing(request)

    return guarded


@_owned
def bring(here: SignedIn) -> HttpResponse:
    """GET: send a document, and those that are being looked through. POST: a file; then what it says, or why it was not read."""
    if here.method in ("GET", "HEAD"):
        return _list(here)
    if here.method != "POST":
        return not_this_way(here, allow="GET, HEAD, POST")
    sent = read_upload(here)
    if sent.data is None or sent.several:
        return _list(here, [ONE_FILE if sent.several else NO_FILE], status=400)
    try:
        ref = documents.bring(name=sent.name, data=sent.data, by=here.standing, at=here.now, once=_once(here, sent))
    except Refused as problem:
        return _list(here, _whys(problem), status=400)
    except Reused as problem:
        return _list(here, [problem.sentence], status=409)
    return _to("{}{}/".format(BRING, ref), "brought")


def _once(here: SignedIn, sent: Sent) -> Once | None:
    """The form's key, with the file that came along: sent twice, it is one document."""
    once = once_of(sent.form, address=here.path)
    return Once(once.key, once.body + sent.name.encode() + hashlib.sha256(sent.data or b"").digest()) if once else None


def _list(here: SignedIn, problems: list[Sentence] | None = None, *, status: int = 200) -> HttpResponse:
    found = documents.listed(by=here.standing)
    known = names({one.by for one in found})
    rows = [
        {
            "one": one,
            "by": known[one.by].short if one.by in known else "",
            "when": moment_in_words(one.at, now=here.now),
            "open": len(one.open),
        }
        for one in found
    ]
    done = None if problems else DONE.get(here.GET.get("done", ""))
    context = {"rows": rows, "problems": problems or [], "done": done, "once": new_key()}
    return render(here, "web/bring/list.html", context, status=status)


@_owned
def bring_one(here: SignedIn, ref: str) -> HttpResponse:
    """What a document says, clause by clause, and what was not understood."""
    if here.method not in ("GET", "HEAD"):
        return not_this_way(here, allow="GET, HEAD")
    try:
        return _one(here, documents.brought(ref=ref, by=here.standing))
    except Refused:
        return missing(here)


def _one(here: SignedIn, whole: Brought, problems: list[Sentence] | None = None, *, status: int = 200) -> HttpResponse:
    rows = [_row(one) for one in whole.considered]
    context = {
        "whole": whole,
        "front": whole.found.front,
        "sections": [(one.heading, [row for row in rows if row.one.proposal.section == one.id]) for one in whole.found.sections],
        "open": len(whole.open),
        "plain": sum(not one.asks for one in whole.open),
        "known": sum(one.proposal.known for one in whole.considered),
        "when": moment_in_words(whole.at, now=here.now),
        "problems": problems or [],
        "done": None if problems else DONE.get(here.GET.get("done", "")),
    }
    return render(here, "web/bring/one.html", context, status=status)


def _rules(whole: Brought) -> list[tuple[str, str]]:
    """Every rule that these words could be, those without words in this document first."""
    known = documents.rules_beside(whole)
    without = set(whole.found.missing)
    return [(one.id, one.plain) for one in sorted(known, key=lambda one: one.id not in without)]


@_owned
def bring_step(here: SignedIn, ref: str, step: str) -> HttpResponse:
    """POST: confirm what asks nothing, keep as a draft or as exact words, put away."""
    where = "{}{}/".format(BRING, ref)
    if here.method in ("GET", "HEAD"):
        return _to(where)
    if here.method != "POST":
        return not_this_way(here, allow="GET, HEAD, POST")
    form = read_form(here)
    try:
        whole = documents.brought(ref=ref, by=here.standing)
    except Refused:
        return missing(here)
    try:
        if step == "plain":
            documents.confirm_plain(ref=ref, seen=_number(form, "seen"), by=here.standing, at=here.now)
            return _to(where, "confirmed")
        if step not in KEEP:
            return missing(here)
        kept = KEEP[step](ref=ref, by=here.standing, at=here.now)
    except Refused as problem:
        return _one(here, whole, _whys(problem), status=409)
    return _to("/procedure/drafts/{}/".format(kept)) if step == "draft" else _to(BRING, step)


KEEP: dict[str, Callable[..., object]] = {"draft": documents.as_draft, "exact": documents.as_exact, "away": documents.put_away}


@_owned
def bring_clause(here: SignedIn, ref: str, id: str) -> HttpResponse:
    """One clause beside its own words. POST: confirm it as it stands in the form, or leave it out; then the next one that is open."""
    if here.method not in ("GET", "HEAD", "POST"):
        return not_this_way(here, allow="GET, HEAD, POST")
    try:
        whole = documents.brought(ref=ref, by=here.standing)
    except Refused:
        return missing(here)
    one = whole.one(id)
    if one is None:
        return missing(here)
    if here.method != "POST":
        return _clause(here, whole, one)
    form = read_form(here)
    if form.one("do") == "take-as" and not form.problem:
        return _taken_as(here, whole, one, form)
    problems = _decided(here, whole, one, form)
    if problems:
        return _clause(here, whole, one, form, problems, status=400 if CHOOSE in problems or form.problem else 409)
    after = documents.brought(ref=ref, by=here.standing).open
    return _to("{}{}/clauses/{}/".format(BRING, ref, after[0].proposal.id) if after else "{}{}/".format(BRING, ref), "confirmed")


def _taken_as(here: SignedIn, whole: Brought, one: Considered, form: Form) -> HttpResponse:
    """These words are another rule: on to its page, where it is still to be decided."""
    clause, seen = form.one("clause").replace("\0", "").strip(), _number(form, "seen")
    try:
        id = documents.take_as(ref=whole.ref, id=one.proposal.id, clause=clause, seen=seen, by=here.standing, at=here.now)
    except Refused as problem:
        return _clause(here, whole, one, None, _whys(problem), status=409)
    return _to("{}{}/clauses/{}/".format(BRING, whole.ref, id), "taken")


def _decided(here: SignedIn, whole: Brought, one: Considered, form: Form) -> list[Sentence]:
    """Why it was not; nothing when it was."""
    if form.problem:
        return [form.problem]
    id, seen = one.proposal.id, _number(form, "seen")
    try:
        if form.one("do") == "leave-out":
            documents.leave_out(ref=whole.ref, id=id, seen=seen, by=here.standing, at=here.now)
            return []
        try:
            addressee, strength = Addressee(form.one("addressee")), Strength(form.one("strength"))
        except ValueError:
            return [CHOOSE]
        plain, student = form.one("plain").strip(), form.one("student").strip()
        if mended(plain) != plain or mended(student) != student:
            return [say("Some signs in your words are no letters. Take them out.")]
        documents.confirm(
            ref=whole.ref,
            id=id,
            addressee=addressee,
            strength=strength,
            plain=plain,
            student=student,
            seen=seen,
            by=here.standing,
            at=here.now,
        )
    except Refused as problem:
        return _whys(problem)
    return []


def _clause(
    here: SignedIn, whole: Brought, one: Considered, form: Form | None = None, problems: list[Sentence] | None = None, *, status: int = 200
) -> HttpResponse:
    given = {
        "addressee": form.one("addressee") if form else one.clause.addressee.value,
        "strength": form.one("strength") if form else one.clause.strength.value,
        "plain": mended(form.one("plain")) if form else one.clause.plain,
        "student": mended(form.one("student")) if form else one.clause.plain_student or "",
    }
    context = {
        "whole": whole,
        "row": _row(one),
        "given": given,
        "seen": form.one("seen") if form and not problems else whole.changes,
        "addressees": [(who.value, says) for who, says in WHO.items()],
        "strengths": [strength.value for strength in Strength],
        "rules": _rules(whole),
        "own": OWN,
        "lacks": list(lacks(one.clause)) if one.decided == "yes" else [],
        "problems": problems or [],
        "done": None if problems else DONE.get(here.GET.get("done", "")),
    }
    return render(here, "web/bring/clause.html", context, status=status)
