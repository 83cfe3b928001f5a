"""`askfirst campaigns …`: plan, open and follow one; who of mine has still to read; what I am to read. The pages’ own calls."""

import click

from askfirst.adoption import campaigns as held
from askfirst.adoption import shown
from askfirst.adoption.campaign_counts import COUNTED, LEAST, Progress, begun, may_count, progress, progress_json
from askfirst.adoption.campaigns import PHASES, TRUST_WIDE, BadPlan, Campaign, NoCampaign
from askfirst.adoption.outstanding import manages, team
from askfirst.adoption.reading_as_json import campaign_json, line_json, to_read_json
from askfirst.adoption.shown import ACTS, NotNow
from askfirst.adoption.understood import PRESS, STANDS
from askfirst.cli.a_person import as_a_person, give, tell
from askfirst.cli.main import Cannot, Whole
from askfirst.cli.records import Here, here, records
from askfirst.words import say

__all__ = ["command"]

AS_DATA = click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
FIELDS = {"opens": "--opens", "closes": "--closes", "audience": "--who", "schools": "--school", "edition": "--edition"}
MANAGES_NOBODY = say("You manage nobody, so there is no such list for you.")


@click.group(cls=Whole, name="campaigns", help="Who is asked to read the procedure, and who has.")
def command() -> None:
    """Campaigns on the server's own machine, as one person."""


def _known(me: Here) -> tuple[Campaign, ...]:
    """Raises NoCampaign."""
    return held.campaigns(me.by) if held.may_plan(me.by) or not may_count(me.by) else begun(me.by)


