"""Every word of the demo's cases is a canary of its own; ten people follow every link. It is where the table allows it, and nowhere else:
in no address, log, mail, session or page of an error."""

import io
import json
import logging
import re
import subprocess
import sys
import tomllib
from datetime import timedelta
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import clear_url_caches, path

from askfirst.casework.deadlines import run_due
from askfirst.casework.demo import CASES, details_of, went_on, words_at
from askfirst.casework.evidence import add_evidence
from askfirst.casework.steps import open_case, take
from askfirst.config import urls
from askfirst.config.logs import OneLine
from askfirst.people.accounts_sessions import SessionStore
from askfirst.people.family import mark
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from askfirst.records.taken_away import take_away
from tests.access.cast_roles import NOBODY
from tests.access.doors import PATHS
from tests.access.world import enter, somebody
from tests.clock import london

NOW = london("2026-11-25 11:00")
WORDS = {
    "text", "asked", "advice", "note", "draft", "name", "outlet", "contact", "topic", "address", "payer", "steps", "reason", "called", "place", "notice", "which", "where", "when", "summary",
    "notes", "support",
}  # fmt: skip
PUBLIC = {"make-official": "called"}  # what everybody reads of an official page is no secret, and stands in the clear (decision 0017)
WORDS_OF = {"instruction": {"what", "why", "scope", "less"}}  # which elsewhere are choices
CANARY = re.compile(r"CANARY\d{3}X\d{2}X")
CRAWLERS = (
    "harrow", "pascoe", "devlin", "abernethy", "achterberg", "adelakun", "sethuraman", "wieczorek", "farouk", "blenkinsop-g", "barrowman", "thackray", "jorah",
    "okoropenn", "kerrigan", "holloway", NOBODY,
)  # fmt: skip
SOME = ("harrow", "sethuraman", "devlin", "achterberg", "wieczorek", "farouk", "barrowman", "jorah", "kerrigan", NOBODY)
A_FEW = 1  # pages of one family that differ in nothing but the clause or topic

# The demo's cases in the order of its file, and who of the crawlers may read their words (workflows.md 3.21). Ms Barrowman knows of both of
# Freya's by their status alone. Of a concern whoever told of it reads their own words and the answer. The words of an event are for everybody at its school (ruling 7). Three have waited too long, so the next person may act too (rulings 4 and 9): Dr Achterberg in each.
MAY_READ = (
    {"harrow", "devlin", "achterberg"}, {"okoropenn"}, {"devlin", "achterberg", "adelakun"}, {"abernethy", "adelakun", "holloway"},
    {"kerrigan"}, {"sethuraman"}, {"holloway"}, {"farouk"}, {"abernethy", "achterberg", "adelakun"}, {"adelakun"},
    {"harrow", "achterberg", "adelakun"}, {"harrow", "pascoe"}, {"devlin", "abernethy", "achterberg", "adelakun"},
    {"harrow", "pascoe", "kerrigan"}, {"wieczorek", "kerrigan"}, {"okoropenn", "kerrigan"}, set(), {"pascoe", "kerrigan"},
    {"harrow", "pascoe", "kerrigan"}, {"sethuraman", "holloway"}, {"adelakun"}, set(),
    {"harrow", "pascoe", "devlin", "farouk", "thackray", "jorah", "okoropenn"}, {"abernethy", "adelakun"}, set(),
    {"wieczorek", "kerrigan"},  # for whom the instruction is, and HR
    {"farouk"},
    set(),  # a concern that went the student way: the Head of Year and the safeguarding lead, who do not crawl
    {"kerrigan"},  # a concern that went the staff way; he who it is about has not been told
    {"harrow"},  # no case: whom Ms Harrow marked as family in the friend-list check
)  # fmt: skip
WENT_ON = 500
"""Added to the number of a case: the case that it opened."""
MAY_READ_ON = {27: {"devlin"}, 28: {"kerrigan"}}  # Jorah reads one thing of his, what he said himself: see HIS_OWN
HIS_OWN, NOBODYS = 900, 901  # of what was taken away from beside a case nobody reads a word
SPECIAL = {"own-account": HIS_OWN}


