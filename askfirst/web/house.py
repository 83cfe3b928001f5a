"""What every page shows round its own matter: the Trust's name, who is reading, where in the house they are."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest

from askfirst.procedure.trust import Trust, load_trust

__all__ = ["house", "the_trust"]


@cache
def the_trust() -> Trust:
    """Read once: a pack does not change while the server runs."""
    return load_trust()


def house(request: HttpRequest) -> dict[str, object]:
    """`mode` is "student" only after somebody said so, in the address; nothing is remembered. A view may say it again louder."""
    student = request.GET.get("as") == "student"
    trust = the_trust()
    return {
        "trust": trust.name,
        "duty_phone": trust.duty_phone,
        "demo": settings.ASKFIRST.mode == "demo",
        "mode": "student" if student else "staff",
        "here": request.path,
    }
