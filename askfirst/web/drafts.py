"""The next edition of the procedure: for whoever writes it, for whoever agrees to it, and for whoever is asked what they think."""

from collections.abc import Mapping, Sequence
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import moves
from askfirst.adoption.comments import LONGEST as LONGEST_COMMENT
from askfirst.adoption.draft_view import DraftView, draft_view, may_see_drafts, under_way
from askfirst.adoption.editions import known
from askfirst.adoption.moves import FIELDS, BadGiven
from askfirst.adoption.states import SAYS, Refusal, Refused
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE
from askfirst.procedure.changes import Class
from askfirst.procedure.clause import Addressee, Clause, Sort, Strength
from askfirst.procedure.load import NONE_YET
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.draft_folds import FEW, alike, keys_of, parts
from askfirst.web.errors import missing
from askfirst.web.in_words import in_full
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended, new_key, once_of
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["draft_clause", "draft_step", "drafts", "one_draft"]

NEW = "new"
FOR = {
    Addressee.STAFF: say("Staff"),
    Addressee.STUDENT: say("Students"),
    Addressee.BOTH: say("Staff and students"),
    Addressee.MANAGER: say("Line managers"),
    Addressee.TRUST: say("The Trust"),
}
CLASSES = {Class.WORDING: say("Wording"), Class.MEANING: say("Meaning")}
DONE = {
    "change": say("The clause is changed. Say what sort of change it is."),
    "head": say("The name and the day of review are changed."),
    "take-out": say("The clause is taken out. It stands among the changes."),
    "put-back": say("The clause is as it was before."),
    "classify": say("Noted."),
    "accept": say("Noted. What you chose stays as it is."),
    "lint": say("Done. The draft is looked over."),
    "consult": say("Done. The draft is out for comments."),
    "comment": say("Thank you. Your comment is with those who write the draft."),
    "answer": say("Your answer is written down."),
    "submit": say("Done. The draft is with the approver, who is told."),
    "take-back": say("Done. You can write on."),
    "approve": say("Done. Your approval is written down."),
    "send-back": say("Done. The draft is with its author again, who is told."),
    "schedule": say("Done. The first day is set."),
    "withdraw": say("Done. The draft is withdrawn."),
}
TICKS = frozenset({"sure", "students"})
NUMBERS = frozenset({"version", "comment"})
SEVERAL = frozenset({"findings"})
GROUPS = "groups"  # of findings: a tick for all that say the same


