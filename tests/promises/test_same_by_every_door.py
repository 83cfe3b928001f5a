"""The same post gets the same answer through page, API and command line: every example of every check, as staff and as a student."""

import json

import pytest
from django.test import Client

from askfirst.advice.throttle import Throttle
from askfirst.checks.catalogue import TEXT_CHECKS
from tests.cli.test_check_post import run
from tests.web.pages import look_over, page_of

pytestmark = pytest.mark.django_db

POSTS = sorted({one for check in TEXT_CHECKS for one in (*check.flags, *check.passes) if isinstance(one, str)})
WHOLE = (
    "The dept is rubbish and so is she. Ring 07700 900455!",
    "i want to die",
    "Mr Abernethy was rude and grumpy again.",
    "Kaffee um acht, Zoë? 🐒 07700 900 455",
)
AUTHORS = ("staff", "student")


@pytest.fixture
def patient(monkeypatch):
    """Nobody is told to wait: one address asks for all of this."""
    for place in ("askfirst.api.checks.CHECKS", "askfirst.web.checking.CHECKS"):
        monkeypatch.setattr(place, Throttle(100_000))


def by_api(text, author):
    body = json.dumps({"text": text, "author": author, "channel": "web-page", "audience": "public"})
    answer = Client().post("/api/v1/checks/post", body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()


def of_rows(rows):
    """Labelled rows leave out a tone: no label is known for it."""
    return {row["id"]: [one for one in row["findings"] if one["kind"] != "tone"] for row in rows}


def differs(said, other):
    return sorted(key for key in said.keys() | other.keys() if said.get(key) != other.get(key))


@pytest.mark.parametrize("author", AUTHORS)
def test_every_example_gets_the_same_findings_by_api_and_command_line(author, tmp_path, patient):
    rows = [{"id": str(number), "text": text, "author": author, "channel": "web-page"} for number, text in enumerate(POSTS)]
    (tmp_path / "rows").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = run("check", "post", "--jsonl", str(tmp_path / "rows"))
    by_line = of_rows(json.loads(line) for line in done.stdout.decode().splitlines())
    answers = of_rows({"id": row["id"], "findings": by_api(row["text"], author)["findings"]} for row in rows)
    assert len(by_line) == len(POSTS) > 100
    assert [POSTS[int(key)] for key in differs(by_line, answers)] == []


@pytest.mark.parametrize("author", AUTHORS)
@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_answer_is_the_same_by_api_and_command_line(text, author, patient):
    done = run("check", "post", "--as", author, "--json", words=text)
    assert json.loads(done.stdout) == by_api(text, author)
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("author", AUTHORS)
def test_every_example_is_marked_on_the_page_as_in_the_api(author, patient):
    browser = Client()
    for text in POSTS:
        said = by_api(text, author)
        page = page_of(look_over(browser, text, author))
        assert bool(page.all(cls="af-finding")) == bool(said["findings"]), text
        clauses = {clause for node in page.all(cls="af-clause") for clause in node.text.split(", ")}
        quotes = " ".join(" ".join(node.text for shape in ("af-quote", "af-also") for node in page.all(cls=shape)).split())
        for one in said["findings"]:
            assert one["clause"] in clauses, text
            assert " ".join(one["quote"].split()) in quotes, text


def test_an_answer_that_differs_by_one_finding_would_be_seen():
    one = {"kind": "contact", "quote": "07700 900455"}
    assert differs(of_rows([{"id": "1", "findings": [one]}]), of_rows([{"id": "1", "findings": [one | {"quote": "07700"}]}])) == ["1"]
