"""Whom a request comes from behind a proxy. A forwarded address is believed from named proxies only: anybody can write that header."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from askfirst.config.environment import Networks

__all__ = ["NamedProxies", "comes_from"]


def comes_from(peer: str, forwarded: str, proxies: Networks) -> str:
    """The last address that no proxy of ours wrote down; the peer's own where it is no named proxy, or said nothing we can read."""
    trail = [*(one.strip() for one in forwarded.split(",")), peer] if forwarded else [peer]
    here = peer
    for one in reversed(trail):
        try:
            address = ip_address(one)
        except ValueError:
            return here
        here = str(address)
        if not any(address in network for network in proxies):
            return here
    return here


class NamedProxies:
    """First of all: what comes after looks at REMOTE_ADDR and nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        proxies = settings.ASKFIRST.proxies
        if proxies:
            peer, forwarded = request.META.get("REMOTE_ADDR", ""), request.META.get("HTTP_X_FORWARDED_FOR", "")
            request.META["REMOTE_ADDR"] = comes_from(peer, forwarded, proxies)
        return self.get_response(request)
