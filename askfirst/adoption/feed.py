"""The editions of the procedure as an Atom feed (RFC 4287): public, without a name of anybody who reads it."""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree  # only writes

from django.conf import settings

from askfirst.adoption.editions import Listed
from askfirst.adoption.states import SAYS
from askfirst.people.holding import today, todays_trust
from askfirst.procedure.exports.outline import day_said
from askfirst.words import say

__all__ = ["atom"]

ATOM = "http://www.w3.org/2005/Atom"


def atom(listed: Sequence[Listed]) -> bytes:
    """One entry an edition, newest first. An entry moves when the edition begins or another takes its place."""
    address = settings.ASKFIRST.address
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _text(feed, "id", "%s/procedure/feed.atom" % address)
    _text(feed, "title", str(say("Editions of the procedure: {trust}", trust=todays_trust().name)))
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": "%s/procedure/feed.atom" % address})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": "%s/procedure/editions/" % address})
    author = ElementTree.SubElement(feed, "author")
    _text(author, "name", todays_trust().name)
    on = today()
    moved = [_moved(one, one.approved_on, on) for one in listed if one.approved_on]
    _text(feed, "updated", _moment(max(moved, default=date(1970, 1, 1))))
    for one in listed:
        if one.approved_on is not None:
            _entry(feed, one, one.approved_on, address, on)
    body: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def _moved(one: Listed, approved: date, on: date) -> date:
    """The last day on which something came of it; what is still to come has not moved it yet."""
    return max(day for day in (approved, one.starts_on, one.ended_on) if day and (day <= on or day == approved))


def _entry(feed: ElementTree.Element, one: Listed, approved: date, address: str, on: date) -> None:
    here = "%s/procedure/editions/%s/" % (address, one.name)
    entry = ElementTree.SubElement(feed, "entry")
    _text(entry, "id", here)
    _text(entry, "title", str(say("{title}, version {number}", title=one.title, number=one.number)))
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": here})
    _text(entry, "updated", _moment(_moved(one, approved, on)))
    starts = day_said(one.starts_on) if one.starts_on else say("not set yet")
    _text(
        entry,
        "summary",
        str(say("{state}. First day: {day}. Approved by the {role}.", state=SAYS[one.state], day=starts, role=one.approver_role)),
    )


def _text(parent: ElementTree.Element, name: str, words: str) -> None:
    ElementTree.SubElement(parent, name).text = words


def _moment(day: date) -> str:
    return "%sT00:00:00Z" % day.isoformat()
