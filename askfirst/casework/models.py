"""Cases as they are stored. In the clear stand reference, kind, state, school, days and clauses; words lie sealed in the vault.

No row here is deleted with a person or with another row: forgetting is a function, not a cascade.
"""

from django.conf import settings
from django.db import models

from askfirst.casework.workflow import Taken
from askfirst.people.refs import new_ref

__all__ = ["ERASED", "Case", "CaseAccess", "CaseBar", "CaseCall", "CaseMorning", "CaseStep", "Evidence", "Mailbox"]

ERASED = "erased"
"""The state of a tombstone: nothing of the case is left but its kind, its days and the shape of its steps (`records.erasure`)."""


class Case(models.Model):
    """One matter. Its id only ever grows, and no page shows it: lists are newest first by it."""

    ref = models.CharField(max_length=8, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=30)
    state = models.CharField(max_length=30)
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)  # nobody: told with no name
    logger = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    capacity = models.CharField(max_length=10)  # in which the asker asks
    school = models.ForeignKey("people.School", on_delete=models.PROTECT, related_name="+", null=True)
    edition = models.CharField(max_length=20)  # the procedure's, at opening
    clauses = models.CharField(max_length=200, blank=True)  # ids, by spaces
    opened_at = models.DateTimeField()
    deadline_at = models.DateTimeField(null=True)  # somebody else's: a journalist's
    due_at = models.DateTimeField(null=True)  # of the first thing still wanted
    closes_at = models.DateTimeField(null=True)  # by itself, where nothing more is asked
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)  # the sequence of the last step
    taken: tuple[int, tuple[Taken, ...]] | None = None  # the steps as `file_of` read them, and at which version

    class Meta:
        indexes = (models.Index(fields=("closes_at",), condition=~models.Q(closes_at=None), name="case_to_close"),)

    def __str__(self) -> str:
        return self.ref

    @property
    def whose(self) -> str:
        """Whose matter it is; "" for nobody's."""
        return self.asker_id or ""


class CaseStep(models.Model):
    """One step that was taken, by a person or by the machine; the words of it lie in the vault under the same sequence."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    sequence = models.PositiveIntegerField()
    step = models.CharField(max_length=30)
    of = models.CharField(max_length=60, blank=True)
    seat = models.CharField(max_length=80, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    acting_for = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "sequence"), name="one_step_a_sequence"),
            models.CheckConstraint(condition=models.Q(acting_for=None) | ~models.Q(by=None), name="who_acts_for_someone_is_someone"),
        )

    def __str__(self) -> str:
        return self.step


class CaseCall(models.Model):
    """Somebody reached with something to do: the want, the seat, and when to remind and to climb. Open until the want is met."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="calls")
    want = models.CharField(max_length=80)  # the want's key
    step = models.CharField(max_length=30)
    of = models.CharField(max_length=60, blank=True)
    rank = models.PositiveSmallIntegerField()  # 0 for the first asked, 1 for the next
    seat = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    remind_at = models.DateTimeField()
    due_at = models.DateTimeField()
    climb_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    climbed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "want", "rank"), name="one_call_a_rank"),)
        indexes = (
            models.Index(fields=("seat", "due_at"), condition=models.Q(ended_at=None), name="call_open_by_seat"),
            models.Index(fields=("remind_at",), condition=models.Q(ended_at=None, reminded_at=None), name="call_to_remind"),
            models.Index(fields=("climb_at",), condition=models.Q(ended_at=None, climbed_at=None), name="call_to_climb"),
        )

    def __str__(self) -> str:
        return self.want


class CaseAccess(models.Model):
    """Who sees a case: seats, never their holders. Rewritten with every change, in the same transaction; see `access`."""

    scope = models.CharField(max_length=80)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="access")
    part = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    state = models.CharField(max_length=30)
    open = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("scope", "case"), name="one_row_a_scope"),)
        indexes = (models.Index(fields=("scope", "-case", "kind", "state", "open", "part"), name="access_newest_first"),)

    def __str__(self) -> str:
        return self.scope


class CaseBar(models.Model):
    """A person to whom every seat's door to this case is shut: the one it is about, their relatives, whoever the asker passed over."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="bars")
    reason = models.CharField(max_length=20)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "case", "reason"), name="one_bar_a_reason"),)
        indexes = (models.Index(fields=("person", "case"), name="bar_by_person"),)

    def __str__(self) -> str:
        return self.reason


class CaseMorning(models.Model):
    """A day on which open calls were looked over for whoever is away since; once a day, however often the worker starts."""

    day = models.DateField(primary_key=True)

    def __str__(self) -> str:
        return self.day.isoformat()


class Evidence(models.Model):
    """Something to look at beside a case. Its words, its file and the copy for viewing lie in the vault, by its number."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="evidence")
    number = models.PositiveSmallIntegerField()  # 1 for the first of the case
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    acting_for = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=10)  # words, or what the file is by its content
    copy_kind = models.CharField(max_length=10, blank=True)
    boxes = models.PositiveSmallIntegerField(default=0)  # in which the file lies
    copy_boxes = models.PositiveSmallIntegerField(default=0)
    gone = models.BooleanField(default=False)  # taken away: by whom, when and why says the entry of the case; see `taken_away`

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="one_number_a_case"),)

    def __str__(self) -> str:
        return self.kind


class Mailbox(models.Model):
    """The way back to whoever told of something without a name: a slow keyed hash of their code phrase, and nothing of them."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="mailbox")
    phrase = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return "mailbox"
