"""A Trust's own server begins with what its pack tells: schools, the Trust's name, whom to ring. People come by file after that.

A row of a school is what people and cases hang on. What it is called, and the rest, is asked of `holding`.
"""

from datetime import datetime

from django.db import transaction

from askfirst.people.models import Installation, School
from askfirst.procedure.trust import School as Facts
from askfirst.procedure.trust import Trust

__all__ = ["found", "school_row"]


def school_row(school: Facts) -> School:
    """A school as a row, not saved yet."""
    names = ("id", "name", "phase", "student_word", "pastoral_lead_title", "phone", "domain")
    return School(**{name: getattr(school, name) for name in names})


def found(trust: Trust, *, at: datetime) -> int:
    """The schools that were not there yet; how many. What is there is never changed by it, and the second time nothing is."""
    with transaction.atomic():
        known = set(School.objects.values_list("id", flat=True))
        new = [school for school in trust.schools if school.id not in known]
        School.objects.bulk_create(school_row(school) for school in new)
        if not Installation.objects.exists():
            Installation.objects.create(
                demo=False,
                trust=trust.name,
                duty_label=trust.duty_label,
                duty_phone=trust.duty_phone,
                duty_email=trust.duty_email,
                loaded_at=at,
            )
    return len(new)
