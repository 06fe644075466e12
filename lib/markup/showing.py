"""What readers see of a film, a theme, a take, a moment, a spoiler, a picture that a text names."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from lib.markup.cleaning import clean
from lib.markup.jobs import Target
from lib.markup.scanning import KEY, KINDS, SPOILERS_DEEP, Reference, Token
from lib.text import to_seconds, to_text

if TYPE_CHECKING:
    from lib.markup.filling import Filling

NAMES = {
    "film": "film",
    "theme": "theme",
    "person": "person",
    "article": "article",
    "take": "take",
    "image": "picture",
}
SIZES = "(min-width: 45em) 42rem, 100vw"


def spoken(key: str) -> str:
    """A slug as words, for what cannot be found: "her-2031" → "her 2031"."""
    return key.replace("/", ": ").replace("-", " ")


def title(filling: Filling, kind: str, key: str) -> str:
    """The title of what a slug names, else the slug's words."""
    target = filling.job.resolved.get(Reference(kind, key))
    return target.title if target else spoken(key)


def words(filling: Filling, token: Token) -> str:
    """A token as plain words, for an attribute; never the words of a spoiler or a take."""
    if token.kind in ("spoiler", "cover"):
        return f"spoiler for {spoiled_film(filling, token.key)}"
    if token.kind == "timecode":
        return f"{title(filling, 'film', token.key)} {token.extra}"
    return words_in(filling, token.inner, token.line) or title(filling, token.kind, token.key)


def words_in(filling: Filling, text: str, line: int) -> str:
    """A label or an alt text as plain words, whatever stands in it."""
    marks = filling.lifted
    lifted = filling.lift(text, line)
    return "".join(words(filling, marks[letter]) if letter in marks else letter for letter in lifted)


def spoiled_film(filling: Filling, slug: str) -> str:
    """The film that a spoiler names; what is no slug may be the spoiler's own words, in the wrong place."""
    return title(filling, "film", slug) if KEY.fullmatch(slug) else "a film"


def show(filling: Filling, token: Token, mark: str, figure: bool) -> str:
    """The HTML of a token that stands in text."""
    if token.kind == "image":
        return picture(filling, token, figure)
    if token.kind == "cover":
        return block_spoiler(filling, token, mark)
    return SHOWN[token.kind](filling, token)


def link(target: Target, css: str, html: str, fragment: str = "") -> str:
    """`html` as a link, or alone where readers may not follow (yet)."""
    return f'<a class="{css}" href="{escape(target.url + fragment)}">{html}</a>' if target.url else html


def label(filling: Filling, token: Token) -> str:
    """The label somebody wrote, as inline Markdown; words alone are spared the way through it."""
    plain = all(letter.isalnum() or letter in " ,." for letter in token.inner)
    return token.inner if plain else without_links(filling.to_html(token.inner, token.line))


def without_links(html: str) -> str:
    """What will stand in a link, or might have."""
    return re.sub(r"</?a\b[^>]*>", "", html)


def unfound(filling: Filling, token: Token) -> str:
    return label(filling, token) or escape(spoken(token.key))


def film(filling: Filling, token: Token) -> str:
    target = filling.target("film", token)
    if target is None:
        return unfound(filling, token)
    filling.mention("film", token.key)
    html = link(target, "film", label(filling, token) or f"<cite>{escape(target.title)}</cite>")
    first = token.key not in filling.dated
    if token.inner or target.year is None or filling.headings or not first:
        filling.dated |= {token.key} if token.inner else set()
        return html
    filling.dated.add(token.key)
    return f'{html} <span class="year">({target.year})</span>'


def named(filling: Filling, token: Token) -> str:
    """A theme, a person or an article, perhaps at one of its headings."""
    target = filling.target(token.kind, token)
    if target is None:
        return unfound(filling, token)
    filling.mention(token.kind, token.key)
    heading = next((name for name in (token.extra, target.prefix + token.extra) if name in target.headings), "")
    if token.extra and token.kind == "article" and not heading:
        filling.problem(f"“{target.title}” has no heading “{token.extra}”.", token.line)
    return link(target, token.kind, label(filling, token) or escape(target.title), f"#{heading}" if heading else "")


def take(filling: Filling, token: Token) -> str:
    target = filling.target("take", token)
    if target is None:
        return unfound(filling, token)
    filling.spoilers += target.spoiler
    filling.mention("take", token.key)
    filling.spoilers -= target.spoiler
    quoted = f'<q class="take">{clean(target.html, inline=True)}</q>'
    slug = target.film or token.key.partition("/")[2]
    source = link(target, "take-link", label(filling, token) or escape(target.title))
    return f"{cover(filling, slug, quoted) if target.spoiler else quoted} {source}"


