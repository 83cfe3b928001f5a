"""The trees for staff about pages: one I have, a blog I plan, a school's name in my address."""

from askfirst.procedure.tree import UNSURE, Answer, Button, Choice, Question, Tree, Who, asks
from askfirst.words import say

__all__ = ["PERSONAL_PAGE", "SCHOOL_NAME", "START_A_BLOG"]

LOOK_OVER = Button(say("Look over a post before it goes out"), "/check/")
READ = Button(say("Read the procedure in plain words"), "/procedure/")
ANOTHER_NAME = Button(say("Check another name"), "/check/name/")
ADDRESS = Button(say("Check the name or address"), "/do-i-need-to/school-name-in-address/")

SOMEONE_ELSE = say("You can pick someone else instead of your line manager. You need give no reason.")
NO_VETO = say("They help you see any clash with your job. Nobody approves or turns down a personal blog.")
DISCLAIMER = say("Say where people see it first that the views are yours, not the Trust's.")
ATTACK_NOBODY = say("Even a personal page should not attack colleagues or students.")

NOTHING = Answer(
    id="nothing",
    title=say("You do not need to do anything."),
    says=(ATTACK_NOBODY,),
    clauses=("WEB-1", "WEB-2"),
    button=LOOK_OVER,
)
MUST_TALK = Answer(
    id="must-talk",
    title=say("You must talk to your line manager."),
    says=(say("Do it before you go on, if you can. Say what might clash and why."), SOMEONE_ELSE, NO_VETO),
    clauses=("WEB-5", "WEB-6", "MAN-3"),
    button=READ,
)

PERSONAL_PAGE = Tree(
    id="personal-page",
    who=Who.STAFF,
    title=say("I have a page, blog or account of my own"),
    questions=(
        asks(
            "works-here",
            say("Does it say, in any way, that you work for a school in the Trust?"),
            say("A page that names your job may need a disclaimer and a talk."),
            ("BLG-4", "BLG-5"),
            yes="talk",
            no="about-work",
            unsure="talk",
        ),
        asks(
            "about-work",
            say("Does it talk about your school, its people or your work there?"),
            say("We read the rule as: it neither says where you work nor talks about the school."),
            ("WEB-1", "BLG-1"),
            yes="about-work-talk",
            no="clash",
            unsure="about-work-talk",
        ),
        asks(
            "clash",
            say("Is anyone paying you for it, or could it clash with your job?"),
            say("A paid post or a clash of interests has its own rule."),
            ("WEB-5", "WEB-6"),
            yes="must-talk",
            no="nothing",
            unsure="must-talk",
        ),
    ),
    answers=(
        Answer(
            id="talk",
            title=say("You should talk to your line manager about it."),
            says=(DISCLAIMER, SOMEONE_ELSE, NO_VETO, say("You may talk about your work to share what works.")),
            clauses=("BLG-5", "BLG-4", "BLG-7"),
            button=LOOK_OVER,
        ),
        Answer(
            id="about-work-talk",
            title=say("The rule for purely personal pages does not cover this one."),
            says=(
                say("It talks about the school, so keep confidential matters out of it."),
                say("If people can tell that you work here, talk to your line manager."),
                DISCLAIMER,
                say("You may talk about your work to share what works."),
            ),
            clauses=("BLG-1", "BLG-5", "BLG-4", "BLG-7"),
            button=LOOK_OVER,
        ),
        MUST_TALK,
        NOTHING,
    ),
)


def _address(id: str, *, held: str, clear: str) -> Question:
    return asks(
        id,
        say("Will its name or address hold a school's name or initials?"),
        say("A personal page should not look like a school's own."),
        ("HYB-1", "HYB-3"),
        yes=held,
        no=clear,
        unsure=held,
    )


def _planned(id: str, *, says_where: bool, address: bool) -> Answer:
    """A planned blog that is tied to school: talk first; the disclaimer and the address as they apply."""
    return Answer(
        id=id,
        title=say("You should talk to your line manager before you start."),
        says=(
            *((DISCLAIMER,) if says_where else (say("If you will say where you work, add a disclaimer where people see it first."),)),
            *((say("The name or address needs a look: does it mean the school or the place?"),) if address else ()),
            say("Keep confidential matters out of it."),
            SOMEONE_ELSE,
            NO_VETO,
        ),
        clauses=("BLG-6", "BLG-4", "HYB-4", "BLG-1", *(("HYB-3",) if address else ())),
        button=ADDRESS if address else LOOK_OVER,
    )


