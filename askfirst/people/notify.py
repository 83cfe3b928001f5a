"""Telling a person by mail: the only place besides the guard that opens a connection.

A mail says that there is something to do or to know, and where; never what about, who or which school (design/trust.md).
With no mail server set, mails are files in the data folder's outbox, for their owner alone.
"""

import contextlib
import hashlib
import logging
import os
import smtplib
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from askfirst.people.hats import Capacity
from askfirst.people.links import LINK, by_link, link_for, on_record
from askfirst.people.models import Person
from askfirst.people.who import duty_contact
from askfirst.trail import outbox
from askfirst.trail.models import Notice
from askfirst.words import Sentence, say

__all__ = ["Mail", "compose", "mail_sent", "send_due"]

log = logging.getLogger("askfirst.mail")
AT_ONCE = 50
SECONDS = 8  # for one answer of the mail server
PASS = 25  # for all of one pass: the worker has more to do, and a lease to keep
NEWS, DUTY = "news", "duty"
SUBJECT = say("You have something to do in AskFirst")
SUBJECT_NEWS = say("AskFirst has news for you")
SUBJECT_DUTY = say("AskFirst asks for your help")
SUBJECT_LINK = say("Your link to AskFirst")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was written to the outbox folder."""

    to: str
    at: datetime
    subject: str
    body: str


def send_due(*, at: datetime) -> int:
    """Sends what is due and says how many went. A mail server that is down loses nothing: each is tried again later.

    An address that is refused stops nobody else's mail. Students are told in AskFirst alone.
    """
    until = time.monotonic() + PASS
    notices = outbox.due(at=at, limit=AT_ONCE)
    people = Person.objects.in_bulk([notice.to for notice in notices if notice.to])
    by_mail = [(notice, address) for notice in notices if (address := _address(notice, people.get(notice.to), at))]
    outbox.sent({notice.pk for notice in notices} - {notice.pk for notice, _ in by_mail}, at=at)  # the app itself tells them
    with _Post() as post:
        went = sum(_send(post, notice, address, at) for notice, address in by_mail if time.monotonic() < until)
    if any(notice.kind == LINK for notice in notices):
        outbox.forget(LINK)
    return went


def _address(notice: Notice, person: Person | None, at: datetime) -> str:
    """Where this notice goes by mail, or nothing. `duty` stands for the Trust's duty contact, wherever they are now."""
    if notice.kind == DUTY:
        contact = duty_contact()
        return contact.email if contact else ""
    if notice.kind == LINK:
        known = on_record(notice.address, at=at)
        return known.email if known else ""
    if person is None or not person.is_active:
        return ""
    if person.kind == Capacity.STUDENT and by_link(person.ref, at=at) is None:
        return ""  # a student is told in the app alone; who has left comes by a link
    return person.email


def _send(post: "_Post", notice: Notice, address: str, at: datetime) -> bool:
    if not outbox.claim(notice.pk, at=at):
        return False
    try:
        post.take(compose(notice, address, at=at))
    except (OSError, smtplib.SMTPException, ValueError) as problem:
        outbox.failed(notice.pk, at=at)
        log.warning("", extra={"event": "mail-put-off", "code": type(problem).__name__})
        return False
    outbox.sent([notice.pk], at=at)
    return True


