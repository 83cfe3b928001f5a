"""A page that pretends to be ours: how its app is told, words to send, and the pack that communications make of it (S53, HYB-1)."""

import json

import pypdfium2
import pytest

from askfirst.casework.evidence import add_evidence
from askfirst.casework.kinds.impostor_letter import letter_of
from askfirst.casework.models import Case
from askfirst.people.models import Person
from askfirst.procedure.impostor_routes import the_routes
from askfirst.trail import chain
from tests.access.world import command
from tests.cast import who
from tests.clock import london
from tests.groups import takes, tells
from tests.web.pages import page_of, send
from tests.web.people_at_work import by
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

MONDAY = "2026-11-23 10:00"
PAGE = {"address": "https://www.x.com/Northgate_Confessions/", "what": "school", "children": "yes", "text": "Most are jokes about lunch."}
SHOT = {"link": "https://x.com/northgate_confessions", "seen_on": "2026-11-23", "about": "The school’s crest stands on it."}


@pytest.fixture
def account(signed_in):
    """Told by Mr Blenkinsop, reported, left up by the app, then down and back again."""
    ref = tells("blenkinsop-g", "impostor", PAGE, MONDAY)
    add_evidence(ref, by=by("blenkinsop-g", MONDAY), at=london(MONDAY), given=SHOT)
    takes("adelakun", ref, "not-ours", MONDAY, reported_on="2026-11-23", number="4471", check_on="2026-11-24", note="Thank you.")
    takes("adelakun", ref, "site-refused", "2026-11-24 09:00", check_on="2026-11-25", note="They see no harm in it.")
    takes("adelakun", ref, "down", "2026-11-24 10:00")
    takes("adelakun", ref, "is-back", "2026-11-24 11:00", reported_on="2026-11-24", number="4480", check_on="2026-12-01")
    return ref


def made_of(browser, ref):
    answer = send(browser, "/cases/%s/pack/" % ref, {"as": "json"})
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    return json.loads(answer.content)


def test_s53_ms_adelakun_reads_how_the_app_is_told_each_step_with_the_day_it_was_checked(signed_in):
    ref = tells("blenkinsop-g", "impostor", PAGE, MONDAY)
    page = page_of(signed_in("adelakun").get("/cases/%s/" % ref))
    card = page.one(tag="section", **{"aria-labelledby": "report"})
    route = the_routes()["x"]
    assert [one.text for one in card.all(tag="li")] == list(route.says) and any("You need no account." in one for one in route.says)
    assert "Checked on 22 August 2026." in card.text and "We could not confirm these steps" in card.text
    assert card.one(tag="a", href=route.link).text == route.source and card.one(tag="a", href=route.at)
    said = letter_of(PAGE, trust="Ridgeway Education Trust", told_on="23 November 2026", rule=route.rule)
    assert route.rule in said
    for line in said.splitlines():
        assert line in card.text, line
    assert too_hard(page, "staff") == []
    assert "Words to send" not in page_of(signed_in("blenkinsop-g").get("/cases/%s/" % ref)).text


def test_where_nothing_is_known_of_a_site_it_says_where_to_look(signed_in):
    ref = tells("farouk", "impostor", {**PAGE, "address": "https://prizes.example/northgate"}, MONDAY)
    page = page_of(signed_in("adelakun").get("/cases/%s/" % ref))
    assert "Look for “report” on the site itself." in page.text
    assert made_of(signed_in("adelakun"), ref)["route"] == []


def test_the_letter_says_whose_it_pretends_to_be_and_names_nobody():
    said = {
        what: letter_of({**PAGE, "what": what, "children": "no"}, trust="A Trust", told_on="today") for what in ("school", "staff", "trust")
    }
    assert len(set(said.values())) == 3
    for text in said.values():
        assert PAGE["address"] in text and "A Trust" in text and "jokes" not in text and "children" not in text
    assert "look at it first" in letter_of(PAGE, trust="A Trust", told_on="today")


def test_where_it_is_the_route_the_letter_and_each_day_stand_in_the_pack(signed_in, account):
    made = made_of(signed_in("adelakun"), account)
    assert (made["account"], made["made_by"], made["opened_on"]) == (
        "x.com/northgate_confessions",
        "Ms Yewande Adelakun",
        "2026-11-23 10:00",
    )
    (link,) = made["links"]
    assert (link["link"], link["stands"]) == (PAGE["address"], "not ours, and back again")
    assert [(one["on"], one["stands"]) for one in link["looked_at"]] == [
        ("2026-11-23 10:00", "Not ours: reported to the app or site"), ("2026-11-24 09:00", "The app or site leaves it up"),
        ("2026-11-24 10:00", "It is down"), ("2026-11-24 11:00", "Back again"),
    ]  # fmt: skip
    (route,) = made["route"]
    assert route["says"] == list(the_routes()["x"].says) and route["checked_on"] == "2026-08-22"
    assert route["link"].startswith("https://") and "confirm" in route["note"] and the_routes()["x"].rule in made["letter"]
    assert made["letter"].startswith("Hello. I act for Ridgeway Education Trust") and made["look_again_on"] == "2026-12-01"
    assert ["4471" in str(made["came"]), "4480" in str(made["came"])] == [True, True]
    assert made["beside"][0]["says"][0]["answer"] == SHOT["link"]
    pdf = pypdfium2.PdfDocument(send(signed_in("adelakun"), "/cases/%s/pack/" % account, {"as": "pdf"}).content)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    for part in ("How the app or site is told", "x.com/northgate_confessions", "Back again", "4480"):
        assert part in text, part


def test_nobody_but_who_made_it_is_named_in_it_and_no_note_is(signed_in, account):
    made = str(made_of(signed_in("adelakun"), account))
    names = {part for one in Person.objects.exclude(pk=who("adelakun")) for part in (one.name, one.short)}
    assert [name for name in names if name in made] == []
    assert [words for words in ("Thank you.', 'come", "They see no harm", "jokes about lunch") if words in made] == []


def test_it_is_communications_alone_who_make_one_and_each_is_written_down(signed_in, account):
    for name in ("blenkinsop-g", "farouk", "devlin", "harrow", "whitlam"):
        reader = signed_in(name)
        assert reader.get("/cases/%s/pack/" % account).status_code == 404
        assert send(reader, "/cases/%s/pack/" % account, {"as": "json"}).status_code == 404
        assert reader.get("/api/v1/cases/%s/pack" % account).status_code == 404
    assert [event.what for event in chain.events(account)].count("pack") == 0
    comms = signed_in("adelakun")
    made = made_of(comms, account)
    by_api = comms.get("/api/v1/cases/%s/pack" % account).json()
    code, said = command("cases", "pack", account, "--as", "adelakun")
    assert code == 0 and {**made, "made_on": ""} == {**by_api, "made_on": ""} == {**json.loads(said), "made_on": ""}
    assert [event.what for event in chain.events(account)].count("pack") == 3
    assert Case.objects.get(ref=account).state == "back-again"


def test_the_page_of_the_pack_says_what_is_in_it(signed_in, account):
    comms = signed_in("adelakun")
    page = page_of(comms.get("/cases/%s/" % account))
    assert page.one(tag="a", href="/cases/%s/pack/" % account).text == "Make an evidence pack"
    shown = page_of(comms.get("/cases/%s/pack/" % account))
    assert "Whoever told us is not named in it, and nobody is named as its maker." in shown.text
    assert too_hard(shown, "staff") == []
    assert send(comms, "/cases/%s/pack/" % account, {"as": "exe"}).status_code == 400
