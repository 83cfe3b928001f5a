"""Two who may decide do so at once: one wins, the other is told why not, and both texts are kept. A form sent ten times is sent once.

Over every kind of case and every step of it, as the walk of its table finds them. 20 races in `make test`, 1,000 in `make prove`.
"""

import json
from collections import defaultdict
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import transaction

from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseStep
from askfirst.casework.openings.table import BY_HAND
from askfirst.people.calendar import london_day
from askfirst.people.demo import load_people
from askfirst.people.models import Person
from askfirst.trail import chain
from askfirst.trail.models import Notice
from askfirst.vault import seal
from tests.access.cells import ROWS
from tests.access.world import FORM, begun, details_of, enter, page_before, somebody
from tests.casework.test_every_path import starts_of, walk_of
from tests.casework.test_one_change import together
from tests.cast import MONDAY
from tests.clock import london
from tests.machines.paths import ASKER, LOGGER, TIME, fill
from tests.machines.taken_for_real import Real

RACES, MANY = 20, 1000


@pytest.fixture
def real_rows(transactional_db, settings):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.CLOCK = settings.CLOCK
    load_people(monday=MONDAY)


def contests(walk):
    """The shortest way to each step that two people, each asked in a seat of theirs, may take at one moment, and that ends the asking."""
    who, found = defaultdict(dict), {}
    for edge in walk.edges:
        if edge.act.who not in (ASKER, LOGGER, TIME) and not edge.act.who.startswith("person:"):
            who[edge.before, edge.act.step, edge.act.of, edge.act.choices][edge.act.who] = edge.act
    for (key, step, _, _), acts in who.items():
        shorter = step not in found or len(walk.how[key][1]) < len(found[step][0][1])
        if len(acts) > 1 and shorter and decides(walk, walk.nodes[key], next(iter(acts.values())), set(acts)):
            found[step] = (walk.how[key], list(acts.values()))
    return found


def decides(walk, node, act, seats):
    """Whether it ends the asking, and shuts out nobody who was asked or races: whoever is shut out by it is told nothing at all.

    What is put beside a case and answers nobody decides nothing: two may do it at once, and both are kept.
    """
    row = walk.workflow.step(act.step)
    if row.beside and not row.answers:
        return False
    after = walk.after(node, act)
    theirs = {seat for _, seat in node.calls} | seats
    return bool(set(dict(node.calls)) - set(dict(after.calls))) and theirs <= set(walk.seen(after.file))


def written(step, act, name, on):
    """What somebody writes, so that theirs can be told from another's."""
    areas = {field.id for field in step.fields if field.lines > 1 and not field.choices}
    return {field: "From %s." % name if field in areas else held for field, held in fill(step, act.choices, on).items()}


def sent(browser, ref, step, of, version, words, key):
    fields = {name: "yes" if held is True else held for name, held in words.items()} | {"of": of, "version": version, "once": key}
    return browser.post("/cases/%s/steps/%s/" % (ref, step), urlencode(fields), content_type=FORM)


def username(ref):
    return Person.objects.values_list("username", flat=True).get(pk=ref)


class Contest:
    """One race of one kind and step, run again and again; everybody signs in once."""

    def __init__(self, walk, starts, step, way, acts):
        self.walk, self.acts, self.step = walk, acts, next(row for row in walk.workflow.steps if row.id == step)
        (number, self.path) = way
        self.row, self.file = starts[number]
        self.browsers: dict = {}

    def ready(self):
        """A new case, carried to the moment; two people who may decide, and the act of each; fewer where one person sits in all the seats."""
        real = Real(Case.objects.get(ref=begun(self.row)), self.walk, self.row.opened)
        for act in self.path:
            real.does(real.named(act, self.file.asker))
        acts = [real.named(act, self.file.asker) for act in self.acts]
        who = {username(real.somebody(act).person): act for act in reversed(acts)}
        return real, list(reversed(who.items()))[:2]

    def browser(self, name, at):
        if name not in self.browsers:
            self.browsers[name] = enter(name, at)
        return self.browsers[name]

    def run(self, number):
        """One race; False where there were no two people to run it."""
        real, two = self.ready()
        if len(two) < 2:
            return False
        (_, act), _ = two
        told, case = Notice.objects.count(), real.case
        browsers = [self.browser(name, real.at) for name, _ in two]
        texts = [written(self.step, act, name, london_day(real.at)) for name, _ in two]
        settings.CLOCK = lambda: real.at

        def sends(which):
            key = "%031x%d" % (number, which)
            return lambda: sent(browsers[which], case.ref, self.step.id, act.of, case.version, texts[which], key)

        answers = together(sends(0), sends(1))
        codes = [getattr(answer, "status_code", 0) for answer in answers]
        lost = codes.index(max(codes))
        assert (codes[1 - lost] in (200, 303), codes[lost] in (400, 409)) == (True, True), (self.walk.workflow.kind, self.step.id, codes)
        sealed = bool(self.step.only)  # from one another too: the loser reads that it was done, and none of the other's words
        self.loser_reads_both(answers[lost].content.decode(), texts[lost], *([] if sealed else [texts[1 - lost]]))
        assert CaseStep.objects.filter(case=case, step=self.step.id, sequence__gt=case.version).count() == 1
        assert chain.verify(case.ref) == ()
        assert len(set(Notice.objects.order_by("id").values_list("to", "kind", "address")[told:])) == Notice.objects.count() - told
        self.winner_is_kept(case, texts[1 - lost])
        return True

    def loser_reads_both(self, page, *texts):
        """Why not, what the other wrote, and their own words still in the form."""
        assert 'role="alert"' in page
        written = [held for words in texts for held in words.values() if isinstance(held, str) and held.startswith("From ")]
        assert [held for held in written if held not in page] == [], (self.walk.workflow.kind, self.step.id)

    def winner_is_kept(self, case, words):
        """As it lies in the vault: whoever won may have handed the case on by it, and see it no more."""
        last = file_of(Case.objects.get(pk=case.pk)).last(self.step.id)
        assert last is not None
        paper = "step-%d" % last.sequence
        kept = dict(seal.unseal(case=case.ref, names=[paper])).get(paper, {})
        assert {name: held for name, held in words.items() if name in kept} == dict(kept)


