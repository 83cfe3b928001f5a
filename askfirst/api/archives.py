"""POST /checks/archive: the same look at one's own archive as the page's. It stores nothing, and no token opens more of it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.advice.archives import about_archive, archive_as_json, open_archives
from askfirst.advice.archives_asked import archive_from, refuse_upload
from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.throttle import CHECKS
from askfirst.advice.told import reading_only, told
from askfirst.api.checks import WholeAnswer
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.words import say

__all__ = ["CheckArchive"]

WITH_FILE = "multipart/form-data"
FIELDS = ("author", "messages", "all")


class ArchiveForm(serializers.Serializer[None]):
    """The form of /checks/archive, for the documents; `archive_from` reads it."""

    file = serializers.FileField(
        help_text="The archive that a service gave you; several go together, 500 MB in all. Messages are never opened."
    )
    author = serializers.ChoiceField(choices=AUTHORS, help_text="Whose posts they are: staff or student.")
    all = serializers.ChoiceField(choices=("true", "false"), required=False, help_text="Show facts also where help comes first.")
    messages = serializers.IntegerField(required=False, help_text="Message files that you left out yourself, so that they are counted.")


class GivesAway(serializers.Serializer[None]):
    """A post that gives something away."""

    on = serializers.DateField(allow_null=True)
    quote = serializers.CharField()
    seen_by = serializers.CharField(allow_null=True, help_text="public or friends, only where the archive says so.")
    service = serializers.CharField()


class PutTogetherShape(serializers.Serializer[None]):
    """What a stranger could put together."""

    what = serializers.CharField()
    says = serializers.CharField(allow_null=True)
    gives_away = serializers.CharField(help_text="How many posts give away what, in one sentence.")
    level = serializers.CharField()
    sure = serializers.CharField()
    posts = GivesAway(many=True)
    more_posts = serializers.IntegerField()


class ServiceShape(serializers.Serializer[None]):
    """A service, and how many of your posts on it were read."""

    id = serializers.CharField()
    posts = serializers.IntegerField()


class ToDoShape(serializers.Serializer[None]):
    """One thing to do."""

    clause = serializers.CharField()
    says = serializers.CharField()


class ArchiveAnswer(WholeAnswer):
    """The answer of /checks/archive: as of a text, with places in `text`, which is the facts, one a line."""

    text = serializers.CharField()
    service = serializers.CharField()
    services = ServiceShape(many=True)
    posts = serializers.IntegerField()
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)
    messages_not_opened = serializers.IntegerField()
    facts = PutTogetherShape(many=True)
    to_do = ToDoShape(many=True)


class CheckArchive(APIView):
    """What your own posts give away together. Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request={WITH_FILE: ArchiveForm}, responses={200: ArchiveAnswer}, operation_id="check_archive")
    def post(self, request: Request) -> Response:
        """What a stranger could put together from an archive of your own posts. It is opened in memory, once, and forgotten."""
        if not CHECKS.allows(request.META.get("REMOTE_ADDR", "")):
            raise Throttled
        fields, sent = _form(request)
        try:
            asked = archive_from(fields)
            refuse_upload([one.size for one in sent], busy=any(one.content_type_extra for one in sent))
            with reading_only():
                known, edition = told(), todays_edition(readings=False)
            said = about_archive(open_archives([one.file for one in sent], known, left_out=asked.left_out), edition, asked.author)
        except BadDraft as problem:
            raise BadField(problem.field, problem.sentence) from None
        response = Response(archive_as_json(said, everything=fields.get("all") == "true"))
        response["Cache-Control"] = "no-store"
        return response


def _form(request: Request) -> tuple[dict[str, object], list[Any]]:
    """The fields and the files. Raises BadField."""
    if (request.content_type or "").partition(";")[0].strip().lower() != WITH_FILE:
        raise BadField("file", say("Send the archive as a form with a file (multipart/form-data)."))
    visit: Any = request._request
    given, files = visit.POST, visit.FILES
    for other in sorted((set(given) - {*FIELDS, "csrfmiddlewaretoken"}) | (set(files) - {"file"})):
        known = ", ".join(("file", *FIELDS))
        raise BadField(other, say("There is a field we do not take. Use only: {known}.", known=known))
    sent = files.getlist("file")
    if not sent:
        raise BadField("file", say("Send an archive, in the field file. Several go together, each in a field file."))
    return {name: given[name] for name in FIELDS if given.get(name)}, sent
