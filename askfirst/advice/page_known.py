"""Whether the Trust's register has an address as official: read once, for whoever checks that page; no line of it is kept."""

from askfirst.sites.register import Answer, BadAddress, look_up

__all__ = ["is_listed"]


def is_listed(address: str) -> bool:
    """False for what is no address, and for every page that is not official now."""
    if not address:
        return False
    try:
        return look_up(address).answer is Answer.OFFICIAL
    except BadAddress:
        return False
