"""Words and small drawings for every template: sentences shown in the reader's language, icons, tags of strength and level.

A builtin (settings), so no template needs to load anything.
"""

from typing import Any

from django import template
from django.templatetags import i18n, static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from askfirst.adoption.editions import named
from askfirst.adoption.today import todays_edition
from askfirst.records.dates import day_said
from askfirst.words import Sentence, say

__all__ = ["exact", "icon", "level", "shown", "strength"]

register = template.Library()
register.tags.update(i18n.register.tags)
register.tags.update(static.register.tags)

ICONS = {
    "me": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>',
    "people": '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.6-3.7 3.2-5.5 6.5-5.5s5.9 1.8 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4'
    'M18 15c2 .8 3.2 2.5 3.5 5"/>',
    "now": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="4" fill="currentColor"/>',
    "look": '<path d="M5 3.5h14v10M5 3.5v17h7M8.5 8h7M8.5 12h4"/><circle cx="16.5" cy="17" r="3.2"/><path d="m19 19.5 2.5 2.5"/>',
    "ask": '<path d="M12 3.5c-5 0-8.5 3.3-8.5 7.6 0 4 3 6.9 7 6.9.6 0 1 0 1.6-.2-.3 1.3-1.1 2.2-2.4 3 6-.2 10.8-4 10.8-9.9'
    'C20.5 6.7 17 3.5 12 3.5Z"/>',
    "page": '<rect x="3.5" y="4.5" width="17" height="15" rx="1.5"/><path d="M3.5 9h17M7 13h6M7 16h4"/>',
    "down": '<path d="M20.5 10V4.5h-17v15H11M3.5 15.5l4.5-4 3 2.5M14 17h8M15.5 9h.01"/>',
    "press": '<path d="M9 4.5h6v8a3 3 0 0 1-6 0zM5.5 12a6.5 6.5 0 0 0 13 0M12 18.5v3"/>',
    "tick": '<path d="m5 12.5 4.5 4.5L19.5 7"/>',
    "heart": '<path d="M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.3 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10Z"/>',
    "done": '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.7L16 9.5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
    "full": '<circle cx="12" cy="12" r="9" fill="currentColor"/>',
    "half": '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>',
    "open": '<circle cx="12" cy="12" r="9"/>',
    "noticed": '<path d="M12 3.5c-5 0-8.5 3.3-8.5 7.6 0 4 3 6.9 7 6.9.6 0 1 0 1.6-.2-.3 1.3-1.1 2.2-2.4 3 6-.2 10.8-4 10.8-9.9'
    'C20.5 6.7 17 3.5 12 3.5ZM8 11h.01M12 11h.01M16 11h.01"/>',
}
FRAME = (
    '<svg class="af-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"'
    ' stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>'
)
FOLDED = (
    '<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{}</span></summary>'
    '<div class="govuk-details__text af-lines">{}</div></details>'
)
STRENGTHS = {
    "Must": "must",
    "Must not": "must",
    "Should": "should",
    "Should not": "should",
    "Advice": "advice",
    "You may": "may",
    "Good to know": "know",
}
LEVELS = {"Important": ("important", "full"), "Worth changing": ("worth", "half"), "Tip": ("tip", "open")}


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the drawings above: always beside words, so hidden from a screen reader. KeyError for an unknown name."""
    return format_html(FRAME, SafeString(ICONS[name]))  # our own constant, no one's input


@register.simple_tag
def strength(word: str) -> SafeString:
    """The pill that says how strongly a clause speaks."""
    return format_html('<span class="af-strength af-strength--{}">{}</span>', STRENGTHS[str(word)], gettext(str(word)))


@register.simple_tag(takes_context=True)
def exact(context: dict[str, Any], clause: str) -> SafeString:
    """The Trust's own sentence of a clause, folded away; nothing before its document was brought in. In a case, of the case's edition."""
    name = getattr(context.get("case"), "edition", "")
    try:
        edition = named(name=name, readings=False) if name else todays_edition(readings=False)
        words = edition.clause(clause).exact if clause else ""
    except LookupError:
        words = ""
    return format_html(FOLDED, say("The exact words of {id}", id=clause).shown(gettext), words) if words else SafeString("")


@register.simple_tag
def level(word: str) -> SafeString:
    """Moon and word: how much it matters here."""
    return format_html('<span class="af-level">{}{}</span>', icon(LEVELS[str(word)][1]), gettext(str(word)))


@register.filter
def level_class(word: str) -> str:
    """Important, Worth changing, Tip as the style sheet names them."""
    return LEVELS[str(word)][0]


register.filter("day_said", day_said)


@register.filter
def shown(sentence: Sentence | str) -> str:
    """A sentence in the reader's language; autoescape does the rest."""
    return sentence.shown(gettext) if isinstance(sentence, Sentence) else gettext(sentence)
