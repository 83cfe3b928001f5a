"""What the stories of the procedure's life do again and again: Mrs Pritchard-Lowe writes, by her own words."""

from dataclasses import replace

from askfirst.adoption import approval, comments, drafting
from askfirst.adoption.editions import as_edition
from askfirst.people.calendar import london_day
from askfirst.procedure.changes import Class
from askfirst.procedure.clause import Sort, Strength
from tests.adoption.conftest import NOW, by

__all__ = ["accepted", "approved", "begin", "classed", "consulted", "looked_over", "s46", "submitted", "write"]


def begin(at=NOW):
    return drafting.open_review(by=by("pritchard"), at=at)


def write(ref, id, at=NOW, name="pritchard", **fields):
    """One clause with some of its fields changed."""
    clause = as_edition(drafting.draft(ref=ref)).clause(id)
    drafting.put_clause(ref=ref, clause=replace(clause, **fields), by=by(name), at=at)


def s46(at=NOW):
    """Draft v2 of S46: the Act, Bebo, and the strength of SNS-6. None is classed."""
    ref = begin(at)
    now = as_edition(drafting.draft(ref=ref))
    write(
        ref, "CON-12", at, plain=now.clause("CON-12").plain.replace("1988", "2018"), mentions=_but(now.clause("CON-12"), Sort.LAW, "1988")
    )
    write(
        ref, "INT-4", at, plain=now.clause("INT-4").plain + " Ask when in doubt.", mentions=_but(now.clause("INT-4"), Sort.SERVICE, "Bebo")
    )
    write(ref, "SNS-6", at, strength=Strength.MUST_NOT, plain="Staff must not have students as friends on a site like Facebook.")
    return ref


def _but(clause, sort, name):
    return tuple(one for one in clause.mentions if one.sort is not sort or name not in one.name)


def classed(ref, at=NOW):
    for id, change in (("CON-12", Class.WORDING), ("INT-4", Class.WORDING), ("SNS-6", Class.MEANING)):
        assert drafting.classify(ref=ref, id=id, change=change, by=by("pritchard"), at=at) is None


def accepted(ref, at=NOW):
    """Whatever lint still finds stays, with a reason."""
    found = approval.found_in(as_edition(drafting.draft(ref=ref)), on=london_day(at))
    approval.accept(ref=ref, reasons={one.key: "The next review looks at it." for one in found}, by=by("pritchard"), at=at)
    return ref


def looked_over(ref, at=NOW):
    accepted(ref, at)
    approval.look_over(ref=ref, by=by("pritchard"), at=at)
    return ref


def consulted(ref, at=NOW):
    comments.consult(ref=looked_over(ref, at), by=by("pritchard"), at=at)
    return ref


def submitted(ref, at=NOW):
    looked_over(ref, at)
    classed(ref, at)
    approval.submit(ref=ref, by=by("pritchard"), at=at)
    return ref


def approved(ref, starts_on, at=NOW):
    """Everything of S46, to the approval for that day."""
    approval.approve(ref=submitted(ref, at), by=by("achterberg"), at=at, starts_on=starts_on)
    return ref
