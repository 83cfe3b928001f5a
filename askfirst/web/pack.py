"""The evidence pack of a request to take something down, or of a page that is not ours: what is in it, and the file."""

from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from askfirst.casework.access import Missing
from askfirst.casework.reading import open_file
from askfirst.casework.refused import tried
from askfirst.records.bundle_pdf import as_pdf
from askfirst.records.packs import may_pack, pack_of
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import say

__all__ = ["pack"]


@signed_in
def pack(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: what a pack holds, and the buttons. POST: the file; its making is written down first."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    try:
        return _made(here, ref) if request.method == "POST" else _page(here, ref)
    except Missing:
        return missing(request)


def _page(here: SignedIn, ref: str) -> HttpResponse:
    """Raises Missing."""
    opened = open_file(ref, by=here.standing, at=here.now)
    if not may_pack(opened, here.standing):
        tried(ref, by=here.standing, at=here.now)
        raise Missing
    template = "web/cases/pack-impostor.html" if opened.case.kind == "impostor" else "web/cases/pack.html"
    return render(here, template, {"ref": opened.case.ref})


def _made(here: SignedIn, ref: str) -> HttpResponse:
    """Raises Missing."""
    kind = read_form(here).one("as")
    if kind not in ("pdf", "json"):
        _page(here, ref)
        return plain_page(
            here,
            status=400,
            heading=say("We do not make that"),
            body=say("A pack is a PDF, or data. Nothing was made."),
            next=say("Go back, then press one of the buttons."),
        )
    made = pack_of(ref, by=here.standing, at=here.now)
    if kind == "json":
        response: HttpResponse = JsonResponse(made, json_dumps_params={"ensure_ascii": False, "indent": 2})
    else:
        response = HttpResponse(as_pdf(made), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="askfirst-{}-pack.{}"'.format(made["reference"], kind)
    response["Cache-Control"] = "no-store"
    return response
