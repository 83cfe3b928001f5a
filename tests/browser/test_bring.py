"""Mrs Pritchard-Lowe brings a document in a real browser: with and without scripts, at 320 px, in light and dark."""

from tests import documents
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.browser.test_people import BOTH, SIZES

FRIENDS = (
    "# Social Networking sites",
    "Staff are advised not to have pupils or students as friends unless the page, profile or group is for educational purposes.",
    "Staff must tell the games lead of any raft.",
    "Lunch 12.30",
)


def send_file(journey, data, name="rules.docx"):
    journey.open("/procedure/bring/")
    journey.page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    journey.press("Read it")


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


@BOTH
def test_a_document_becomes_a_draft(signed_in, script):
    clerk = signed_in("pritchard", script=script)
    clerk.open("/procedure/")
    clerk.follow("Bring your own procedure")
    send_file(clerk, documents.docx(FRIENDS))
    clerk.press("Confirm 1 rule that asks nothing")
    clerk.follow("SNS-13")
    clerk.page.fill("#plain", "You must tell the games lead of any raft.")
    clerk.press("Confirm")
    clerk.press("Keep it as a draft edition")
    clerk.page.locator("summary", has_text="Social").click()
    assert "/procedure/drafts/" in clerk.page.url and "SNS-13" in clerk.page.inner_text("main")


@SIZES
def test_axe_finds_nothing_on_the_pages_of_a_document(signed_in, width, dark):
    clerk = signed_in("pritchard", width=width, dark=dark)
    clerk.expected = {400}
    send_file(clerk, b"")
    fine(clerk, "a file that was not read")
    send_file(clerk, documents.docx(FRIENDS))
    fine(clerk, "the document")
    where = clerk.page.url.partition("?")[0]
    clerk.follow("SNS-13")
    fine(clerk, "a clause")
    clerk.page.locator("summary", has_text="These words are another rule").click()
    fine(clerk, "which rule it is")
    clerk.page.get_by_label("Which rule are they?").select_option("INT-1")
    clerk.press("Take them as this rule")
    fine(clerk, "taken as a rule by hand")
    assert "Rule INT-1" in clerk.page.inner_text("main")
    clerk.page.fill("#plain", "A" * 4_001)
    clerk.expected = {400, 409}
    clerk.press("Confirm")
    fine(clerk, "a clause that was not taken")
    clerk.page.goto(where)
    clerk.press("Confirm 1 rule that asks nothing")
    clerk.follow("INT-1")
    clerk.press("Leave it out")
    fine(clerk, "each rule decided")
    clerk.press("Keep these as the exact words")
    clerk.open("/procedure/clauses/SNS-6/")
    fine(clerk, "the exact words on the page of a rule")
