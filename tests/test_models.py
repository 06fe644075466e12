from articles.models import Article
from films.models import Film
from tests import make


def test_a_film_gets_title_and_year_as_its_address(db):
    assert make.film("WALL·E", 2008).slug == "wall-e-2008"
    assert make.film("9", 2009).slug == "9-2009"
    assert make.film("千と千尋の神隠し", 2001).slug == "film-2001"
    assert [make.film("Treasure Island", 1934).slug, make.film("Treasure Island", 1934).slug] == [
        "treasure-island-1934",
        "treasure-island-1934-2",
    ]


def test_only_what_is_live_is_published(db):
    live = make.published("Live")
    for row in (make.article("Draft"), make.scheduled(), make.expired(), make.trashed()):
        assert not row.is_live
    assert list(Article.objects.published()) == [live]
    assert Film.objects.count() == 0
