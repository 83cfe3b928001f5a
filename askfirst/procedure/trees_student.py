"""The trees for students. Advice in short words: no staff duty is put on a student, nobody is told, no account has to go."""

from askfirst.procedure.tree import UNSURE, Answer, Button, Choice, Question, Tree, Who, asks
from askfirst.words import say

__all__ = ["STUDENT_TREES"]

LOOK_OVER = Button(say("Look over a post first"), "/check/")
READ = Button(say("Read the rules in plain words"), "/procedure/")
KEEP_SAFE = say("Keep your address, phone number and email off it.")
NEW_SITES = say("The same rules hold on every site, new ones too.")
CLEARLY_MINE = say("Make it clear that it is your page, not the school's.")
NOBODY_TOLD = say("We told no one at school and no one at home.")
ASK_ADULT = say("Want to talk? You can ask your tutor, your Head of Year or the safeguarding lead.")

PAID_POST = Tree(
    id="paid-post",
    who=Who.STUDENT,
    title=say("A company wants to pay me"),
    questions=(
        asks(
            "offered",
            say("Did a company offer you money, gifts or free things for a post?"),
            say("A gift for a post makes it an ad."),
            ("SNS-1",),
            yes="at-school",
            no="no-offer",
            unsure="at-school",
        ),
        asks(
            "at-school",
            say("Would you film at school or in your uniform?"),
            say("A uniform tells people where you study."),
            ("SNS-4",),
            yes="advice-school",
            no="advice",
            unsure="advice-school",
        ),
    ),
    answers=(
        Answer(
            id="advice-school",
            title=say("It is up to you. Here is our advice."),
            says=(
                say("Label the post as an ad."),
                say("Ask before you film at school. Other people may not want to be in it."),
                say("Think about the uniform: it shows where you study."),
                say("Keep your home address safe. Ask a parent or carer where to send a gift."),
                NOBODY_TOLD,
            ),
            clauses=("SNS-4", "SNS-1", "SNS-3"),
            button=LOOK_OVER,
        ),
        Answer(
            id="advice",
            title=say("It is up to you. Here is our advice."),
            says=(
                say("Label the post as an ad."),
                say("If you film at school after all, ask first."),
                say("Think about the uniform: it shows where you study."),
                say("Keep your home address safe. Ask a parent or carer where to send a gift."),
                NOBODY_TOLD,
            ),
            clauses=("SNS-1", "SNS-3", "SNS-4"),
            button=LOOK_OVER,
        ),
        Answer(
            id="no-offer",
            title=say("You do not need to do anything."),
            says=(say("If you get an offer, come back and look here first."),),
            clauses=("SNS-1",),
            button=LOOK_OVER,
        ),
    ),
)

START_A_BLOG = Tree(
    id="start-a-blog",
    who=Who.STUDENT,
    title=say("I want to start a page, channel or group"),
    questions=(
        asks(
            "other-people",
            say("Will other people from school be in it?"),
            say("Some people do not want to be in posts."),
            ("CON-5", "CON-6"),
            yes="they-agreed",
            no="strangers",
            unsure="they-agreed",
        ),
        asks(
            "they-agreed",
            say("Have they all said yes?"),
            say("Ask first, so that no one gets hurt."),
            ("CON-5",),
            yes="with-people",
            no="ask-them",
            unsure="ask-them",
        ),
        asks(
            "strangers",
            say("Will people you do not know be able to see it?"),
            say("Strangers can learn a lot from small facts."),
            ("SNS-2", "SNS-3"),
            yes="open",
            no="closed",
            unsure="open",
        ),
    ),
    answers=(
        Answer(
            id="with-people",
            title=say("You can. Be kind to the people in it."),
            says=(NEW_SITES, say("Take a post down if someone in it asks you to."), CLEARLY_MINE, KEEP_SAFE, ASK_ADULT),
            clauses=("INT-2", "INT-5", "CON-6", "HYB-1", "SNS-3"),
            button=LOOK_OVER,
        ),
        Answer(
            id="ask-them",
            title=say("You can. Ask the people in it first."),
            says=(NEW_SITES, say("If someone says no, leave them out."), CLEARLY_MINE, KEEP_SAFE, ASK_ADULT),
            clauses=("INT-2", "INT-5", "CON-5", "CON-6", "HYB-1", "SNS-3"),
            button=LOOK_OVER,
        ),
        Answer(
            id="open",
            title=say("You can. Keep your own facts off it."),
            says=(NEW_SITES, KEEP_SAFE, say("Think how you would feel if everyone saw your photos."), CLEARLY_MINE, ASK_ADULT),
            clauses=("INT-2", "INT-5", "SNS-3", "SNS-4", "HYB-1"),
            button=LOOK_OVER,
        ),
        Answer(
            id="closed",
            title=say("You can. A friend can still share what you post."),
            says=(NEW_SITES, KEEP_SAFE, CLEARLY_MINE, ASK_ADULT),
            clauses=("INT-2", "INT-5", "SNS-1", "SNS-3", "HYB-1"),
            button=LOOK_OVER,
        ),
    ),
)

