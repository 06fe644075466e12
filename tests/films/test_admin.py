"""The catalogue in the admin: Edith keeps films, people and themes; Ada adds to them."""

import pytest

from films.models import Credit, Film, Genre, Person, Theme
from tests import make

NO_ROWS = {
    "credits-TOTAL_FORMS": "0", "credits-INITIAL_FORMS": "0",
    "external_ids-TOTAL_FORMS": "0", "external_ids-INITIAL_FORMS": "0",
}  # fmt: skip


def film_form(**fields):
    """What a browser sends for a film."""
    return {"title": "Her", "year": "2013", "listed": "on", **NO_ROWS, **fields}


def credit_rows(*rows, stored=0):
    """The credits of a film form; each row is a dict."""
    fields = {"credits-TOTAL_FORMS": str(len(rows)), "credits-INITIAL_FORMS": str(stored)}
    for number, row in enumerate(rows):
        row = {"department": "cast", "job": "Actor", "position": "0", **row}
        fields |= {f"credits-{number}-{name}": value for name, value in row.items()}
    return fields


def autocomplete(client, term, app="films", model="credit", field="person"):
    """What the box offers for a term; None when it is refused."""
    query = {"term": term, "app_label": app, "model_name": model, "field_name": field}
    answer = client.get("/admin/autocomplete/", query)
    return [row["text"] for row in answer.json()["results"]] if answer.status_code == 200 else None


@pytest.fixture
def desk(edith, signed_in):
    """Edith's browser."""
    return signed_in(edith)


# Films


def test_edith_adds_a_film_with_everything(desk):
    theme, genre = make.theme("Loneliness"), Genre.objects.create(name="Drama")
    spike, joaquin = make.person("Spike Jonze"), make.person("Joaquin Phoenix")
    fields = film_form(
        runtime_minutes="126", countries="us", languages="EN, es", genres=[genre.pk], themes=[theme.pk],
        tags="operating systems, Los Angeles", synopsis="A letter writer buys a *voice*.", chosen_accent="1",
        **credit_rows(
            {"person": spike.pk, "department": "directing", "job": "Director"},
            {"person": joaquin.pk, "character": "Theodore"},
        ),
        **{
            "external_ids-TOTAL_FORMS": "1", "external_ids-0-scheme": "imdb", "external_ids-0-value": "tt1798709",
        },
    )  # fmt: skip
    answer = desk.post("/admin/films/film/add/", fields)
    assert answer.status_code == 302, answer.context["errors"]
    her = Film.objects.get(slug="her-2013")
    assert (her.countries, her.languages) == (["US"], ["en", "es"])
    assert list(her.themes.all()) == [theme] and list(her.genres.all()) == [genre]
    assert set(her.tags.names()) == {"operating systems", "Los Angeles"}
    assert "voice" in her.synopsis_html
    assert [(c.person.name, c.position) for c in her.credits.all()] == [("Spike Jonze", 10), ("Joaquin Phoenix", 20)]
    assert her.external_ids.get().value == "tt1798709"


def test_a_new_credit_without_a_number_comes_last(desk):
    her, amy = make.film(), make.person("Amy Adams")
    first = make.credit(her, make.person("Spike Jonze"), position=30)
    rows = credit_rows(
        {"id": first.pk, "film": her.pk, "person": first.person_id, "job": "Director", "position": "30"},
        {"person": amy.pk, "film": her.pk},
        stored=1,
    )
    answer = desk.post(f"/admin/films/film/{her.pk}/change/", film_form(**rows, seen_version=her.version))
    assert answer.status_code == 302, answer.context["errors"]
    assert [credit.person.name for credit in her.credits.all()] == ["Spike Jonze", "Amy Adams"]
    assert Credit.objects.get(person=amy).position == 40


@pytest.mark.parametrize("typed", ["USA", "US, Japan", "1", "U$"])
def test_a_country_that_is_no_code_is_named(desk, typed):
    answer = desk.post("/admin/films/film/add/", film_form(countries=typed))
    page = answer.content.decode()
    assert "is no code of two letters" in page and f'value="{typed}"' in page
    assert not Film.objects.exists()


