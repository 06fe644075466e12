"""What `manage.py demo` does where it has nothing to do, or cannot finish."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from films.models import Film
from filmsite.demo import pictures
from filmsite.demo.pictures import portraits
from images.models import Image
from tests import make


def test_a_site_with_a_single_film_is_left_alone(db):
    make.film()
    said = io.StringIO()
    call_command("demo", if_empty=True, stdout=said)
    assert Film.objects.count() == 1
    assert not User.objects.exists()
    assert said.getvalue() == ""


def test_a_site_with_a_single_user_is_left_alone(edith):
    with pytest.raises(CommandError, match="not empty"):
        call_command("demo")
    assert list(User.objects.all()) == [edith]
    assert not Film.objects.exists()


def test_a_demo_that_cannot_be_finished_leaves_nothing_behind(db, monkeypatch):
    monkeypatch.setattr(pictures, "DRAWINGS", ())  # the catalogue asks for posters that nobody has drawn
    with pytest.raises(Image.DoesNotExist):
        call_command("demo", stdout=io.StringIO())
    assert not User.objects.exists()
    assert not Film.objects.exists()


def test_a_picture_is_the_same_each_time_it_is_drawn():
    assert portraits.imre_halloway() == portraits.imre_halloway()
    assert portraits.imre_halloway() != portraits.ottoline_reyes()
