"""The trees for staff about people: a company that would pay for a post, a student as a friend."""

from askfirst.procedure.tree import Answer, Button, Tree, Who, asks
from askfirst.words import say

__all__ = ["PAID_POST", "STUDENT_FRIEND"]

LOOK_OVER = Button(say("Look over a post before it goes out"), "/check/")
READ = Button(say("Read the procedure in plain words"), "/procedure/")

SOMEONE_ELSE = say("You can pick someone else instead of your line manager. You need give no reason.")
STRICTER = say("Your school's staff code of conduct may be stricter.")

PAID_POST = Tree(
    id="paid-post",
    who=Who.STAFF,
    title=say("A company wants to pay me for a post"),
    questions=(
        asks(
            "offered",
            say("Has anyone offered you money, gifts or free things for a post or blog?"),
            say("A paid post can pull against your job."),
            ("WEB-6",),
            yes="said-yes",
            no="no-offer",
            unsure="said-yes",
        ),
        asks(
            "said-yes",
            say("Have you already said yes?"),
            say("The talk is still owed after a yes, and nobody holds it against you here."),
            ("WEB-6",),
            yes="talk-now",
            no="talk-first",
            unsure="talk-now",
        ),
    ),
    answers=(
        Answer(
            id="talk-first",
            title=say("You must talk to your line manager about the offer."),
            says=(
                say("It could clash with your job, so talk before you say yes."),
                say("If you go on: say that it is paid, use your own time, show no school name and no students."),
                SOMEONE_ELSE,
                say("A union's fee or a gift counts too. Only you say yes or no to the offer."),
            ),
            clauses=("WEB-6", "WEB-5", "MAN-3"),
            button=LOOK_OVER,
        ),
        Answer(
            id="talk-now",
            title=say("You must talk to your line manager about the offer, even now."),
            says=(
                say("A yes that you have given can still be talked over. Do it soon."),
                say("Until then: say that it is paid, use your own time, show no school name and no students."),
                SOMEONE_ELSE,
            ),
            clauses=("WEB-6", "WEB-5", "MAN-3"),
            button=LOOK_OVER,
        ),
        Answer(
            id="no-offer",
            title=say("You do not need to do anything."),
            says=(say("If an offer comes, talk to your line manager before you say yes."),),
            clauses=("WEB-6",),
            button=LOOK_OVER,
        ),
    ),
)

STUDENT_FRIEND = Tree(
    id="student-friend",
    who=Who.STAFF,
    title=say("A student wants to be my friend or follower"),
    questions=(
        asks(
            "student-now",
            say("Is the person a student at a school in the Trust now?"),
            say("A friend here is anyone who sees what is not public, or can message you privately."),
            ("SNS-6", "SNS-11"),
            yes="family",
            no="former",
            unsure="family",
        ),
        asks(
            "family",
            say("Are you family, or were you friends before either of you came to the school?"),
            say("Family ties and older friendships are fine."),
            ("SNS-6",),
            yes="tie",
            no="educational",
            unsure="educational",
        ),
        asks(
            "educational",
            say("Is the profile, page or group set up only for teaching and learning?"),
            say("The advice leaves room for a page that is purely for learning."),
            ("SNS-6", "SNS-7"),
            yes="for-learning",
            no="better-not",
            unsure="better-not",
        ),
    ),
    answers=(
        Answer(
            id="tie",
            title=say("You do not need to do anything."),
            says=(
                say("Family and friends from before are fine. You need not end the tie."),
                say("Their friends may see what you post, so check your settings."),
                STRICTER,
            ),
            clauses=("SNS-6", "SNS-8", "SNS-10"),
            button=READ,
        ),
        Answer(
            id="former",
            title=say("You may decide, but check your privacy settings first."),
            says=(
                say("A former student may still have friends who are students here."),
                say("Take more care if they are under 18 or left in the last 12 months."),
                STRICTER,
            ),
            clauses=("SNS-11", "SNS-8"),
            button=READ,
        ),
        Answer(
            id="for-learning",
            title=say("You may, once a few things are in place."),
            says=(
                say("Your line manager agrees that it is purely for learning, and the safeguarding lead sees it."),
                say("Read the advice on using it in school first."),
                say("Run it as an official page, with a second adult, and look at it again each year."),
                STRICTER,
            ),
            clauses=("SNS-6", "SNS-7", "HYB-1"),
            button=READ,
        ),
        Answer(
            id="better-not",
            title=say("The advice is not to have this student as a friend."),
            says=(
                say('You can say no kindly: "I do not add students, so please do not take it to heart."'),
                say("This is advice. Someone following your public page is not a friend, but avoid private messages."),
                STRICTER,
            ),
            clauses=("SNS-6", "SNS-8"),
            button=READ,
        ),
    ),
)
