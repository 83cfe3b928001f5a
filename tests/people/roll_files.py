"""Files of people for the stories: the cast as its own roll, with lines changed, added or left out."""

import csv
import io

from askfirst.people.models import Care, Guardian, HeldContact, Holding, MayNotContact, Person, Post, Relative, RollId
from askfirst.people.roster.columns import COLUMNS

HEADINGS = [column.heading for column in COLUMNS]
TOUCHED = (Person, RollId, Post, Holding, Guardian, Care, HeldContact, MayNotContact, Relative)
CONTACTS = ("parent", "outside")


def line(**cells):
    """One line by its headings: `line(id="n1", job_title="Cook")`."""
    named = {name.replace("_", " "): str(value) for name, value in cells.items()}
    assert not named.keys() - set(HEADINGS), named
    return [named.get(heading, "") for heading in HEADINGS]


def cast_lines(*, without=()):
    """Everybody of the cast as a file would have them, and as the tables do. The id is the username."""
    lines = []
    for post in Post.objects.select_related("person"):  # one last day of a person and their post, not two
        last = post.ends or post.person.left_on
        Post.objects.filter(pk=post.pk).update(ends=last)
        Person.objects.filter(pk=post.person_id).update(left_on=last)
    for person in Person.objects.exclude(username__in=without).order_by("username"):
        if person.kind in CONTACTS and not Guardian.objects.filter(adult=person).exists():
            continue
        seats = [holding.seat for holding in Holding.objects.filter(person=person, ends=None).order_by("pk")]
        facts = {
            "id": person.username,
            "name": person.name,
            "kind": person.kind,
            "school": person.school_id or "",
            "job_title": person.title,
            "email": person.email,
            "born": person.born or "",
            "year": "" if person.year is None else person.year,
            "class": person.class_name,
            "tutor_of": "; ".join(seat.split(":")[2] for seat in seats if seat.startswith("tutor:")),
            "seats": "; ".join(seat for seat in seats if not seat.startswith("tutor:")),
            "ends": person.left_on or "",
            "contact_of": "; ".join(tie.student.username for tie in Guardian.objects.filter(adult=person)),
        }
        posts = list(Post.objects.filter(person=person).select_related("line_manager").order_by("-main"))
        if not posts:
            lines.append(line(**facts))
        for number, post in enumerate(posts):
            own = facts if number == 0 else {**facts, "tutor_of": "", "seats": "", "contact_of": ""}
            manager = post.line_manager.username if post.line_manager else ""
            lines.append(
                line(
                    **{
                        **own,
                        "school": post.school_id or "",
                        "line_manager_id": manager,
                        "share": post.fte,
                        "ends": post.ends or own["ends"],
                    }
                )
            )
    return lines


def as_file(lines, *, encoding="utf-8"):
    """The bytes of a file with these lines under the headings."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([HEADINGS, *lines])
    return text.getvalue().encode(encoding)


def everything():
    """Every row of the tables a file could touch, to see that nothing was written."""
    return [list(model._default_manager.order_by("pk").values_list()) for model in TOUCHED]
