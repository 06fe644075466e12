"""An image as a row: made whole at once, known again, changed, thrown away."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction

from images.models import Image
from images.uploads import Refused
from tests import make
from tests.images.samples import BLUE, GREEN, RED, close_to, halves, opened, photograph, plain, saved


def stored(media):
    return sorted(path.relative_to(media).as_posix() for path in media.rglob("*") if path.is_file())


def upload(content, name="Tokyo Window.HTML"):
    return SimpleUploadedFile(name, content, content_type="text/html")


def test_everything_is_made_at_once(db, media):
    image = Image.objects.create(file=upload(photograph()), alt="Two rooms", shape="wide")
    assert (image.slug, image.width, image.height) == ("tokyo-window", 800, 450)
    assert stored(media) == [
        f"renditions/{image.key}-480.avif",
        f"renditions/{image.key}-480.jpg",
        f"renditions/{image.key}-800.avif",
        f"renditions/{image.key}-800.jpg",
        f"uploads/{image.key}.jpg",
    ]
    again = Image.objects.get()
    assert again.file.name == f"uploads/{image.key}.jpg"
    assert again.colour.startswith("#")
    assert len(again.digest) == len(again.master_digest) == 64


def test_names_tell_nothing_of_the_file_s_own(db, media):
    Image.objects.create(file=upload(plain(), "../../etc/passwd\u202e.php"), alt="A wall")
    assert not [name for name in stored(media) if "passwd" in name or "php" in name]


def test_a_row_tells_every_address_without_a_query(db, queries, media):
    key = make.image(size=(1200, 800), shape="wide", credit="The project, CC BY 4.0").key
    image = Image.objects.get()
    with queries() as seen:
        picture = image.as_picture()
    assert seen == []
    assert picture == {
        "src": f"/media/renditions/{key}-1200.jpg",
        "srcset": f"/media/renditions/{key}-480.jpg 480w, /media/renditions/{key}-960.jpg 960w, "
        f"/media/renditions/{key}-1200.jpg 1200w",
        "avif": f"/media/renditions/{key}-480.avif 480w, /media/renditions/{key}-960.avif 960w, "
        f"/media/renditions/{key}-1200.avif 1200w",
        "width": 1200,
        "height": 675,
        "alt": "A window at night",
        "credit": "The project, CC BY 4.0",
    }
    for source in ("srcset", "avif"):
        for candidate in picture[source].split(", "):
            address, width = candidate.split()
            rendition = opened((media / address.removeprefix("/media/")).read_bytes())
            assert rendition.width == int(width.removesuffix("w"))


def test_two_files_of_one_name_get_two_names(db):
    images = [make.image("Tokyo.png", colour=colour) for colour in ("red", "green", "blue")]
    assert [image.slug for image in images] == ["tokyo", "tokyo-2", "tokyo-3"]
    assert make.image("東京.png", colour="black").slug == "image"


def test_a_new_focal_point_shows_the_other_half_under_new_names(db, media, django_capture_on_commit_callbacks):
    image = Image.objects.create(file=upload(saved(halves(size=(1600, 400)))), alt="Two", shape="square", focal_x=10)
    before = stored(media)
    assert close_to(opened((media / before[1]).read_bytes()).getpixel((200, 200)), RED)
    with django_capture_on_commit_callbacks(execute=True):
        image = Image.objects.get()
        image.focal_x = 90
        image.save()
        assert set(before) < set(stored(media)), "the old files stay until the change stands"
    after = stored(media)
    assert not set(before) & set(after)
    assert len(after) == len(before) == 3
    assert close_to(opened((media / after[1]).read_bytes()).getpixel((200, 200)), BLUE)
    assert Image.objects.get().as_picture()["src"] == f"/media/{after[1]}"


def test_other_words_touch_no_file(db, media):
    """They can be mended even where the files are lost."""
    image = make.image()
    for name in stored(media):
        (media / name).unlink()
    image.alt = "Another window"
    image.save()
    image.save(update_fields=["alt"])
    assert stored(media) == []
    assert Image.objects.get().alt == "Another window"


def test_a_change_named_alone_still_makes_its_files(db, media):
    image = make.image(size=(640, 640))
    image.shape = "wide"
    image.save(update_fields=["shape"])
    again = Image.objects.get()
    assert (again.height, again.key) == (360, image.key)
    assert (media / again.file.name).is_file()


def test_a_change_that_is_taken_back_leaves_the_old_files(db, media, django_capture_on_commit_callbacks):
    image = make.image(size=(640, 640))
    before = stored(media)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(LookupError), transaction.atomic():
        image.shape = "wide"
        image.save()
        raise LookupError
    assert set(before) <= set(stored(media))
    assert Image.objects.get().file.name in before


def test_another_file_takes_the_place_of_the_first(db, media, django_capture_on_commit_callbacks):
    image = make.image("first.png")
    with django_capture_on_commit_callbacks(execute=True):
        image.file = upload(plain(colour=GREEN), "second.jpg")
        image.full_clean()
        image.save()
    assert (Image.objects.get().slug, len(stored(media))) == ("first", 5)
    assert close_to(opened((media / stored(media)[-1]).read_bytes()).getpixel((9, 9)), GREEN)


def test_deleted_images_leave_no_files(db, media, django_capture_on_commit_callbacks):
    make.image(colour="red")
    kept = make.image(colour="green")
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.exclude(pk=kept.pk).delete()
    assert stored(media) == sorted(name for name in stored(media) if kept.key in name)
    assert len(stored(media)) == 5


def test_files_that_another_row_shows_stay(db, media, django_capture_on_commit_callbacks):
    """The same pixels with other camera data are another upload with the same master."""
    first = Image.objects.create(file=upload(plain()), alt="A wall")
    second = Image.objects.create(file=upload(plain(comment=b"from the other camera")), alt="The wall")
    assert first.key == second.key
    before = stored(media)
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert stored(media) == before != []
    with django_capture_on_commit_callbacks(execute=True):
        second.delete()
    assert stored(media) == []


def test_the_same_file_again_is_refused_with_the_name_it_has(db):
    Image.objects.create(file=upload(photograph(), "first.jpg"), alt="Two rooms")
    with pytest.raises(ValidationError, match="“first”") as error:
        Image(file=upload(photograph(), "second.jpg"), alt="Two rooms").full_clean()
    assert list(error.value.message_dict) == ["file"]
    Image(file=upload(plain(), "second.jpg"), alt="A wall").full_clean()


def test_an_importer_gets_the_image_that_stands(db):
    image = Image.objects.add("pictures/tokyo-window.png", photograph(), alt="A window", shape="wide", credit="Us")
    assert (image.slug, image.shape, image.credit) == ("tokyo-window", "wide", "Us")
    assert Image.objects.add("other.jpg", photograph(), alt="Other words") == image
    assert Image.objects.get().alt == "A window"


@pytest.mark.parametrize("picture", [photograph(), plain("PNG", mode="RGBA", colour=(1, 2, 3, 99))])
def test_a_master_that_was_exported_comes_home(db, picture):
    image = Image.objects.add("a.jpg", picture, alt="A window")
    image.focal_x = 20
    image.save()
    with Image.objects.get().file.open() as file:
        exported = file.read()
    assert Image.objects.add("b.jpg", exported, alt="A window") == image
    assert Image.objects.count() == 1


@pytest.mark.parametrize(("alt", "decorative", "field"), [("", False, "alt"), ("A wall", True, "decorative")])
def test_alt_text_or_decorative_never_both_never_none(db, alt, decorative, field):
    with pytest.raises(ValidationError) as error:
        Image.objects.add("a.jpg", plain(), alt=alt, decorative=decorative)
    assert list(error.value.message_dict) == [field]
    with pytest.raises(IntegrityError), transaction.atomic():
        Image.objects.create(file=upload(plain()), alt=alt, decorative=decorative)


def test_bad_bytes_make_neither_row_nor_file(db, media):
    with pytest.raises(ValidationError, match="no JPEG"):
        Image.objects.add("a.jpg", b"<svg/>", alt="A drawing")
    with pytest.raises(Refused):
        Image.objects.create(file=upload(b"<svg/>"), alt="A drawing")
    assert (Image.objects.count(), stored(media)) == (0, [])


def test_an_upload_that_broke_off_half_way_is_made_whole(db, media):
    image = make.image()
    names = stored(media)
    image.delete()
    (media / names[0]).write_bytes(b"half")
    make.image()
    assert (media / names[0]).read_bytes() != b"half"
    assert stored(media) == names


def test_lost_renditions_are_made_again_by_a_command(db, media, capsys):
    image, lost = make.image("kept.png"), make.image("lost.png", colour="green")
    names = stored(media)
    for name in names:
        if "renditions" in name or lost.key in name:
            (media / name).unlink()
    with pytest.raises(SystemExit):
        call_command("remake_renditions")
    assert stored(media) == [name for name in names if image.key in name]
    output = capsys.readouterr()
    assert "remade   kept" in output.out
    assert "failed   lost" in output.err


def test_a_new_recipe_gives_new_names(db, media, monkeypatch, django_capture_on_commit_callbacks):
    old = make.image().key
    monkeypatch.setattr("images.renditions.RECIPE", "next")
    with django_capture_on_commit_callbacks(execute=True):
        call_command("remake_renditions", verbosity=0)
    assert Image.objects.get().key != old
    assert not [name for name in stored(media) if old in name]
