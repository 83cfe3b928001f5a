"""Two records of one person become one. What pointed at the one points at the other; the one that went stays, as somebody who has left.

So what the trail says of the old reference can still be read, under the name that was kept, and nobody signs in by it any more. There is
no way back: nothing says afterwards which of the rows came from which record.
"""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from askfirst.people.models import Person, Post, Session
from askfirst.trail import chain, outbox
from askfirst.words import Sentence, say

__all__ = ["CannotMerge", "merge", "two_records"]

ONE_DAY = timedelta(days=1)


class CannotMerge(ValueError):
    """These two cannot become one. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def two_records(*, gone: str, into: str) -> tuple[Person, Person]:
    """The record that goes and the one that is kept. Raises CannotMerge where they are not two, or one of them went before."""
    if gone == into:
        raise CannotMerge(say("These are one and the same record. Choose two."))
    found = Person.objects.select_related("merged_into").in_bulk([gone, into])
    if len(found) != 2:
        raise CannotMerge(say("We do not know both of these people. Choose two who are here."))
    for one in (found[gone], found[into]):
        if one.merged_into is not None:
            raise CannotMerge(
                say("“{username}” was merged already. Use “{kept}” instead.", username=one.username, kept=one.merged_into.username)
            )
    return found[gone], found[into]


def merge(*, gone: str, into: str, by: str, at: datetime, on: date) -> None:
    """Everything of `gone` is `into`'s from now on. All or nothing; written into the trail. Raises CannotMerge.

    A row that would then stand twice, or tie somebody to themselves, goes. Cases follow in casework.merged, which calls this.
    """
    with transaction.atomic():
        two_records(gone=gone, into=into)
        left = Person.objects.filter(pk=gone).values_list("left_on", flat=True).get()
        Person.objects.filter(pk=gone).update(is_active=False, left_on=min(left, on) if left else on)
        Session.objects.filter(person=gone).delete()
        _posts(gone, into, on)
        for relation in Person._meta.get_fields(include_hidden=True):
            if isinstance(relation, models.ForeignObjectRel):
                _point_all(relation, gone, into)
        Person.objects.filter(pk=gone).update(merged_into=into)
        outbox.hand_over(of=gone, to=into)
        chain.append(chain="people", what="merge", who=by, of="person:%s" % gone, of_person=into, at=at)


def _posts(gone: str, into: str, on: date) -> None:
    """The main post of the record that is kept stays the one that counts; nobody manages themselves."""
    Post.objects.filter(Q(person=into, line_manager=gone) | Q(person=gone, line_manager__in=(into, gone))).update(line_manager=None)
    if Post.objects.filter(person=into, main=True, ends=None).exists():
        ending = Post.objects.filter(Q(ends=None) | Q(ends__gte=on), person=gone, main=True)
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
