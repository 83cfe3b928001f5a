"""People, posts, seats and ties as rows, each with the days between which it holds.

Dates include both ends. Nothing here is ever removed because something else is: every tie protects what it names, and forgetting somebody
is a function elsewhere.
"""

from askfirst.people.models.calendar_link import CalendarLink
from askfirst.people.models.dated import running
from askfirst.people.models.family import FamilyTie
from askfirst.people.models.person import Person
from askfirst.people.models.roll import HeldContact, Proposal, RollId, RollImport
from askfirst.people.models.seats import Absence, Delegation, Holding, Post
from askfirst.people.models.second_step import UsedCode
from askfirst.people.models.session import Session
from askfirst.people.models.settings import SettingChange
from askfirst.people.models.settings_check import SettingsCheck, SettingsRound
from askfirst.people.models.ties import Agency, Care, Conflict, Guardian, Interest, MayNotContact, Relative
from askfirst.people.models.tries import Failure
from askfirst.people.models.trust import InsetDay, Installation, School, Term

__all__ = [
    "Absence",
    "Agency",
    "CalendarLink",
    "Care",
    "Conflict",
    "Delegation",
    "Failure",
    "FamilyTie",
    "Guardian",
    "HeldContact",
    "Holding",
    "InsetDay",
    "Installation",
    "Interest",
    "MayNotContact",
    "Person",
    "Post",
    "Proposal",
    "Relative",
    "RollId",
    "RollImport",
    "School",
    "Session",
    "SettingChange",
    "SettingsCheck",
    "SettingsRound",
    "Term",
    "UsedCode",
    "running",
]
