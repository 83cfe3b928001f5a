"""Notices waiting to be sent, written in the transaction of the change they tell of.

How one is sent: take `due`, then for each `claim` it, hand it to the mail server, and say `sent` or `failed`. A claim puts the next try off
before anything leaves, so two workers never send the same, and a worker killed in the middle sends at most that one again.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from askfirst.trail.chain import in_change
from askfirst.trail.models import Notice

__all__ = [
    "WAITS",
    "about",
    "claim",
    "due",
    "failed",
    "forget",
    "forget_case",
    "hand_over",
    "queue",
    "queued",
    "seen",
    "sent",
    "told",
    "unseen",
]

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60))  # after the first try, the second ...; then hourly, for good


def queue(*, key: str, to: str, kind: str, at: datetime, case: str = "", address: str = "", not_before: datetime | None = None) -> bool:
    """Puts one notice in the outbox; False, and nothing changed, where its key was there. Raises NotInChange outside a transaction.

    `to` is a person's reference; `address` only for the duty contact. `not_before` holds the mail back, never what the app shows.
    """
    in_change()
    first = max(at, not_before) if not_before else at
    asked = {"to": to, "address": address, "kind": kind, "case": case, "made_at": at, "not_before": first, "next_try_at": first}
    _, made = Notice.objects.get_or_create(key=key, defaults=asked)
    return made


def queued(*, start: str) -> frozenset[str]:
    """The keys that begin so and are there already, sent or not. One query."""
    return frozenset(Notice.objects.filter(key__startswith=start).values_list("key", flat=True))


def due(*, at: datetime, limit: int) -> list[Notice]:
    """What is to be sent now, longest waiting first."""
    return list(Notice.objects.filter(sent_at=None, next_try_at__lte=at).order_by("next_try_at", "id")[:limit])


def claim(id: int, *, at: datetime) -> bool:
    """Takes one notice to send; False where another took it or sent it. Counts as a try: unless told otherwise it is due after the wait.

    The mail server's own time limit must be shorter than the first wait (one minute).
    """
    waiting = Notice.objects.filter(id=id, sent_at=None, next_try_at__lte=at)
    tries = waiting.values_list("tries", flat=True).first()
    if tries is None:
        return False
    return waiting.filter(tries=tries).update(tries=tries + 1, next_try_at=at + _wait(tries + 1)) == 1


def sent(ids: Collection[int], *, at: datetime) -> None:
    """The mail server took these."""
    Notice.objects.filter(id__in=ids, sent_at=None).update(sent_at=at)


def failed(id: int, *, at: datetime) -> None:
    """A claimed notice did not get through: it waits longer each time, and is never given up."""
    tries = Notice.objects.filter(id=id, sent_at=None).values_list("tries", flat=True).first()
    if tries is not None:
        Notice.objects.filter(id=id, sent_at=None, tries=tries).update(next_try_at=at + _wait(tries))


def unseen(person: str) -> list[Notice]:
    """What a person has not seen in the app, newest first."""
    return list(Notice.objects.filter(to=person, seen_at=None).order_by("-id"))


def seen(person: str, *, at: datetime, case: str | None = None) -> int:
    """Marks what was made up to `at` (of one case, or of all) as seen in the app; how many that were. A later one stays unseen."""
    notices = Notice.objects.filter(to=person, seen_at=None, made_at__lte=at)
    return (notices if case is None else notices.filter(case=case)).update(seen_at=at)


def about(case: str) -> list[Notice]:
    """Every notice of a case, oldest first."""
    return list(Notice.objects.filter(case=case).order_by("id"))


def told(person: str) -> list[Notice]:
    """Every notice to a person, newest first: a part of what is held about them."""
    return list(Notice.objects.filter(to=person).order_by("-id"))


def hand_over(*, of: str, to: str) -> int:
    """What was for one record of a person is for another record of them from now on; how many notices."""
    in_change()
    return Notice.objects.filter(to=of).update(to=to)


def forget(kind: str) -> int:
    """Removes what is done of a kind that is not to be remembered; how many that were."""
    return Notice.objects.filter(kind=kind, sent_at__isnull=False).delete()[0]


def forget_case(case: str) -> int:
    """Removes every notice of a case, sent or not: each ties a person to it. How many that were."""
    in_change()
    return Notice.objects.filter(case=case).delete()[0]


def _wait(tries: int) -> timedelta:
    return WAITS[min(max(tries, 1), len(WAITS)) - 1]
