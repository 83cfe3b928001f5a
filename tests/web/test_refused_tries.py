"""S56: one page for forbidden and never used; and the Data Protection Officer reads who tried."""

from tests.web.pages import page_of
from tests.web.people_at_work import bare, logs, text_of


def test_s56_the_same_page_as_for_an_address_never_used_and_the_tries_are_read(signed_in):
    """S56, lines 3 and 5: Mr Wieczorek is asked by a friend to have a look; Ms Sethuraman can read that he did."""
    ref = logs("abernethy", "eastfield")
    tomasz, never = signed_in("wieczorek"), "BCDFGHJK"
    there, not_there = tomasz.get("/cases/%s/" % ref), tomasz.get("/cases/%s/" % never)
    assert (there.status_code, not_there.status_code) == (404, 404)
    assert bare(there) == bare(not_there)
    assert sorted(there.headers.items()) == sorted(not_there.headers.items())
    page = page_of(signed_in("sethuraman").get("/reports/tries/"))
    rows = [[cell.text for cell in row.all(tag="td")] for row in page.one(tag="tbody").all(tag="tr")]
    assert rows == [["Today, 10:00", never], ["Today, 10:00", ref]]
    assert [one.text for one in page.one(tag="tbody").all(tag="th")] == ["Mr Tomasz Wieczorek IT manager"] * 2
    assert "2 tries, newest first" in page.text


def test_s56_to_everybody_else_there_is_no_such_report(signed_in):
    for name in ("wieczorek", "achterberg", "quarshie", "devlin", "pritchard", "farouk"):
        browser = signed_in(name)
        assert browser.get("/reports/tries/").status_code == 404
        assert bare(browser.get("/reports/tries/")) == bare(browser.get("/reports/never/"))
    assert "There are none." in text_of(signed_in("sethuraman"), "/reports/tries/")