@command.command(name="list", help="Every campaign, the newest first.")
@as_a_person
@AS_DATA
def list_campaigns(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0; 2 for whoever may see none."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = _known(me)
        except NoCampaign as none:
            raise Cannot(none.sentence) from None
    if as_data:
        give({"campaigns": [campaign_json(one) for one in found]})
        return 0
    for one in found:
        _tell(one)
    return 0


def _tell(one: Campaign) -> None:
    tell(
        say(
            "{ref} · {edition} · {who} · {opens} to {closes} · {phase}",
            ref=one.ref, edition=one.asked.edition, who=", ".join(sorted(one.asked.audience)), opens=one.asked.opens.isoformat(),
            closes=one.asked.closes.isoformat(), phase=PHASES[one.phase],
        )
    )  # fmt: skip


@command.command(name="plan", help="Plan a campaign. Nobody is asked before you open it.")
@as_a_person
@click.option("--edition", required=True, help="The edition to read, such as 2018-11.")
@click.option(
    "--who",
    multiple=True,
    required=True,
    type=click.Choice([str(one) for one in held.AUDIENCE]),
    help="Who is asked; give it more than once.",
)
@click.option("--school", multiple=True, help="A school's id, or central; none for the whole Trust.")
@click.option("--opens", required=True, help="First day, such as 11 January 2027.")
@click.option("--closes", required=True, help="Last day.")
@AS_DATA
def plan_campaign(
    *, username: str, password_stdin: bool, edition: str, who: tuple[str, ...], school: tuple[str, ...], opens: str, closes: str,
    as_data: bool,
) -> int:  # fmt: skip
    """Exit code 0: planned. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            ref = held.plan(
                me.by, edition=edition, audience=who, at_schools=school or (TRUST_WIDE,), opens=opens, closes=closes, at=me.at
            )  # fmt: skip
        except NoCampaign as none:
            raise Cannot(none.sentence) from None
        except BadPlan as problem:
            raise Cannot(say("{option}: {why}", option=FIELDS.get(problem.field, "?"), why=problem.sentence)) from None
        return _now(me, ref, as_data=as_data)


def _now(me: Here, ref: str, *, as_data: bool) -> int:
    one = held.campaign(ref, on=me.by.on)
    if as_data:
        give(campaign_json(one))
    else:
        _tell(one)
    return 0


@command.command(name="open", help="Open a planned campaign: people are asked from its first day on.")
@click.argument("ref")
@as_a_person
@AS_DATA
def open_one(*, ref: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: open. 2: could not."""
    return _step(ref, username, "open", password_stdin=password_stdin, as_data=as_data)


@command.command(name="drop", help="Call a campaign off: nobody is asked or reminded any more.")
@click.argument("ref")
@as_a_person
@AS_DATA
def drop_one(*, ref: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: called off. 2: could not."""
    return _step(ref, username, "drop", password_stdin=password_stdin, as_data=as_data)


def _step(ref: str, username: str, step: str, *, password_stdin: bool, as_data: bool) -> int:
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            (held.open_campaign if step == "open" else held.drop)(me.by, ref=ref, at=me.at)
        except (NoCampaign, BadPlan) as problem:
            raise Cannot(problem.sentence) from None
        return _now(me, ref, as_data=as_data)


@command.command(name="show", help="How far a campaign is at each school. Small numbers are not shown, and no names.")
@click.argument("ref")
@as_a_person
@AS_DATA
def show_one(*, ref: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0; 2 for whoever may not count."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            one = next((one for one in _known(me) if one.ref == ref), None)
            if one is None:
                raise NoCampaign
            found = progress(me.by, ref=ref) if one.phase in ("open", "closed") else ()
        except NoCampaign as none:
            raise Cannot(none.sentence) from None
    if as_data:
        give(campaign_json(one) | progress_json(found))
        return 0
    _tell(one)
    for place in found:
        _tell_place(place)
    return 0


def _tell_place(place: Progress) -> None:
    for id, number in (place.staff or {}).items():
        shown_number = say("fewer than {least}, or not shown", least=LEAST) if number is None else say("{number}", number=number)
        tell(say("{school} · {what} · {number}", school=place.name, what=COUNTED[id], number=shown_number))
    if place.sheets is not None:
        tell(say("{school} · sheets back: {back} of {groups}", school=place.name, back=place.sheets.back, groups=place.sheets.groups))


@command.command(name="team", help="Who of those you manage has still to read it: names and how they stand.")
@as_a_person
@AS_DATA
def show_team(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: nobody is outstanding. 1: somebody is. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        if not manages(me.by):
            raise Cannot(MANAGES_NOBODY)
        lines = team(me.by, on=me.by.on)
    if as_data:
        give({"people": [line_json(line) for line in lines]})
    else:
        for line in lines:
            tell(say("{name} · {state}", name=line.name, state=STANDS[line.state]))
    return 1 if any(line.outstanding for line in lines) else 0


@command.command(name="read", help="What you are asked to read. That it was shown is kept, with the day.")
@as_a_person
@AS_DATA
def read_mine(*, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 0: nothing is to be read. 1: something is. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        asked = shown.show(me.by, at=me.at)
    if as_data:
        give(to_read_json(asked))
    elif asked is None or not asked.clauses:
        tell(say("There is nothing for you to read now."))
    else:
        for line in asked.words.splitlines()[:-1]:
            tell(say("{line}", line=line))
        for one in asked.scenarios:
            tell(
                say(
                    "What would you do? {ask} We would do this: {better} Why: {why}",
                    ask=one.ask,
                    better=one.choices[one.better],
                    why=one.reason,
                )
            )
        tell(say("If you have read it: askfirst campaigns press read --digest {digest} --as {you}", digest=asked.digest, you=username))
    return 1 if asked is not None and asked.clauses else 0


@command.command(name="press", help="Say that you have read it, or that you want a paper copy or need another form.")
@click.argument("what", type=click.Choice(list(ACTS)))
@click.option("--digest", default="", help="Of the words you were shown: `campaigns read` says it.")
@as_a_person
def press(*, what: str, digest: str, username: str, password_stdin: bool) -> int:
    """Exit code 0: written down. 2: could not."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            shown.press(me.by, what=what, digest=digest, at=me.at)
        except NotNow as why:
            raise Cannot(why.sentence) from None
    tell(say("Written down: {what}.", what=PRESS if what == "read" else STANDS[ACTS[what]]))
    return 0