def timecode(filling: Filling, token: Token) -> str:
    target = filling.target("film", token)
    if target is None:
        return f"{escape(spoken(token.key))} {token.extra}"
    try:
        seconds = to_seconds(token.extra)
    except ValueError as error:
        filling.problem(str(error), token.line)
        return escape(token.source, quote=False)
    if target.runtime and seconds >= (target.runtime + 1) * 60:
        end = f"the end of {target.title}, which runs {target.runtime} minutes"
        filling.problem(f"{to_text(seconds)} is past {end}.", token.line)
    filling.mention("film", token.key, seconds)
    name = link(target, "film", f"<cite>{escape(target.title)}</cite>")
    time = f'<time datetime="{duration(seconds)}">{to_text(seconds)}</time>'
    return f'<span class="timecode">{name} {time}</span>'


def duration(seconds: int) -> str:
    """Seconds as HTML writes a duration: 4350 → "PT1H12M30S"."""
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"PT{hours}H{minutes}M{seconds % 60}S"


def spoiled(filling: Filling, token: Token) -> str:
    """The slug of the film a spoiler spoils; noted as a problem when there is none such."""
    if not token.key:
        filling.problem("This spoiler does not say which film it gives away: add its slug.", token.line)
    elif filling.target("film", token):
        filling.mention("film", token.key)
    return token.key


def cover(filling: Filling, slug: str, html: str) -> str:
    hidden = f'<span class="visually-hidden">Spoiler for {escape(spoiled_film(filling, slug))}: </span>'
    return f'<span class="spoiler" data-film="{escape(slug)}" tabindex="0">{hidden}{html}</span>'


def spoiler(filling: Filling, token: Token) -> str:
    filling.spoilers += 1
    filling.inline_spoilers += 1
    slug = spoiled(filling, token)
    html = inside_spoiler(filling, token)
    filling.inline_spoilers -= 1
    filling.spoilers -= 1
    return cover(filling, slug, html)


def inside_spoiler(filling: Filling, token: Token) -> str:
    if filling.inline_spoilers <= SPOILERS_DEEP:
        return filling.to_html(token.inner, token.line)
    filling.problem("A spoiler in a spoiler cannot hold a third one.", token.line)
    return escape(token.inner, quote=False)


def block_spoiler(filling: Filling, token: Token, mark: str) -> str:
    if mark not in filling.covered:
        filling.problem("This spoiler block cannot be read: write /// spoiler | film-slug, a line each.", token.line)
        return escape(token.source, quote=False)
    filling.spoilers += 1
    slug = spoiled(filling, token)
    html = filling.fill(filling.covered.pop(mark))
    filling.spoilers -= 1
    summary = f"Spoiler for {escape(spoiled_film(filling, slug))}"
    return f'<details class="spoiler" data-film="{escape(slug)}"><summary>{summary}</summary>{html}</details>'


def unknown(filling: Filling, token: Token) -> str:
    kinds = ", ".join(sorted(KINDS))
    filling.problem(f"“{token.extra}” cannot be named like this, only: {kinds}. For plain brackets: \\[[.", token.line)
    return unfound(filling, token)


def picture(filling: Filling, token: Token, figure: bool) -> str:
    """A `<picture>`, and its caption where it is a figure."""
    target = filling.target("image", token)
    if target is None or not target.picture:
        return filling.to_html(token.inner, token.line)
    filling.mention("image", token.key)
    image = {name: escape(str(value)) for name, value in target.picture.items()}
    alt = escape(words_in(filling, token.inner, token.line)) or image.get("alt", "")
    shown = f'<img src="{image["src"]}" srcset="{image["srcset"]}" sizes="{SIZES}" width="{image["width"]}"'
    shown += f' height="{image["height"]}" alt="{alt}" loading="lazy">'
    source = f'<source type="image/avif" srcset="{image["avif"]}" sizes="{SIZES}">' if image.get("avif") else ""
    html = f"<picture>{source}{shown}</picture>"
    return html + caption(filling, token, image.get("credit", "")) if figure else html


def caption(filling: Filling, token: Token, credit: str) -> str:
    text = filling.to_html(token.extra, token.line) if token.extra else ""
    small = f'<small class="credit">{credit}</small>' if credit else ""
    return f"<figcaption>{text}{' ' if text and small else ''}{small}</figcaption>" if text or small else ""


SHOWN: dict[str, Callable[[Filling, Token], str]] = {
    "film": film,
    "theme": named,
    "person": named,
    "article": named,
    "take": take,
    "timecode": timecode,
    "spoiler": spoiler,
    "unknown": unknown,
}