@signed_in
def drafts(request: HttpRequest) -> HttpResponse:
    """GET: every edition with its state. POST: the review begins. Missing for all but its owner and its approver."""
    here = cast(SignedIn, request)
    if not may_see_drafts(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _list(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    try:
        ref = moves.begin(by=here.standing, at=here.now)
    except Refused as why:
        return _list(here, problems=why.refusals, status=409)
    return _to("/procedure/drafts/%s/" % ref)


def _list(here: SignedIn, *, problems: Sequence[Refusal] = (), status: int = 200) -> HttpResponse:
    on = london_day(here.now)
    rows = [
        {
            "ref": one.ref,
            "number": one.number,
            "name": one.name,
            "state": SAYS[one.state],
            "role": one.approver_role,
            "who": one.approver_name,
            "approved": date_in_full(one.approved_on) if one.approved_on else None,
            "starts": date_in_full(one.starts_on) if one.starts_on else None,
        }
        for one in known(on=on)
    ]
    draft = under_way()
    context = {"rows": rows, "begins": here.standing.holds(GOVERNANCE), "waits": draft.number if draft else None, "problems": problems}
    return render(here, "web/drafts/list.html", context, status=status)


@signed_in
def one_draft(request: HttpRequest, ref: str) -> HttpResponse:
    """A draft as this person sees it. Missing for whoever may not."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD") and _theirs(here, ref):
        return not_this_way(request, allow="GET, HEAD")
    return _draft(here, ref)


def _theirs(here: SignedIn, ref: str) -> bool:
    try:
        draft_view(ref=ref, by=here.standing, at=here.now)
    except Refused:
        return False
    return True


def _draft(
    here: SignedIn,
    ref: str,
    *,
    problems: Sequence[Refusal] = (),
    given: Form | None = None,
    asked: Sentence | None = None,
    step: str = "",
    status: int = 200,
) -> HttpResponse:
    try:
        found = draft_view(ref=ref, by=here.standing, at=here.now)
    except Refused:
        return missing(here)
    sent, open_lint = given or Form(), [one for one in found.found if not one.why]
    context = {
        "one": found,
        "state": SAYS[found.state],
        "opened": in_full(found.opened_at),
        "starts": date_in_full(found.starts_on) if found.starts_on else None,
        "approved": date_in_full(found.approved_on) if found.approved_on else None,
        "writes": found.writes,
        "inside": may_see_drafts(here.standing),
        "owner": here.standing.holds(GOVERNANCE),
        "count": len(found.lines),
        "parts": parts(found.lines, found.edition.sections, sent=sent.one("clause")),
        "folds": len(found.lines) > FEW,
        "first": found.base == NONE_YET,
        "open_lint": alike(open_lint),
        "open_count": len(open_lint),
        "stays": [one for one in found.found if one.why],
        "unclassed": sum(not line.cls for line in found.lines),
        "classes": list(CLASSES.items()),
        "offers": {offer.move.id.replace("-", "_"): offer for offer in found.offers},
        "said": [(one, in_full(one.at)) for one in found.said],
        "problems": problems,
        "given": {
            name: mended(sent.one(name)) for name in ("words", "why", "starts_on", "clause", "change", "comment", "title", "review_due")
        },
        "ticked": (*sent.many("findings"), *sent.many(GROUPS)),
        "asked": asked,
        "once": new_key(),
        "step": step,
        "longest": LONGEST_COMMENT,
        "done": DONE.get(here.GET.get("done", "")) if not problems and asked is None else None,
    }
    return render(here, "web/drafts/one.html", context, status=status)


@signed_in
def draft_step(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """POST: one step. What cannot be done comes back with the reasons and the words. GET: back to the draft."""
    here = cast(SignedIn, request)
    if step not in FIELDS or not _theirs(here, ref):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _draft(here, ref)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    problem, asked, status = _take(here, ref, step, form)
    if problem or asked:
        return _draft(here, ref, problems=problem, given=form, asked=asked, step=step, status=status)
    return _to("/procedure/drafts/%s/?done=%s" % (ref, step))


def _take(here: SignedIn, ref: str, step: str, form: Form) -> tuple[tuple[Refusal, ...], Sentence | None, int]:
    """What stands in the way, what is asked back, and the status to say it with."""
    if form.problem is not None:
        return (Refusal(form.problem),), None, 400
    try:
        once, given = once_of(form, address=here.path), _given(step, form)
        if groups := form.many(GROUPS):
            open_lint = [one for one in draft_view(ref=ref, by=here.standing, at=here.now).found if not one.why]
            given = {**given, "findings": list(dict.fromkeys([*form.many("findings"), *keys_of(groups, open_lint)]))}
        return (), moves.take(ref=ref, step=step, given=given, by=here.standing, at=here.now, once=once), 200
    except Refused as why:
        return why.refusals, None, 409
    except BadGiven as bad:
        return (Refusal(bad.sentence),), None, 400
    except Reused as reused:
        return (Refusal(reused.sentence),), None, 409


def _given(step: str, form: Form) -> Mapping[str, object]:
    """The fields of a form as the step takes them; what was not filled in is left out."""
    given: dict[str, object] = {}
    for field in FIELDS[step]:
        if field in SEVERAL:
            given[field] = list(form.many(field))
        elif field in TICKS:
            given[field] = form.one(field) == "yes"
        elif field in NUMBERS:
            written = form.one(field)
            if written:
                given[field] = int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1
        elif field in form.fields:
            given[field] = form.one(field)
    return given


@signed_in
def draft_clause(request: HttpRequest, ref: str, id: str) -> HttpResponse:
    """GET: one clause to write, or a new one. POST: it is written, or comes back with the words. Missing for all but its owner."""
    here = cast(SignedIn, request)
    try:
        found = draft_view(ref=ref, by=here.standing, at=here.now)
    except Refused:
        return missing(request)
    clause = found.edition.by_id.get(id)
    if not found.writes or (clause is None and id != NEW):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _clause(here, found, id, clause)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    problem, _, status = _take(here, ref, "change", form)
    if problem:
        return _clause(here, found, id, clause, form=form, problems=problem, status=status)
    return _to("/procedure/drafts/%s/?done=change#%s" % (ref, form.one("clause").upper()))


def _clause(
    here: SignedIn,
    found: DraftView,
    id: str,
    clause: Clause | None,
    *,
    form: Form | None = None,
    problems: Sequence[Refusal] = (),
    status: int = 200,
) -> HttpResponse:
    held = _held(clause)
    if form is not None:
        held |= {name: mended(form.one(name)) for name in held if name in form.fields}
    context = {
        "one": found,
        "id": id,
        "new": clause is None,
        "given": held,
        "problems": problems,
        "sections": found.edition.sections,
        "strengths": list(Strength),
        "readers": [(one.value, says) for one, says in FOR.items()],
        "sorts": ", ".join(Sort),
        "faults": [why for at, why in found.faults if at == id],
        "lint": [one.finding for one in found.found if id in (one.finding.clause, *one.finding.also)],
    }
    return render(here, "web/drafts/clause.html", context, status=status)


def _held(clause: Clause | None) -> dict[str, str]:
    if clause is None:
        return dict.fromkeys(("clause", "for", "strength", "plain", "student", "exact", "mentions"), "")
    return {
        "clause": clause.id,
        "for": clause.addressee.value,
        "strength": clause.strength.value,
        "plain": clause.plain,
        "student": clause.plain_student or "",
        "exact": clause.exact,
        "mentions": "\n".join("%s: %s" % (one.sort.value, one.name) for one in clause.mentions),
    }


def _to(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response
