"""`askfirst procedure bring`, `brought`, `decide` and `keep`: your own document, looked through and kept, by the same calls as the pages.

`import` shows what a file says and keeps nothing. These keep it to be looked through; nothing of the procedure changes before `keep`.
"""

from pathlib import Path
from typing import Any

import click

from askfirst.adoption import brought as documents
from askfirst.adoption.brought import Brought, Considered
from askfirst.adoption.brought_as_json import DECIDED, brought_json, listed_json
from askfirst.adoption.states import Refused
from askfirst.cli.a_person import as_a_person, give, json_fields, tell
from askfirst.cli.check_read import read_bytes
from askfirst.cli.main import Cannot
from askfirst.cli.records import Here, here, records, words_from
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.importing.proposals import ASKS
from askfirst.words import say

__all__ = ["bring", "brought", "decide", "keep"]

AS_DATA = click.option("--json", "as_data", is_flag=True, help="Give it as JSON.")
LONGEST = 20_000_000  # bytes of a document; one more is refused by whoever opens it
FIELDS = ("addressee", "strength", "plain", "student")


def _not_now(why: Refused) -> Cannot:
    return Cannot(say("{why}", why=" ".join(str(one.sentence) for one in why.refusals)))


@click.command(name="bring", help="Keep document FILE (TXT, Markdown, DOCX, ODT, PDF, HTML) to be looked through, rule by rule.")
@click.argument("file")
@as_a_person
@AS_DATA
def bring(*, file: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """For the governance professional. Exit code 1 where a rule asks something; 0 where none does."""
    with records():
        me = here(username, password_stdin=password_stdin)
        data = read_bytes(file, LONGEST)
        try:
            whole = documents.brought(ref=documents.bring(name=Path(file).name, data=data, by=me.by, at=me.at), by=me.by)
        except Refused as why:
            raise _not_now(why) from None
    return _show(whole, as_data=as_data)


@click.command(name="brought", help="Documents that are being looked through, or one of them by REF.")
@click.argument("ref", required=False)
@as_a_person
@AS_DATA
def brought(*, ref: str | None, username: str, password_stdin: bool, as_data: bool) -> int:
    """Exit code 1 where a rule is not decided yet."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            found = documents.listed(by=me.by) if ref is None else [documents.brought(ref=ref.upper(), by=me.by)]
        except Refused as why:
            raise _not_now(why) from None
    if ref is not None:
        return _show(found[0], as_data=as_data)
    if as_data:
        give({"documents": [listed_json(one) for one in found]})
    else:
        if not found:
            tell(say("No document waits. Bring one with: askfirst procedure bring FILE"))
        for one in found:
            tell(say("{ref} · {name} · {count} not decided yet", ref=one.ref, name=one.found.name, count=len(one.open)))
    return 1 if any(one.open for one in found) else 0


@click.command(name="decide", help="Decide of RULE of document REF: confirm it, leave-out, or take-as another rule.")
@click.argument("ref")
@click.argument("rule")
@click.argument("do", type=click.Choice(["confirm", "leave-out", "take-as"]))
@click.option("--words", "source", help="confirm: a file, or - for standard input: the plain words, or all fields as a JSON object.")
@click.option("--for", "addressee", type=click.Choice([one.value for one in Addressee]), help="confirm: whom it is for.")
@click.option("--strength", type=click.Choice([one.value for one in Strength]), help="confirm: how strong it is.")
@click.option("--clause", help="take-as: the id of a known rule, or own.")
@click.option("--seen", type=int, help="The number of changes as you read it; without it, as it is now.")
@as_a_person
@AS_DATA
def decide(
    *, ref: str, rule: str, do: str, source: str | None, addressee: str | None, strength: str | None, clause: str | None, seen: int | None,
    username: str, password_stdin: bool, as_data: bool,
) -> int:  # fmt: skip
    """What is not said stays as proposed. Exit code 0: noted, and all is decided. 1: noted, and some is left. 2: nothing was done."""
    given = {"addressee": addressee, "strength": strength}
    words = _written(source) | {name: value for name, value in given.items() if value is not None}
    if (words and do != "confirm") or (clause is not None) != (do == "take-as"):
        raise Cannot(say("--words, --for and --strength go with confirm; --clause goes with take-as alone."))
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            whole = documents.brought(ref=ref.upper(), by=me.by)
            _decide(whole, rule, do, words=words, clause=clause or "", seen=whole.changes if seen is None else seen, me=me)
            whole = documents.brought(ref=ref.upper(), by=me.by)
        except Refused as why:
            raise _not_now(why) from None
    return _show(whole, as_data=as_data)


def _written(source: str | None) -> dict[str, str]:
    """Raises Cannot."""
    if source is None:
        return {}
    words = words_from(source)
    fields = json_fields(words)
    if fields is None:
        return {"plain": words.strip()}
    for name, value in fields.items():
        if name not in FIELDS or not isinstance(value, str):
            raise Cannot(say("{field}: This is not a field, or not text. Use only: {known}.", field=name[:20], known=", ".join(FIELDS)))
    return {name: str(value).strip() for name, value in fields.items()}


def _decide(whole: Brought, rule: str, do: str, *, words: dict[str, str], clause: str, seen: int, me: Here) -> None:
    """Raises Refused, Cannot."""
    id = rule.upper()
    one = whole.one(id)
    if one is None:
        raise Cannot(say("There is no clause {id} in this document.", id=rule[:20]))
    if do == "take-as":
        asked = clause if clause == "own" else clause.upper()
        documents.take_as(ref=whole.ref, id=id, clause=asked, seen=seen, by=me.by, at=me.at)
    elif do == "leave-out":
        documents.leave_out(ref=whole.ref, id=id, seen=seen, by=me.by, at=me.at)
    else:
        documents.confirm(ref=whole.ref, id=id, seen=seen, by=me.by, at=me.at, **_as_it_is_to_be(one, words))


def _as_it_is_to_be(one: Considered, words: dict[str, str]) -> dict[str, Any]:
    try:
        return {
            "addressee": Addressee(words.get("addressee", one.clause.addressee.value)),
            "strength": Strength(words.get("strength", one.clause.strength.value)),
            "plain": words.get("plain", one.clause.plain),
            "student": words.get("student", one.clause.plain_student or ""),
        }
    except ValueError:
        raise Cannot(say("Choose whom it is for, and how strong it is.")) from None


@click.command(name="keep", help="Step of document REF: plain, draft, exact or away.")
@click.argument("ref")
@click.argument("step", type=click.Choice(["plain", "draft", "exact", "away"]))
@as_a_person
@AS_DATA
def keep(*, ref: str, step: str, username: str, password_stdin: bool, as_data: bool) -> int:
    """`plain` confirms what asks nothing; `draft` keeps it as a draft edition; `exact` keeps its exact words; `away` puts it away."""
    with records():
        me = here(username, password_stdin=password_stdin)
        try:
            whole = documents.brought(ref=ref.upper(), by=me.by)
            if step == "plain":
                documents.confirm_plain(ref=whole.ref, seen=whole.changes, by=me.by, at=me.at)
                whole = documents.brought(ref=whole.ref, by=me.by)
            kept = {"draft": documents.as_draft, "exact": documents.as_exact, "away": documents.put_away}.get(step)
            came = kept(ref=whole.ref, by=me.by, at=me.at) if kept else None
        except Refused as why:
            raise _not_now(why) from None
    if step == "plain":
        return _show(whole, as_data=as_data)
    if as_data:
        give({"draft": {"draft": came}, "exact": {"rules": came}, "away": {"away": True}}[step])
    elif step == "draft":
        tell(say("Kept as draft {ref}. Go on: askfirst procedure draft {ref} --as {you}", ref=came, you=username))
    elif step == "exact":
        tell(say("Kept beside {count} rules: the Trust’s own words.", count=came))
    else:
        tell(say("Put away. Nothing of the procedure has changed."))
    return 0


def _show(whole: Brought, *, as_data: bool) -> int:
    if as_data:
        give(brought_json(whole))
    else:
        tell(say("{ref} · {name} · {count} not decided yet", ref=whole.ref, name=whole.found.name, count=len(whole.open)))
        for one in whole.considered:
            clause = one.clause
            state = say("{state}", state=DECIDED[one.decided])
            tell(say("{id} · {strength} · for {who} · {state}", id=clause.id, strength=clause.strength, who=clause.addressee, state=state))
            if not one.decided:
                tell(say("  {words}", words=one.proposal.exact))
                for key in one.asks:
                    tell(say("  ? {asks}", asks=ASKS[key]))
    return 1 if whole.open else 0
