"""A pasted link: any words will do, which service it is comes out, and what could do harm is one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.links import LONGEST_LINK, BadLink, Link, read_link


@pytest.mark.parametrize(
    ("pasted", "text", "service"),
    [
        ("https://www.instagram.com/p/abc/?x=1", "https://www.instagram.com/p/abc/?x=1", "instagram"),
        ("  HTTPS://X.com/someone/status/1  ", "HTTPS://X.com/someone/status/1", "x"),
        ("look: https://vm.tiktok.com/ZM1/.", "https://vm.tiktok.com/ZM1/", "tiktok"),
        ("youtu.be/abc", "youtu.be/abc", "youtube"),
        ("m.facebook.com", "m.facebook.com", "facebook"),
        ("https://harrow.blogspot.com/2026/11/", "https://harrow.blogspot.com/2026/11/", "blog"),
        ("Instagram", "Instagram", "instagram"),
        ("in the Year 9 WhatsApp group", "in the Year 9 WhatsApp group", "whatsapp"),
        ("x", "x", "x"),
        ("https://discord.gg:443/abc", "https://discord.gg:443/abc", "discord"),
    ],
)
def test_which_service_it_is(pasted, text, service):
    found = read_link(pasted)
    assert (found.text, found.service and found.service.id) == (text, service)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://instagram.com.evil.example/p/1",
        "https://instagram.com@evil.example/",
        "https://notinstagram.com/",
        "https://evil.example/?next=https://instagram.com",
        "brand x shoes",
        "the one with the dog",
        "https://sub.hexley-courier.example/story",
    ],
)
def test_somewhere_else_is_not_taken_for_a_service(pasted):
    assert read_link(pasted).service is None


def test_nothing_is_an_answer_too():
    assert read_link("") == read_link(" \n\t ") == Link()


@pytest.mark.parametrize("pasted", ["https://www.northgate.example/news", "https://ret.example", "stbrannocks.example/year-4"])
def test_a_page_that_a_school_runs_is_known(pasted):
    assert read_link(pasted).ours
    assert not read_link(pasted.replace(".example", ".example.evil.example")).ours


@pytest.mark.parametrize(
    "pasted",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " \n javascript :alert(1)",
        "https://a.example/ javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "view-source:https://a.example",
    ],
)
def test_what_is_no_page_is_one_sentence(pasted):
    with pytest.raises(BadLink, match="not a link to a page"):
        read_link(pasted)


@pytest.mark.parametrize("pasted", ["https://a.example/" + "a" * 8_192, "words " * 2_000])
def test_eight_kilobytes_is_one_sentence_with_the_number(pasted):
    with pytest.raises(BadLink) as refused:
        read_link(pasted)
    assert "{:,}".format(len(pasted.strip())) in str(refused.value)
    assert "2,000" in str(refused.value)
    assert read_link("a" * LONGEST_LINK).text == "a" * LONGEST_LINK


@pytest.mark.parametrize("pasted", ["https://a.example/\0", "a\x1bb", "\u202egnp.exe", "half \ud800"])
def test_marks_nobody_can_see_are_one_sentence(pasted):
    with pytest.raises(BadLink, match="marks that no link has"):
        read_link(pasted)


@pytest.mark.parametrize("pasted", ["https://[::1", "https:///path", "http://:80/", "https://[not]/"])
def test_an_address_without_a_place_is_one_sentence(pasted):
    with pytest.raises(BadLink, match="cannot read this address"):
        read_link(pasted)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_sentence(pasted):
    said, found = "", Link()
    try:
        found = read_link(pasted)
    except BadLink as refused:
        said = str(refused)
    assert said == "" or said.endswith(".")
    assert len(found.text) <= len(pasted)
    assert "\n" not in found.text