STUDENT_FRIEND = Tree(
    id="student-friend",
    who=Who.STUDENT,
    title=say("Can I be friends online with someone who works at school?"),
    questions=(
        asks(
            "family",
            say("Are they in your family?"),
            say("Family is fine."),
            ("INT-5",),
            yes="family-fine",
            no="they-asked",
            unsure="they-asked",
        ),
        asks(
            "they-asked",
            say("Did they ask you, or send you private messages?"),
            say("Staff are advised not to do this, so you can say no."),
            ("PRI-4",),
            yes="you-can-say-no",
            no="they-may-say-no",
            unsure="you-can-say-no",
        ),
    ),
    answers=(
        Answer(
            id="family-fine",
            title=say("Family is fine."),
            says=(say("Check who can see your posts."),),
            clauses=("INT-5", "PRI-4"),
            button=READ,
        ),
        Answer(
            id="you-can-say-no",
            title=say("You can say no. You have done nothing wrong."),
            says=(
                say("You do not have to answer them."),
                say("You can talk to someone now. You can tell the safeguarding lead at school."),
                NOBODY_TOLD,
            ),
            clauses=("PRI-4", "SNS-1"),
            button=READ,
            contacts=("childline", "emergency"),
        ),
        Answer(
            id="they-may-say-no",
            title=say("They may say no. It is not about you."),
            says=(
                say("Staff are advised not to have students as friends online."),
                say("A page that is just for learning can be fine."),
            ),
            clauses=("PRI-4", "INT-5"),
            button=READ,
        ),
    ),
)

SCHOOL_NAME = Tree(
    id="school-name-in-address",
    who=Who.STUDENT,
    title=say("My page has the school's name in it"),
    questions=(
        asks(
            "own-page",
            say("Is it your own page?"),
            say("People should be able to tell it is not the school's page."),
            ("HYB-1",),
            yes="place-or-school",
            no="ask-owner",
            unsure="place-or-school",
        ),
        Question(
            id="place-or-school",
            ask=say("Does the word mean the school, or the place?"),
            why=say("Some schools are named after a place. Anyone can use a place's name."),
            clauses=("HYB-1",),
            choices=(
                Choice("school", say("The school"), "make-clear"),
                Choice("place", say("The place"), "fine"),
                Choice(UNSURE, say("Not sure"), "make-clear"),
            ),
        ),
    ),
    answers=(
        Answer(
            id="make-clear",
            title=say("Make it clear that the page is yours."),
            says=(
                say("A new name with no school in it is best."),
                say("Leave the school's badge off it."),
                NOBODY_TOLD,
            ),
            clauses=("HYB-1", "SNS-1"),
            button=LOOK_OVER,
        ),
        Answer(
            id="ask-owner",
            title=say("You do not need to do anything."),
            says=(say("Is it about you? You can ask for help to take it down."),),
            clauses=("HYB-1",),
            button=Button(say("Get something taken down"), "/remove/"),
        ),
        Answer(
            id="fine",
            title=say("You do not need to change the name."),
            says=(say("If people mix it up with the school, say that it is yours."),),
            clauses=("HYB-1",),
            button=LOOK_OVER,
        ),
    ),
)

STUDENT_TREES: tuple[Tree, ...] = (PAID_POST, START_A_BLOG, STUDENT_FRIEND, SCHOOL_NAME)
