"""What merging two records would do, before anything does: who is who, and what would follow the one that is kept. Nothing is written."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q

from askfirst.people.directory import gone as has_left
from askfirst.people.hats import Capacity
from askfirst.people.holding import trust_on
from askfirst.people.merge import CannotMerge, two_records
from askfirst.people.models import Conflict, Delegation, Guardian, Holding, Person, Post, Relative, running
from askfirst.people.roster.columns import opens_cases
from askfirst.people.roster.seat_words import seat_words
from askfirst.people.who import Named, names, schools
from askfirst.words import Sentence, say

__all__ = ["MergePlan", "plan_of", "records_called"]

FOUND = 6
TIES: tuple[tuple[type[Model], str, str], ...] = (
    (Relative, "person", "other"),
    (Conflict, "person", "about"),
    (Guardian, "adult", "student"),
)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What `gone` brings to `kept`. Ties and delegations by count: to whom is nobody's here. `opens`: a seat among it reads cases."""

    kept: Named
    gone: Named
    kept_here: bool
    gone_here: bool
    posts: tuple[Sentence, ...]
    seats: tuple[Sentence, ...]
    reports: int  # people whose line manager they are
    ties: int
    delegations: int
    opens: bool
    digest: str  # of everything that would move but cases: nobody learns of a case by a plan that has changed


def records_called(text: str) -> list[Named]:
    """Records by username, by reference, or by name, also of whoever has left; a few at most, and never one that was merged by its name."""
    text = " ".join(text.split())
    if not text or "\0" in text:
        return []
    exact = list(Person.objects.filter(Q(username=text) | Q(ref=text.upper()))[:1])
    found = exact or list(
        Person.objects.filter(merged_into=None).filter(Q(name__iexact=text) | Q(short__iexact=text)).order_by("username")[:FOUND]
    )
    return [
        Named(one.ref, one.name, one.short, one.title, one.school_id or "", one.username, one.kind, one.year, one.class_name)
        for one in found
    ]


def plan_of(*, kept: str, gone: str, on: date) -> MergePlan:
    """The plan of a merge on a day. Raises CannotMerge where they cannot become one, or should the other way round."""
    goes, stays = two_records(gone=gone, into=kept)
    here = {one.ref: not has_left(one.is_active, one.left_on, on) for one in (goes, stays)}
    if here[gone] and not here[kept]:
        raise CannotMerge(say("“{kept}” has left and “{gone}” is here. Swap the two.", kept=stays.username, gone=goes.username))
    if goes.kind == Capacity.STUDENT != stays.kind:
        raise CannotMerge(say("“{gone}” is the record of a student. Swap the two, so that it is kept.", gone=goes.username))
    at = {school.id: school.name for school in schools()}
    posts = list(Post.objects.filter(running(on), person=gone).order_by("-main", "pk"))
    held = list(Holding.objects.filter(running(on), person=gone).order_by("seat").values_list("seat", flat=True))
    known = names({gone, kept})
    has_main = Post.objects.filter(person=kept, main=True, ends=None).exists()
    reports = Post.objects.filter(running(on), line_manager=gone).count()
    return MergePlan(
        known[kept],
        known[gone],
        here[kept],
        here[gone],
        tuple(_post(post, at, ends=has_main and post.main) for post in posts),
        tuple(seat_words(seat, at, lead=trust_on(on).lead_title) for seat in dict.fromkeys(held)),
        reports,
        sum(model._base_manager.filter(Q(**{one: gone}) | Q(**{other: gone})).count() for model, one, other in TIES),
        Delegation.objects.filter(Q(ends__gte=on), Q(person=gone) | Q(to=gone)).count(),
        bool(reports) or any(opens_cases(seat) for seat in held),
        _digest(kept, gone),
    )


def _post(post: Post, at: dict[str, str], *, ends: bool) -> Sentence:
    where = at.get(post.school_id or "", "") or str(say("the central team"))
    if ends:
        return say("Main post, {where}: it ends, for the record that is kept has one", where=where)
    return say("Main post, {where}", where=where) if post.main else say("Second post, {where}", where=where)


def _digest(kept: str, gone: str) -> str:
    """Of both records' rows in the tables of people, in an order that stays the same."""
    both = (kept, gone)
    rows: list[object] = [
        both,
        *Person.objects.filter(pk__in=both).order_by("pk").values_list("pk", "username", "name", "kind", "is_active", "left_on"),
    ]
    rows += (
        Post.objects.filter(Q(person__in=both) | Q(line_manager__in=both))
        .order_by("pk")
        .values_list("pk", "person", "line_manager", "school", "ends")
    )
    rows += Holding.objects.filter(person__in=both).order_by("pk").values_list("pk", "person", "seat", "ends")
    rows += Delegation.objects.filter(Q(person__in=both) | Q(to__in=both)).order_by("pk").values_list("pk", "person", "to", "ends")
    for model, one, other in TIES:
        rows += (
            model._base_manager.filter(Q(**{one + "__in": both}) | Q(**{other + "__in": both})).order_by("pk").values_list("pk", one, other)
        )
    return hashlib.sha256(json.dumps(rows, default=str).encode()).hexdigest()
