"""Editions of the procedure as rows: clause by clause, who wrote them, who agreed to them, and from which day each is in force.

The edition that came as a pack needs no row until another one takes its place, or its exact words are brought in. A clause's text is
public; nothing here tells who read it. Below: campaigns, and who was shown which words.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from askfirst.people.refs import new_ref

__all__ = [
    "BroughtDocument",
    "Campaign",
    "Edition",
    "EditionAccepted",
    "EditionAuthor",
    "EditionClause",
    "EditionComment",
    "LinkTried",
    "Sheet",
    "Shown",
    "Wording",
]


class Edition(models.Model):
    """One edition, from the first look at it to the day another takes its place. `name` is what cases and the trail keep."""

    ref = models.CharField(max_length=8, unique=True, default=new_ref, editable=False)
    name = models.CharField(max_length=20, unique=True)
    number = models.PositiveIntegerField(unique=True)  # 1 for the first a trust had; never given twice
    base = models.CharField(max_length=20, blank=True)  # the edition it was drafted from, by name; "" for one that came as a pack
    state = models.CharField(max_length=20)
    open = models.BooleanField()  # under way: neither in force, nor replaced, nor withdrawn
    title = models.CharField(max_length=200)
    sections = models.JSONField()  # [[prefix of ids, heading], …] in the order of the document
    review_due = models.DateField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    opened_at = models.DateTimeField()
    asks_students = models.BooleanField(default=False)  # whether students are asked for comments too
    changes = models.PositiveIntegerField(default=0)  # made to it so far: whoever sends an older number is told of the newer words
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    approver_role = models.CharField(max_length=80, blank=True)  # by the scheme of delegation, whatever the title was that day
    approver_name = models.CharField(max_length=200, blank=True)  # as it was that day
    approved_on = models.DateField(null=True)
    digest = models.CharField(max_length=64, blank=True)  # of what was approved, word for word
    starts_on = models.DateField(null=True, unique=True)
    ended_on = models.DateField(null=True)  # withdrawn, or the day on which another came into force
    stands_since = models.DateField(null=True)  # when it came to wait for approval or for comments
    told_on = models.DateField(null=True)  # the last day on which whoever it waits for was looked at, to be told

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("open",), condition=Q(open=True), name="one_edition_under_way"),
            models.CheckConstraint(
                condition=Q(approved_on=None, approver_role="", approver_name="", digest="", starts_on=None)
                | (Q(approved_on__isnull=False) & ~Q(approver_role="") & ~Q(digest="")),
                name="edition_approved_whole_or_not",
            ),
        )

    def __str__(self) -> str:
        return self.name


class EditionClause(models.Model):
    """One clause of one edition. `removed`: it stood in the edition before, and is to go."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="rows")
    place = models.PositiveIntegerField()  # the order of the document, within the edition
    clause = models.CharField(max_length=20)  # its id, such as CON-12
    addressee = models.CharField(max_length=10)
    strength = models.CharField(max_length=15)
    plain = models.TextField()
    student = models.TextField(blank=True)
    exact = models.TextField(blank=True)  # the Trust's own sentence, to the letter
    mentions = models.JSONField(default=list)  # ["sort: name", …], as a pack has them
    change = models.CharField(max_length=10, blank=True)  # wording, meaning; "" where nobody has said yet, or nothing changed
    removed = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "clause"), name="one_clause_an_edition"),)
        ordering = ("place", "id")

    def __str__(self) -> str:
        return self.clause


class EditionAuthor(models.Model):
    """Somebody who wrote in an edition, and who therefore can never agree to it."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="authors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "person"), name="one_author_an_edition"),)

    def __str__(self) -> str:
        return self.edition.name


class EditionAccepted(models.Model):
    """Something lint found in a draft that stays as it is, and why. `finding` is its key; another finding has another."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="accepted")
    finding = models.CharField(max_length=64)
    clause = models.CharField(max_length=20)
    why = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("edition", "finding"), name="one_acceptance_a_finding"),)

    def __str__(self) -> str:
        return self.clause