def test_countries_are_shown_as_they_are_typed(desk):
    her = make.film(countries=["US", "JP"], languages=["en"])
    assert 'value="US, JP"' in desk.get(f"/admin/films/film/{her.pk}/change/").content.decode()


def test_saving_without_a_change_keeps_every_value(desk):
    her = make.film(countries=["US", "JP"], languages=["en"], original_title="Her", chosen_accent=7)
    form = desk.get(f"/admin/films/film/{her.pk}/change/").context["adminform"].form
    fields = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    fields["countries"], fields["languages"], fields["tags"] = "US, JP", "en", ""
    answer = desk.post(f"/admin/films/film/{her.pk}/change/", {**fields, **NO_ROWS})
    assert answer.status_code == 302, answer.context["errors"]
    after = Film.objects.get(pk=her.pk)
    assert (after.countries, after.languages, after.slug, after.chosen_accent) == (["US", "JP"], ["en"], her.slug, 7)


def test_a_year_before_cinema_is_refused_at_its_field(desk):
    answer = desk.post("/admin/films/film/add/", film_form(year="1700"))
    assert "year" in answer.context["adminform"].form.errors


def test_another_films_address_is_refused_at_its_field(desk):
    make.film("Her", 2013)
    answer = desk.post("/admin/films/film/add/", film_form(slug="her-2013"))
    assert "slug" in answer.context["adminform"].form.errors


def test_an_outdated_form_is_refused(desk):
    her = make.film()
    opened = her.version
    her.save()
    answer = desk.post(f"/admin/films/film/{her.pk}/change/", film_form(title="Hers", seen_version=opened))
    assert answer.status_code == 200 and "changed after you opened it" in answer.content.decode()
    assert Film.objects.get(pk=her.pk).title == "Her"


def test_the_list_shows_directors_and_asks_no_more_for_many(desk, queries):
    def asked():
        with queries() as seen:
            page = desk.get("/admin/films/film/").content.decode()
        return len(seen), page

    make.credit(make.film("Her", 2013), make.person("Spike Jonze"))
    few, page = asked()
    assert "Spike Jonze" in page
    for number in range(30):
        make.credit(make.film(f"Film {number}", 2000 + number), make.person(f"Person {number}"))
    assert asked()[0] == few


@pytest.mark.parametrize("typed", ["amelie", "Amélie", "AMÉLIE", "amelie 2001", "fabuleux"])
def test_a_film_is_found_as_people_type_it(desk, typed):
    make.film("Amélie", 2001, original_title="Le Fabuleux Destin d'Amélie Poulain")
    make.film("Her", 2013)
    assert autocomplete(desk, typed, "articles", "articlefilm", "film") == ["Amélie (2001)"]
    page = desk.get("/admin/films/film/", {"q": typed}).content.decode()
    assert "Amélie" in page and "Her</a>" not in page


# People, themes


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Peter O'Toole", "otoole"), ("Peter O'Toole", "O'Toole"), ("Agnès Varda", "varda agnes"), ("黒澤明", "黒澤")],
)
def test_a_person_is_found_as_people_type_them(desk, name, typed):
    make.person(name)
    make.person("Sofia Coppola")
    assert autocomplete(desk, typed) == [name]


def test_a_theme_is_found_without_its_accents(desk):
    make.theme("Déjà vu")
    assert autocomplete(desk, "deja", "articles", "articletheme", "theme") == ["Déjà vu"]


def test_edith_adds_a_person_with_an_outside_id(desk):
    fields = {
        "name": "Agnès Varda", "listed": "on", "external_ids-TOTAL_FORMS": "1", "external_ids-INITIAL_FORMS": "0",
        "external_ids-0-scheme": "wikidata", "external_ids-0-value": "Q229990",
    }  # fmt: skip
    assert desk.post("/admin/films/person/add/", fields).status_code == 302
    varda = Person.objects.get(slug="agnes-varda")
    assert varda.sort_name == "Varda, Agnès" and varda.external_ids.get().scheme == "wikidata"


def test_edith_adds_a_theme(desk):
    assert desk.post("/admin/films/theme/add/", {"name": "The city at night", "listed": "on"}).status_code == 302
    assert Theme.objects.get().slug == "the-city-at-night"


# What an article uses stays


