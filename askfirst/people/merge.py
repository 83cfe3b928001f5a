"""Two records of one person become one. What pointed at the one points at the other; the one that went stays, as somebody who has left.

So what the trail says of the old reference can still be read, and nobody signs in by it any more.
"""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from askfirst.people.models import Person, Post, Session
from askfirst.trail import chain, outbox
from askfirst.words import Sentence, say

__all__ = ["CannotMerge", "merge"]

ONE_DAY = timedelta(days=1)


class CannotMerge(ValueError):
    """These two are not two records we know. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("We do not know both of these people, or they are one already. Choose two who are here.")
        super().__init__(str(self.sentence))


def merge(*, gone: str, into: str, by: str, at: datetime, on: date) -> None:
    """Everything of `gone` is `into`'s from now on. All or nothing; written into the trail. Raises CannotMerge.

    A row that would then stand twice, or tie somebody to themselves, goes. Cases follow in casework.merged, which calls this.
    """
    with transaction.atomic():
        if gone == into or Person.objects.filter(pk__in=(gone, into)).count() != 2:
            raise CannotMerge
        Person.objects.filter(pk=gone).update(is_active=False, left_on=on)
        Session.objects.filter(person=gone).delete()
        _posts(gone, into, on)
        for relation in Person._meta.get_fields(include_hidden=True):
            if isinstance(relation, models.ForeignObjectRel):
                _point_all(relation, gone, into)
        outbox.hand_over(of=gone, to=into)
        chain.append(chain="people", what="merge", who=by, of="person:%s" % gone, of_person=into, at=at)


def _posts(gone: str, into: str, on: date) -> None:
    """One main post without an end; nobody manages themselves."""
    Post.objects.filter(Q(person=into, line_manager=gone) | Q(person=gone, line_manager__in=(into, gone))).update(line_manager=None)
    if Post.objects.filter(person=into, main=True, ends=None).exists():
        ending = Post.objects.filter(person=gone, main=True, ends=None)
        ending.filter(starts__gte=on).delete()
        ending.filter(starts__lt=on).update(ends=on - ONE_DAY)
        ending.filter(ends__lt=F("starts")).delete()


def _point_all(relation: models.ForeignObjectRel, gone: str, into: str) -> None:
    field = relation.field.name
    rows = relation.related_model._base_manager.filter(**{field: gone})
    if relation.on_delete is not models.PROTECT:
        rows.delete()  # it belongs to the account: a second step to sign in by
        return
    for key in list(rows.values_list("pk", flat=True)):
        _point(rows.filter(pk=key), field, into)


def _point(row: models.QuerySet[models.Model], field: str, into: str) -> None:
    try:
        with transaction.atomic():
            row.update(**{field: into})
    except IntegrityError:
        row.delete()
