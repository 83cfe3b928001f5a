"""The words of “Get something taken down”, by way and by what changes them. Where students read other words, they stand beside.

Pure data. `way:turn` is the wording for one turn of events; take_down_steps chooses.
"""

from collections.abc import Mapping

from askfirst.words import Sentence, say

__all__ = ["DO_NOT", "LEADS", "SAYS", "SAYS_STUDENT", "TITLES", "TITLES_STUDENT"]

Lines = tuple[Sentence, ...]

LEADS: Mapping[str, tuple[Sentence, Lines]] = {
    "danger": (
        say("Get help now"),
        (say("The post can wait. People come first."), say("You can come back here when everyone is safe.")),
    ),
    "stop": (
        say("Stop here. There is help for this"),
        (
            say("Do not send it, save it, show it or upload it. Not to us, and not to a teacher."),
            say("Whoever is in the picture is not to blame for it being shared."),
        ),
    ),
    "adult-picture": (
        say("What you can do now"),
        (say("You are not to blame for it being shared."), say("You do not have to write to whoever shared it.")),
    ),
    "plain": (say("What you can do now"), ()),
    "unsure": (
        say("What you can do now"),
        (
            say("Might it be a sexual picture of someone under 18? Then do not send, save or upload it. Tell a safeguarding lead."),
            say("Might someone be in danger? Ring 999."),
        ),
    ),
    "parent": (
        say("What you can do now"),
        (say("This is for a child under 18. From 18 on, they ask for themselves."),),
    ),
}

TITLES: Mapping[str, Sentence] = {
    "keep-a-note": say("First, keep a note of it"),
    "take-it-down": say("Take it down"),
    "untag-hide-block": say("Untag, hide or block"),
    "ask-the-peer": say("Ask them to take it down"),
    "ask-the-account-owner": say("Ask whoever runs the account"),
    "tell-the-site": say("Report it to the site"),
    "ask-the-school": say("Ask the school to help"),
    "posh": say("Ring the helpline for people who work with children"),
    "report-harmful-content": say("The site did not help? Go one step up"),
    "report-remove": say("Report Remove can help take it down"),
    "stopncii": say("StopNCII can help stop a private picture"),
    "ico": say("Use data protection"),
    "police": say("Tell the police"),
    "safeguarding-lead": say("Talk to a safeguarding lead"),
    "hr": say("Talk to HR, or to your union"),
    "police:danger": say("Ring 999"),
    "ask-the-school:own-page": say("Ask the school to take it off its page"),
}
TITLES_STUDENT: Mapping[str, Sentence] = {
    "tell-the-site": say("Tell the app"),
    "report-harmful-content": say("The app did not help? Go one step up"),
}

