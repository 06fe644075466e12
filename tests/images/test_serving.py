"""What /media/ gives out, and what it keeps to itself."""

import pytest

from images.models import Image
from tests import make

SANDBOX = "default-src 'none'; sandbox"


@pytest.fixture
def address(db):
    return make.image().as_picture()["src"]


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(("suffix", "kind"), [(".jpg", "image/jpeg"), (".avif", "image/avif")])
def test_a_picture_may_be_kept_for_ever_and_can_do_nothing(address, ravi, media, suffix, kind):
    address = address.replace(".jpg", suffix)
    response = ravi.get(address)
    content = (media / address.removeprefix("/media/")).read_bytes()
    assert response.status_code == 200
    assert body(response) == content
    assert response["Content-Type"] == kind
    assert response["Content-Length"] == str(len(content))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Security-Policy"] == SANDBOX
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Vary" not in response


def test_a_picture_asks_the_database_nothing(address, ravi, queries):
    with queries() as seen:
        body(ravi.get(address))
    assert seen == []


def test_whoever_holds_a_picture_is_not_sent_it_again(address, ravi):
    first = ravi.get(address)
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = ravi.get(address, headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Content-Security-Policy"] == SANDBOX
        assert "immutable" in again["Cache-Control"]
    assert ravi.get(address, headers={"If-None-Match": '"another"'}).status_code == 200
    first.close()


def test_pictures_are_only_looked_at(address, ravi):
    head = ravi.head(address)
    assert (head.status_code, head["Content-Type"]) == (200, "image/jpeg")
    assert int(head["Content-Length"]) > 0
    assert ravi.post(address).status_code == 405
    assert ravi.delete(address).status_code == 405


def test_a_master_is_served_too(db, ravi):
    make.image()
    assert ravi.get(f"/media/{Image.objects.get().file.name}").status_code == 200


OUTSIDE = [
    "/media/../secret.jpg",
    "/media/%2e%2e/secret.jpg",
    "/media/..%2fsecret.jpg",
    "/media/renditions/../../secret.jpg",
    "/media/renditions/%2e%2e/%2e%2e/secret.jpg",
    "/media/..%5csecret.jpg",
    "/media//secret.jpg",
    "/media/%2fetc/passwd",
    "/media/{outside}/secret.jpg",
    "/media/link.jpg",
    "/media/folder/secret.jpg",
    "/media/circle.jpg",
    "/media/renditions/../good.jpg",
    "/media/./good.jpg",
    "/media//good.jpg",
]
NOT_PICTURES = ["/media/page.html", "/media/drawing.svg", "/media/notes.txt", "/media/noname", "/media/picture.JPG",
                "/media/picture.jpg.html"]  # fmt: skip
NOTHING = ["/media/", "/media/renditions", "/media/renditions/", "/media/folder.jpg", "/media/gone.jpg",
           "/media/good.jpg/", "/media/good.jpg/more.jpg", "/media/good.jpg%00", "/media/%00.jpg",
           "/media/good.jpg%00.png", "/media/" + "a" * 5000 + ".jpg"]  # fmt: skip


@pytest.fixture
def good(media):
    """A picture under every name of the lists, outside and inside, so that only the rules keep it back."""
    outside = media.parent / "outside"
    outside.mkdir()
    for folder in (media.parent, outside):
        (folder / "secret.jpg").write_bytes(b"secret")
    for name in ("good.jpg", *(address.removeprefix("/media/") for address in NOT_PICTURES)):
        (media / name).write_bytes(b"good")
    (media / "renditions").mkdir()
    (media / "folder.jpg").mkdir()
    (media / "link.jpg").symlink_to(outside / "secret.jpg")
    (media / "folder").symlink_to(outside)
    (media / "circle.jpg").symlink_to(media / "circle.jpg")
    return outside


@pytest.mark.parametrize("address", [*OUTSIDE, *NOT_PICTURES, *NOTHING])
def test_nothing_else_is_given_out(good, db, ravi, address):
    response = ravi.get(address.format(outside=str(good).replace("/", "%2f")))
    assert response.status_code == 404


def test_a_good_picture_beside_them_is_given_out(good, ravi):
    """The live control of the lists above."""
    assert body(ravi.get("/media/good.jpg")) == b"good"


def test_the_folder_itself_may_be_a_link(good, db, media, ravi, settings):
    (media.parent / "moved").symlink_to(media)
    settings.MEDIA_ROOT = media.parent / "moved"
    assert body(ravi.get("/media/good.jpg")) == b"good"
    assert ravi.get("/media/link.jpg").status_code == 404
