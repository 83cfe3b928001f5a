"""Another trust, from nothing: Fellbrook Schools. Everything and everybody here is invented; it shares no word with the trust of the demo."""

import csv
import io
from dataclasses import replace

import pytest
from django.test import Client

from askfirst.people.accounts import set_password
from askfirst.people.calendar import london_day
from askfirst.people.founding import found
from askfirst.people.models import Person
from askfirst.people.standing import standing
from askfirst.procedure.here import TRUST
from askfirst.procedure.trust import load_trust
from tests.access.world import command
from tests.clock import london
from tests.people.phone import shows
from tests.web.pages import page_of, send

__all__ = ["CENTRAL", "DOCUMENT", "NOW", "PASSWORD", "SCHOOLS", "THERE", "Fellbrook", "as_csv", "fellbrook"]

NOW = "2026-11-23 09:00"
PASSWORD = "a kettle on the landing"
PACK = """id = "fellbrook"
name = "Fellbrook Schools"
domain = "fellbrook.example"
duty_phone = "01632 960700"
duty_email = "duty@fellbrook.example"
"""
HEADINGS = (
    "id",
    "username",
    "name",
    "kind",
    "school",
    "job title",
    "email",
    "born",
    "year",
    "class",
    "tutor of",
    "line manager id",
    "seats",
    "contact of",
)
CENTRAL = (
    ("F1", "morrow", "Mr Idris Morrow", "staff", "", "IT manager", "i.morrow@fellbrook.example", *[""] * 5, "it", ""),
    (
        "F2",
        "adeyinka",
        "Mrs Grace Adeyinka",
        "staff",
        "",
        "Clerk to the trustees",
        "g.adeyinka@fellbrook.example",
        *[""] * 5,
        "governance",
        "",
    ),
    ("F3", "larkham", "Dr Tamsin Larkham", "staff", "", "Chief Executive", "t.larkham@fellbrook.example", *[""] * 5, "trust-lead", ""),
    ("F4", "oduyale", "Ms Perpetua Oduyale", "staff", "", "Data Protection Officer", "p.oduyale@fellbrook.example", *[""] * 5, "dpo", ""),
    ("F5", "fairlie", "Ms Una Fairlie", "staff", "", "Head of people", "u.fairlie@fellbrook.example", *[""] * 5, "hr", ""),
    ("F6", "winstan", "Mr Cole Winstan", "staff", "", "Communications", "c.winstan@fellbrook.example", *[""] * 5, "comms", ""),
    ("F7", "thornley", "Mrs Wilma Thornley", "trustee", "", "Chair of Trustees", "w.thornley@fellbrook.example", *[""] * 5, "chair", ""),
)
THERE = (
    ("B1", "quillan", "Mrs Orla Quillan", "staff", "beck-lane", "Headteacher", "o.quillan@becklane.example", *[""] * 4, "F3", "head", ""),
    ("B2", "sedge", "Mr Ewan Sedge", "staff", "beck-lane", "Safeguarding lead", "e.sedge@becklane.example", *[""] * 4, "B1", "dsl", ""),
    (
        "B3",
        "tunnicliff",
        "Miss Petra Tunnicliff",
        "staff",
        "beck-lane",
        "School office",
        "p.tunnicliff@becklane.example",
        *[""] * 4,
        "B1",
        "office",
        "",
    ),
    (
        "B4",
        "maybury",
        "Mr Jonah Maybury",
        "staff",
        "beck-lane",
        "Teacher of Year 6",
        "j.maybury@becklane.example",
        "",
        "",
        "",
        "6B",
        "B1",
        "",
        "",
    ),
    ("B5", "elwes", "Ms Hattie Elwes", "staff", "beck-lane", "Teacher of Year 5", "h.elwes@becklane.example", *[""] * 4, "B1", "", ""),
    ("P1", "nell", "Nell Arkwright", "student", "beck-lane", "", "", "2016-03-04", "6", "6B", "", "", "", ""),
)
SCHOOLS = {
    "beck-lane": {
        "id": "beck-lane", "name": "Beck Lane Primary", "phase": "primary, Reception to Year 6", "phone": "01632 960710",
        "domain": "becklane.example", "student_word": "pupil", "pastoral_lead_title": "Phase leader",
    },
    "stonecroft": {
        "id": "stonecroft", "name": "Stonecroft High", "phase": "secondary, Years 7 to 11", "phone": "01632 960720",
        "domain": "stonecroft.example", "student_word": "student", "pastoral_lead_title": "Head of Year",
    },
}  # fmt: skip
DOCUMENT = """Fellbrook Schools
Staff and Pupils Online: Our Procedure
Approved by the Chief Executive on 5 October 2026. To be reviewed by 31 October 2029.

Our principles

Staff and pupils must not post anything that brings a Fellbrook school into disrepute.
Staff and pupils must not bully, harass or abuse anybody in our school community online.

Social media

Staff and pupils are advised not to put their home address or private telephone number on a public page.
Staff should not be friends with current pupils on a social network, apart from a group that is purely educational.
Staff and pupils should set their accounts so that only friends can see what they post.
If a journalist contacts a member of staff about a post, the Headteacher must be consulted before any response is given.

Respecting other people

If somebody asks not to be in a photograph or a film, staff and pupils should not post pictures of them.
Staff and pupils should remove a post if a colleague or a fellow pupil asks them to take it down.
Staff must not give out confidential data about pupils or colleagues outside the school, under data protection law.

Writing about work

Staff are free to write about their work and to share good practice.
Staff who are in doubt should ask their line manager before they publish.

Lunch clubs

Staff who run a lunch club must tell the school office which app the club uses.
"""


