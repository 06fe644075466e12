"""An article that uses everything an editor can set."""

from datetime import UTC, date, datetime

from tests import make


def full_article(edith, **fields):
    """Two films listed and one that only an orphan take is about; every column filled."""
    her, lost, alien = make.film(), make.film("Lost in Translation", 2003), make.film("Alien", 1979)
    lonely, city, work = make.theme(), make.theme("The city at night"), make.theme("Work")
    make.credit(her, make.person("Spike Jonze"))
    asked = make.faq(ref="sad", stands_alone=True)
    asked.films.set([lost, her])
    asked.themes.set([city])
    cover = make.image("window.png", credit="Ida Marchetti, CC BY", shape="wide")
    make.image("lamp.png", alt="A lamp", colour="#113355")
    article = make.article(
        **{
            "title": "Two rooms: her and his",
            "slug": "two-rooms",
            "ref": "rooms",
            "dek": "“Quiet” is a #loud word",
            "body": "## Rooms\n\nIn [[film:her-2013]] a window.\n\n![A lamp](image:lamp)\n\n---\n\nEnd.",
            "status": "published",
            "publish_at": datetime(2025, 12, 6, tzinfo=UTC),
            "updated_on": date(2026, 1, 2),
            "expire_at": datetime(2399, 1, 1, 12, 30, tzinfo=UTC),
            "owner": edith,
            "seo_title": "Rooms",
            "seo_description": "Two rooms, two cities",
            "comments_open": False,
            "cover": cover,
            "films": [lost, her],
            "themes": [city, lonely],
            "faqs": [make.faq("Why Tokyo?", "Because it is *far*.\n\nAnd near.", ref="why"), asked],
            "prompts": ["What did you hear?", "And see?"],
            "authors": [make.author(), make.author("Tom Okafor")],
            "tags": ["Tokyo", "80s"],
            "takes": [
                (lonely, her, "A voice in a pocket.", {"evidence": "The beach", "timecode": 4350, "spoiler": True}),
                (lonely, lost, "A bed too wide."),
                (work, alien, "A shift that does not end."),
            ],
        }
        | fields
    )
    article.refresh_from_db()
    return article