class Birds:
    """Words swapped for canaries; each says which case it belongs to."""

    def __init__(self):
        self.made = []

    def instead(self, case, held, words=frozenset()):
        if isinstance(held, dict):
            return {name: self.instead(case, value) if name in WORDS | {"reporter"} | words else value for name, value in held.items()}
        self.made.append("CANARY%03dX%02dX" % (case, len(self.made) % 100))
        if held.startswith("https://"):
            return "https://home.example/%s" % self.made[-1]
        return "So it is, %s, and no more." % self.made[-1]


def load_with_canaries():
    """The demo's cases as they are, but for their words. The references, in order, and the canaries."""
    birds, refs = Birds(), []
    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    told = {}
    for number, case in enumerate(cases):
        at = NOW - timedelta(hours=case["ago"])
        given = words_at(at, details_of(case, told))
        known = birds.instead(number, given, WORDS_OF.get(case["kind"], frozenset()))
        known |= {"name": given["name"]} if case["kind"] == "concern" else {}  # it says whom it is about
        if case["kind"] == "question":
            known["draft"] = birds.instead(number, "")
        ref = open_case(kind=case["kind"], by=somebody(case["by"], at), details=known, at=at)
        for step in case.get("step", ()):
            takes(ref, step, birds, number + WENT_ON if step["step"].startswith("to-s") else number)
        for step in case.get("then", ()):
            takes(went_on(ref), step, birds, SPECIAL.get(step["step"]) or (NOBODYS if goes(case, step) else number + WENT_ON))
        refs += [ref, went_on(ref)] if "then" in case else [ref]
        told[case.get("label", "")] = ref
    run_due(at=NOW)
    birds.instead(len(MAY_READ) - 1, "")
    mark(somebody("harrow", NOW).person, "Kit " + birds.made[-1], on=NOW.date())
    return refs, birds.made


def goes(case, step):
    """Whether this puts something beside the case that is taken away later."""
    beside = [one for one in case["then"] if one["step"] == "beside"]
    gone = {one["thing"] for one in case["then"] if one["step"] == "take-away"}
    return step in beside and beside.index(step) + 1 in gone


def takes(ref, step, birds, number):
    when = NOW - timedelta(hours=step["ago"])
    given = {name: value for name, value in step.items() if name not in ("by", "ago", "step", "of")}
    if step["step"] == "beside":
        about = {name: birds.instead(number, given[name]) for name in ("link", "about")}
        add_evidence(ref, by=somebody(step["by"], when), at=when, given={**words_at(when, given), **about})
        return
    words = words_at(when, given)
    if step["step"] == "take-away":
        thing = int(str(words.pop("thing")))
        take_away(ref, thing, by=somebody(step["by"], when), at=when, given=birds.instead(number, words))
        return
    given = birds.instead(number, words) | {name: words[name] for name in [PUBLIC.get(step["step"], "")] if name}
    take(ref=ref, step=step["step"], by=somebody(step["by"], when), given=given, at=when, of=step.get("of", ""))


def readers(case):
    """Of the crawlers, whoever may read a canary of this number."""
    if case in (HIS_OWN, NOBODYS):
        return {"devlin", "jorah"} if case == HIS_OWN else set()
    return MAY_READ_ON[case - WENT_ON] if case >= WENT_ON else MAY_READ[case]


ASKED_FOR_A_COPY, THEIRS = 19, (3, 6)
"""Mr Holloway-Finch asks for a copy of his data; and what else in the demo is his alone."""


def for_a_copy(viewer, case, address, refs):
    """Whoever answers a request for a copy reads what is the asker's there, to leave others out of it, and on no other page."""
    return viewer == "sethuraman" and case in THEIRS and address == "/cases/%s/copy/" % refs[ASKED_FOR_A_COPY]


def family(address):
    """Pages that differ in their clause or topic alone are one family."""
    parts = urlsplit(address)
    return re.sub(r"^(/procedure/(?:clauses|topics)|/do-i-need-to|/api/v1/procedure/clauses)/[^/]+/?", r"\1/*", parts.path)


