"""The evidence pack of a request to take something down: what stands in it, and that it is whoever asked for it who makes one (3.8, 3.9)."""

import json

import pypdfium2
import pytest

from askfirst.casework.evidence import add_evidence
from askfirst.casework.models import Case, CaseStep
from askfirst.cli.a_person import NOTHING
from askfirst.people.links import link_for
from askfirst.people.models import Person
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.access.world import command
from tests.casework.test_removal_stories import LUNCH, RACE
from tests.cast import who
from tests.clock import london
from tests.groups import takes, tells
from tests.web.pages import page_of, send
from tests.web.people_at_work import bare, by
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

MONDAY = "2026-11-23 10:00"
SHOT = {"link": "https://a.example/lunch/2", "seen_on": "2026-11-23", "about": "Me at the table, with the cake."}


@pytest.fixture
def lunch(signed_in):
    """Two links: one came down, the other stayed up and was back; to be looked at again in December."""
    ref = tells("holloway", "removal", LUNCH, MONDAY)
    add_evidence(ref, by=by("holloway", MONDAY), at=london(MONDAY), given=SHOT)
    takes("averill", ref, "say-what", "2026-11-23 12:00", outcome="part", reason="The other is a group shot.")
    takes("holloway", ref, "mark-link", "2026-11-24 09:00", which="1", status="removed")
    takes("holloway", ref, "mark-link", "2026-11-24 09:01", which="2", status="refused")
    takes("holloway", ref, "look-again", "2026-11-24 09:02", check_on="2026-12-08")
    return ref


def pack(browser, ref, kind="json"):
    return send(browser, "/cases/%s/pack/" % ref, {"as": kind})


def made_of(browser, ref):
    answer = pack(browser, ref)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert answer["Content-Disposition"] == 'attachment; filename="askfirst-%s-pack.json"' % ref
    return json.loads(answer.content)


def test_what_is_asked_the_links_the_letter_and_what_came_of_it_stand_in_it(signed_in, lunch):
    made = made_of(signed_in("holloway"), lunch)
    assert (made["reference"], made["made_by"], made["opened_on"]) == (lunch, "Mr Jarek Holloway-Finch", "2026-11-23 10:00")
    assert [(one["number"], one["link"], one["stands"]) for one in made["links"]] == [
        (1, "https://a.example/lunch/1", "Removed"),
        (2, "https://a.example/lunch/2", "Refused"),
    ]
    assert made["links"][0]["looked_at"] == [{"on": "2026-11-24 09:00", "stands": "Removed"}]
    assert made["look_again_on"] == "2026-12-08"
    assert made["letter"].splitlines()[:2] == ["Hi. I am in a post of yours.", "It is here: https://a.example/lunch/1"]
    (came,) = made["came"]
    assert (came["on"], came["says"][0]["answer"]) == ("2026-11-23 12:00", "Part of it is down")
    assert came["says"][1]["answer"] == "The other is a group shot."
    (thing,) = made["beside"]
    assert (thing["checked"], thing["file"]) == ("The same as when it came.", None)
    assert [one["answer"] for one in thing["says"]] == [SHOT["link"], SHOT["seen_on"], SHOT["about"]]


def test_a_link_that_is_back_is_back_in_the_pack_with_the_day(signed_in, lunch):
    takes("holloway", lunch, "back-again", "2026-12-08 09:00", which="1", outcome="here")
    made = made_of(signed_in("holloway"), lunch)
    assert made["links"][0]["stands"] == "Back again"
    assert [one["stands"] for one in made["links"][0]["looked_at"]] == ["Removed", "Back again"]
    assert made["look_again_on"] is None, "it is asked again, and nothing is only watched"


def test_the_pdf_says_every_word_of_the_data(signed_in, lunch):
    mine = signed_in("holloway")
    answer = pack(mine, lunch, "pdf")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    said = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(answer.content)).split())
    for words in (
        "https://a.example/lunch/1",
        "Removed",
        "Refused",
        "8 December 2026",
        "The other is a group shot.",
        SHOT["about"],
        "Thank you.",
    ):
        assert words in said, words


