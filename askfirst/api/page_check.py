"""POST /checks/page: the same check as the page's. It stores nothing, tells nobody, and no token opens more of it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.blogs import SavedBlog, about_blog, blog_as_json
from askfirst.advice.known_here import told_to, with_events
from askfirst.advice.page_known import is_listed
from askfirst.advice.pages import Visited, about_page, drawn, fetched, open_page, page_as_json, page_of_file
from askfirst.advice.pages_asked import FIELDS, LONGEST_ADDRESS, OWNERS, PageAsked, html_from, may_open, page_from
from askfirst.advice.throttle import CHECKS
from askfirst.advice.told import reading_only
from askfirst.api.checks import NotCheckedShape, PostAnswer, WholeAnswer
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.api.sent import fields_of, only
from askfirst.people.hats import Capacity, Standing
from askfirst.words import say

__all__ = ["CheckPage"]

WITH_FILE = "multipart/form-data"
IN_BODY = (*FIELDS, "html", "all")
IN_FORM = ("file", *FIELDS, "all")
YES = ("true", True)
SIGN_IN = say("Sign in first, and we can open it. Or send the saved page.")


class PageFields(serializers.Serializer[None]):
    """What is sent to /checks/page beside the page itself, for the documents; `page_from` reads it."""

    author = serializers.ChoiceField(choices=AUTHORS, help_text="Who is asking: staff or student.")
    whose = serializers.ChoiceField(choices=OWNERS, default="own", help_text="Their own page, or the school's.")
    address = serializers.CharField(
        required=False, max_length=LONGEST_ADDRESS, help_text="Where the page is. It is not opened, but with mine."
    )
    mine = serializers.BooleanField(
        default=False, help_text="“This is my page, or one I run.” Then, with no page sent, its address is opened once."
    )
    all = serializers.BooleanField(default=False, help_text="Show findings also where help comes first.")


class PageForm(PageFields):
    """The form of /checks/page."""

    file = serializers.FileField(required=False, help_text="The saved page, as HTML, at most 5 MB.")


class PageBody(PageFields):
    """The same as JSON."""

    html = serializers.CharField(required=False, trim_whitespace=False, help_text="The page's HTML.")


class SaysShape(serializers.Serializer[None]):
    """A sentence with a name of its own."""

    id = serializers.CharField()
    says = serializers.CharField()


class NoteShape(serializers.Serializer[None]):
    """What can be said of the note that the views are the author's own."""

    answer = serializers.ChoiceField(choices=("seen", "hidden", "missing"))
    says = serializers.CharField()
    reasons = SaysShape(many=True, help_text="Why a reader does not see it.")
    quote = serializers.CharField(help_text="The note's words; empty where none was found.")
    wording = serializers.CharField(help_text="Words to copy.")
    decided_by = serializers.CharField(help_text="browser: a browser drew the page; rules: the page's code was read, and none drew it.")


class PageAnswer(WholeAnswer):
    """The answer of /checks/page: as of a text, with places in `text`."""

    text = serializers.CharField(help_text="What a reader sees of the page, a stretch a line.")
    title = serializers.CharField()
    posts = serializers.ListField(child=serializers.CharField(), help_text="What each post is called, in order.")
    official = serializers.BooleanField(help_text="Taken as a page of the school's own.")
    works_here = serializers.BooleanField(help_text="The page says in some way where its author works.")
    note = NoteShape()
    signs = SaysShape(many=True, help_text="What makes it look like a school's page.")


class BlogPost(PostAnswer):
    """One post with something to look at: as of a text, with places in `text`."""

    title = serializers.CharField()
    where = serializers.CharField(help_text="Its address, as the file has it.")
    day = serializers.CharField(help_text="As the file has it.")
    text = serializers.CharField(help_text="Its title and its words, a stretch a line.")


class BlogAnswer(serializers.Serializer[None]):
    """The answer of /checks/page for a feed or a whole blog."""

    blog = serializers.CharField(help_text="What the blog is called.")
    looked_at = serializers.IntegerField(help_text="Posts that were looked at.")
    left_out = serializers.IntegerField(help_text="Posts that are not public.")
    late = serializers.IntegerField(help_text="Posts that we did not get through in time.")
    posts = BlogPost(many=True, help_text="Those with something to look at.")
    notes = serializers.ListField(child=serializers.CharField())
    not_checked = NotCheckedShape(many=True)
    cannot_see = serializers.ListField(child=serializers.CharField())


EITHER = PolymorphicProxySerializer(component_name="PageOrBlog", serializers=[PageAnswer, BlogAnswer], resource_type_field_name=None)


class CheckPage(APIView):
    """Look at a page or blog as its readers see it. Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request={WITH_FILE: PageForm, "application/json": PageBody}, responses={200: EITHER}, operation_id="check_page")
    def post(self, request: Request) -> Response:
        """What a reader sees of a page, its note, and what to look at. It is read in memory, once, and forgotten."""
        if not CHECKS.allows(request.META.get("REMOTE_ADDR", "")):
            raise Throttled
        fields, data = _sent(request)
        everything = fields.get("all", False)
        if everything not in ("true", "false", True, False):
            raise BadField("all", say("Say true or false for all."))
        here: Standing | None = getattr(request, "standing", None)
        try:
            asked = page_from(fields)
            saved = open_page(_data(asked, fields, data, here))
        except BadDraft as problem:
            raise BadField(problem.field, problem.sentence) from None
        if isinstance(saved, SavedBlog):
            with reading_only():
                blog = about_blog(saved, asked, told_to(here), todays_edition(readings=False))
            return _given(blog_as_json(blog, everything=everything in YES))
        with reading_only():
            page, draft = page_of_file(saved, asked, told_to(here), official=is_listed(asked.address or saved.address))
            draft = with_events(draft, here)
        page = drawn(page, draft, saved, browser=settings.BROWSER)
        with reading_only():
            said = about_page(page, draft, todays_edition(readings=False))
        return _given(page_as_json(said, everything=everything in YES))


def _given(said: dict[str, object]) -> Response:
    response = Response(said)
    response["Cache-Control"] = "no-store"
    return response


def _data(asked: PageAsked, fields: Mapping[str, object], data: bytes | None, here: Standing | None) -> bytes | Visited:
    """Raises BadDraft."""
    if data is not None:
        return data
    if fields.get("html") or not asked.mine:
        return html_from(fields.get("html"))
    address = may_open(asked)
    if here is None or here.capacity not in (Capacity.STAFF, Capacity.TRUSTEE):
        raise BadDraft("address", SIGN_IN)
    return fetched(address, door=settings.DOOR)


def _sent(request: Request) -> tuple[Mapping[str, object], bytes | None]:
    """The fields, and the file where one was sent. Raises BadField."""
    if (request.content_type or "").partition(";")[0].strip().lower() != WITH_FILE:
        fields = fields_of(request, whole="html")
        only(fields, IN_BODY)
        return fields, None
    visit: Any = request._request
    given, files = visit.POST, visit.FILES
    only(dict.fromkeys(set(given) - {"csrfmiddlewaretoken"} | set(files), ""), IN_FORM)
    several = files.getlist("file")
    if len(several) > 1:
        raise BadField("file", say("Send one page, in the field file."))
    return {name: given[name] for name in IN_FORM if given.get(name)}, several[0].read() if several else None
