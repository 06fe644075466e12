"""`{% picture image "card" %}`: a picture in one of the places a page has for pictures. Asks the database nothing."""

from dataclasses import dataclass

from django import template

register = template.Library()


@dataclass(frozen=True)
class Role:
    """A place for a picture: how wide it is there (the attribute sizes), and whether it is wanted at once."""

    sizes: str
    eager: bool = False


ROLES = {
    "cover": Role("(min-width: 80rem) 76rem, 100vw", eager=True),
    "figure": Role("(min-width: 46rem) 42rem, 92vw"),
    "card": Role("(min-width: 64rem) 22rem, (min-width: 40rem) 45vw, 92vw"),
    "poster": Role("(min-width: 40rem) 16rem, 45vw"),
    "portrait": Role("6rem"),
}


@register.inclusion_tag("images/_picture.html")
def picture(image, role, classes=""):
    """<picture> with every rendition of `image`; nothing when there is no image.

    `role` is a key of ROLES and becomes the class `picture-<role>`; `classes` are put beside it. Raises KeyError for
    a role that does not exist.
    """
    place = ROLES[role]
    return {**(image.as_picture() if image else {}), "place": place, "role": role, "classes": classes}
