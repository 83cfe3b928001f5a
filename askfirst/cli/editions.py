"""`askfirst procedure editions`, `review`, `draft` and `step`: the procedure's own life, by the same calls as the pages."""

import click

from askfirst.adoption import moves
from askfirst.adoption.as_json import draft_json, listed_json
from askfirst.adoption.draft_view import DraftView, draft_view
from askfirst.adoption.editions import PUBLIC, known, named
from askfirst.adoption.moves import FIELDS, STEPS, BadGiven
from askfirst.adoption.states import SAYS, Refused
from askfirst.cli.a_person import as_a_person, give, json_fields, tell
from askfirst.cli.main import Cannot
from askfirst.cli.records import here, now, records, words_from
from askfirst.people.calendar import london_day
from askfirst.procedure.clause import Edition
from askfirst.words import say

__all__ = ["draft", "editions", "kept", "review", "step"]

WORDS = ("words", "why", "plain")  # what plain text from a file is, in the first of these that a step takes


def kept(name: str) -> Edition | None:
    """An edition of the Trust's own that everybody may read, by name; None where there is none, or no database."""
    try:
        with records():
            public = {one.name for one in known(on=london_day(now())) if one.state in PUBLIC}
            return named(name=name) if name in public else None
    except Cannot:
        return None


@click.command(name="editions", help="Every edition that is, was or will be in force, the newest first.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
def editions(*, as_data: bool) -> int:
    """Public: no sign-in."""
    with records():
        found = [one for one in known(on=london_day(now())) if one.state in PUBLIC]
    if as_data:
        give({"editions": [listed_json(one) for one in found]})
        return 0
    for one in found:
        since = one.starts_on.isoformat() if one.starts_on else "-"
        tell(say("{name} · version {number} · {state} · from {day}", name=one.name, number=one.number, state=SAYS[one.state], day=since))
    return 0


@click.command(name="review", help="Begin the review of the edition in force: its words are copied into a draft.")
@click.option("--json", "as_data", is_flag=True, help="Give the draft as JSON.")
@as_a_person
def review(*, as_data: bool, username: str, password_stdin: bool) -> int:
    """For the governance professional."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = draft_view(ref=moves.begin(by=me.by, at=me.at), by=me.by, at=me.at)
        except Refused as why:
            raise _not_now(why) from None
    _show(found, as_data=as_data)
    return 0


@click.command(name="draft", help="Draft REF as you may see it: what differs, what waits, and your steps.")
@click.argument("ref")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@as_a_person
def draft(*, ref: str, as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 1 where something stands in the way of going on."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = draft_view(ref=ref.upper(), by=me.by, at=me.at)
        except Refused as why:
            raise _not_now(why) from None
    _show(found, as_data=as_data)
    return 1 if found.faults or any(not one.why for one in found.found) or any(offer.refusals for offer in found.offers) else 0


@click.command(name="step", help="Take STEP of draft REF. Words come from a file or standard input, never from an argument.")
@click.argument("ref")
@click.argument("step")
@click.option("--words", "source", help="A file with your words, or - for standard input: plain text, or all fields as a JSON object.")
@click.option("--clause", help="The id of a clause.")
@click.option("--change", help="wording or meaning.")
@click.option("--sure", is_flag=True, help="You were asked, and it is so.")
@click.option("--starts-on", help="A day, as 2027-01-05.")
@click.option("--json", "as_data", is_flag=True, help="Give the draft as JSON.")
@as_a_person
def step(
    *,
    ref: str,
    step: str,
    source: str | None,
    clause: str | None,
    change: str | None,
    sure: bool,
    starts_on: str | None,
    as_data: bool,
    username: str,
    password_stdin: bool,
) -> int:
    """Exit code 0 when it is done; 1 where it asks a question back; 2, with every reason, when it was not done."""
    if step not in STEPS:
        raise Cannot(say("We do not know this step. Choose one of: {known}.", known=", ".join(sorted(STEPS))))
    chosen = {"clause": clause, "change": change, "starts_on": starts_on, "sure": sure or None}
    with records():
        me = here(username, password_stdin=password_stdin)
        given = {name: value for name, value in chosen.items() if value is not None} | _written(step, source)
        try:
            draft_view(ref=ref.upper(), by=me.by, at=me.at)
            asked = moves.take(ref=ref.upper(), step=step, given=given, by=me.by, at=me.at)
            found = draft_view(ref=ref.upper(), by=me.by, at=me.at)
        except BadGiven as bad:
            raise Cannot(say("{field}: {why}", field=bad.field if bad.field in FIELDS[step] else "?", why=bad.sentence)) from None
        except Refused as why:
            raise _not_now(why) from None
    if asked is not None:
        tell(say("{question} Nothing was done. Say --sure, or choose meaning.", question=asked))
        return 1
    _show(found, as_data=as_data)
    return 0


def _written(step: str, source: str | None) -> dict[str, object]:
    if source is None:
        return {}
    words = words_from(source)
    fields = json_fields(words)
    if fields is not None:
        return fields
    field = next((one for one in WORDS if one in FIELDS[step]), None)
    if field is None:
        raise Cannot(say("This step takes no words. Leave them out."))
    return {field: words}


def _not_now(why: Refused) -> Cannot:
    return Cannot(say("{why}", why=" ".join(str(refusal.sentence) for refusal in why.refusals)))


def _show(found: DraftView, *, as_data: bool) -> None:
    if as_data:
        give(draft_json(found))
        return
    tell(say("{ref} · version {number} · {state}", ref=found.ref, number=found.number, state=SAYS[found.state]))
    tell(say("{count} changed, {same} unchanged.", count=len(found.lines), same=len(found.same)))
    for line in found.lines:
        tell(say("  {id} · {kind} · {sort}", id=line.change.id, kind=line.change.kind, sort=line.cls or "?"))
    for one in found.found:
        if not one.why:
            tell(say("  {id}: {says}", id=one.finding.clause, says=one.finding.says))
    for id, fault in found.faults:
        tell(say("  {id}: {why}", id=id, why=fault))
    for offer in found.offers:
        tell(say("You may: {step} ({says})", step=offer.move.id, says=offer.move.says))
        for refusal in offer.refusals:
            tell(say("  Not now: {why}", why=refusal.sentence))
