"""The tag that puts a picture on a page."""

import re

import pytest
from django.template import Context, Template

from images.models import Image
from tests import make


def drawn(image, arguments='"card"'):
    html = Template(f"{{% load pictures %}}{{% picture image {arguments} %}}").render(Context({"image": image}))
    return " ".join(html.split())


def test_a_card_shows_every_rendition_and_asks_nothing(db, queries):
    key = make.image(size=(640, 360)).key
    image = Image.objects.get()
    with queries() as seen:
        html = drawn(image)
    assert seen == []
    sizes = "(min-width: 64rem) 22rem, (min-width: 40rem) 45vw, 92vw"
    assert html == (
        f'<picture> <source type="image/avif" srcset="/media/renditions/{key}-480.avif 480w, '
        f'/media/renditions/{key}-640.avif 640w" sizes="{sizes}"> <img class="picture-card" '
        f'src="/media/renditions/{key}-640.jpg" srcset="/media/renditions/{key}-480.jpg 480w, '
        f'/media/renditions/{key}-640.jpg 640w" sizes="{sizes}" width="640" height="360" alt="A window at night" '
        'decoding="async" loading="lazy"> </picture>'
    )


def test_a_cover_comes_first_and_the_rest_when_seen(db):
    image = make.image()
    assert 'loading="eager" fetchpriority="high"' in drawn(image, '"cover"')
    for role in ("card", "poster", "portrait", "figure"):
        assert 'decoding="async" loading="lazy">' in drawn(image, f'"{role}"')


def test_a_class_of_one_s_own_stands_beside_the_role_s(db):
    assert 'class="picture-card split-left"' in drawn(make.image(), '"card" "split-left"')


def test_a_decorative_picture_is_silent(db):
    assert ' alt="" ' in drawn(make.image(alt="", decorative=True))


def test_words_stay_words(db):
    html = drawn(make.image(alt='"><script>alert(1)</script>'), '"card" classes')
    assert "&quot;&gt;&lt;script&gt;" in html
    assert "<script>" not in html
    assert not re.search(r"\s(style|on\w+)=", html)


def test_no_image_is_no_picture():
    assert drawn(None) == ""


def test_a_place_that_does_not_exist_is_said_at_once(db):
    with pytest.raises(KeyError, match="billboard"):
        drawn(make.image(), '"billboard"')
