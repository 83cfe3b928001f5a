"""`askfirst check page`: what readers see of a page of one's own, on the command line. No Django, no database, nothing written."""

import json

import click

from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.blogs import AboutBlog, SavedBlog, about_blog, blog_as_json
from askfirst.advice.cannot_see import OF_A_BLOG, OF_A_PAGE
from askfirst.advice.pages import AboutPage, about_page, browser_at, drawn, fetched, open_page, page_as_json, page_of_file
from askfirst.advice.pages_asked import OWNERS, may_open, page_from
from askfirst.advice.trust import told_by
from askfirst.cli.check_read import read_photo
from askfirst.cli.check_shown import painted, show_cannot_see, show_finding, show_help
from askfirst.cli.main import Cannot
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from askfirst.words import Sentence, say

__all__ = ["page"]

NO_BROWSER = say("This browser is no program that can run. Give the path of a Chromium, or no to draw nothing.")
NOT_MINE = say("First say that it is your page, or one you run: add --mine.")
WEB = ("https://", "http://")


def _line(sentence: Sentence) -> None:
    click.echo(str(sentence))


def _show_note(said: AboutPage) -> None:
    _line(say("Your note: {answer}", answer=said.note_says))
    if said.noted.quote:
        _line(say("    It says: “{quote}”", quote=said.noted.quote))
    for reason in said.reasons:
        _line(say("    {words}", words=reason))
    if not said.needs_note:
        _line(say("    We saw nothing that says where you work. Then you need no note."))
    elif said.noted.note != "seen" and said.wording:
        _line(say("    Words you can use: {wording}", wording=said.wording))
    _line(say("    {words}", words=said.how))


def _show(said: AboutPage, *, student: bool, everything: bool) -> None:
    answer = said.answer
    show_help(answer, student=student)
    if not (everything or answer.shows_findings):
        _line(say("When you want the rest of the check, add --all."))
        return
    for permission in answer.allowed:
        _line(say("{tag} · {clause}: {says}", tag=permission.strength, clause=permission.clause, says=permission.says))
    click.echo()
    head = say("{count} to look at. You decide.", count=len(answer.findings)) if answer.findings else say("Nothing to look at.")
    click.echo(painted(head, bold=True))
    for number, finding in enumerate(answer.findings, 1):
        show_finding(number, finding)
    if not (student or said.page.official):
        _show_note(said)
    for sign in said.signs:
        _line(say("Like a school’s page: {words}", words=sign))
    for finding in answer.noticed:
        if finding.seen.kind != "help":
            seen = finding.seen
            _line(say("Noticed, and fine · {clause}: “{quote}” {why}", clause=seen.clause, quote=finding.quote, why=seen.why))
    for note in answer.notes:
        _line(note)
    for missed in answer.not_checked:
        _line(say("Not looked at · {check}: {reason}", check=missed.check, reason=missed.reason))
    show_cannot_see(OF_A_PAGE)
    _line(say("Nothing was kept, and nobody was told."))


def _whole_blog(said: AboutBlog, *, everything: bool, data: bool) -> int:
    if data:
        click.echo(json.dumps(blog_as_json(said, everything=everything), ensure_ascii=True, indent=1))
        return int(bool(said.posts))
    _line(say("Posts looked at: {seen}; with something to look at: {count}. You decide.", seen=said.looked_at, count=len(said.posts)))
    if said.left_out:
        _line(say("Posts that are not public, and were not read: {count}.", count=said.left_out))
    for one in said.posts:
        click.echo()
        click.echo(painted(say("{title} {day}", title=one.post.title or one.post.where, day=one.post.day), bold=True))
        show_help(one.answer, student=one.draft.author == "student")
        if not (everything or one.answer.shows_findings):
            _line(say("When you want the rest of the check, add --all."))
            continue
        for number, finding in enumerate(one.answer.findings, 1):
            show_finding(number, finding)
    for note in said.notes:
        _line(note)
    for missed in said.not_checked:
        _line(say("Not looked at · {check}: {reason}", check=missed.check, reason=missed.reason))
    show_cannot_see(OF_A_BLOG)
    _line(say("Nothing was kept, and nobody was told."))
    return int(bool(said.posts))


@click.command(help="What readers see of your page, from FILE, - for standard input, or its web address with --mine.")
@click.argument("file", metavar="FILE|URL", default="", required=False)
@click.option("--url", default="", help="The page's web address, in place of a file. It is opened once, with --mine alone.")
@click.option("--mine", is_flag=True, help="This is my page, or one I run.")
@click.option("--as", "author", type=click.Choice(AUTHORS), default="staff", show_default=True, help="Who is asking.")
@click.option("--whose", type=click.Choice(OWNERS), default="own", show_default=True, help="Your own page, or the school's.")
@click.option("--address", default="", help="Where a saved page stands. It is not opened.")
@click.option(
    "--browser",
    envvar="ASKFIRST_BROWSER",
    default="",
    help="The browser that draws the page, or no; without it, the one that is installed.",
)
@click.option("--all", "everything", is_flag=True, help="Show findings also where help comes first.")
@click.option("--json", "as_data", is_flag=True, help="Give the answer as JSON.")
def page(*, file: str, url: str, mine: bool, author: str, whose: str, address: str, browser: str, everything: bool, as_data: bool) -> int:
    """Exit code 1 where there is something to look at."""
    where = url or (file if file.startswith(WEB) else "")
    if browser not in ("", "no") and not browser_at(browser):
        raise Cannot(NO_BROWSER)
    if bool(file) == bool(url):
        raise Cannot(say("Give one page: the saved file, or its address with --url and --mine."))
    try:
        asked = page_from({"author": author, "whose": whose, "address": where or address, "mine": mine})
        saved = open_page(fetched(may_open(asked)) if where else read_photo(file))
    except BadDraft as problem:
        raise Cannot(NOT_MINE if problem.field == "mine" else problem.sentence) from None
    if isinstance(saved, SavedBlog):
        return _whole_blog(
            about_blog(saved, asked, told_by(load_trust()), the_edition(readings=False)), everything=everything, data=as_data
        )
    read, draft = page_of_file(saved, asked, told_by(load_trust()))
    said = about_page(drawn(read, draft, saved, browser=browser_at(browser)), draft, the_edition(readings=False))
    if as_data:
        click.echo(json.dumps(page_as_json(said, everything=everything), ensure_ascii=True, indent=1))
    else:
        _show(said, student=author == "student", everything=everything)
    return 1 if said.answer.to_look_at else 0
