"""Log lines are JSON with a short list of fields. No body, no query string, no locals, no address: nothing a person wrote can get in."""

import json
import logging
import logging.config
from datetime import UTC, datetime

__all__ = ["OneLine", "set_up"]

FIELDS = ("event", "code", "route", "status", "ms")


class OneLine(logging.Formatter):
    """time, level, and the allowed fields; a record's own message and its traceback are never printed."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname,
        }
        line.update({name: getattr(record, name) for name in FIELDS if hasattr(record, name)})
        line.setdefault("event", record.name)
        if record.exc_info and record.exc_info[0] is not None:
            line["code"] = line.get("code") or record.exc_info[0].__name__
        return json.dumps(line)


def set_up(config: object) -> None:
    """One handler, to standard error. Django's own request log stays shut: it would carry paths."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"()": "askfirst.config.logs.OneLine"}},
            "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["err"], "level": "WARNING"},
            "loggers": {
                "askfirst": {"level": "INFO"},
                "django.request": {"handlers": [], "level": "CRITICAL", "propagate": False},
                "django.security": {"handlers": [], "level": "CRITICAL", "propagate": False},
            },
        }
    )
