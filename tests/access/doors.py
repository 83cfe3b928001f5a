"""Every address and every command, by hand: whose door it is, and which methods it answers. What is not here may not be there.

Doors: "public", for anybody at all, and "public to read", where sending needs a sign-in; "signed in", for whoever is here, about nobody but them; "self", for that person; "case", for whoever may see that case;
"asker", for whose question it is; "dpo", for the Data Protection Officer and their deputy; "server", for whoever sits at the server itself;
"demo", public in the demo and not there in production. Of the roll: "routing", who would handle what, for HR, data protection, governance and
the IT manager; "imports" and "merges", for HR, governance and IT, where IT alone sends; "contacts", for safeguarding leads.
"""

__all__ = ["BOTH", "COMMANDS", "METHODS", "PATHS"]

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
READ = ("GET", "HEAD")
BOTH = ("GET", "HEAD", "POST")
API_READ = ("GET", "HEAD", "OPTIONS")

# address as the URLconf has it -> (door, methods answered, an address to try it by)
PATHS = {
    "health": ("server", METHODS, "health"),
    "ready": ("server", METHODS, "ready"),
    "api/v1/checks/post": ("public", ("POST", "OPTIONS"), "api/v1/checks/post"),
    "api/v1/procedure": ("public", API_READ, "api/v1/procedure"),
    "api/v1/procedure/lint": ("public", API_READ, "api/v1/procedure/lint"),
    "api/v1/procedure/clauses/<str:id>": ("public", API_READ, "api/v1/procedure/clauses/SNS-12"),
    "api/v1/guides": ("public", API_READ, "api/v1/guides"),
    "api/v1/guides/<str:id>": ("public", API_READ, "api/v1/guides/instagram"),
    "api/v1/take-down/route": ("public", ("POST", "OPTIONS"), "api/v1/take-down/route"),
    "api/v1/cases": ("signed in", (*API_READ, "POST"), "api/v1/cases"),
    "api/v1/cases/<str:ref>": ("case", API_READ, "api/v1/cases/{ref}"),
    "api/v1/cases/<str:ref>/steps/<str:step>": ("case", ("POST", "OPTIONS"), "api/v1/cases/{ref}/steps/pass-on"),
    "api/v1/me": ("signed in", API_READ, "api/v1/me"),
    "api/v1/me/tasks": ("signed in", API_READ, "api/v1/me/tasks"),
    "api/v1/me/record": ("signed in", API_READ, "api/v1/me/record"),
    "api/v1/people/<str:ref>/hats": ("self", API_READ, "api/v1/people/{self}/hats"),
    "api/v1/openapi.json": ("public", API_READ, "api/v1/openapi.json"),
    "api/v1/docs": ("public", READ, "api/v1/docs"),
    "api/v1/^.*$": ("nothing", (), "api/v1/nothing-here"),
    "": ("public", READ, ""),
    "sign-in/": ("public", BOTH, "sign-in/"),
    "sign-out/": ("public", ("POST",), "sign-out/"),
    "sign-in/code/": ("public", BOTH, "sign-in/code/"),
    "sign-in/set-up/": ("public", BOTH, "sign-in/set-up/"),
    "me/confirm/": ("signed in", BOTH, "me/confirm/"),
    "me/sessions/": ("signed in", BOTH, "me/sessions/"),
    "me/sessions/end-all/": ("signed in", ("POST",), "me/sessions/end-all/"),
    "me/password/": ("signed in", BOTH, "me/password/"),
    "me/second-step/": ("signed in", READ, "me/second-step/"),
    "me/second-step/set-up/": ("signed in", BOTH, "me/second-step/set-up/"),
    "me/second-step/codes/": ("signed in", ("POST",), "me/second-step/codes/"),
    "me/second-step/remove/": ("signed in", ("POST",), "me/second-step/remove/"),
    "me/hat/": ("signed in", ("POST",), "me/hat/"),
    "me/": ("signed in", READ, "me/"),
    "me/record/": ("signed in", READ, "me/record/"),
    "me/record.json": ("signed in", READ, "me/record.json"),
    "mail-sent/": ("demo", READ, "mail-sent/"),
    "check/": ("public", BOTH, "check/"),
    "cases/": ("signed in", READ, "cases/"),
    "reports/tries/": ("dpo", READ, "reports/tries/"),
    "ask/": ("signed in", BOTH, "ask/"),
    "declare/": ("signed in", READ, "declare/"),
    "declare/<slug:slug>/": ("signed in", BOTH, "declare/plan/"),
    "cases/<str:ref>/receipt/": ("asker", READ, "cases/{ref}/receipt/"),
    "cases/<str:ref>/receipt.json": ("asker", READ, "cases/{ref}/receipt.json"),
    "cases/<str:ref>/": ("case", READ, "cases/{ref}/"),
    "cases/<str:ref>/steps/<str:step>/": ("case", BOTH, "cases/{ref}/steps/pass-on/"),
    "press/": ("public to read", BOTH, "press/"),
    "press/on-the-phone/": ("public", READ, "press/on-the-phone/"),
    "people/": ("routing", BOTH, "people/"),
    "people/import/": ("imports", BOTH, "people/import/"),
    "people/import/<str:ref>/": ("one import", READ, "people/import/BBBBBBBB/"),
    "people/import/<str:ref>/<str:step>/": ("import step", BOTH, "people/import/BBBBBBBB/apply/"),
    "people/merge/": ("merges", BOTH, "people/merge/"),
    "people/merge/<str:kept>/<str:gone>/": ("one merge", BOTH, "people/merge/BBBBBBBB/CCCCCCCC/"),
    "people/contacts/": ("contacts", BOTH, "people/contacts/"),
    "procedure/": ("public", READ, "procedure/"),
    "procedure/lint/": ("public", READ, "procedure/lint/"),
    "procedure/topics/<str:id>/": ("public", READ, "procedure/topics/friends/"),
    "procedure/clauses/<str:id>/": ("public", READ, "procedure/clauses/SNS-12/"),
    "do-i-need-to/": ("public", READ, "do-i-need-to/"),
    "do-i-need-to/<str:id>/": ("public", BOTH, "do-i-need-to/start-a-blog/"),
    "guides/": ("public", READ, "guides/"),
    "guides/<str:id>/": ("public", READ, "guides/instagram/"),
    "remove/": ("public", BOTH, "remove/"),
    "put-it-right/": ("public", READ, "put-it-right/"),
    "what-we-keep/": ("public", READ, "what-we-keep/"),
    "get-help/": ("public", READ, "get-help/"),
    "accessibility/": ("public", READ, "accessibility/"),
    "cookies/": ("public", READ, "cookies/"),
}

# Commands on the server's own machine: for whoever may run one there ("server"), or as one person of the Trust ("person").
COMMANDS = {
    "accounts password": "server",
    "accounts second-step": "server",
    "accounts sessions": "server",
    "accounts unlock": "server",
    "cases list": "person",
    "cases show": "person",
    "cases step": "person",
    "check post": "public",
    "demo load": "server",
    "guide": "public",
    "mend access": "server",
    "people import": "server",
    "people merge": "server",
    "procedure lint": "public",
    "procedure show": "public",
    "procedure validate": "public",
    "serve": "server",
    "settings check": "server",
    "take-down": "public",
    "trail export": "server",
    "trail verify": "server",
    "work": "server",
}
