"""The copy of somebody's data, for whoever answers their request: what stands in it, what of others is left out and why, and the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.data_request_gates import OUT, REDACT
from askfirst.casework.kinds.data_request_words import HIDES, LEAVES, PART, STAYS, WHY, WORDS
from askfirst.casework.steps import take
from askfirst.people.who import Named, names
from askfirst.records.bundle_pdf import as_pdf
from askfirst.records.others import LEFT_OUT
from askfirst.records.subject_access import Decided, Gathered, copy_of, gather_copy
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import in_full
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import Entry, entries, mended, new_key, once_of
from askfirst.words import Sentence, say

__all__ = ["subject_copy"]

ITS_FIELD = {REDACT: WORDS, OUT: PART}
KINDS = ("pdf", "json")
NOT_KNOWN = say("Press one of the buttons on this page. Nothing was changed.")
MAY_STAY = say("It may stay")


@dataclass(frozen=True, slots=True)
class Row:
    """Something that was decided: of what, why, by whom and when."""

    of: str
    says: Sentence
    who: Sentence
    when: Sentence
    step: str
    stays: bool


@signed_in
def subject_copy(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: what the copy holds now, and the buttons. POST: what is left out or may stay; or the file, its making written down first."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    here = cast(SignedIn, request)
    try:
        return _sent(here, ref.upper()) if request.method == "POST" else _page(here, ref.upper())
    except Missing:
        return missing(request)


def _sent(here: SignedIn, ref: str) -> HttpResponse:
    """Raises Missing."""
    form = read_form(here)
    if form.one("as") in KINDS:
        return _file(here, ref, form.one("as"))
    step = form.one("step")
    if step not in ITS_FIELD:
        return _page(here, ref, says=NOT_KNOWN, status=400)
    given: dict[str, object] = {ITS_FIELD[step]: form.one(ITS_FIELD[step]), WHY: form.one(WHY)}
    try:
        take(ref=ref, step=step, by=here.standing, given=given, at=here.now, once=once_of(form, address=here.path))
    except BadField as problem:
        return _page(here, ref, form=form, problem=problem, status=400)
    except Refused as refused:
        return _page(here, ref, says=refused.refusals[0].sentence, status=409)
    except Reused as reused:
        return _page(here, ref, says=reused.sentence, status=409)
    response = HttpResponseRedirect("/cases/{}/copy/".format(ref))
    response.status_code = 303
    return response


def _file(here: SignedIn, ref: str, kind: str) -> HttpResponse:
    """Raises Missing."""
    try:
        made = copy_of(ref, by=here.standing, at=here.now)
    except Refused as refused:
        return _page(here, ref, says=refused.refusals[0].sentence, status=409)
    if kind == "json":
        response: HttpResponse = JsonResponse(made, json_dumps_params={"ensure_ascii": False, "indent": 2})
    else:
        response = HttpResponse(as_pdf(made), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="askfirst-{}-copy.{}"'.format(made["reference"], kind)
    response["Cache-Control"] = "no-store"
    return response


def _page(
    here: SignedIn, ref: str, *, form: Form | None = None, problem: BadField | None = None, says: Sentence | None = None, status: int = 200
) -> HttpResponse:
    """Raises Missing."""
    gathered = gather_copy(ref, by=here.standing, at=here.now)
    known = names({one.who for one in gathered.decided})
    tried = form.one("step") if form else ""
    context = {
        "ref": ref,
        "copy": gathered.copy,
        "open": [(mended(one), "somebody-else" if _is_name(one) else "their-account", new_key()) for one in gathered.open],
        "decided": [_row(one, known) for one in gathered.decided],
        "more": _more(form if tried == REDACT else None, problem if tried == REDACT else None),
        "parts": _parts(gathered, form if tried == OUT else None, problem if tried == OUT else None),
        "problems": [(problem.sentence, "", "{}-{}".format(tried, problem.field))] if problem else [(says, "", "")] if says else [],
        "once": new_key(),
        "stays": STAYS,
        "words_step": REDACT,
        "part_step": OUT,
    }
    return render(here, "web/cases/subject-copy.html", context, status=status)


def _is_name(words: str) -> bool:
    return not any(sign in words for sign in "@/") and not any(map(str.isdigit, words))


def _more(form: Form | None, problem: BadField | None) -> tuple[Entry, ...]:
    return entries(HIDES, under=REDACT, given=_given(form, HIDES_IDS), problem=problem)


def _parts(gathered: Gathered, form: Form | None, problem: BadField | None) -> tuple[Entry, ...]:
    return entries(LEAVES, under=OUT, given=_given(form, LEAVES_IDS), problem=problem) if gathered.copy["cases"] else ()


HIDES_IDS, LEAVES_IDS = tuple(field.id for field in HIDES), tuple(field.id for field in LEAVES)


def _given(form: Form | None, fields: tuple[str, ...]) -> Mapping[str, object]:
    return {name: form.one(name) for name in fields} if form else {}


def _row(one: Decided, known: Mapping[str, Named]) -> Row:
    who = say("{name}", name=known[one.who].name) if one.who in known else say("Somebody")
    says = MAY_STAY if one.stays else LEFT_OUT[one.why]
    return Row(mended(one.of), says, who, in_full(one.at), OUT if one.part else REDACT, one.stays)
