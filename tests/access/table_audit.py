"""Who may audit a case: the Data Protection Officer, and not where she is too close to whose it is (workflows.md 3.0 and 3.21)."""

from tests.access.table import ALL, ASKED_HARROW, OWN, question

__all__ = ["AUDITED"]

AUDITED = (
    question("the Data Protection Officer said she is too close to Ms Harrow", "harrow", "line-manager",
             before=(("conflict", "sethuraman", "harrow"),), sees={"harrow": OWN, "pascoe": ALL}, does=ASKED_HARROW, waits=("pascoe",), told=("pascoe",),
             stands={"sethuraman": "conflicted"}),
)  # fmt: skip