def test_nobody_who_helped_is_named_in_it(signed_in):
    """Maisie asked the school: Mrs Makoni passed it on, and Dr Pascoe would remind him."""
    ref = tells("maisie", "removal", RACE, MONDAY)
    takes("makoni", ref, "pass-to-them", "2026-11-23 12:00")
    takes("standish", ref, "say-what", "2026-11-23 15:00", outcome="removed")
    maisie = signed_in("maisie")
    made = json.dumps(made_of(maisie, ref))
    assert "All of it is down" in made
    for name in ("Makoni", "Whitlam", "Pascoe", who("makoni"), who("standish")):
        assert name not in made
    assert too_hard(page_of(maisie.get("/cases/%s/pack/" % ref)), "student") == []


@pytest.mark.parametrize("name", ["averill", "rainsford", "braithwaite", "omondi", "sethuraman", "wieczorek", "abernethy"])
def test_for_everybody_else_it_is_an_address_of_nothing(signed_in, lunch, name):
    """Whoever was asked too, who may open the case itself."""
    one = signed_in(name)
    never = bare(one.get("/cases/BBBBBBBB/pack/")), bare(pack(one, "BBBBBBBB")), one.get("/api/v1/cases/BBBBBBBB/pack").content
    theirs = bare(one.get("/cases/%s/pack/" % lunch)), bare(pack(one, lunch)), one.get("/api/v1/cases/%s/pack" % lunch).content
    assert [one.replace(lunch.encode(), b"BBBBBBBB") for one in theirs] == list(never)
    code, said = command("cases", "pack", lunch, "--as", name)
    assert (code, str(NOTHING) in said) == (2, True)


def test_a_case_of_another_kind_has_none(signed_in):
    ref = tells("holloway", "interest", {"text": "My blog."}, MONDAY)
    assert signed_in("holloway").get("/cases/%s/pack/" % ref).status_code == 404


def test_each_making_is_written_down_and_changes_nothing_else(signed_in, lunch):
    mine = signed_in("holloway")
    before = (Case.objects.get(ref=lunch).version, CaseStep.objects.count(), Notice.objects.count())
    assert {pack(mine, lunch).status_code for _ in range(10)} == {200}
    assert [event.who for event in chain.events(lunch) if event.what == "pack"] == [who("holloway")] * 10
    assert (Case.objects.get(ref=lunch).version, CaseStep.objects.count(), Notice.objects.count()) == before
    assert chain.verify(lunch) == ()


@pytest.mark.parametrize("kind", ["", "exe", "pdf\0", "x" * 5_000])
def test_what_is_no_file_of_ours_is_one_sentence(signed_in, lunch, kind):
    answer = pack(signed_in("holloway"), lunch, kind)
    assert (answer.status_code, "A pack is a PDF, or data. Nothing was made." in answer.content.decode()) == (400, True)
    assert not [event for event in chain.events(lunch) if event.what == "pack"]


def test_the_page_leads_there_and_says_what_is_in_it_first(signed_in, lunch):
    mine = signed_in("holloway")
    assert page_of(mine.get("/cases/%s/" % lunch)).all(tag="a", href="/cases/%s/pack/" % lunch)
    assert not page_of(signed_in("averill").get("/cases/%s/" % lunch)).all(tag="a", href="/cases/%s/pack/" % lunch)
    page = page_of(mine.get("/cases/%s/pack/" % lunch))
    assert too_hard(page, "staff") == []
    text = page.one(tag="main").text
    assert text.index("Never put in a naked or sexual picture of anyone under 18.") < text.index("Save it as a PDF")


def test_by_api_and_command_line_it_is_the_same_pack(signed_in, lunch):
    mine = signed_in("holloway")
    page, data = made_of(mine, lunch), mine.get("/api/v1/cases/%s/pack" % lunch).json()
    code, said = command("cases", "pack", lunch, "--as", "holloway")
    assert code == 0
    assert page == data == json.loads(said)


def test_whoever_has_left_makes_one_by_link(browser, cast, at):
    at("2026-11-25 10:00")
    Person.objects.filter(pk=who("grange")).update(email="ottilie@home.example")
    assert send(browser, "/by-link/%s/" % link_for(who("grange"), at=london("2026-11-25 10:00")), {"to": "remove"}).status_code == 303
    asked = {
        "evidence": "no", "links": "https://northgate.example/1", "who": "staff", "how": "school", "ask": "me-out", "name": "yes", "send": "1",
    }  # fmt: skip
    assert send(browser, "/remove/ask/", asked).status_code == 303
    ref = Case.objects.get().ref
    assert made_of(browser, ref)["made_by"] == "Ottilie Grange"