def crawl(browser, refs, few):
    """Every page in reach, each case and its API by its address, and no page twice: (address, body, header lines)."""
    ahead = ["/", *("/" + address for _, methods, address in PATHS.values() if "GET" in methods and "{" not in address)]
    ahead += [
        form % ref
        for ref in refs
        for form in (
            "/cases/%s/",
            "/cases/%s/?sent=1",
            "/cases/%s/receipt/",
            "/cases/%s/receipt.json",
            "/cases/%s/opened/",
            "/cases/%s/evidence/",
            "/cases/%s/evidence/1/",
            "/cases/%s/evidence/2/take-away/",
            "/api/v1/cases/%s/evidence",
            "/api/v1/cases/%s",
            "/api/v1/cases/%s/opened",
        )
    ]
    met, families = set(ahead), {}
    while ahead:
        address = ahead.pop()
        families[family(address)] = families.get(family(address), 0) + 1
        if few and "*" in family(address) and families[family(address)] > few:
            continue
        response = browser.get(address)
        text = response.content.decode("utf-8", "replace")
        yield address, text, "\n".join("%s: %s" % pair for pair in response.items())
        found = re.findall(r'(?:href|action|src)="([^"]*)"', text) if "html" in response["Content-Type"] else []
        found += [response["Location"]] if "Location" in response else []
        for link in (urljoin(address, unescape(one)).partition("#")[0] for one in found):
            if link.startswith("/") and not link.startswith(("/static/", "/sign-out/")) and link not in met:
                met.add(link)
                ahead.append(link)


class Careless(logging.Handler):
    """Keeps every record whole."""

    def __init__(self, records):
        super().__init__()
        self.records = records

    def emit(self, record):
        self.records.append(record)


class Listening(io.StringIO):
    """Whatever is logged, as our own log writes it and as a careless one would."""

    def __enter__(self):
        self.lines, self.records = logging.StreamHandler(self), []
        self.lines.setFormatter(OneLine())
        self.careless = Careless(self.records)
        self.loggers = [logging.getLogger(name) for name in ("", "askfirst", "django")]
        for logger in self.loggers:
            logger.addHandler(self.lines)
            logger.addHandler(self.careless)
        return self

    def __exit__(self, *_):
        for logger in self.loggers:
            logger.removeHandler(self.lines)
            logger.removeHandler(self.careless)


def walk(crawlers, refs, few):
    """Every crawler round the house: pages seen, canaries where they may be, and each that is where it may not be."""
    pages, seen, wrong = 0, set(), []
    for viewer in crawlers:
        for address, text, headers in crawl(enter(viewer, NOW), refs, few):
            pages += 1
            for bird in set(CANARY.findall(text)):
                case = int(bird[6:9])
                if viewer in readers(case):
                    seen.add((viewer, case))
                elif not for_a_copy(viewer, case, address, refs):
                    wrong.append("%s reads case %d at %s" % (viewer, case, family(address)))
            wrong += ["a canary in a header of %s" % address for _ in CANARY.findall(headers)]
            wrong += ["a canary in an address" for _ in CANARY.findall(address)]
    return pages, seen, wrong


def test_every_canary_is_where_it_may_be_and_nowhere_else(people):
    refs, birds = load_with_canaries()
    assert len(refs) == len(MAY_READ) - 1 + len(MAY_READ_ON)
    with Listening() as log:
        pages, seen, wrong = walk(SOME, refs, A_FEW)
        while send_due(at=NOW):
            pass
    mails, sessions = mail_sent(most=1000), [json.dumps(one.get_decoded()) for one in SessionStore.get_model_class().objects.all()]
    print("%d pages, %d canaries, %d mails, %d sessions, %d wrong" % (pages, len(birds), len(mails), len(sessions), len(wrong)))
    assert wrong == []
    assert seen == may_read(SOME)
    assert mails and sessions and len(birds) > 40
    assert not CANARY.search(log.getvalue() + " ".join(record.getMessage() for record in log.records))
    assert not CANARY.search(" ".join(mail.subject + mail.body for mail in mails) + " ".join(sessions))
    assert [table for table in tables() if CANARY.search(table)] == []


