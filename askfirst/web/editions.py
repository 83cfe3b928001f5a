"""Editions of the procedure for whoever reads: which there are, what each says, what changed for you, and a feed. Reading keeps nothing."""

from collections.abc import Callable, Collection, Mapping
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.comments import may_comment
from askfirst.adoption.draft_view import may_see_drafts, under_way
from askfirst.adoption.editions import PUBLIC, Listed, in_force, known, named, starts
from askfirst.adoption.feed import atom
from askfirst.adoption.signing import signing_seed
from askfirst.adoption.states import SAYS, State
from askfirst.adoption.variations import additions_on
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing, role
from askfirst.procedure.changes import Change, Kind, Reader, changes, for_reader
from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.pack import signed_pack
from askfirst.procedure.exports.pdf import as_pdf
from askfirst.procedure.exports.web_page import as_web_page
from askfirst.procedure.exports.word import as_word
from askfirst.procedure.load import NONE_YET
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import Added, added_to, schools_for, sections_of
from askfirst.web.session import Visit
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["edition_file", "edition_page", "editions", "feed", "reader_of", "what_changed"]

READERS = {
    Reader.STAFF: say("staff"),
    Reader.STUDENT: say("students"),
    Reader.MANAGER: say("line managers"),
    Reader.TRUST: say("everybody"),
}


def reader_of(by: Standing | None, *, student: bool) -> Reader:
    """For whom somebody reads: a student, staff, or somebody who manages others."""
    if student:
        return Reader.STUDENT
    manages = by is not None and any(role(seat) == "line-manager-of" for seat in by.seats)
    return Reader.MANAGER if manages else Reader.STAFF


def _reader(request: HttpRequest) -> Reader:
    return reader_of(cast(Visit, request).standing, student=student_reads(request))


def _public(request: HttpRequest) -> list[Listed]:
    return [one for one in known(on=london_day(cast(Visit, request).now)) if one.state in PUBLIC]


def _row(one: Listed) -> dict[str, object]:
    return {
        "name": one.name,
        "number": one.number,
        "state": SAYS[one.state],
        "role": one.approver_role,
        "approved": date_in_full(one.approved_on) if one.approved_on else None,
        "starts": date_in_full(one.starts_on) if one.starts_on else None,
        "ended": date_in_full(one.ended_on) if one.ended_on else None,
        "later": one.state is State.SCHEDULED,
        "ends": one.state is State.IN_FORCE,
    }


def editions(request: HttpRequest) -> HttpResponse:
    """Every edition that is, was or will be in force; drafts only for whoever they wait for."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    by = cast(Visit, request).standing
    draft = under_way() if by is not None else None
    context = {
        "rows": [_row(one) for one in _public(request)],
        "writes": by is not None and may_see_drafts(by),
        "asked": draft.ref if draft is not None and by is not None and may_comment(draft, by) else "",
    }
    return render(request, "web/editions/list.html", context)


def edition_page(request: HttpRequest, name: str) -> HttpResponse:
    """One edition, whole, as it is, was or will be in force."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    found = next((one for one in _public(request) if one.name == name), None)
    if found is None:
        raise Http404
    edition = named(name=name)
    shown = {"one": _row(found), "edition": edition, "sections": sections_of(edition, student=student_reads(request))}
    return render(request, "web/editions/one.html", {**shown, "schools": schools_for(request)})


def edition_file(request: HttpRequest, name: str, sort: str) -> HttpResponse:
    """One edition as a file to keep: a web page, a PDF, a Word file, or a signed pack of JSON."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    if sort not in FILES or all(one.name != name for one in _public(request)):
        raise Http404
    kind, make = FILES[sort]
    response = HttpResponse(make(named(name=name)), content_type=kind)
    response["Content-Disposition"] = 'attachment; filename="procedure-%s.%s"' % (name, sort)
    return response


def _pack(edition: Edition) -> bytes:
    return signed_pack(edition, seed=signing_seed())


FILES: Mapping[str, tuple[str, Callable[[Edition], bytes]]] = {
    "html": ("text/html; charset=utf-8", as_web_page),
    "pdf": ("application/pdf", as_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_word),
    "json": ("application/json", _pack),
}


def what_changed(request: HttpRequest) -> HttpResponse:
    """What changed for this reader between the edition `since` and the one in force; the one before it where none is named.

    `to` names an edition whose first day is still to come: what it will change, beside the one in force.
    """
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    on, reader = london_day(cast(Visit, request).now), _reader(request)
    public = _public(request)
    begun = [one for one in public if one.state is not State.SCHEDULED]
    coming = next((one for one in public if one.state is State.SCHEDULED and one.name == request.GET.get("to")), None)
    names = [one.name for one in begun]
    if not names:
        return render(request, "web/editions/changes.html", {"since": NONE_YET, "now": NONE_YET, "edition": in_force(on=on), "none": True})
    asked = request.GET.get("since", "").replace("\0", "")
    since = asked if asked in names else (names[1] if len(names) > 1 else names[0])
    now = in_force(on=on)
    if coming is not None:
        since, now = now.edition, named(name=coming.name)
    told = changes(for_reader(named(name=since), reader), for_reader(now, reader))
    context = {
        "added": _added_since(since, now, reader, {one.id for one in schools_for(request)}),
        "since": since,
        "now": now.edition,
        "others": [(one.name, one.number) for one in begun if one.name != now.edition],
        "lines": [_told(one, now, reader) for one in told if one.kind is not Kind.SAME],
        "same": [one.id for one in told if one.kind is Kind.SAME],
        "reader": READERS[reader],
        "unknown": bool(asked) and asked not in names,
        "coming": date_in_full(coming.starts_on) if coming and coming.starts_on else None,
        "later": [(one.name, one.number) for one in public if one.state is State.SCHEDULED and one is not coming],
    }
    return render(request, "web/editions/changes.html", context)


def _added_since(since: str, now: Edition, reader: Reader, schools: Collection[str]) -> list[tuple[str, Added]]:
    """What these schools add since that edition began, each with its rule: put in, or put in other words."""
    day, student = starts(name=since), reader is Reader.STUDENT
    before = frozenset(additions_on(day)) if day else frozenset()
    new = {clause.id for clause in for_reader(now, reader).clauses}
    found = (
        (one.clause, one.words(student=student), one)
        for one in now.additions
        if one not in before and one.clause in new and one.school in schools
    )
    return [(clause, Added(one.school, one.name, words)) for clause, words, one in found if words]


def _told(change: Change, whole: Edition, reader: Reader) -> dict[str, object]:
    student = reader is Reader.STUDENT
    old, new = ((one and ((student and one.plain_student) or one.plain)) for one in (change.old, change.new))
    return {
        "id": change.id,
        "kind": TAKEN_OUT if change.kind is Kind.REMOVED and change.id not in whole.by_id else KINDS[change.kind],
        "old": old,
        "names_gone": change.names_gone,
        "names_new": change.names_new,
        "new": new,
        "old_strength": change.old.strength if change.old else None,
        "new_strength": change.new.strength if change.new else None,
        "added": added_to(whole, change.id, student=student) if change.new else (),
    }


KINDS: dict[Kind, Sentence] = {
    Kind.SAME: say("Unchanged"),
    Kind.CHANGED: say("Changed"),
    Kind.ADDED: say("New for you"),
    Kind.REMOVED: say("No longer for you"),
}
TAKEN_OUT = say("Taken out of the procedure. It asks nothing of anybody now")


def feed(request: HttpRequest) -> HttpResponse:
    """The editions as an Atom feed."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    return HttpResponse(atom(_public(request)), content_type="application/atom+xml; charset=utf-8")
