"""Whether an address on this machine is free to listen at."""

import socket

__all__ = ["taken"]


def taken(address: str, port: int) -> bool:
    """True where somebody listens there already, or we may not."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((address, port))
        except OSError:
            return True
    return False
