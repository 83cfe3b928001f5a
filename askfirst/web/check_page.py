"""My page or blog as its readers see it: read once in the child, told about at once, and forgotten.

No page is kept, and an address is opened only after somebody signed in has said that it is theirs. Source: BLG-1 to BLG-7, WEB-1 to WEB-7,
HYB-1 to HYB-4; readings A20, A34, A41; rulings 10 to 14, 16.
"""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.blogs import AboutBlog, SavedBlog, about_blog
from askfirst.advice.cannot_see import OF_A_BLOG, OF_A_PAGE
from askfirst.advice.items import items
from askfirst.advice.known_here import told_to, with_events
from askfirst.advice.page_known import is_listed
from askfirst.advice.pages import AboutPage, SavedPage, Visited, about_page, drawn, fetched, open_page, page_of_file
from askfirst.advice.pages_asked import FIELDS, MINE, PageAsked, html_from, may_open, page_from
from askfirst.advice.told import reading_only
from askfirst.people.hats import Capacity, Standing
from askfirst.procedure.clause import Edition
from askfirst.web.asked import AUTHOR, Choice
from askfirst.web.bodies import Form
from askfirst.web.cards import cards
from askfirst.web.checking import answered, likely_author, private
from askfirst.web.help import helpers
from askfirst.web.house import here_in
from askfirst.web.marks import runs
from askfirst.web.plain import not_this_way
from askfirst.web.step_forms import mended
from askfirst.web.uploads import Sent, read_upload
from askfirst.words import Sentence, say

__all__ = ["check_page", "looked_at", "opened", "page_again"]

MOST = 200  # findings shown at once
OWNERS = (Choice("own", say("It is my own")), Choice("school", say("It is the school’s own page")))
ONE_FILE = say("Choose one page at a time.")
SIGN_IN = say("Sign in first, and we can open it. Or choose the saved file.")


def check_page(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: what readers see of the page and what to look at, or the form again with what is wrong."""
    if request.method in ("GET", "HEAD"):
        return _form(request, Form({"author": (likely_author(request, AUTHORS),), "whose": ("own",)}))
    if request.method != "POST":
        return private(not_this_way(request, allow="GET, HEAD, POST"))
    return answered(
        request,
        read_upload(request),
        looks=lambda sent: _looked_at(request, sent),
        again=lambda form, problem, status: _form(request, form, problem, status=status),
    )


def _looked_at(request: HttpRequest, sent: Sent) -> HttpResponse:
    """Raises BadDraft."""
    asked, here = page_from({name: sent.form.one(name) for name in FIELDS}), here_in(request)
    saved = opened(asked, sent, here)
    if isinstance(saved, SavedBlog):
        return _blog(request, sent.form, *blog_looked_at(asked, saved, here))
    return _result(request, sent.form, *looked_at(asked, saved, here))


def page_again(request: HttpRequest, sentence: Sentence, *, status: int) -> HttpResponse:
    """The form with what was typed still in it; a file must be chosen again, since nothing keeps it."""
    sent = read_upload(request)
    return _form(request, sent.form, BadDraft("file", sent.form.problem or sentence), status=status)


def opened(asked: PageAsked, sent: Sent, here: Standing | None) -> SavedPage | SavedBlog:
    """What was sent, read in the child. Raises BadDraft."""
    return open_page(_data(asked, sent, here))


def blog_looked_at(asked: PageAsked, saved: SavedBlog, here: Standing | None) -> tuple[Edition, AboutBlog]:
    """The edition in force, and all there is to say of a whole blog."""
    with reading_only():
        edition = todays_edition(readings=False)
        return edition, about_blog(saved, asked, told_to(here), edition)


def looked_at(asked: PageAsked, saved: SavedPage, here: Standing | None) -> tuple[Edition, AboutPage]:
    """The edition in force, and all there is to say of the page that was sent."""
    with reading_only():
        edition = todays_edition(readings=False)
        page, draft = page_of_file(saved, asked, told_to(here), official=is_listed(asked.address or saved.address))
        draft = with_events(draft, here)
    page = drawn(page, draft, saved, browser=settings.BROWSER)
    with reading_only():
        return edition, about_page(page, draft, edition)


def _data(asked: PageAsked, sent: Sent, here: Standing | None) -> bytes | Visited:
    """The file, what was pasted, or the page at the address, in that order. Raises BadDraft."""
    if sent.several:
        raise BadDraft("file", ONE_FILE)
    if sent.data is not None:
        return sent.data
    pasted = sent.form.one("html")
    if pasted.strip() or not (sent.form.one("open") or asked.mine):
        return html_from(pasted)
    address = may_open(asked)
    if here is None or here.capacity not in (Capacity.STAFF, Capacity.TRUSTEE):
        raise BadDraft("address", SIGN_IN)
    return fetched(address, door=settings.DOOR)


def _house(form: Form, here: Standing | None) -> dict[str, object]:
    student = form.one("author") == "student"
    return {
        "typed": {name: mended(form.one(name)) for name in (*FIELDS, "html")},
        "mode": "student" if student else "staff",
        "authors": AUTHOR,
        "owners": OWNERS,
        "opens": here is not None and here.capacity in (Capacity.STAFF, Capacity.TRUSTEE) and not student,
        "mine": MINE,
        "cannot_see": OF_A_PAGE,
    }


def _form(request: HttpRequest, form: Form, problem: BadDraft | None = None, *, status: int = 200) -> HttpResponse:
    shown = _house(form, here_in(request)) | {"problem": problem, "field": problem.field if problem else ""}
    return private(render(request, "web/check-page/form.html", shown, status=status))


def _blog(request: HttpRequest, form: Form, edition: Edition, said: AboutBlog) -> HttpResponse:
    shown = _house(form, here_in(request))
    student = shown["mode"] == "student"
    if said.help and form.one("everything") != "1":
        return private(render(request, "web/check-page/help.html", shown | helpers(student=student)))
    posts, number = [], 0
    for one in said.posts:
        around, made = one.draft.sentences.around, items(one.draft, one.answer.findings[: MOST - number])
        numbered = tuple(replace(item, number=number + at) for at, item in enumerate(made, 1))
        number += len(numbered)
        posts.append((one, cards(one.draft.text, numbered, edition, around, student=student)))
    shown |= {"about": said, "posts": posts, "count": number, "cannot_see": OF_A_BLOG} | (helpers(student=student) if said.help else {})
    return private(render(request, "web/check-page/blog.html", shown))


def _result(request: HttpRequest, form: Form, edition: Edition, said: AboutPage) -> HttpResponse:
    shown = _house(form, here_in(request))
    student = shown["mode"] == "student"
    if said.answer.help and form.one("everything") != "1":
        return private(render(request, "web/check-page/help.html", shown | helpers(student=student)))
    return private(render(request, "web/check-page/result.html", shown | told(said, edition, student=student)))


def told(said: AboutPage, edition: Edition, *, student: bool) -> dict[str, object]:
    """What the page of an answer shows."""
    text, around = said.page.text, said.draft.sentences.around
    made = items(said.draft, said.answer.findings[:MOST])
    numbered = tuple(replace(item, number=number) for number, item in enumerate(made, 1))
    shown: dict[str, object] = {
        "said": said.answer,
        "about": said,
        "cards": cards(text, numbered, edition, around, student=student),
        "runs": runs(text, numbered),
        "noticed": [one for one in said.answer.noticed if one.seen.kind != "help"][:MOST],
        "count": len(numbered),
        "how": said.how,
        "cannot_see": OF_A_PAGE,
    }
    return shown | (helpers(student=student) if said.answer.help else {})
