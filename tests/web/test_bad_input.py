"""What no person means to send: one clear sentence each, the words kept, never a 500."""

from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askfirst.advice.throttle import CHECKS, Throttle
from tests.web.pages import FORM, page_of, token_of

LONG = "a" * 100_001


@pytest.fixture
def send(browser):
    """Post raw bytes as the text, with a good token."""
    token = token_of(page_of(browser.get("/check/")))

    def post(raw: bytes, more="&author=staff"):
        body = b"csrfmiddlewaretoken=" + token.encode() + more.encode() + b"&text=" + raw
        return browser.post("/check/", body, content_type=FORM)

    return post


BAD = [
    ("empty", b"", "There is nothing to check yet."),
    ("spaces", b"+++%0D%0A", "There are only spaces here."),
    ("nul", b"one%00two", "empty mark (NUL)"),
    ("half a character", b"one%ED%A0%80two", "half a character"),
    ("broken bytes", b"caf%E9+au+lait", "did not arrive as letters"),
    ("raw broken bytes", b"caf\xe9", "did not arrive as letters"),
    ("too long", LONG.encode(), "100,001 characters and we look at 100,000"),
]


@pytest.mark.parametrize(("name", "raw", "sentence"), BAD, ids=[name for name, _, _ in BAD])
def test_one_clear_sentence_at_the_top_and_at_the_field(send, name, raw, sentence):
    response = send(raw)
    page = page_of(response)
    assert response.status_code == 400
    assert response["Cache-Control"] == "no-store"
    assert page.one(tag="title").text.startswith("Error: ")
    summary = page.one(cls="govuk-error-summary").one(tag="a")
    assert sentence in summary.text
    assert summary.attrs["href"] == "#text"
    assert sentence in page.one(id="text-error").text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [(b"one%00two", "one\u2400two"), (b"one%ED%A0%80two", "one\ufffdtwo"), (b"caf%E9+au", "caf\ufffd au"), (LONG.encode(), LONG)],
    ids=["nul", "half", "broken", "long"],
)
def test_the_words_stay_in_the_box(send, raw, kept):
    page = page_of(send(raw))
    assert page.one(tag="textarea", id="text").raw == "\n" + kept
    assert [box.attrs["value"] for box in page.all(tag="input", name="author") if "checked" in box.attrs] == ["staff"]


def test_broken_bytes_never_pass_as_words(send):
    """The sentence is an error, not an answer: nothing was looked over."""
    assert page_of(send(b"07700+900123+%FF")).all(cls="af-finding") == []


@pytest.mark.parametrize(
    ("more", "field"),
    [("", "author"), ("&author=teacher", "author"), ("&author=staff&channel=bebo", "channel"), ("&author=staff&audience=mum", "audience")],
)
def test_a_missing_or_unknown_choice_is_said_at_its_field(send, more, field):
    response = send(b"Hello", more)
    page = page_of(response)
    assert response.status_code == 400
    assert page.one(cls="govuk-error-summary").one(tag="a").attrs["href"] == "#" + field
    assert len(page.all(id=field)) == 1
    assert len(page.all(id=field + "-error")) == 1
    assert page.one(tag="textarea", id="text").raw == "\nHello"


@pytest.mark.parametrize(
    "text",
    [
        "a\u202eb\u202c 07700 900123",
        "wo\u200brd",
        "\ufeffHello",
        "\U0001f600 e\u0301",
        "</textarea><script>x</script>",
        "{{ 7 }} {% now %}",
    ],
)
def test_odd_but_whole_text_is_looked_over_and_comes_back_equal(send, text):
    response = send(quote(text).encode())
    page = page_of(response)
    assert response.status_code == 200
    assert page.one(tag="textarea", id="text").raw == "\n" + text
    assert page.all(tag="script", src=None) == []


def test_more_than_the_server_takes_is_refused_with_the_limit(send):
    response = send(b"a" * 5_000_001)
    assert response.status_code == 413
    assert "5,000,000 bytes" in page_of(response).one(tag="main").text


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "multipart/form-data; boundary=x", "application/octet-stream"])
def test_another_kind_of_body_gets_the_form(browser, content_type):
    token = token_of(page_of(browser.get("/check/")))
    response = browser.generic("POST", "/check/", b"text=hello", content_type=content_type, HTTP_X_CSRFTOKEN=token)
    assert response.status_code in (400, 403)
    assert "in a way we do not read" in page_of(response).one(cls="govuk-error-summary").text


