"""The Trust's own sentences beside the plain words of the edition in force, to the letter (ruling 20)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from askfirst.adoption import models
from askfirst.adoption.drafting import LONGEST, owns, write_rows, wrote
from askfirst.adoption.editions import as_edition, begin_due, digest_of, in_force
from askfirst.adoption.states import Refusal, Refused, State
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.procedure.clause import Edition
from askfirst.words import Sentence, say

__all__ = ["exact_words"]

MOST_NAMED = 5  # clauses that a refusal names


def exact_words(*, words: Mapping[str, str], by: Standing, at: datetime) -> None:
    """The Trust's own sentences of the edition in force, by clause id, to the letter; no plain word changes. All or nothing.

    One person puts in what nobody had put in yet. Words that stand already take an edition, and so somebody else's yes.
    What came as a pack is written down as rows first, from the day on which it was approved. Raises Refused.
    """
    owns(by)
    with transaction.atomic():
        begin_due(at=at)
        now = in_force(on=london_day(at), readings=False)
        unknown = sorted(set(words) - set(now.by_id))
        if unknown:
            raise Refused(Refusal(say("{id} is no clause of the edition in force.", id=unknown[0]), unknown[0]))
        if any(len(text) > LONGEST for text in words.values()):
            raise Refused(Refusal(say("A clause is {most} characters long at most.", most=LONGEST)))
        others = [id for id, text in words.items() if now.by_id[id].exact not in ("", text)]
        if others:
            raise Refused(*(Refusal(_stands(id), id) for id in others[:MOST_NAMED]))
        row = models.Edition.objects.select_for_update().filter(name=now.edition).first() or _as_rows(now, by, at)
        for id, text in words.items():
            row.rows.filter(clause=id).update(exact=text)
            drafted = models.EditionClause.objects.filter(edition__open=True, edition__base=row.name, clause=id)
            drafted.filter(exact=now.by_id[id].exact).update(exact=text)  # the draft starts from the words to the letter too
        row.digest = digest_of(as_edition(row))
        row.changes += 1
        row.save(update_fields=["digest", "changes"])
        wrote(row, "exact-words", by=by, at=at, digest=row.digest)


def _stands(id: str) -> Sentence:
    return say("{id} shows other exact words already. Keep this as a draft, so that somebody else approves it.", id=id)


def _as_rows(pack: Edition, by: Standing, at: datetime) -> models.Edition:
    row = models.Edition.objects.create(
        name=pack.edition,
        number=1,
        state=State.IN_FORCE,
        open=False,
        title=pack.title,
        sections=[list(section) for section in pack.sections],
        review_due=pack.review_due,
        opened_by_id=by.person,
        opened_at=at,
        approver_role=pack.approved_by,
        approved_on=pack.approved_on,
        digest=digest_of(pack),
        starts_on=pack.approved_on,
    )
    write_rows(row, pack.clauses)
    return row