SAYS: Mapping[str, Lines] = {
    "keep-a-note": (
        say("Write down the link, the account’s name, the day and the time."),
        say("A screenshot can help. Keep it to yourself. Never take one of a sexual picture."),
        say("Show it to somebody you trust before it comes down. You choose who."),
        say("Is a student in it? Then tell a safeguarding lead."),
        say("You may always go to the police, a regulator or your union."),
    ),
    "take-it-down": (
        say("Open the post and choose Delete. Do the same wherever you shared it."),
        say("Did someone share it on? Ask them, kindly, to take it down."),
        say("Did it hold data from school systems? Then tell the Data Protection Officer. See “Put it right”."),
    ),
    "untag-hide-block": (
        say("Take your name off it. That does not delete the picture."),
        say("Hide it, so that you need not see it. Block the account, so that it cannot reach you."),
    ),
    "ask-the-peer": (
        say("You can send these words yourself. Then nobody else is told."),
        say("Give them three school days. If nothing happens, ask the school to help."),
        say("They may say no, and give a reason. That is not misconduct by itself. DIS-1 does not list it."),
    ),
    "ask-the-account-owner": (
        say("Do this only if you feel safe. You can send these words."),
        say("You need not say more about yourself than they know."),
    ),
    "tell-the-site": (
        say("Use the report button beside the post. These words can help."),
        say("Write down the number or the date of your report."),
    ),
    "ask-the-school": (
        say("The school can ask for you. Nobody is told until you choose."),
        say("You do not have to say who posted it."),
    ),
    "posh": (say("Ask them what to try next. You need not give the names of anyone at school."),),
    "report-harmful-content": (say("Tell the site first. If it says no, they look at it again. From age 13."),),
    "report-remove": (
        say("Is it a nude or sexual picture of you? You can do this yourself, and it is private."),
        say("You need not send the picture to anyone at school."),
    ),
    "stopncii": (say("You do this yourself, if it is a private sexual picture of you. Nobody else is told."),),
    "ico": (
        say("This can help where the account is open to all. A private account for family and friends is outside data protection law."),
        say("Ask whoever runs the account first, and allow them one month."),
    ),
    "police": (
        say("They can help with threats, with stalking, and with private sexual pictures."),
        say("Tell them where it is, and that you have kept a note."),
    ),
    "safeguarding-lead": (
        say("They listen, and they know what to do. You choose if you tell them."),
        say("They can act without you writing to anyone."),
    ),
    "hr": (
        say("HR can act where this reaches into your work. Your line manager is not told unless you say so."),
        say("Your union can stand by you. It is there for you too where the person is not from school."),
    ),
    # ------------------------------------------------------------ turns of events
    "keep-a-note:unsure": (
        say("If you are not sure, keep a note. You can throw it away later."),
        say("Write down the link, the account’s name, the day and the time."),
        say("A screenshot can help. Keep it to yourself. Never take one of a sexual picture."),
        say("Ask somebody you trust before it comes down. You choose who."),
    ),
    "ask-the-school:for-you": (
        say("A request between staff and a student always goes through the school, and never straight to the person."),
        say("The Head of Year or the safeguarding lead asks for you. Nobody is told until you choose."),
    ),
    "ask-the-school:own-page": (
        say("It is the school’s own page, so the school can take it down. You can send these words, or ring the office."),
        say("Say which page and which picture. You need not say why."),
    ),
    "ask-the-school:from-outside": (
        say("Ring the school’s office. Ask for help to get a post taken down. You need not say who posted it."),
        say("The school can ask a student or a member of staff. Please do not write to a student yourself."),
    ),
    "tell-the-site:not-safe": (
        say("Use the report button beside the post. These words can help. You need not tell them that you did."),
        say("Write down the number or the date of your report."),
    ),
    "tell-the-site:my-own": (say("Can you not get in any more? Then report it to the site. These words can help."),),
    "ico:not-safe": (
        say("The ICO asks people to ask the account’s owner first, and to allow one month."),
        say("You need not do that before you go to the police. You can go to the police today."),
    ),
    "report-remove:for-them": (
        say("If it is of a young person, they can do this themselves. It is private. Give them the link."),
        say("Nobody has to send the picture to you, and nobody should."),
    ),
    "safeguarding-lead:danger": (say("Then ring the school and ask for the safeguarding lead by name. They know what comes next."),),
    "safeguarding-lead:stop": (
        say("Ring the school and ask for the safeguarding lead by name. Tell them in words what there is and where."),
        say("They will not look for it themselves. They know who must."),
    ),
    "police:danger": (say("Ring now if someone is in danger. You do not have to be sure."),),
    "police:stop": (say("Ring 999 if someone is in danger now. Ring 101 if not. Say it in words; show nothing."),),
}
SAYS_STUDENT: Mapping[str, Lines] = {
    "keep-a-note": (
        say("Write down the link, the account’s name, the day and the time."),
        say("A screenshot can help. Keep it to yourself. Never take one of a sexual picture."),
        say("Show it to an adult you trust at school before it comes down."),
    ),
    "keep-a-note:unsure": (
        say("If you are not sure, keep a note. You can throw it away later."),
        say("Write down the link, the account’s name, the day and the time."),
        say("A screenshot can help. Keep it to yourself. Never take one of a sexual picture."),
        say("Ask an adult you trust at school before it comes down."),
    ),
    "take-it-down": (
        say("Open the post and choose Delete. Do the same wherever you shared it."),
        say("Did someone share it on? Ask them, kindly, to take it down."),
        say("You are not in trouble for asking."),
    ),
    "ask-the-peer": (
        say("You can send these words yourself. Then no one else is told."),
        say("Give them three school days. If nothing happens, ask school to help."),
        say("They may say no. That alone does not get them in trouble."),
    ),
    "ask-the-account-owner": (
        say("Do this only if you know them, and feel fine about it."),
        say("You can send these words. You can also ask an adult to do it."),
    ),
    "tell-the-site": (
        say("Use the report button beside the post. These words can help."),
        say("Write down the number or the date of your report."),
    ),
    "ask-the-school": (
        say("School can ask for you. No one is told until you choose."),
        say("You do not have to say who posted it."),
    ),
    "ask-the-school:for-you": (
        say("You never have to write to someone who works at school. School asks for you."),
        say("Pick your Head of Year or the safeguarding lead. No one is told until you choose."),
    ),
    "ask-the-school:own-page": (
        say("It is the school’s own page, so school can take it down."),
        say("You can send these words, or tell your tutor. You do not have to say why."),
    ),
    "report-harmful-content": (say("Tell the app first. If it says no, they look at it again. From age 13."),),
    "stopncii": (say("You do this yourself, if it is a sexual picture of you. No one at school is told."),),
    "ico": (
        say("This can help where all can see the account. It does not reach a private one."),
        say("Ask the account’s owner first. Allow them one month."),
    ),
    "ico:not-safe": (
        say("The ICO says to ask the account’s owner first, and to wait one month."),
        say("You need not wait to go to the police. You can go today."),
    ),
    "police": (
        say("They can help with threats, and with private sexual pictures."),
        say("Tell them where it is. An adult you trust can ring with you."),
    ),
    "safeguarding-lead:danger": (say("Then tell the safeguarding lead at your school. They know what comes next."),),
    "safeguarding-lead:stop": (
        say("Tell the safeguarding lead at your school, in words. You show nothing."),
        say("They are kind, and they know what to do."),
    ),
    "police:stop": (say("Ring 999 if someone is in danger now. Ring 101 if not. Use words; show nothing."),),
    "tell-the-site:not-safe": (
        say("Use the report button beside the post. These words can help."),
        say("You do not have to tell them that you did."),
    ),
}

DO_NOT: Mapping[str, Lines] = {
    "always": (
        say("Do not send it on, not even to show what happened."),
        say("Do not post back, and do not ask friends to."),
        say("Do not try to get into their account."),
    ),
    "my-own": (say("Do not post again to explain it. That brings it back."),),
    "not-safe": (say("Do not write to them, and do not meet them about it."),),
    "crosses-student": (say("Do not write to a member of staff about it yourself."),),
    "crosses-staff": (say("Do not write to the student about it yourself."),),
    "evidence": (say("Do not ask for it to come down before somebody you trust has seen it."),),
    "danger": (say("Do not wait to be sure."), say("Do not try to put it right alone.")),
    "stop": (
        say("Do not send it, save it, show it or upload it."),
        say("Do not ask anyone to show it to you."),
        say("Do not look for it again."),
    ),
    "stop-staff": (say("Do not look through a student’s phone. Leave that to the safeguarding lead and the police."),),
}
