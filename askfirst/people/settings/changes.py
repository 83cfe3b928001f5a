"""Changing a setting: somebody who governs asks, a second person agrees where it has weight, it holds from its day, and it can be undone.

Nothing is written over: what was agreed to stays as it was, and going back is a change of its own. Each step stands in the trail, which
holds digests and no words. Source: trust.md 8.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import ProtectedError

from askfirst.people import second
from askfirst.people.asked_once import asked_afresh
from askfirst.people.calendar import london_day
from askfirst.people.founding import school_row
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.people.holding import what_holds
from askfirst.people.models import School, SettingChange
from askfirst.people.settings.held import Held
from askfirst.people.settings.history import KIND, SECONDS, NoSetting, Value, digest_of, may_agree, may_ask, may_see
from askfirst.people.settings.known import NEW_SCHOOL, Setting, read, school_of
from askfirst.people.settings.telling import tell_asker, tell_seconds
from askfirst.people.settings.values import BadSetting, Blank, Kind, read_day, read_value
from askfirst.procedure.trust import School as Facts
from askfirst.trail import chain
from askfirst.words import Sentence, say

__all__ = ["NotNow", "agree", "ask", "held_before", "take_back", "undo"]

FARTHEST = timedelta(days=800)
WHY = Blank("why", say("Why is it changed?"), Kind.AREA, longest=500)


class NotNow(RuntimeError):
    """It cannot be done as things stand; nothing was changed. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def ask(setting: Setting, given: Mapping[str, object], *, starts_on: object, why: object, by: Standing, at: datetime) -> str:
    """A setting as it is to be; the change's reference. Where it has weight it waits for a second person. Raises BadSetting, NoSetting.

    `starts_on`: a day as text, today or later; "" for today.
    """
    if not may_ask(by):
        raise NoSetting
    on = london_day(at)
    value = read(setting, given, on=on)
    starts = _first_day(starts_on, on)
    reason = read_value(WHY, why)
    name = _new_name(value) if setting.name == NEW_SCHOOL else setting.name
    with transaction.atomic():
        asked_afresh()
        if (same := _same(name, value, starts, reason, by)) is not None:
            return same
        if what_holds(starts).values.get(name) == value:
            raise BadSetting(setting.blanks[0].id, say("This holds already on that day. Change it, or leave it as it is."))
        return _put(setting, name, value, starts_on=starts, why=reason, by=by, at=at)


def _same(name: str, value: Value, starts: date, why: str, by: Standing) -> str | None:
    """The change that says exactly this already and is the latest of its setting: a form that was sent twice."""
    row = SettingChange.objects.filter(name=name, state__in=("waits", "agreed")).order_by("-at", "-ref").first()
    same = row is not None and (row.value, row.starts_on, row.why, row.by) == (value, starts, why, by.person)
    waits = row is not None and row.state == "waits" and not second.waits(kind=KIND, of=row.ref, at=row.at)
    return row.ref if row is not None and same and not waits else None


def _first_day(given: object, on: date) -> date:
    """Raises BadSetting: a change never reaches back."""
    text = read_value(Blank("starts_on", say("From which day?"), needed=False), given)
    if not text:
        return on
    day = read_day(text)
    if day is None:
        raise BadSetting("starts_on", say("We cannot read this date. Write it as in 23/11/2026."))
    if day < on:
        raise BadSetting("starts_on", say("The first day cannot lie in the past. Choose today or a later day."))
    if day > on + FARTHEST:
        raise BadSetting("starts_on", say("This day is years away. Look at the year again."))
    return day


def _new_name(value: Mapping[str, str]) -> str:
    """Raises BadSetting for an id that another school has."""
    name = "school.%s" % value["id"]
    if name == NEW_SCHOOL or School.objects.filter(id=value["id"]).exists():
        raise BadSetting("id", say("This id is taken. Give the school another one."))
    return name


def _put(
    setting: Setting, name: str, value: Value, *, starts_on: date, why: str, by: Standing, at: datetime, undoes: str = ""
) -> str:  # fmt: skip
    for old in SettingChange.objects.select_for_update().filter(name=name, state="waits"):
        _end(old, "dropped", by, at, what="setting-replaced")
    row = SettingChange(name=name, value=value, starts_on=starts_on, why=why, state="waits", by=by.person, at=at, undoes=undoes)
    row.acting_for = by.acting_for(GOVERNANCE)
    row.save(force_insert=True)
    _wrote("setting-asked", row, by, at)
    if setting.takes_two(value):
        second.propose(kind=KIND, of=row.ref, digest=digest_of(row), by=by.person, at=at)
        tell_seconds(row.ref, seats=SECONDS, by=by.person, at=at)
    else:
        _hold(row, by, at, agreed_by="")
    return row.ref