START_A_BLOG = Tree(
    id="start-a-blog",
    who=Who.STAFF,
    title=say("I want to start a blog, channel or podcast"),
    questions=(
        asks(
            "about-work",
            say("Will it talk about your school, its people or your work there?"),
            say("A blog tied to your work calls for a talk first. A purely personal one does not."),
            ("HYB-4", "BLG-6", "WEB-1"),
            yes="work-says-where",
            no="says-where",
            unsure="work-says-where",
        ),
        asks(
            "work-says-where",
            say("Will it say, in any way, that you work for a school in the Trust?"),
            say("If it does, it should carry a disclaimer."),
            ("BLG-6", "BLG-4"),
            yes="said-address",
            no="unsaid-address",
            unsure="said-address",
        ),
        asks(
            "says-where",
            say("Will it say, in any way, that you work for a school in the Trust?"),
            say("If it does, it should carry a disclaimer."),
            ("BLG-6", "BLG-4"),
            yes="said-address",
            no="own-address",
            unsure="said-address",
        ),
        _address("said-address", held="talk-said-address", clear="talk-said"),
        _address("unsaid-address", held="talk-address", clear="talk"),
        _address("own-address", held="rename", clear="nothing"),
    ),
    answers=(
        _planned("talk-said", says_where=True, address=False),
        _planned("talk-said-address", says_where=True, address=True),
        _planned("talk", says_where=False, address=False),
        _planned("talk-address", says_where=False, address=True),
        Answer(
            id="rename",
            title=say("Look at the name or address first."),
            says=(
                say("A school's name there would make your own page look like the school's."),
                say("Without it, you need do nothing more."),
            ),
            clauses=("HYB-3", "HYB-1", "WEB-1"),
            button=ADDRESS,
        ),
        NOTHING,
    ),
)

SCHOOL_NAME = Tree(
    id="school-name-in-address",
    who=Who.STAFF,
    title=say("There is a school's name in my page's name or address"),
    questions=(
        asks(
            "own-page",
            say("Is the page your own, and not the school's?"),
            say("A school's own page may hold its name. A personal profile should not."),
            ("HYB-1", "HYB-3"),
            yes="brand",
            no="for-school",
            unsure="brand",
        ),
        asks(
            "brand",
            say("Does the name or address hold a school's name, initials or motto, or the Trust's?"),
            say("These are what people would take for the school."),
            ("HYB-3",),
            yes="place-or-school",
            no="clear",
            unsure="place-or-school",
        ),
        Question(
            id="place-or-school",
            ask=say("Does that word mean the school, or the place?"),
            why=say("Some schools carry the name of a place. A place's name is anyone's."),
            clauses=("HYB-3",),
            choices=(
                Choice("school", say("The school"), "rename"),
                Choice("place", say("The place"), "clear"),
                Choice(UNSURE, say("Not sure"), "ask"),
            ),
        ),
    ),
    answers=(
        Answer(
            id="rename",
            title=say("You should choose another name or address."),
            says=(
                say("Your own page should not have an address that holds a school's name."),
                say("Use your own name, your subject or a word you like, with no school in it."),
                say("Most sites let you keep your followers when you change the name."),
            ),
            clauses=("HYB-3", "HYB-1"),
            button=ANOTHER_NAME,
        ),
        Answer(
            id="ask",
            title=say("Ask yourself what a stranger would think."),
            says=(
                say("If a stranger could take it for the school's page, choose another name."),
                say("If it plainly means the place, leave it."),
            ),
            clauses=("HYB-3", "HYB-1"),
            button=READ,
        ),
        Answer(
            id="for-school",
            title=say("Speak with your line manager first."),
            says=(
                say("A page for a department or school is the school's own."),
                say("Say on the page that the school runs it, so that it is always clear."),
            ),
            clauses=("HYB-4", "HYB-1", "HYB-2"),
            button=READ,
        ),
        Answer(
            id="clear",
            title=say("You do not need to change the name."),
            says=(say("If people could still mistake it, say on the page that it is your own."),),
            clauses=("HYB-1", "HYB-3"),
            button=LOOK_OVER,
        ),
    ),
)
