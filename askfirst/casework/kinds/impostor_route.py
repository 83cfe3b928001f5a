"""Which service a page that pretends to be ours is on, and so how that service is told of it. Pure; the address is never opened."""

from askfirst.procedure.impostor_routes import ImpostorRoute, the_routes
from askfirst.procedure.links import BadLink, read_link
from askfirst.sites.addresses import FEDIVERSE, BadAddress, one_spelling
from askfirst.sites.services import by_host

__all__ = ["route_of"]

FEDERATED = "mastodon"


def route_of(address: str) -> ImpostorRoute | None:
    """The route of the service that the register or the guides know by this address; None for a site of its own."""
    if FEDIVERSE.fullmatch(address.strip()):
        return the_routes()[FEDERATED]
    try:
        host = one_spelling(address).partition("/")[0].partition(":")[0]
    except BadAddress:
        host = ""
    if shape := by_host(host):
        return the_routes().get(shape.id)
    try:
        service = read_link(address).service
    except BadLink:
        return None
    return the_routes().get(service.id) if service else None
