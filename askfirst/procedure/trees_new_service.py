"""Is this app OK? Where no rule names it the same rules hold, for staff and in students' own words (INT-2, INT-4, INT-5)."""

from askfirst.procedure.tree import Answer, Button, Tree, Who, asks
from askfirst.words import say

__all__ = ["NEW_SERVICE", "NEW_SERVICE_STUDENT"]

ASK = Button(say("Ask a question"), "/ask/")
ASK_STUDENT = Button(say("Ask someone at school"), "/ask/")

NEW_SERVICE = Tree(
    id="new-service",
    who=Who.STAFF,
    title=say("Is this app or site OK?"),
    questions=(
        asks(
            "students",
            say("Would students of yours be in it with you?"),
            say("What you do with students online is part of your work."),
            ("SNS-6", "INT-2"),
            yes="with-students",
            no="my-own",
            unsure="with-students",
        ),
    ),
    answers=(
        Answer(
            id="with-students",
            title=say("The same rules hold here. Talk to your line manager before you start."),
            says=(
                say("No list names every app. What holds on the sites that are named holds on a new one."),
                say("A group with students needs a school account, a second adult and no private messages."),
                say("You can pick someone else instead of your line manager. You need give no reason."),
            ),
            clauses=("INT-2", "INT-4", "SNS-6", "SNS-7"),
            button=ASK,
        ),
        Answer(
            id="my-own",
            title=say("Yes, you may. The same rules hold on a new site as on the old ones."),
            says=(
                say("Having an account is never a problem by itself."),
                say("Keep students' details and inner matters off it, there as anywhere."),
            ),
            clauses=("INT-4", "INT-2", "INT-5"),
            button=ASK,
        ),
    ),
)

NEW_SERVICE_STUDENT = Tree(
    id="new-service",
    who=Who.STUDENT,
    title=say("Is this app or site OK?"),
    questions=(
        asks(
            "for-school",
            say("Is it for a club or a class at school?"),
            say("A school club has an adult who helps."),
            ("INT-2", "INT-5"),
            yes="for-a-club",
            no="my-own",
            unsure="for-a-club",
        ),
    ),
    answers=(
        Answer(
            id="for-a-club",
            title=say("The same rules hold on new apps too. Ask an adult at school before you start it."),
            says=(
                say("You can ask your tutor. You can pick your Head of Year or the safeguarding lead too."),
                say("You do not have to say why. The others are not told."),
                say("Be kind there, just as in class. Keep your address and phone number off it."),
                say("You are not in trouble for having an account."),
            ),
            clauses=("INT-5", "INT-2", "INT-4"),
            button=ASK_STUDENT,
        ),
        Answer(
            id="my-own",
            title=say("Yes, you may. The same rules hold on new apps too."),
            says=(
                say("You are not in trouble for having an account."),
                say("Be kind there, just as in class. Keep your address and phone number off it."),
                say("Check how old you must be to join."),
            ),
            clauses=("INT-4", "INT-5", "INT-2"),
            button=ASK_STUDENT,
        ),
    ),
)
