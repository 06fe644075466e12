"""What the texts of these tests may name: two films, a theme, a person, an article, takes, a picture."""

from lib.markup import FULL, Job, Reference, Target, render

PICTURE = {
    "src": "/media/tokyo-800.jpg",
    "srcset": "/media/tokyo-400.jpg 400w, /media/tokyo-800.jpg 800w",
    "avif": "/media/tokyo-400.avif 400w, /media/tokyo-800.avif 800w",
    "width": 800,
    "height": 450,
    "alt": "A window high over Tokyo",
    "credit": "Ida Marchetti, CC BY 4.0",
}
SHELF = {
    Reference("film", "her-2013"): Target("Her", "/films/her-2013/", year=2013, runtime=126),
    Reference("film", "lost-in-translation-2003"): Target(
        "Lost in Translation", "/films/lost-in-translation-2003/", year=2003, runtime=102
    ),
    Reference("theme", "loneliness"): Target("Loneliness", "/themes/loneliness/"),
    Reference("person", "sofia-coppola"): Target("Sofia Coppola", "/people/sofia-coppola/"),
    Reference("article", "two-rooms"): Target("Two Rooms", "/articles/two-rooms/", headings=frozenset({"s-the-city"})),
    Reference("article", "not-yet"): Target("Not Yet"),
    Reference("take", "loneliness/her-2013"): Target(
        "Loneliness", "#take-loneliness--her-2013", html="He talks to <em>nobody</em>.", film="her-2013"
    ),
    Reference("take", "endings/her-2013"): Target("Endings", html="She goes.", film="her-2013", spoiler=True),
    Reference("image", "tokyo-window"): Target("tokyo-window", picture=PICTURE),
}


def rendered(text, dialect=FULL, prefix=""):
    """`text` rendered in this process with everything on the shelf."""
    return render(Job(text, SHELF, dialect, prefix))


def html(text, dialect=FULL):
    return rendered(text, dialect).html


def problems(text, dialect=FULL):
    return [str(problem) for problem in rendered(text, dialect).problems]