def _hold(row: SettingChange, by: Standing, at: datetime, *, agreed_by: str) -> None:
    """From now on it counts. Where its first day went by while it waited, that is today. Raises NotNow."""
    row.state, row.agreed_by, row.agreed_at = "agreed", agreed_by, at
    row.starts_on = max(row.starts_on, london_day(at))
    row.save()
    if row.name.startswith("school.") and not school_of(row.name):
        _school(row)
    _wrote("setting-agreed", row, by, at)


def _school(row: SettingChange) -> None:
    """People and cases hang on a school's row: it comes with the school, and goes only while nothing hangs on it."""
    if row.value is not None:
        school_row(Facts(**row.value)).save(force_insert=True)
        return
    try:
        with transaction.atomic():
            School.objects.filter(id=row.name.partition(".")[2]).delete()
    except ProtectedError:
        raise NotNow(say("Somebody or something hangs on this school by now, so it stays.")) from None


def agree(ref: str, *, digest: str, by: Standing, at: datetime) -> None:
    """The second person agrees to exactly what was asked for. Raises NoSetting, NotNow, and NotSecond with why not by this person."""
    if not may_agree(by):
        raise NoSetting
    with transaction.atomic():
        row = _row(ref, "waits", by)
        if digest != digest_of(row):
            raise NotNow(say("This is not what you looked at. Look at it again."))
        second.confirm(kind=KIND, of=row.ref, digest=digest_of(row), by=by, seats=SECONDS, at=at)
        _hold(row, by, at, agreed_by=by.person)
        tell_asker(row.ref, to=row.by, at=at)


def take_back(ref: str, *, by: Standing, at: datetime) -> None:
    """Nobody asks for it any more. Raises NoSetting, NotNow."""
    if not may_ask(by):
        raise NoSetting
    with transaction.atomic():
        _end(_row(ref, "waits", by), "dropped", by, at, what="setting-taken-back")


def undo(ref: str, setting: Setting, *, why: object, by: Standing, at: datetime) -> str:
    """Before its first day a change goes away; after it, what held before holds again from today: a change of its own, which may take two.

    The reference of what came of it. Raises NoSetting, NotNow, BadSetting.
    """
    if not may_ask(by):
        raise NoSetting
    reason = read_value(WHY, why)
    with transaction.atomic():
        row = _row(ref, "agreed", by)
        if row.starts_on > london_day(at) and not (row.name.startswith("school.") and not school_of(row.name)):
            _end(row, "undone", by, at, what="setting-undone")
            return row.ref
        if _after(row) is not None:
            raise NotNow(say("It was changed again since. Undo the later change first."))
        before = _before(row)
        value = before.value if before else None
        return _put(setting, row.name, value, starts_on=london_day(at), why=reason, by=by, at=at, undoes=row.ref)


def _end(row: SettingChange, state: str, by: Standing, at: datetime, *, what: str) -> None:
    second.drop(kind=KIND, of=row.ref)
    row.state, row.ended_at = state, at
    row.save(update_fields=["state", "ended_at"])
    _wrote(what, row, by, at)


def _row(ref: str, state: str, by: Standing) -> SettingChange:
    """Raises NoSetting, and NotNow where it stands otherwise."""
    row = SettingChange.objects.select_for_update().filter(ref=ref).first()
    if row is None or not may_see(by):
        raise NoSetting
    if row.state != state:
        raise NotNow(say("This cannot be done any more. Look at how it stands now."))
    return row


def _of(name: str) -> list[SettingChange]:
    """Every change of a setting that was agreed to, in the order in which they hold."""
    return list(SettingChange.objects.filter(name=name, state="agreed").order_by("starts_on", "agreed_at"))


def _before(row: SettingChange) -> SettingChange | None:
    """What held, or would hold, without it."""
    mine = (row.starts_on, row.agreed_at.isoformat() if row.agreed_at else "9")
    earlier = [one for one in _of(row.name) if one.agreed_at and (one.starts_on, one.agreed_at.isoformat()) < mine]
    return earlier[-1] if earlier else None


def _after(row: SettingChange) -> SettingChange | None:
    following = _of(row.name)
    return following[-1] if following and following[-1].ref != row.ref else None


def held_before(ref: str, *, by: Standing) -> tuple[Held, Held]:
    """What held, or would hold, without a change, and with it, on its first day. Raises NoSetting."""
    row = SettingChange.objects.filter(ref=ref).first()
    if row is None or not may_see(by):
        raise NoSetting
    return _laid(row, _before(row)), _laid(row, row)


def _laid(row: SettingChange, change: SettingChange | None) -> Held:
    return what_holds(row.starts_on, instead={row.name: change.value if change else None})


def _wrote(what: str, row: SettingChange, by: Standing, at: datetime) -> None:
    acting = by.acting_for(GOVERNANCE) if by.holds(GOVERNANCE) else ""
    chain.append(chain=KIND, what=what, who=by.person, acting_for=acting, of=row.ref, after=row.name, words=digest_of(row), at=at)