class EditionComment(models.Model):
    """What somebody who was asked said of a draft. It goes a year after the edition has begun or was withdrawn."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    union = models.BooleanField()  # said as a union representative
    clause = models.CharField(max_length=20, blank=True)  # "" for the whole
    words = models.TextField()
    at = models.DateTimeField()
    answer = models.TextField(blank=True)  # what came of it, by whoever owns the draft

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.clause


class LinkTried(models.Model):
    """A link that the procedure gives, as it answered when somebody last tried it. `why`: what it said where it did not open."""

    link = models.CharField(max_length=500, unique=True)
    on = models.DateField()
    opened = models.BooleanField()
    why = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.link


class BroughtDocument(models.Model):
    """A document that the governance professional brought and is looking through. It goes when it is kept as a draft, or put away.

    Its words are the procedure's own, and public; nothing else of the file is held.
    """

    ref = models.CharField(max_length=8, unique=True, default=new_ref, editable=False)
    found = models.JSONField()  # the proposals, as `askfirst procedure import --json` gives them
    decided = models.JSONField(default=dict)  # by clause id: "yes" with addressee, strength and words as they are to be, or "no"
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    changes = models.PositiveIntegerField(default=0)  # decisions made so far: whoever sends an older number is told of the newer ones

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.ref


class Campaign(models.Model):
    """Who is asked to read which edition, and in which days. Who stands where is worked out; only what somebody did is a row.

    `schools`: ids; empty for the whole Trust, "" among them for its central team. `round_on`: the last day on which reminders were written.
    """

    ref = models.CharField(max_length=8, unique=True, default=new_ref, editable=False)
    edition = models.CharField(max_length=20)
    audience = models.JSONField()  # staff, manager, student
    schools = models.JSONField()
    opens = models.DateField()
    closes = models.DateField()
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    opened_at = models.DateTimeField(null=True)
    dropped_on = models.DateField(null=True)
    round_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(closes__gt=models.F("opens")), name="campaign_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(opened_by=None, opened_at=None) | Q(opened_by__isnull=False, opened_at__isnull=False),
                name="campaign_opened_by_whom_and_when",
            ),
        )

    def __str__(self) -> str:
        return self.ref


class Wording(models.Model):
    """The exact words that somebody was shown, once, under their digest. They are the procedure's: nobody's own are among them."""

    digest = models.CharField(max_length=64, primary_key=True)  # SHA-256, in hexadecimal
    text = models.TextField()

    def __str__(self) -> str:
        return self.digest


class Shown(models.Model):
    """What one person was shown in one campaign: the edition, its exact words, the day, and what they pressed.

    A day and no time, and one day alone: nothing here says how long anybody read, what they answered, or how often they came. `state` is
    "" where they asked a question and pressed nothing; `of` is for whom the clauses were ("both staff").
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="shown")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    edition = models.CharField(max_length=20)
    of = models.CharField(max_length=40)
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+", null=True)
    state = models.CharField(max_length=12, blank=True)
    asked = models.BooleanField(default=False)
    on = models.DateField()
    noted_by = models.CharField(max_length=8, blank=True)  # who wrote it down for them: their line manager

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("campaign", "person"), name="shown_once_a_campaign"),
            models.CheckConstraint(condition=Q(state__in=("", "read", "acknowledged", "copy", "access")), name="shown_is_of_a_state"),
            models.CheckConstraint(condition=~Q(state__in=("read", "acknowledged")) | Q(wording__isnull=False), name="shown_has_its_words"),
            models.CheckConstraint(condition=Q(noted_by="") | Q(state__in=("copy", "access")), name="shown_is_read_by_oneself"),
        )

    def __str__(self) -> str:
        return self.edition


class Sheet(models.Model):
    """A tutor group's sheet came back. Who ticked or signed stays on the paper."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="sheets")
    school = models.ForeignKey("people.School", on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=20)
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("campaign", "school", "group"), name="sheet_once"),)

    def __str__(self) -> str:
        return self.group
