"""Editors and their pictures in the admin."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from images.models import Image
from tests import make
from tests.images.samples import halves, photograph, plain, saved
from tests.submitted import fields

ADD = "/admin/images/image/add/"


@pytest.fixture
def desk(edith, signed_in):
    return signed_in(edith)


def form(content=None, name="Tokyo window.jpg", **fields):
    """What the form sends when an editor fills it."""
    typed = {"slug": "", "alt": "A window above the city", "credit": "The project", "shape": "wide",
             "focal_x": "50", "focal_y": "50"}  # fmt: skip
    if content is not None:
        typed["file"] = SimpleUploadedFile(name, content, content_type="image/jpeg")
    return {**typed, **fields}


def change(client, image, content=None, **typed):
    """Post the form of a stored picture, as it is opened now."""
    page = f"/admin/images/image/{image.pk}/change/"
    return client.post(page, form(content, **{**fields(client.get(page), "image_form"), **typed}))


def beside(response, field):
    """The errors that stand beside a field."""
    return response.context["adminform"].form.errors.get(field, [])


def test_edith_uploads_a_picture(desk):
    response = desk.post(ADD, form(photograph()))
    assert response.status_code == 302
    image = Image.objects.get()
    assert (image.slug, image.shape, image.alt) == ("tokyo-window", "wide", "A window above the city")


def test_ada_uploads_a_picture_too(ada, signed_in):
    assert signed_in(ada).post(ADD, form(photograph())).status_code == 302
    image = Image.objects.get()
    assert signed_in(ada).post(f"/admin/images/image/{image.pk}/change/", form(alt="Hers")).status_code == 403


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg onload=alert(1)>", "no JPEG, PNG, WebP or AVIF"),
        (photograph()[:-4000], "damaged or incomplete"),
        (plain(size=(40, 40)), "40 × 40 pixels"),
        (b"", "The submitted file is empty"),
        (None, "This field is required"),
    ],
)
def test_a_bad_upload_is_said_beside_the_file_and_nothing_typed_is_lost(desk, content, words):
    response = desk.post(ADD, form(content, name='<b>"bad.jpg', credit="Typed with care", focal_x="17"))
    assert response.status_code == 200
    assert words in " ".join(beside(response, "file"))
    page = response.content.decode()
    for typed in ('value="Typed with care"', 'value="A window above the city"', 'value="17"'):
        assert typed in page
    assert re.search(r'<option value="wide" selected>', page)
    assert Image.objects.count() == 0


def test_the_same_file_again_names_the_one_that_stands(desk):
    desk.post(ADD, form(photograph(), name="first.jpg"))
    response = desk.post(ADD, form(photograph(), name="second.jpg"))
    assert "“first”" in " ".join(beside(response, "file"))
    assert Image.objects.count() == 1


def test_alt_text_is_asked_for_beside_its_field(desk):
    response = desk.post(ADD, form(photograph(), alt=""))
    assert beside(response, "alt") == ["Write an alt text, or mark the picture as decorative."]
    assert response.context["adminform"].form.non_field_errors() == []
    response = desk.post(ADD, form(photograph(), decorative="on"))
    assert "no alt text" in beside(response, "decorative")[0]
    assert desk.post(ADD, form(photograph(), alt="", decorative="on")).status_code == 302


def test_every_error_is_said_at_once(desk):
    response = desk.post(ADD, form(b"<svg/>", alt="", focal_x="101"))
    assert set(response.context["adminform"].form.errors) == {"file", "alt", "focal_x"}


def test_a_new_focal_point_needs_no_new_file(desk, media):
    desk.post(ADD, form(saved(halves()), shape="square"))
    image = Image.objects.get()
    assert change(desk, image, shape="square", focal_x="90").status_code == 302
    again = Image.objects.get()
    assert again.key != image.key
    assert (media / again.file.name).is_file()


def test_a_form_opened_before_somebody_elses_save_is_refused_with_both_texts(desk, media):
    image = make.image()
    page = f"/admin/images/image/{image.pk}/change/"
    opened = fields(desk.get(page), "image_form")
    assert change(desk, image, alt="Theirs", shape="wide").status_code == 302
    response = desk.post(page, {**opened, "alt": "Mine"})
    differences = {row.label: (row.stored, row.yours) for row in response.context["conflict"]["differences"]}
    assert differences == {"Alt text": ("Theirs", "Mine"), "Shape": ("Wide, 16:9 (cover, still)", "As it is")}
    assert Image.objects.get().alt == "Theirs"
    assert desk.post(page, {**fields(response, "image_form"), "alt": "Mine"}).status_code == 302
    assert Image.objects.get().alt == "Mine"


def test_an_outdated_form_with_a_new_file_stores_nothing(desk, media):
    image = make.image()
    opened = fields(desk.get(f"/admin/images/image/{image.pk}/change/"), "image_form")
    change(desk, image, alt="Theirs")
    files = sorted(media.rglob("*"))
    response = change(desk, image, photograph(), **opened)
    assert response.status_code == 200 and response.context["conflict"]
    assert sorted(media.rglob("*")) == files


def test_the_name_stays_because_texts_use_it(desk):
    image = make.image("tokyo.png")
    assert change(desk, image, slug="kyoto", alt="Typed").status_code == 302
    assert (Image.objects.get().slug, Image.objects.get().alt) == ("tokyo", "Typed")


def test_a_bad_replacement_leaves_the_picture_in_place(desk, media):
    image = make.image()
    response = change(desk, image, b"<svg/>")
    assert "no JPEG" in beside(response, "file")[0]
    assert image.url(480) in response.content.decode()
    assert (media / Image.objects.get().file.name).is_file()


def test_the_list_shows_finds_and_filters(desk):
    night, day = make.image("night.png"), make.image("day.png", alt="Noon", colour="white", shape="poster")
    page = desk.get("/admin/images/image/").content.decode()
    assert f'<img src="{night.url(480)}" width="96" height="54" alt="A window at night" loading="lazy">' in page
    for address in ("/admin/images/image/?q=noon", "/admin/images/image/?shape__exact=poster"):
        found = desk.get(address).content.decode()
        assert f"/image/{day.pk}/change/" in found
        assert f"/image/{night.pk}/change/" not in found


def test_no_page_needs_an_inline_script_or_style(desk):
    image = make.image(alt='"><script>alert(1)</script>')
    for address in (ADD, "/admin/images/image/", f"/admin/images/image/{image.pk}/change/"):
        page = desk.get(address).content.decode()
        assert "alert(1)" not in page or "<script>alert" not in page
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script>", page)


def test_edith_throws_pictures_away(desk, media, django_capture_on_commit_callbacks):
    image = make.image()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post("/admin/images/image/", {"action": "delete_selected", "_selected_action": image.pk, "post": "yes"})
    assert Image.objects.count() == 0
    assert not [path for path in media.rglob("*") if path.is_file()]
