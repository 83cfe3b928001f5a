"""A Trust's own server begins with what its pack tells: schools, the Trust's name, whom to ring. People come by file after that."""

from datetime import datetime

from django.db import transaction

from askfirst.people.models import Installation, School
from askfirst.procedure.trust import Trust

__all__ = ["found"]


def found(trust: Trust, *, at: datetime) -> int:
    """The schools that were not there yet; how many. What is there is never changed by it, and the second time nothing is."""
    with transaction.atomic():
        known = set(School.objects.values_list("id", flat=True))
        new = [school for school in trust.schools if school.id not in known]
        School.objects.bulk_create(
            School(
                id=school.id,
                name=school.name,
                phase=school.phase,
                student_word=school.student_word,
                pastoral_lead_title="Head of Year",
                phone=school.phone,
                domain=school.domain,
            )
            for school in new
        )
        if not Installation.objects.exists():
            Installation.objects.create(
                demo=False,
                trust=trust.name,
                duty_label="Duty contact",
                duty_phone=trust.duty_phone,
                duty_email=trust.duty_email,
                loaded_at=at,
            )
    return len(new)
