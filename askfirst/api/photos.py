"""POST /checks/photo: the same check as the page's. It stores nothing, tells nobody, and no token opens more of it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.advice.asked import AUDIENCES, AUTHORS, BadDraft
from askfirst.advice.known_here import told_to, with_events
from askfirst.advice.photos import about_photo, copy_of, open_photo, photo_as_json, photo_of_file
from askfirst.advice.photos_asked import FIELDS, LONGEST_TYPED, photo_from
from askfirst.advice.throttle import CHECKS
from askfirst.advice.told import reading_only
from askfirst.api.checks import WholeAnswer
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.people.holding import todays_trust
from askfirst.words import say

__all__ = ["CheckPhoto"]

WITH_FILE = "multipart/form-data"
SWITCHES = ("all", "copy")
TAKEN = ("file", *FIELDS, *SWITCHES)


class PhotoForm(serializers.Serializer[None]):
    """The form of /checks/photo, for the documents; `photo_from` reads it."""

    file = serializers.FileField(
        help_text="JPEG, PNG, WebP, GIF, TIFF, HEIC or AVIF, at most 20 MB. Never a sexual picture of anyone under 18."
    )
    author = serializers.ChoiceField(choices=AUTHORS, help_text="Who wants to post it: staff or student.")
    audience = serializers.ChoiceField(choices=AUDIENCES, default="public", help_text="Who will see it; unsure is treated as public.")
    words = serializers.CharField(required=False, max_length=LONGEST_TYPED, help_text="What can be read in the picture.")
    people = serializers.CharField(required=False, max_length=LONGEST_TYPED, help_text="Who is in it.")
    photo_taken = serializers.CharField(required=False, help_text="The day it was taken, where the file does not say.")
    blur = serializers.CharField(required=False, help_text="Areas to cover in the copy: left,top,width,height in hundredths; parted by ;")
    crop = serializers.CharField(required=False, help_text="The one area to keep in the copy.")
    copy = serializers.ChoiceField(choices=("true", "false"), required=False, help_text="Whether to give the clean copy too.")
    all = serializers.ChoiceField(choices=("true", "false"), required=False, help_text="Show findings also where help comes first.")


class QuestionShape(serializers.Serializer[None]):
    """What a person answers better than a machine."""

    clause = serializers.CharField()
    says = serializers.CharField()


class InsideShape(serializers.Serializer[None]):
    """Notes of one sort."""

    group = serializers.CharField()
    before = serializers.IntegerField(help_text="Entries in the file; bytes for what stands after its end.")
    after = serializers.IntegerField(allow_null=True, help_text="Entries in the clean copy; null where none was made.")


class DistanceShape(serializers.Serializer[None]):
    """How far a school is from the place of the photo."""

    school = serializers.CharField()
    metres = serializers.IntegerField()


class CleanCopyShape(serializers.Serializer[None]):
    """The clean copy, and how many entries of each group are left in it."""

    name = serializers.CharField()
    kind = serializers.CharField()
    left = serializers.DictField(child=serializers.IntegerField())
    codes_left = serializers.IntegerField(help_text="Square and bar codes that can still be read in it.")
    base64 = serializers.CharField()


class PhotoAnswer(WholeAnswer):
    """The answer of /checks/photo: as of a text, with places in `text`."""

    text = serializers.CharField(help_text="What the file and you said, a fact a line.")
    kind = serializers.CharField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    questions = QuestionShape(many=True)
    inside = InsideShape(many=True)
    schools = DistanceShape(many=True)
    copy = CleanCopyShape(allow_null=True)


class CheckPhoto(APIView):
    """Look at a photo before it is posted. Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request={WITH_FILE: PhotoForm}, responses={200: PhotoAnswer}, operation_id="check_photo")
    def post(self, request: Request) -> Response:
        """What a photo gives away besides the picture, and a clean copy of it. It is opened in memory, once, and forgotten."""
        if not CHECKS.allows(request.META.get("REMOTE_ADDR", "")):
            raise Throttled
        fields, name, data = _form(request)
        switches = {one: _switch(fields, one) for one in SWITCHES}
        try:
            asked = photo_from(fields)
            looked = open_photo(name, data, asked, copy=switches["copy"], reads=settings.READS_PICTURES)
        except BadDraft as problem:
            raise BadField(problem.field, problem.sentence) from None
        here = getattr(request, "standing", None)
        with reading_only():
            read, draft = photo_of_file(looked, asked, told_to(here), todays_trust().schools)
            said = about_photo(read, with_events(draft, here), looked, todays_edition(readings=False))
        response = Response(photo_as_json(said, everything=switches["all"]) | {"copy": copy_of(said)})
        response["Cache-Control"] = "no-store"
        return response


def _form(request: Request) -> tuple[Mapping[str, object], str, bytes]:
    """The fields and the one file. Raises BadField."""
    if (request.content_type or "").partition(";")[0].strip().lower() != WITH_FILE:
        raise BadField("file", say("Send the photo as a form with a file (multipart/form-data)."))
    visit: Any = request._request
    given, files = visit.POST, visit.FILES
    for other in sorted((set(given) - set(TAKEN) - {"csrfmiddlewaretoken"}) | (set(files) - {"file"})):
        raise BadField(other, say("There is a field we do not take. Use only: {known}.", known=", ".join(sorted(TAKEN))))
    several = files.getlist("file")
    if len(several) != 1:
        raise BadField("file", say("Send one photo, in the field file."))
    return {name: given[name] for name in (*FIELDS, *SWITCHES) if given.get(name)}, str(several[0].name), several[0].read()


def _switch(fields: Mapping[str, object], name: str) -> bool:
    value = fields.get(name, "false")
    if value not in ("true", "false"):
        raise BadField(name, say("Say true or false for {field}.", field=name))
    return value == "true"
