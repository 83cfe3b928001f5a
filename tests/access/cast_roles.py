"""Everybody who knocks, and what they are, written by hand from the cast: role, and where. A slash names the hat that is worn."""

__all__ = ["NOBODY", "ROLES", "TELLS_BY_MAIL"]

NOBODY = "nobody"  # signed out; on the command line a name that nobody has

ROLES = {
    "achterberg": ("Executive Headteacher", "trust"),
    "quarshie": ("Chair of Trustees", "trust"),
    "vasquez-thorne": ("Vice-chair of Trustees", "trust"),
    "sethuraman": ("Data Protection Officer", "trust"),
    "braithwaite": ("Head of HR", "trust"),
    "kerrigan": ("HR adviser", "trust"),
    "adelakun": ("communications officer", "trust"),
    "pritchard": ("governance professional", "trust"),
    "siddiqui": ("chief operating officer", "trust"),
    "wieczorek": ("IT manager", "trust"),
    "fitzhugh": ("Trust safeguarding lead", "trust"),
    "devlin": ("Headteacher", "northgate"),
    "obuya": ("deputy head", "northgate"),
    "whitlam": ("safeguarding lead", "northgate"),
    "dunmore": ("deputy safeguarding lead", "northgate"),
    "qureshi": ("Head of Year", "northgate"),
    "pascoe": ("head of department", "northgate"),
    "harrow": ("teacher", "northgate"),
    "standish": ("teacher with two posts, tutor", "northgate"),
    "farrant": ("agency teacher", "northgate"),
    "thackray": ("union representative", "northgate"),
    "okoropenn": ("teaching assistant", "northgate"),
    "okoropenn/parent": ("parent", "northgate"),
    "rowbotham": ("receptionist", "northgate"),
    "abernethy": ("Headteacher", "eastfield"),
    "rainsford": ("deputy head", "eastfield"),
    "omondi": ("safeguarding lead", "eastfield"),
    "barrowman": ("Head of Sixth Form", "eastfield"),
    "loxley": ("head of department", "eastfield"),
    "amadi": ("second in department", "eastfield"),
    "holloway": ("teacher", "eastfield"),
    "nwachukwu": ("Headteacher", "brannocks"),
    "farouk": ("student", "northgate"),
    "kit": ("student", "northgate"),
    "osei": ("student of 18", "eastfield"),
    "wren": ("student of 16", "eastfield"),
    "blenkinsop-g": ("parent", "northgate"),
    "wells-p": ("parent", "northgate"),
    "lund-a": ("parent", "eastfield"),
    "grange": ("former student", "northgate"),
    "calloway": ("reporter from outside", "nowhere"),
    NOBODY: ("signed out", "nowhere"),
}

# Whom a notice reaches by mail too: staff and trustees. Students and parents are told in the app alone (workflows.md 3.0).
TELLS_BY_MAIL = frozenset(
    name
    for name, (role, _) in ROLES.items()
    if "student" not in role and "parent" not in role and role not in ("signed out", "reporter from outside")
)
