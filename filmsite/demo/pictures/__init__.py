"""Every picture of the demo: what it is called, who draws it, what somebody who cannot see it should know."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from filmsite.demo.pictures import covers, plans, portraits, posters, stills

CREDIT = "Drawn for Double Bill"


@dataclass(frozen=True)
class Drawing:
    """One picture: `draw()` gives the bytes of a PNG, the same each time."""

    slug: str
    draw: Callable[[], bytes]
    shape: str
    alt: str

    @property
    def fields(self) -> dict[str, str]:
        """What the site's own Image knows of it."""
        return {"slug": self.slug, "shape": self.shape, "alt": self.alt, "credit": CREDIT}


DRAWINGS = (
    Drawing(
        "someone-else-awake", covers.someone_else_awake, "wide",
        "Two lit windows face each other across two cities: on the left a man in a red dusk, on the right a woman "
        "in a blue night. One disc between them is half sun, half moon.",
    ),
    Drawing(
        "the-borrowed-room", covers.the_borrowed_room, "wide",
        "A table in two halves under one clock: on the left a cup of tea and a train in steam, on the right a bowl, "
        "chopsticks and a flask under a red lamp.",
    ),
    Drawing(
        "her-2013-still", stills.her, "wide",
        "A man in a red shirt stands on a high walkway above a pale city, with a huge low sun behind the towers.",
    ),
    Drawing(
        "her-2013-poster", posters.her, "poster",
        "A small device with one round eye looks out of a red shirt pocket that a safety pin makes shorter.",
    ),
    Drawing(
        "lost-in-translation-2003-still", stills.lost_in_translation, "wide",
        "A man and a woman at a hotel bar, seen from behind, in front of a window full of city lights.",
    ),
    Drawing(
        "lost-in-translation-2003-poster", posters.lost_in_translation, "poster",
        "A dark hotel tower with two lit windows far apart, a person in each; a moon behind it, neon signs below.",
    ),
    Drawing(
        "brief-encounter-1945-still", stills.brief_encounter, "wide",
        "A woman in a long coat and a small hat on a dark platform, close to an express whose windows are lit.",
    ),
    Drawing(
        "brief-encounter-1945-poster", posters.brief_encounter, "poster",
        "Steam rises from a cup of tea and turns into the smoke of a small train that crosses the moon.",
    ),
    Drawing(
        "in-the-mood-for-love-2000-still", stills.in_the_mood_for_love, "wide",
        "A woman in a green flowered dress stands on wet steps with a flask, under a lamp; a man's shadow "
        "falls on the wall.",
    ),
    Drawing(
        "in-the-mood-for-love-2000-poster", posters.in_the_mood_for_love, "poster",
        "Two doors side by side in a red wall, both ajar: smoke curls up in the one, a woman stands in the other.",
    ),
    Drawing(
        "two-beds", plans.two_beds, "natural",
        "Two beds seen from above, one with a single sleeper, one with a couple.",
    ),
    Drawing(
        "two-plans", plans.two_plans, "natural",
        "Floor plans of a station tea room and of a landing with two bedrooms.",
    ),
    Drawing(
        "ottoline-reyes", portraits.ottoline_reyes, "square",
        "Drawn portrait of a woman with a grey bob and round spectacles, a projector's beam behind her.",
    ),
    Drawing(
        "imre-halloway", portraits.imre_halloway, "square",
        "Drawn portrait of a bald, bearded man in a striped green scarf before a window.",
    ),
)  # fmt: skip


def drawn() -> Iterator[tuple[Drawing, bytes]]:
    """Every drawing with its bytes, in order; the next ones are drawn while the caller works on one."""
    with ThreadPoolExecutor(max_workers=2) as presses:
        yield from zip(DRAWINGS, presses.map(lambda drawing: drawing.draw(), DRAWINGS), strict=True)
