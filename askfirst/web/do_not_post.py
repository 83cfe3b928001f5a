"""Ask not to be in posts: for whoever is signed in, one short form; signed out, what it is and how to ask.

Nothing here says whether a person or an entry exists. Nothing is kept before it is sent.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.fields import BadField, Field
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.do_not_post import DO_NOT_POST
from askfirst.casework.steps import open_case
from askfirst.people.hats import Capacity, Standing, role
from askfirst.people.who import Child, children_of, names
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import SignedIn, Visit
from askfirst.web.step_forms import Entry, Option, entries, mended, new_key, once_of, unreadable
from askfirst.words import Sentence, say

__all__ = ["do_not_post"]

KIND = DO_NOT_POST.kind
SEALERS = frozenset({"dsl", "deputy-dsl"})
Problems = list[tuple[Sentence, str, str]]


def do_not_post(request: HttpRequest) -> HttpResponse:
    """GET: the form, or how to ask. POST: the case, or the form again with what is wrong."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if cast(Visit, request).standing is None:
        return _how_to_ask(request)
    here = cast(SignedIn, request)
    if request.method == "POST":
        form = read_form(request)
        broken = unreadable(form)
        return _form(here, form, [(broken, "", "")], status=400) if broken else _sent(here, form)
    return _form(here, Form(), [])


def _how_to_ask(request: HttpRequest) -> HttpResponse:
    """The same page for everybody signed out, whatever was sent. The door by a link sent to a known contact is built beside this."""
    return render(request, "web/do-not-post/how.html", {"offices": load_trust().schools, **_rule(request)})


def _rule(request: HttpRequest) -> Mapping[str, object]:
    edition, student = the_edition(), student_reads(request)
    return {"rule": shown_clause(edition, edition.clause("CON-5"), student=student)}


def _children(by: Standing) -> tuple[Child, ...]:
    """Those a parent may ask for."""
    if by.capacity is not Capacity.PARENT:
        return ()
    return tuple(one for one in children_of(by.person, on=by.on) if not one.adult and one.may_contact)


def _fields(by: Standing) -> list[Field]:
    """What is asked of this person: nobody is asked for what is not theirs to say."""
    left_out = set()
    if by.capacity is not Capacity.STAFF:
        left_out.add("whom")
    if len(_children(by)) < 2:
        left_out.add("child")
    if not any(role(seat) in SEALERS for seat in by.seats):
        left_out |= {"sealed", "reason"}
    return [field for field in DO_NOT_POST.opening if field.id not in left_out]


def _entries(here: SignedIn, form: Form, problem: BadField | None) -> list[Entry]:
    fields = _fields(here.standing)
    given = {field.id: form.one(field.id) for field in fields}
    made = list(entries(fields, under="keep-out", given=given, problem=problem))
    options = tuple(
        Option(
            "keep-out-child-%d" % number,
            one.named.username,
            say("{name}", name=one.named.name),
            chosen=given.get("child") == one.named.username,
        )
        for number, one in enumerate(_children(here.standing))
    )
    return [replace(one, sort="radios", options=options) if one.name == "child" else one for one in made]


def _sent(here: SignedIn, form: Form) -> HttpResponse:
    details = {field.id: form.one(field.id) for field in _fields(here.standing) if form.one(field.id)}
    try:
        ref = open_case(kind=KIND, by=here.standing, details=details, at=here.now, once=once_of(form, address=here.path))
    except BadField as problem:
        return _form(here, form, [], problem=problem, status=400)
    except Refused as refused:
        return _form(here, form, [(one.sentence, one.clause, "") for one in refused.refusals], status=409)
    except Reused as reused:
        return _form(here, form, [(reused.sentence, "", "")], status=409)
    response = HttpResponseRedirect("/cases/{}/?sent=1".format(ref))
    response.status_code = 303
    return response


def _form(here: SignedIn, form: Form, problems: Problems, *, problem: BadField | None = None, status: int = 200) -> HttpResponse:
    shown = _entries(here, form, problem)
    if problem is not None:
        at_fault = next((one.options[0].id if one.options else one.id for one in shown if one.name == problem.field), "")
        problems = [(problem.sentence, "", at_fault)]
    children = _children(here.standing)
    parent = here.standing.capacity is Capacity.PARENT
    context = {
        "entries": shown,
        "problems": problems,
        "once": new_key(),
        "parent": parent,
        "nobody": parent and not children,
        "child": mended(children[0].named.name) if len(children) == 1 else "",
        "central": here.standing.capacity is Capacity.STAFF and not names([here.standing.person])[here.standing.person].school,
        **_rule(here),
    }
    return render(here, "web/do-not-post/form.html", context, status=status)
