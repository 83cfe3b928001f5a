"""`askfirst cases …`: what waits for a person, a case as far as it is theirs, and a step of it. The same calls as the pages."""

import json
from collections.abc import Mapping

import click

from askfirst.casework import access, steps
from askfirst.casework.access import Missing, PassedOn
from askfirst.casework.as_json import case_json, line_json, task_json, timeline_json
from askfirst.casework.audit import WhoOpened, opened_json, who_opened
from askfirst.casework.evidence_boxes import looked_beside
from askfirst.casework.fields import BadField, Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.refused import tried
from askfirst.casework.workflow import Step
from askfirst.cli.a_person import NOTHING, as_a_person, bad_field, give, json_fields, not_now, tell
from askfirst.cli.cases_beside import add, away, listed, save
from askfirst.cli.cases_copies import copy, pack
from askfirst.cli.cases_open import open_a_case
from askfirst.cli.cases_put_right import put_right
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import Here, here, records, time_words, words_from
from askfirst.people.who import Named, names
from askfirst.words import Sentence, say

__all__ = ["command"]


@click.group(cls=Whole, name="cases", help="Your cases: what waits for you, what was said, and the next step.")
def command() -> None:
    """Cases on the server's own machine, as one person."""


@command.command(name="list", help="What waits for you, and the cases you may see, newest first.")
@click.option("--kind", default="", help="Cases of this kind only.")
@click.option("--state", default="", help="Cases in this state only.")
@click.option("--after", default="", help="The last reference seen, for those after it.")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@as_a_person
def list_cases(*, kind: str, state: str, after: str, as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 1 where something waits."""
    _check(kind, state)
    with records():
        me = here(username, password_stdin=password_stdin)
        waiting = access.to_do(me.by, at=me.at)
        people = names({task.acting_for for task in waiting if task.acting_for})
        try:
            lines = access.page(me.by, kind=kind, state=state, after=after)
        except Missing:
            tried(after, by=me.by, at=me.at)
            raise Cannot(NOTHING) from None
    if as_data:
        give({"tasks": [task_json(task, people) for task in waiting], "cases": [line_json(line) for line in lines]})
        return 1 if waiting else 0
    tell(say("{count} waiting for you.", count=len(waiting)))
    for task in waiting:
        told = task_json(task, people)
        tell(say("{ref} · {says} · {due}", ref=task.ref, says=told["says"], due=_due(task.late, time_words(task.due_at))))
        if told["acting_for"]:
            tell(say("    acting for {name}", name=told["acting_for"]))
    tell(say("{count} you may see.", count=len(lines)))
    for line in lines:
        workflow = WORKFLOWS[line.kind]
        tell(
            say(
                "{ref} · {kind} · {state} · {day}",
                ref=line.ref,
                kind=workflow.says,
                state=workflow.states[line.state],
                day=time_words(line.opened_at),
            )
        )
    return 1 if waiting else 0


def _check(kind: str, state: str) -> None:
    """Raises Cannot for a kind or a state we do not know."""
    if kind and kind not in WORKFLOWS:
        raise Cannot(say("We do not know this kind of case. Choose one of: {known}.", known=", ".join(sorted(WORKFLOWS))))
    known = {id for workflow in WORKFLOWS.values() if kind in ("", workflow.kind) for id in workflow.states}
    if state and state not in known:
        raise Cannot(say("We do not know this state. Choose one of: {known}.", known=", ".join(sorted(known))))


def _due(late: bool, when: str) -> Sentence:
    return say("late since {when}", when=when) if late else say("by {when}", when=when)


def _open(ref: str, me: Here) -> OpenFile:
    try:
        return open_file(ref, by=me.by, at=me.at)
    except Missing as gone:
        raise Cannot(gone.sentence if isinstance(gone, PassedOn) else NOTHING) from None


@command.command(help="The case REF, as far as it is yours to read. That you read it is written into its trail.")
@click.argument("ref")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@as_a_person
def show(*, ref: str, as_data: bool, username: str, password_stdin: bool) -> int:
    """Exit code 0, whatever it says."""
    with records():
        opened = _open(ref, here(username, password_stdin=password_stdin))
        if as_data:
            give(case_json(opened))
        else:
            _show(opened)
    return 0


def _show(opened: OpenFile) -> None:
    case, workflow = opened.case, opened.workflow
    tell(say("{ref} · {kind} · {state}", ref=case.ref, kind=workflow.says, state=workflow.states[case.state]))
    if case.due_at:
        tell(say("Due {when}.", when=time_words(case.due_at)))
    if case.clauses:
        tell(say("Clauses: {ids}", ids=", ".join(case.clauses.split())))
    _words(case_json(opened)["details"])
    times = {taken.sequence: time_words(taken.at) for taken in opened.file.taken}
    for event in timeline_json(opened):
        tell(say("{when} · {says}", when=times[int(str(event["sequence"]))], says=_by(event)))
        _words(event.get("words"))
    for offer in opened.offers:
        if not offer.refusals:
            tell(say("You can: {step} {of} · {says}", step=offer.step.id, of=offer.of, says=offer.step.says))
        for refusal in offer.refusals:
            tell(say("Not now: {step} · {why} ({clause})", step=offer.step.id, why=refusal.sentence, clause=refusal.clause))


def _by(event: Mapping[str, object]) -> Sentence:
    if not event["by"]:
        return say("{says}", says=event["says"])
    if not event["acting_for"]:
        return say("{says}, by {name}", says=event["says"], name=event["by"])
    return say("{says}, by {name} acting for {other}", says=event["says"], name=event["by"], other=event["acting_for"])


def _words(held: object) -> None:
    """What was written, one field a line; lines of a text stay under it."""
    for name, value in held.items() if isinstance(held, Mapping) else ():
        if value not in ("", None, False, [], ()):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            tell(say("    {name}: {value}", name=name, value=text.replace("\n", "\n        ")))


@command.command(help="Who opened the case REF, and when; no word of it. That you looked is written into its trail.")
@click.argument("ref")
@click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
@as_a_person
def opened(*, ref: str, as_data: bool, username: str, password_stdin: bool) -> int:
    """For the people of the case and the Data Protection Officer. Exit code 0, whatever it says."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = who_opened(ref, by=me.by, at=me.at)
        except Missing:
            raise Cannot(NOTHING) from None
        if as_data:
            give(opened_json(found))
        else:
            _openings(found)
    return 0


def _openings(found: WhoOpened) -> None:
    known = names({ref for one in found.opened for ref in (one.who, one.acting_for) if ref})
    tell(say("{ref} · {kind} · {count} times, newest first", ref=found.ref, kind=WORKFLOWS[found.kind].says, count=len(found.opened)))
    for one in found.opened:
        named = known.get(one.who)
        who = say("{name}, {post}", name=named.name, post=named.title) if named and named.title else say("{name}", name=_called(named))
        if one.acting_for in known:
            who = say("{who}, acting for {name}", who=who, name=known[one.acting_for].name)
        if one.list_only:
            who = say("{who} (this list only)", who=who)
        if said := looked_beside(one.beside):
            who = say("{who} ({what})", who=who, what=said)
        tell(say("{when} · {who}", when=time_words(one.at), who=who))
    passed = names({skip.person for skip in found.passed_over})
    for skip in found.passed_over:
        if skip.person in passed:
            tell(say("Passed over today · {name}, {why}", name=passed[skip.person].name, why=skip.reason))


def _called(named: Named | None) -> object:
    return named.name if named else say("whoever asked, or wrote it down")


@command.command(help="Take the step STEP of the case REF. Words come from a file or standard input, never from an argument.")
@click.argument("ref")
@click.argument("step")
@click.option("--words", "source", help="A file with your words, or - for standard input: plain text, or all fields as a JSON object.")
@click.option("--set", "pairs", multiple=True, metavar="FIELD=VALUE", help="A choice, such as strength=Should or outside=yes. No words.")
@click.option("--for", "of", default="", help="Which school, or which consultation.")
@click.option("--json", "as_data", is_flag=True, help="Give the case after it as JSON.")
@as_a_person
def step(
    *, ref: str, step: str, source: str | None, pairs: tuple[str, ...], of: str, as_data: bool, username: str, password_stdin: bool
) -> int:
    """Exit code 0 when it was taken; 2, with every reason, when it was not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        row = _row(ref, step, me)
        given = _chosen(row, pairs) | (_written(row, words_from(source)) if source is not None else {})
        done = _take(ref, row, me, given=given, of=of)
        try:
            access.find(done, me.by)
        except Missing:  # it was passed on, and is no longer theirs
            opened = None
        else:
            opened = _open(done, me)
    if as_data:
        give(case_json(opened) if opened else {"ref": done})
        return 0
    tell(say("{ref} · {done}.", ref=done, done=row.done))
    if opened:
        tell(say("It stands at: {state}.", state=opened.workflow.states[opened.case.state]))
    return 0


def _row(ref: str, step: str, me: Here) -> Step:
    """The step's row, after the case was found. Raises Cannot."""
    try:
        workflow = WORKFLOWS[access.find(ref, me.by).case.kind]
    except Missing:
        gone = access.gone_from(ref, me.by)
        if isinstance(gone, PassedOn):
            raise Cannot(gone.sentence) from None
        tried(ref, by=me.by, at=me.at)
        raise Cannot(NOTHING) from None
    row = workflow.step(step)
    if row is None:
        raise Cannot(say("There is no such step. Take one of: {known}.", known=", ".join(one.id for one in workflow.steps)))
    return row


def _is_words(field: Field) -> bool:
    return not field.choices and field.lines > 1


def _chosen(row: Step, pairs: tuple[str, ...]) -> dict[str, object]:
    """Fields given as options: choices, ticks, clauses. Raises Cannot for one that is for words: others can read arguments."""
    given: dict[str, object] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        field = next((field for field in row.fields if field.id == name and not _is_words(field)), None)
        if field is None:
            raise Cannot(say("Only a choice of this step can be set so. Send words with --words."))
        given[name] = value
    return given


def _written(row: Step, text: str) -> dict[str, object]:
    """Plain text is the step's own words; what begins with a curly bracket is all of its fields. Raises Cannot."""
    held = json_fields(text)
    if held is not None:
        return held
    field = next((field for field in row.fields if _is_words(field)), None)
    if field is None:
        raise Cannot(say("This step takes no words. Leave out --words."))
    return {field.id: text.removesuffix("\n").removesuffix("\r")}


def _take(ref: str, row: Step, me: Here, *, given: Mapping[str, object], of: str) -> str:
    try:
        return steps.take(ref=ref, step=row.id, by=me.by, given=given, at=me.at, of=of)
    except BadField as problem:
        raise bad_field(problem, {field.id for field in row.fields} | {"for"}) from None
    except Refused as problem:
        raise not_now(problem) from None
    except Missing as gone:  # passed on between the look and the step, or not theirs
        raise Cannot(gone.sentence if isinstance(gone, PassedOn) else NOTHING) from None


for one in (open_a_case, listed, add, save, away, put_right, pack, copy):
    command.add_command(one)