@pytest.mark.parametrize("path", ["/", "/check/", "/put-it-right/", "/what-we-keep/", "/get-help/", "/accessibility/", "/cookies/"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST"])
def test_a_wrong_method_is_a_plain_page(browser, path, method):
    if (path, method) == ("/check/", "POST"):
        method = "BREW"
    token = token_of(page_of(browser.get("/check/")))
    response = browser.generic(method, path, HTTP_X_CSRFTOKEN=token)
    assert response.status_code == 405
    assert "GET" in response["Allow"]
    assert page_of(response).one(tag="h1").text == "This page does not work that way"


@pytest.mark.parametrize("path", ["/nope", "/check/x", "/%00", "/..%2f", "/check"])
def test_a_page_that_is_not_there_is_one_plain_page(browser, path):
    response = browser.get(path)
    assert response.status_code in (301, 404)
    if response.status_code == 404:
        assert page_of(response).one(tag="h1").text == "We can’t show you this page"


def test_every_page_has_the_headers_that_keep_it_to_itself(browser):
    for path in ("/", "/check/", "/nope"):
        response = browser.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Frame-Options"] == "DENY"


def test_no_page_holds_style_or_script_of_its_own(browser):
    for path in ("/", "/check/", "/get-help/", "/cookies/"):
        page = page_of(browser.get(path))
        assert [
            node
            for node in page.walk()
            if node.tag == "style" or "style" in node.attrs or any(name.startswith("on") for name in node.attrs)
        ] == []
        assert [node for node in page.all(tag="script") if not node.attrs.get("src", "").startswith("/static/")] == []


def test_a_fault_of_ours_shows_a_code_and_no_words(browser, send, monkeypatch, caplog):
    """Planted: looking over raises with the words in its message. Neither page nor log may hold them."""

    def broken(request, asked):
        raise RuntimeError("CANARY " + asked.text)

    monkeypatch.setattr("askfirst.web.check._result", broken)
    browser.raise_request_exception = False
    response = send(b"CANARY+words")
    assert response.status_code == 500
    assert b"CANARY" not in response.content
    code = page_of(response).one(cls="af-ref").text
    assert [(record.code, record.event) for record in caplog.records if hasattr(record, "code")] == [(code, "RuntimeError")]
    assert "CANARY" not in " ".join(record.getMessage() for record in caplog.records)


def test_the_throttle_counts_a_minute_and_forgets_it():
    now = [0.0]
    throttle = Throttle(2, lambda: now[0])
    assert [throttle.allows("a"), throttle.allows("a"), throttle.allows("a"), throttle.allows("b")] == [True, True, False, True]
    now[0] = 60.0
    assert throttle.allows("a")
    before = throttle._key
    now[0] = 3600.0
    assert throttle.allows("a")
    assert throttle._key != before
    assert not any(name == b"a" for name in throttle._counts)


def test_too_many_checks_keep_the_words_and_say_when(send, monkeypatch):
    monkeypatch.setattr("askfirst.web.checking.CHECKS", Throttle(1))
    assert send(b"Hello").status_code == 200
    response = send(b"Hello+again")
    assert response.status_code == 429
    page = page_of(response)
    assert "Wait a minute" in page.one(cls="govuk-error-summary").text
    assert page.one(tag="textarea", id="text").raw == "\nHello again"
    assert CHECKS is not None


@given(raw=st.binary(max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_at_all_bring_the_page_down(browser, raw):
    token = token_of(page_of(browser.get("/check/")))
    body = b"csrfmiddlewaretoken=" + token.encode() + b"&author=staff&text=" + quote_from_bytes(raw).encode()
    response = browser.post("/check/", body, content_type=FORM)
    assert response.status_code in (200, 400)
    body = b"csrfmiddlewaretoken=" + token.encode() + b"&" + raw
    assert browser.post("/check/", body, content_type=FORM).status_code in (200, 400)


def test_a_page_is_squeezed_and_a_private_one_is_not(browser):
    squeezed = browser.get("/procedure/", HTTP_ACCEPT_ENCODING="gzip")
    assert squeezed["Content-Encoding"] == "gzip"
    assert len(squeezed.content) < 60_000
    private = browser.get("/check/", HTTP_ACCEPT_ENCODING="gzip")
    assert not private.has_header("Content-Encoding")


def test_the_one_cookie_goes_with_the_browser(browser):
    browser.get("/check/")
    assert browser.cookies["csrftoken"]["max-age"] == ""


def test_head_is_answered_with_the_length_and_no_words(browser):
    answer = browser.head("/procedure/")
    assert answer.status_code == 200
    assert answer.content == b""