def compose(notice: Notice, address: str, *, at: datetime) -> EmailMessage:
    """The whole mail. Everything in it but the address is the same for everybody, save the case's random reference in the link.

    Whoever may come in by a link reads where to ask for one.
    """
    if notice.kind == DUTY:
        subject, lines = SUBJECT_DUTY, _for_duty()
    elif notice.kind == LINK:
        subject, lines = SUBJECT_LINK, _with_link(notice, at)
    else:
        subject = SUBJECT_NEWS if notice.kind == NEWS else SUBJECT
        lines = [say("{what}.", what=subject), *_where(notice.case, link=by_link(notice.to, at=at) is not None)]
    mail = EmailMessage(policy=policy.SMTP)
    mail["Subject"] = str(subject)
    mail["From"] = settings.ASKFIRST.mail_from
    mail["To"] = address
    mail["Date"] = format_datetime(at.astimezone(UTC))
    mail["Message-ID"] = "<{}@{}>".format(_digest(notice.key), settings.ASKFIRST.mail_from.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n\n".join(str(line) for line in lines) + "\n")
    return mail


def _where(case: str, *, link: bool) -> list[Sentence]:
    base = settings.ASKFIRST.address
    place = "{}/cases/{}/".format(base, case) if case else "{}/me/".format(base)
    return [
        say("Open it here: {link}", link=place),
        say("This mail says no more, so that nobody else can read along."),
        say("If the link does not work, go to {address} and sign in.", address=base),
        *([say("If you have no account, ask for a link here: {link}", link="{}/by-link/".format(base))] if link else []),
        *_by_phone(),
    ]


def _for_duty() -> list[Sentence]:
    return [
        say("The Trust duty contact is asked to help reach someone."),
        say("This mail says no more, so that nobody else can read along."),
        say("Sign in at {address}, or ask the Governance Professional.", address=settings.ASKFIRST.address),
    ]


def _with_link(notice: Notice, at: datetime) -> list[Sentence]:
    known = on_record(notice.address, at=at)
    token = link_for(known.ref, at=at) if known else ""
    return [
        say("Open it here: {link}", link="{}/by-link/{}/".format(settings.ASKFIRST.address, token)),
        say("The link works once, for one hour."),
        say("If you did not ask for it, do nothing."),
        *_by_phone(),
    ]


def _by_phone() -> list[Sentence]:
    contact = duty_contact()
    return [say("You can also ring the {label} on {phone}.", label=contact.label, phone=contact.phone)] if contact else []


def _digest(key: str) -> str:
    """The same for the same notice: whoever gets a mail twice can tell."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


class _Post:
    """One connection for a pass, opened when the first mail needs it; or the outbox folder."""

    def __init__(self) -> None:
        self.open: smtplib.SMTP | None = None

    def __enter__(self) -> "_Post":
        return self

    def __exit__(self, *_: object) -> None:
        if self.open is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self.open.quit()

    def take(self, mail: EmailMessage) -> None:
        """Raises OSError, SMTPException and ValueError."""
        if not settings.ASKFIRST.mail_host:
            _to_folder(mail)
            return
        if self.open is None:
            self.open = _connected()
        try:
            self.open.send_message(mail)
        except smtplib.SMTPRecipientsRefused:
            raise
        except (OSError, smtplib.SMTPException):
            self.open.close()
            self.open = None
            raise


def _connected() -> smtplib.SMTP:
    """Signed in where we have a name, and never over a line that others can read when TLS was asked for."""
    chosen: Any = settings.ASKFIRST
    if chosen.mail_tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(chosen.mail_host, chosen.mail_port, timeout=SECONDS, context=ssl.create_default_context())
    else:
        server = smtplib.SMTP(chosen.mail_host, chosen.mail_port, timeout=SECONDS)
    try:
        if chosen.mail_tls == "starttls":
            server.starttls(context=ssl.create_default_context())
        if chosen.mail_user:
            server.login(chosen.mail_user, chosen.mail_password)
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


def _folder() -> Path:
    return Path(settings.ASKFIRST.data) / "outbox"


def _to_folder(mail: EmailMessage) -> None:
    """Whole or not at all, and once for each notice, since its name is the notice's."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
    fresh = folder / ".{}".format(name)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(mail.as_bytes())
    fresh.replace(folder / "{}.eml".format(name))


def mail_sent(*, most: int) -> tuple[Mail, ...]:
    """The newest mails in the outbox folder, newest first. Empty where mail goes to a server."""
    return tuple(sorted(_read(), key=lambda mail: mail.at, reverse=True)[:most])


def _read() -> Iterator[Mail]:
    for path in _folder().glob("*.eml"):
        mail = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
        body = mail.get_body(("plain",))
        yield Mail(
            to=str(mail["To"]),
            at=mail["Date"].datetime,
            subject=str(mail["Subject"]),
            body=str(body.get_content()).strip() if body is not None else "",
        )
