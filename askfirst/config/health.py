"""`/health` and `/ready`: for whoever runs the server, from this machine alone; everybody else gets the page that is not there."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse

from askfirst.config.database import pending
from askfirst.config.work import WORKER
from askfirst.trail import lease
from askfirst.trail.keyfile import MADE
from askfirst.web.errors import missing

__all__ = ["health", "ready"]

LOOPBACK = {"127.0.0.1", "::1"}
FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_VIA")  # a proxy on this machine speaks for others
OLDEST_BEAT = 60
LEAST_DISK = 200_000_000


def _from_here(request: HttpRequest) -> bool:
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not any(name in request.META for name in FORWARDED)


def health(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return JsonResponse({"ok": True, "why": []}) if _from_here(request) else missing(request)


def ready(request: HttpRequest) -> HttpResponse:
    """Whether everything that people rely on is in place; 503 with short codes where it is not."""
    if not _from_here(request):
        return missing(request)
    why = [*_database(), *_worker(settings.CLOCK()), *_keys(settings.ASKFIRST.data), *_disk(settings.ASKFIRST.data)]
    return JsonResponse({"ok": not why, "why": why}, status=503 if why else 200)


def _database() -> list[str]:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1")  # the transaction has taken the lock that every change takes
        return ["migrations-pending"] if pending() else []
    except DatabaseError:
        return ["database-not-writable"]


def _worker(now: datetime) -> list[str]:
    try:
        held = lease.beats().get(WORKER)
    except DatabaseError:
        return ["no-worker"]
    return [] if held is not None and (now - held.beat_at).total_seconds() < OLDEST_BEAT else ["no-worker"]


def _keys(data: Path) -> list[str]:
    return [] if all(os.access(data / "keys" / name, os.R_OK) for name in MADE) else ["no-key"]


def _disk(data: Path) -> list[str]:
    try:
        return [] if shutil.disk_usage(data).free >= LEAST_DISK else ["disk-full"]
    except OSError:
        return ["no-data-folder"]