def tables():
    """The database as it lies there, a table at a time: words are sealed."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute('SELECT * FROM "%s"' % table)
            yield repr(cursor.fetchall())


def may_read(crawlers):
    cases = (*range(len(MAY_READ)), *(case + WENT_ON for case in MAY_READ_ON), HIS_OWN, NOBODYS)
    return {(viewer, case) for case in cases for viewer in readers(case) & set(crawlers)}


@pytest.mark.prove
def test_everybody_at_every_page_of_the_procedure_too(people):
    refs, _ = load_with_canaries()
    pages, seen, wrong = walk(CRAWLERS, refs, 0)
    print("%d pages, %d wrong" % (pages, len(wrong)))
    assert wrong == []
    assert seen == may_read(CRAWLERS)


def test_a_canary_that_flew_is_noticed(people, monkeypatch):
    """A title in the head of each page, swapped for somebody else’s words."""
    refs, birds = load_with_canaries()
    bird = next(one for one in birds if one.startswith("CANARY011"))
    Person.objects.filter(username="thackray").update(title=bird)
    _, _, wrong = walk(("thackray",), refs[:1], 1)
    assert any(line.startswith("thackray reads case 11 at /me/") for line in wrong)


# ---------------------------------------------------------------- when something of ours breaks


def breaks(request):
    """A view that fails with a person's words in its hands."""
    draft = request.POST.get("text", "") + request.GET.get("q", "")
    raise ValueError("could not read " + draft)


@pytest.mark.parametrize("address", ["/breaks/", "/api/v1/breaks"])
def test_a_page_that_breaks_and_its_log_hold_no_words(people, monkeypatch, address):
    bird = "CANARY000X00X"
    monkeypatch.setattr(urls, "urlpatterns", [path(address[1:], breaks), *urls.urlpatterns])
    clear_url_caches()
    browser = Client(HTTP_HOST="localhost", raise_request_exception=False)
    browser.cookies = enter("harrow", NOW).cookies
    with Listening() as log:
        answer = browser.post(address + "?q=" + bird, {"text": bird})
    clear_url_caches()
    assert answer.status_code == 500
    code = re.search(r"\b[bcdfghjkmnpqrstvwxz2-9]{6}\b", answer.content.decode())
    assert code
    lines = log.getvalue()
    assert code[0] in lines  # whoever is told the code can find the line
    assert '"event": "ValueError"' in lines
    assert bird not in answer.content.decode() + repr(answer.items())
    assert bird not in lines
    assert not any(bird in str(record.exc_info) for record in log.records)


def test_a_log_that_would_print_what_broke_is_noticed(people, monkeypatch):
    """Django's own request log, were it left open."""
    careless = logging.getLogger("django.request")
    monkeypatch.setattr(careless, "propagate", True)
    monkeypatch.setattr(urls, "urlpatterns", [path("breaks/", breaks), *urls.urlpatterns])
    clear_url_caches()
    careless.setLevel(logging.NOTSET)
    try:
        with Listening() as log:
            Client(HTTP_HOST="localhost", raise_request_exception=False).post("/breaks/", {"text": "CANARY000X00X"})
    finally:
        careless.setLevel(logging.CRITICAL)
        clear_url_caches()
    assert any("CANARY000X00X" in str(record.exc_info) for record in log.records)


def test_the_log_of_the_product_is_the_one_that_is_set_up():
    """Django calls what LOGGING_CONFIG names only where LOGGING holds something."""
    said = subprocess.run([sys.executable, "-c", SAYS_A_LINE], capture_output=True, text=True, check=True)
    assert json.loads(said.stderr) | {"time": ""} == {"time": "", "level": "ERROR", "event": "went-wrong", "code": "bcd", "status": 500}
    assert settings.LOGGING


SAYS_A_LINE = """
import logging, os
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
logging.getLogger("django.request").error("a path: %s", "/cases/BCDFGHJK/")
logging.getLogger("askfirst.web").error("words", extra={"event": "went-wrong", "code": "bcd", "status": 500})
"""