def test_what_an_article_uses_cannot_be_deleted_and_the_page_says_why(desk):
    her, theme = make.film(), make.theme()
    person = make.credit(her, make.person("Spike Jonze")).person
    make.article("Two rooms", films=[her], themes=[theme])
    for address in (
        f"/admin/films/film/{her.pk}/delete/",
        f"/admin/films/theme/{theme.pk}/delete/",
        f"/admin/films/person/{person.pk}/delete/",
    ):
        for answer in (desk.get(address), desk.post(address, {"post": "yes"})):
            assert answer.status_code == 200 and "protected" in answer.content.decode()
    chosen = {"action": "delete_selected", "_selected_action": [her.pk], "post": "yes"}
    assert "protected" in desk.post("/admin/films/film/", chosen).content.decode()
    assert Film.objects.count() == Theme.objects.count() == Person.objects.count() == 1


def test_what_nothing_uses_can_be_deleted(desk):
    her = make.film()
    assert desk.post(f"/admin/films/film/{her.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Film.objects.exists()


# Ada, an author


def test_ada_adds_a_film_with_its_credits(ada, signed_in):
    person = make.person("Spike Jonze")
    fields = film_form(**credit_rows({"person": person.pk, "department": "directing", "job": "Director"}))
    answer = signed_in(ada).post("/admin/films/film/add/", fields)
    assert answer.status_code == 302, answer.context["errors"]
    assert Film.objects.get().credits.get().person == person


def test_ada_reads_the_film_of_another_and_cannot_change_it(ada, signed_in):
    client, her = signed_in(ada), make.film()
    make.credit(her, make.person("Spike Jonze"))
    page = client.get(f"/admin/films/film/{her.pk}/change/").content.decode()
    assert "Spike Jonze" in page and 'name="_save"' not in page and 'name="title"' not in page
    fields = film_form(title="Mine", seen_version=her.version)
    assert client.post(f"/admin/films/film/{her.pk}/change/", fields).status_code == 403
    assert Film.objects.get().title == "Her"


def test_mona_finds_nothing_through_autocomplete(mona, signed_in):
    make.person("Spike Jonze")
    assert autocomplete(signed_in(mona), "spike") is None


def test_ada_finds_people_through_autocomplete_but_no_users(ada, signed_in):
    make.person("Spike Jonze")
    assert autocomplete(signed_in(ada), "spike") == ["Spike Jonze"]
    assert autocomplete(signed_in(ada), "ada", "articles", "article", "owner") is None


# Tags


def test_nobody_merges_tags_by_the_stock_side_door(mona, edith, signed_in):
    for user in (mona, edith):
        answer = signed_in(user).post("/admin/taggit/tag/merge-tags/", {"new_tag_name": "x"}, follow=True)
        assert answer.status_code in (403, 404) or "doesn’t exist" in answer.content.decode()


# What is shown, what is said, what fits


@pytest.mark.parametrize("kind, fields", [("film", film_form()), ("theme", {"name": "Glass", "listed": "on"})])
def test_what_ada_adds_is_not_listed_whatever_she_sends(ada, signed_in, kind, fields):
    assert signed_in(ada).post(f"/admin/films/{kind}/add/", fields).status_code == 302
    row = (Film if kind == "film" else Theme).objects.get()
    assert row.listed is False


def test_what_edith_adds_is(desk):
    desk.post("/admin/films/theme/add/", {"name": "Glass", "listed": "on"})
    assert Theme.objects.get().listed is True


def test_a_credit_says_what_somebody_did(desk):
    fields = film_form(**credit_rows({"person": make.person().pk, "department": "", "job": ""}))
    answer = desk.post("/admin/films/film/add/", fields)
    errors = answer.context["inline_admin_formsets"][0].formset.errors[0]
    assert set(errors) == {"department", "job"}


@pytest.mark.parametrize("address", ["films/film", "films/person", "films/theme", "articles/article", "articles/faq"])
def test_no_field_cuts_what_is_pasted(desk, address):
    assert "maxlength" not in desk.get(f"/admin/{address}/add/").text


def test_what_is_too_long_comes_back_whole_with_its_length(desk):
    answer = desk.post("/admin/films/theme/add/", {"name": "x" * 130})
    assert "at most 120 characters (it has 130)" in answer.text
    assert "x" * 130 in answer.text
