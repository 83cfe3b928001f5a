"""Who has opened a case, through the API: for its own people with names, for the Data Protection Officer without whose it is."""

from askfirst.trail import chain
from tests.clock import at

__all__ = ["at"]

NEVER_USED = "BBBBBBBB"


def test_the_handler_and_the_data_protection_officer_are_told_who_and_when(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    ref = harrow.opens("question", text="CANARY", to="line-manager")  # the answer to it is her first reading
    at("2026-11-25 10:05")
    api_of("pascoe").case(ref)
    answer = api_of("pascoe").get("/cases/%s/opened" % ref)
    hers = {"at": "2026-11-25T10:00:00+00:00", "who": "Ms Mei-Lin Harrow", "post": "History teacher (early career)", "acting_for": None}
    his = {"at": "2026-11-25T10:05:00+00:00", "who": "Dr Anselm Pascoe", "post": "Head of History", "acting_for": None}
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "ref": ref,
            "kind": "question",
            "opened": [{**his, "list_only": False, "beside": ""}, {**hers, "list_only": False, "beside": ""}],
            "passed_over": [],
        },
    )
    before = len(list(chain.events(ref)))
    seen = api_of("sethuraman").get("/cases/%s/opened" % ref)
    assert seen.json()["opened"] == [
        {**his, "list_only": True, "beside": ""},
        {**his, "list_only": False, "beside": ""},
        {**hers, "who": None, "post": "", "list_only": False, "beside": ""},
    ]
    assert len(list(chain.events(ref))) == before + 1
    assert b"CANARY" not in seen.content and b"Harrow" not in seen.content


def test_for_everybody_else_it_is_an_address_of_nothing(api_of, at):
    at("2026-11-25 10:00")
    ref = api_of("harrow").opens("question", text="CANARY", to="line-manager")
    for name in ("wieczorek", "devlin", "achterberg", "farouk"):
        person = api_of(name)
        theirs, never = (person.get("/cases/%s/opened" % one) for one in (ref, NEVER_USED))
        assert (theirs.status_code, theirs.content) == (404, never.content)
        assert person.post("/cases/%s/opened" % ref).status_code == 405
