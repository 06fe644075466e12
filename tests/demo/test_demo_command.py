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


@pytest.fixture
def at_home(settings):
    """A site on the operator's own machine."""
    settings.SITE_URL = "http://127.0.0.1:8000"


OTHERS_REACH = ["https://doublebill.example", "http://192.168.1.7:8000", "http://127.0.0.1.example", "http://0.0.0.0"]


@pytest.mark.parametrize("address", OTHERS_REACH)
def test_where_others_reach_the_site_nobody_gets_a_password_that_everybody_knows(db, settings, address):
    settings.SITE_URL = address
    with pytest.raises(CommandError) as refused:
        call_command("demo")
    [line] = str(refused.value).splitlines()
    assert address in line and "SITE_URL" in line
    said = io.StringIO()
    call_command("demo", if_empty=True, stdout=said)
    [line] = said.getvalue().splitlines()
    assert line.startswith("No demo is loaded")
    assert not User.objects.exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000"])
def test_on_ones_own_machine_it_is_loaded(db, settings, monkeypatch, address):
    """The control for the test above; a demo without its pictures stops on its way."""
    monkeypatch.setattr(pictures, "DRAWINGS", ())
    settings.SITE_URL = address
    with pytest.raises(Image.DoesNotExist):
        call_command("demo", stdout=io.StringIO())


def test_a_site_in_use_that_others_reach_hears_nothing_about_a_demo(db):
    make.film()
    said = io.StringIO()
    call_command("demo", if_empty=True, stdout=said)
    assert said.getvalue() == ""


def test_a_site_with_a_single_film_is_left_alone(db, at_home):
    make.film()
    said = io.StringIO()
    call_command("demo", if_empty=True, stdout=said)
    assert Film.objects.count() == 1
    assert not User.objects.exists()
    assert said.getvalue() == ""


def test_a_site_with_a_single_user_is_left_alone(edith, at_home):
    with pytest.raises(CommandError, match="not empty"):
        call_command("demo")
    assert list(User.objects.all()) == [edith]
    assert not Film.objects.exists()


def test_a_demo_that_cannot_be_finished_leaves_nothing_behind(db, at_home, monkeypatch):
    monkeypatch.setattr(pictures, "DRAWINGS", ())  # the catalogue asks for posters that nobody has drawn
    with pytest.raises(Image.DoesNotExist):
        call_command("demo", stdout=io.StringIO())
    assert not User.objects.exists()
    assert not Film.objects.exists()


def test_a_picture_is_the_same_each_time_it_is_drawn():
    assert portraits.imre_halloway() == portraits.imre_halloway()
    assert portraits.imre_halloway() != portraits.ottoline_reyes()
