"""How each service is told of a page that pretends to be ours: every service that we know by its address has a route of its own (HYB-1)."""

from datetime import date

import pytest

from askfirst.casework.kinds.impostor_letter import letter_of
from askfirst.casework.kinds.impostor_route import route_of
from askfirst.procedure.dated import BadFacts
from askfirst.procedure.facts_age import aged
from askfirst.procedure.guides import the_services
from askfirst.procedure.impostor_routes import load_routes, the_routes
from askfirst.sites.services import SERVICES
from tests.readability import grade as measured

GOOD = """[[route]]
id = "a"
name = "A"
says = ["Press Report."]
rule = "Your rules forbid this."
source = "A, rules, May 2026"
link = "https://a.example/rules"
checked_on = 2026-11-01
"""
ADDRESS = {
    "facebook": "https://m.facebook.com/northgate.school/posts/1",
    "youtube": "https://youtu.be/abc",
    "bluesky": "@northgate.bsky.social",
    "mastodon": "@northgate@school.example",
    "blog": "https://northgate.wordpress.com/",
    "discord": "https://discord.gg/AbC",
    "x": "twitter.com/northgate",
}


def of_all():
    return [one.id for one in SERVICES]


def test_every_service_of_the_register_has_a_route_and_so_has_every_guide_to_a_service_that_still_stands():
    assert len(SERVICES) >= 20 and set(of_all()) <= the_routes().keys()
    gone_or_places = {
        "myspace",
        "google-maps",
    }  # nobody has a page of an account of their own on a map: a review there is told of by its guide
    assert {one.id for one in the_services() if not one.closed} - gone_or_places <= the_routes().keys()
    assert the_routes().keys() - set(of_all()) == {"mastodon", "blog"}


@pytest.mark.parametrize("shape", SERVICES, ids=of_all())
def test_a_page_there_is_told_of_there_and_by_a_letter_that_names_its_own_rules(shape):
    route = route_of("https://www.%s/%s" % (shape.hosts[0], shape.handle.format(name="northgate")))
    assert route is the_routes()[shape.id] and route.name == shape.name
    said = letter_of({"address": "there", "what": "school"}, trust="A Trust", told_on="today", rule=route.rule)
    assert said.splitlines()[4] == route.rule


@pytest.mark.parametrize(("id", "address"), ADDRESS.items())
def test_other_spellings_lead_there_too(id, address):
    assert route_of(address) is the_routes()[id]


@pytest.mark.parametrize("address", ["https://prizes.example/northgate", "javascript:alert(1)", "", "x" * 9_000, "notx.com.example/a"])
def test_a_site_of_its_own_and_what_is_no_address_have_none(address):
    assert route_of(address) is None


def test_each_has_a_dated_source_that_a_person_can_open_and_says_where_it_could_not_be_confirmed():
    for one in the_routes().values():
        assert one.link.startswith("https://") and one.source and one.checked_on.year >= 2026
        assert one.to_confirm or any(str(year) in one.source for year in range(2024, 2027)), one.id  # a day, or said to be unsure
        assert one.at or one.to_confirm, one.id
    sure = {one.id for one in the_routes().values() if not one.to_confirm}
    assert len(sure) >= 12
    shown = {one.about: one for one in aged(date(2026, 12, 1)) if str(one.sort) == "A page that pretends to be ours"}
    assert len(shown) == len(the_routes()) and shown["X"].to_confirm and not shown["YouTube"].to_confirm


def test_the_steps_are_plain():
    for one in the_routes().values():
        for step in (*one.says, one.rule):
            assert all(len(part.split()) <= 20 for part in step.split(". ")), step
        assert measured(" ".join(one.says)) <= 8, one.id


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (GOOD + "\n" + GOOD, "a is here twice"),
        (GOOD.replace("https://", "http://"), "does not start with https://"),
        (GOOD + 'at = "javascript:alert(1)"\n', "does not start with https://"),
        (GOOD.replace('["Press Report."]', "[]"), "has no step"),
        (GOOD.replace('rule = "Your rules forbid this."\n', ""), "rule is missing"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(tmp_path, text, why):
    path = tmp_path / "impostors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFacts, match=why):
        load_routes(path)