def as_csv(rows):
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *rows])
    return out.getvalue()


class Fellbrook:
    """The trust at work. `browser("adeyinka")` has signed in with a password, and with a code where her duties ask for one."""

    def __init__(self, folder, at, settings):
        self.folder, self.at, self.settings, self.keys, self.browsers, self.said = folder, at, settings, {}, {}, ""

    def who(self, username):
        return Person.objects.get(username=username).ref

    def by(self, username):
        return standing(self.who(username), on=london_day(self.settings.CLOCK()))

    def brings(self, rows):
        path = self.folder / "people.csv"
        path.write_text(as_csv(rows), encoding="utf-8")
        code, self.said = command("people", "import", str(path))
        return code, self.said

    def browser(self, username):
        """The same one again while the clock stands still: a code works once."""
        key = (username, self.settings.CLOCK())
        if key not in self.browsers:
            self.browsers[key] = self._enters(username)
        return self.browsers[key]

    def _enters(self, username):
        set_password(username, PASSWORD)
        one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        asked = send(one, "/sign-in/", {"person": username, "password": PASSWORD})
        assert asked.status_code == 302, page_of(asked).text
        where = asked["Location"]
        if where.startswith("/sign-in/set-up/"):
            self.keys[username] = page_of(one.get(where)).one(cls="af-key").text
            self._code(one, username, "/sign-in/set-up/")
        elif where.startswith("/sign-in/code/"):
            self._code(one, username, "/sign-in/code/")
        return one

    def _code(self, one, username, path):
        done = send(one, path, {"code": shows(self.keys[username], self.settings.CLOCK())}, opened=path)
        assert done.status_code in (200, 302), page_of(done).text


@pytest.fixture
def fellbrook(db, at, settings, monkeypatch, tmp_path):
    """An empty database, and a folder with nothing but the trust's name, its domain and whom to ring."""
    folder = tmp_path / "fellbrook"
    folder.mkdir()
    (folder / "trust.toml").write_text(PACK, encoding="utf-8")
    served = {"ASKFIRST_MODE": "production", "ASKFIRST_HOSTS": "ask.fellbrook.example", "ASKFIRST_ADDRESS": "https://ask.fellbrook.example"}
    for name, value in {**served, TRUST: str(folder)}.items():
        monkeypatch.setenv(name, value)
    settings.ASKFIRST = replace(settings.ASKFIRST, mode="production")
    settings.PASSWORD_HASHERS = ["tests.people.hashers.Counting"]
    at(NOW)
    found(load_trust(), at=london(NOW))
    return Fellbrook(folder, at, settings)
