"""`askfirst check photo`: what photos give away, and clean copies, on the command line. No Django, no database; --out alone writes."""

import json
from pathlib import Path

import click

from askfirst.advice.answer import Answer, Finding
from askfirst.advice.asked import AUDIENCES, AUTHORS, BadDraft
from askfirst.advice.cannot_see import OF_A_PHOTO
from askfirst.advice.photos import NEVER, AboutPhoto, NotTaken, Pictures, about_photo, open_photo, photo_as_json, photo_of_file
from askfirst.advice.photos_asked import PhotoAsked, photo_from
from askfirst.advice.trust import told_by
from askfirst.cli.check_read import read_photo
from askfirst.cli.check_shown import painted, show_cannot_see, show_help
from askfirst.cli.main import Cannot
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from askfirst.words import Sentence, say

__all__ = ["photo"]


def _line(sentence: Sentence) -> None:
    click.echo(str(sentence))


def _show_finding(number: int, finding: Finding) -> None:
    seen = finding.seen
    clauses = ", ".join([seen.clause, *seen.also])
    head = say(
        "{n}. {title} · {level} · {tag} · {clauses}", n=number, title=seen.title, level=seen.level, tag=finding.strength, clauses=clauses
    )
    click.echo(painted(head, bold=True))
    if finding.quote:
        _line(say("    It says: “{quote}”", quote=finding.quote))
    for words in (seen.why, seen.fix, seen.doubt):
        if words is not None:
            _line(say("    {words}", words=words))


def _show_facts(said: AboutPhoto) -> None:
    for finding in said.answer.noticed:
        if finding.seen.kind != "help":
            _line(
                say("Noticed, and fine · {clause}: “{quote}” {why}", clause=finding.seen.clause, quote=finding.quote, why=finding.seen.why)
            )
    for one in said.plot.points if said.plot else ():
        _line(say("About {far} from {school}.", far=one.far, school=one.school))
    for asked in said.questions:
        _line(say("Ask yourself · {clause}: {question}", clause=asked.clause, question=asked.says))
    for group in said.groups:
        if group.after is None:
            _line(say("{group}: {before} in the file.", group=group.says, before=group.before))
        else:
            _line(
                say("{group}: {before} in the file, {after} in the clean copy.", group=group.says, before=group.before, after=group.after)
            )


def _show(said: AboutPhoto, *, student: bool, everything: bool) -> None:
    answer: Answer = said.answer
    show_help(answer, student=student)
    if not (everything or answer.shows_findings):
        _line(say("When you want the rest of the check, add --all."))
        return
    for permission in (*answer.allowed, *answer.good_to_know):
        _line(say("{tag} · {clause}: {says}", tag=permission.strength, clause=permission.clause, says=permission.says))
    click.echo()
    _line(say("{count} to look at. You decide.", count=len(answer.findings)) if answer.findings else say("Nothing to look at."))
    for number, finding in enumerate(answer.findings, 1):
        _show_finding(number, finding)
    _show_facts(said)
    for note in answer.notes:
        _line(note)
    for missed in answer.not_checked:
        _line(say("Not looked at · {check}: {reason}", check=missed.check, reason=missed.reason))
    show_cannot_see(OF_A_PHOTO)
    _line(say("Nothing was kept, and nobody was told."))


def _show_one(name: str, said: AboutPhoto, place: Path | None, *, student: bool, everything: bool) -> None:
    if name:
        _line(say("{file}", file=name))
    _show(said, student=student, everything=everything)
    if place is not None:
        if said.empty:
            _line(say("The clean copy is {file}. We read it again: nothing is left in it.", file=place))
        else:
            _line(say("The clean copy is {file}. Something is left in it: look at it again.", file=place))
        if said.stays:
            _line(said.stays)


def _looked_at(name: str, asked: PhotoAsked, pictures: Pictures, *, copy: bool, reads: bool) -> AboutPhoto:
    """Raises Cannot, which names the file."""
    trust = load_trust()
    try:
        looked = open_photo(name, read_photo(name), asked, copy=copy, reads=reads, pictures=pictures)
    except BadDraft as problem:
        raise Cannot(say("{file}: {why}", file=name, why=problem.sentence)) from None
    read, draft = photo_of_file(looked, asked, told_by(trust), trust.schools)
    return about_photo(read, draft, looked, the_edition(readings=False))


def _write(said: AboutPhoto, out: Path, *, several: bool, number: int) -> Path | None:
    """The clean copy, where it is wanted; never over a file that is there. None where there is no copy. Raises Cannot."""
    if not said.looked.copy:
        return None
    ending = said.copy_name.rpartition(".")[2]
    place = out / ".".join(("photo-" + str(number), ending)) if several or out.is_dir() else out.with_suffix("." + ending)
    try:
        with place.open("xb") as file:
            file.write(said.looked.copy)
    except OSError as problem:
        why = problem.strerror
        raise Cannot(say("{file} cannot be written ({why}). Name another place for the clean copy.", file=place, why=why)) from None
    return place


@click.command(
    help="What a photo gives away, from FILE or - for standard input. Never put in a naked or sexual picture of anyone under 18."
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--as", "author", type=click.Choice(AUTHORS), default="staff", show_default=True, help="Who wants to post it.")
@click.option(
    "--audience", type=click.Choice(AUDIENCES), default="public", show_default=True, help="Who will see it; unsure is treated as public."
)
@click.option("--words", default="", help="What can be read in the picture.")
@click.option("--people", default="", help="Who is in it.")
@click.option("--read/--no-read", "reads", default=True, help="Read the words in the picture, where that is installed. It takes seconds.")
@click.option("--blur", default="", help="Areas to cover in the copy: left,top,width,height in hundredths; parted by ;")
@click.option("--crop", default="", help="The one area to keep in the copy.")
@click.option("--out", type=click.Path(path_type=Path), help="Where the clean copy goes; a folder for several.")
@click.option("--all", "everything", is_flag=True, help="Show findings also where help comes first.")
@click.option("--json", "as_data", is_flag=True, help="Give the answer as JSON.")
def photo(
    *,
    files: tuple[str, ...],
    author: str,
    audience: str,
    words: str,
    people: str,
    reads: bool,
    blur: str,
    crop: str,
    out: Path | None,
    everything: bool,
    as_data: bool,
) -> int:
    """Exit code 1 where there is something to look at."""
    several = len(files) > 1
    if several and out is not None and not out.is_dir():
        raise Cannot(say("For several photos, --out must be a folder that is there. Make it first."))
    try:
        asked = photo_from({"author": author, "audience": audience, "words": words, "people": people, "blur": blur, "crop": crop})
    except BadDraft as problem:
        raise Cannot(problem.sentence) from None
    found, looked = [], False
    try:
        with Pictures() as pictures:
            for number, name in enumerate(files, 1):
                said = _looked_at(name, asked, pictures, copy=out is not None, reads=reads)
                place = None if out is None else _write(said, out, several=several, number=number)
                found.append(photo_as_json(said, everything=everything) | {"file": name, "copy": None if place is None else str(place)})
                if not as_data:
                    if number == 1:
                        _line(NEVER)
                    _show_one(name if several else "", said, place, student=author == "student", everything=everything)
                looked = looked or said.answer.to_look_at
    except NotTaken as problem:
        raise Cannot(problem.sentence) from None
    if as_data:
        click.echo(json.dumps(found if several else found[0], ensure_ascii=True, indent=1))
    return 1 if looked else 0
