"""Small words for templates. None of them queries."""

from django import template
from django.utils.html import format_html, format_html_join

from filmsite.pages import names, posters
from lib import accents, timecodes

register = template.Library()

register.filter("country", names.country)
register.filter("language", names.language)
register.filter("fit", posters.fit)
register.filter("motif", posters.motif)
register.filter("timecode", timecodes.to_text)


@register.filter
def accent(thing):
    """The class of the accent a film wears here, or of a person's own."""
    return accents.css_class(getattr(thing, "worn", None) or thing.accent)


@register.filter
def runtime(minutes):
    """126 → "2 h 6 min", 45 → "45 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours}\u00a0h" if hours else "", f"{rest}\u00a0min" if rest else "") if part)


@register.filter
def listed(words):
    """["a", "b", "c"] → "a, b and c"."""
    *most, last = [str(word) for word in words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


@register.filter
def directed_by(film):
    """The directors' names of a film fetched with `directing`."""
    return listed([credit.person.name for credit in getattr(film, "directing", ())])


@register.filter
def cited(titles):
    """Film titles in <cite>, joined as `listed` joins: safe HTML."""
    *most, last = titles or [""]
    end = format_html("<cite>{}</cite>", last)
    return (
        format_html("{} and {}", format_html_join(", ", "<cite>{}</cite>", ((title,) for title in most)), end)
        if most
        else end
    )
