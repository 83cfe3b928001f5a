"""What every page shows round its own matter: the Trust's name, who is reading, where in the house they are."""

from django.conf import settings
from django.http import HttpRequest

from askfirst.procedure.trust import load_trust

__all__ = ["house"]


def house(request: HttpRequest) -> dict[str, object]:
    """`mode` is "student" only after somebody said so, in the address; nothing is remembered. A view may say it again louder."""
    student = request.GET.get("as") == "student"
    trust = load_trust()
    return {
        "trust": trust.name,
        "duty_phone": trust.duty_phone,
        "dpo": trust.data_protection_officer,
        "demo": settings.ASKFIRST.mode == "demo",
        "mode": "student" if student else "staff",
        "here": request.path,
    }
