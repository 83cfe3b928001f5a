"""A clean sentence before or behind a draft takes no finding away, and moves no mark: it is about what was written, not about what else was."""

from dataclasses import replace

import pytest

from askfirst.checks.catalogue import TEXT_CHECKS, look_over
from tests.checks.test_examples import as_draft

CLEAN = ("It rained all day.", "Netball is at four.", "Thank you for the cake!", "was a good week tbh.", "We planted beans 🌱!")


def beside(text):
    """The text with a clean sentence before it and behind it, on one line or on two, and how far that moves it."""
    stop = "" if text.rstrip()[-1:] in ".!?" else "."
    for clean in CLEAN:
        for between in (" ", "\n"):
            yield clean + between + text, len(clean) + 1
            yield text + (stop if between == " " else "") + between + clean, 0


def moved_or_gone(draft, look):
    """What `look` marks in a draft and not, or elsewhere, with a clean sentence beside it: (the text, kind, words)."""
    alone = [(one.kind, one.start, one.end) for one in look(draft)]
    for text, shift in beside(draft.text):
        seen = {(one.kind, one.start - shift, one.end - shift) for one in look(replace(draft, text=text))}
        for kind, start, end in alone:
            whole = kind == "asked-not-to" and any(one == kind and at <= start and end <= until for one, at, until in seen)
            if (kind, start, end) not in seen and not whole:
                yield text, kind, draft.text[start:end]


def all_checks(draft):
    return [one for one in look_over(draft)[0] if one.end]


@pytest.mark.parametrize("check", TEXT_CHECKS, ids=lambda check: check.name)
def test_a_clean_sentence_beside_a_draft_takes_no_finding_away(check):
    for example in check.flags:
        draft = as_draft(example)
        assert list(moved_or_gone(draft, all_checks)) == []


def test_a_check_that_falls_silent_beside_another_sentence_would_be_seen():
    """The planted flaw: whoever looks at short drafts alone."""
    draft = as_draft(next(check for check in TEXT_CHECKS if check.name == "email-address").flags[0])
    assert all_checks(draft)
    assert list(moved_or_gone(draft, lambda one: all_checks(one) if len(one.text) <= len(draft.text) else []))
