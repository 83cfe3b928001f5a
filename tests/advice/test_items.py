"""What a page joins into one thing to look at, and what it leaves apart."""

from hypothesis import given
from hypothesis import strategies as st

from askfirst.advice.answer import Finding
from askfirst.advice.items import items
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level, Seen
from askfirst.procedure.clause import Tag
from askfirst.words import say

TEXT = "Jorah B in 8Q got 14% again. Ring me on 07700 900455 today."


def finding(kind: str, words: str, level: Level, clause: str, text: str = TEXT) -> Finding:
    start = text.index(words)
    seen = Seen(kind, kind, clause, (), level, start, start + len(words), None, say("x"), say("x"), None, say("x"), False)
    return Finding(seen, Tag.MUST, words)


def test_a_name_and_a_mark_in_one_sentence_are_one_item_under_the_higher_level():
    mark = finding("confidential", "got 14%", Level.IMPORTANT, "CON-12")
    name = finding("roster-name", "Jorah B", Level.TIP, "CON-2")
    phone = finding("contact", "07700 900455", Level.TIP, "SNS-3")
    joined = items(Draft(TEXT, Author.STAFF), (mark, name, phone))
    assert [(item.number, item.lead, item.inside) for item in joined] == [(1, mark, (name,)), (2, phone, ())]
    assert joined[0].clauses == ("CON-12", "CON-2")


def test_a_phone_beside_a_name_stays_its_own_item():
    text = "Jorah B is on 07700 900455"
    name = finding("roster-name", "Jorah B", Level.TIP, "CON-2", text)
    phone = finding("contact", "07700 900455", Level.TIP, "SNS-3", text)
    assert len(items(Draft(text, Author.STAFF), (name, phone))) == 2


@given(
    st.lists(
        st.tuples(st.sampled_from(["abuse", "contact", "confidential", "roster-name", "tone"]), st.integers(0, 50), st.integers(1, 8)),
        max_size=12,
    )
)
def test_no_finding_is_lost_or_shown_twice(given_findings):
    findings = []
    for kind, start, length in given_findings:
        end = min(len(TEXT), start + length)
        findings.append(
            Finding(
                Seen(kind, kind, "X-1", (), Level.TIP, start, end, None, say("x"), say("x"), None, say("x"), False),
                Tag.MUST,
                TEXT[start:end],
            )
        )
    joined = items(Draft(TEXT, Author.STAFF), tuple(findings))
    shown = [one for item in joined for one in (item.lead, *item.inside)]
    assert sorted(map(id, shown)) == sorted(map(id, findings))
    assert [item.number for item in joined] == list(range(1, len(joined) + 1))
