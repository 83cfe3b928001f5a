"""A log line holds what we allow and nothing a person wrote, tracebacks included."""

import json
import logging

from askfirst.config.logs import OneLine


def test_an_error_inside_a_check_leaves_its_kind_and_none_of_the_words():
    draft = "CANARY words of a draft"
    try:
        raise ValueError("cannot look at " + draft)
    except ValueError as problem:
        record = logging.LogRecord(
            "askfirst", logging.ERROR, "check.py", 1, "it broke on %s", (draft,), (ValueError, problem, problem.__traceback__)
        )
    line = OneLine().format(record)
    assert "CANARY" not in line
    assert json.loads(line)["code"] == "ValueError"
    assert "CANARY" in logging.Formatter("%(message)s").format(record)  # the plain formatter would have leaked it