def all_contests():
    return [
        Contest(walk_of(kind), starts_of(kind), step, way, acts)
        for kind in WORKFLOWS
        for step, (way, acts) in sorted(contests(walk_of(kind)).items())
    ]


def race(times):
    found = all_contests()
    assert {one.walk.workflow.kind for one in found} >= {"question", "press", "declaration", "plan", "interest", "offer"}
    ran = 0
    while ran < times and found:
        contest = found.pop(0)
        if contest.run(ran):
            ran += 1
            found.append(contest)
    assert ran == times
    return len(found)


def test_two_decide_at_once_and_one_is_told(real_rows):
    race(RACES)


@pytest.mark.prove
def test_a_thousand_times_two_decide_at_once(real_rows, capsys):
    many = race(MANY)
    with capsys.disabled():
        print("\n  %d races over %d steps" % (MANY, many))


# ---------------------------------------------------------------- sent ten times

OFTEN = ("question", "press", "interest", "removal", "do-not-post", "event")
FIRST = {row.kind: row for row in reversed(ROWS)}


@pytest.mark.parametrize("kind", BY_HAND)
def test_an_opening_sent_ten_times_is_one_case(cast, settings, kind):
    row = FIRST[kind]
    browser = enter(row.by, london(row.opened))
    details = details_of(row)
    if row.page:
        details = {**details, "about_page": page_before(somebody(row.by, london(row.opened)), london(row.opened))}
    body = json.dumps({"kind": kind, "details": details})
    refs, told = set(), set()
    for _ in range(10):
        answer = browser.post("/api/v1/cases", body, content_type="application/json", HTTP_IDEMPOTENCY_KEY="a-key-of-theirs")
        assert answer.status_code == 201, answer.content
        refs.add(answer.json()["ref"])
        told.add(tuple(Notice.objects.values_list("to", "kind")))
    assert (len(refs), Case.objects.filter(kind=kind).count(), len(told)) == (1, 1, 1)
    (notices,) = told
    assert len(notices) == len(set(notices))


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=() if kind in OFTEN else pytest.mark.prove) for kind in WORKFLOWS])
def test_each_step_sent_ten_times_is_taken_once(cast, settings, kind):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    starts, walk = starts_of(kind), walk_of(kind)
    first = {}
    for edge in walk.edges:
        if edge.act.who != TIME:
            first.setdefault(edge.act.step, edge)
    assert len(first) >= 2
    for number, (step, edge) in enumerate(first.items()):
        (start, path) = walk.how[edge.before]
        row, file = starts[start]
        with transaction.atomic():
            real = Real(Case.objects.get(ref=begun(row)), walk, row.opened)
            for act in (real.named(act, file.asker) for act in path):
                real.does(act)
            act = real.named(edge.act, file.asker)
            browser, case = enter(username(real.somebody(act).person), real.at), real.case
            before, told = CaseStep.objects.filter(case=case, step=step).count(), Notice.objects.count()
            table = next(one for one in walk.workflow.steps if one.id == step)
            words = written(table, act, "them", london_day(real.at))
            news = set()
            for _ in range(10):
                answer = sent(browser, case.ref, step, act.of, case.version, words, "%032x" % number)
                assert answer.status_code in (200, 303), (step, answer.status_code)
                news.add(Notice.objects.count())
            assert CaseStep.objects.filter(case=case, step=step).count() == before + 1, step
            assert len(news) == 1, step
            assert news.pop() >= told
            transaction.set_rollback(True)
