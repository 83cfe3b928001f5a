"""Editions of the procedure as rows: clause by clause, who wrote them, who agreed to them, and from which day each is in force.

The edition that came as a pack needs no row until another one takes its place, or its exact words are brought in. A clause's text is
public; nothing here tells who read it.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from askfirst.people.refs import new_ref

__all__ = ["BroughtDocument", "Edition", "EditionAccepted", "EditionAuthor", "EditionClause", "EditionComment"]


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
