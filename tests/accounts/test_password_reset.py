"""Edith has forgotten her password: mail from a real SMTP server, the link in it, a new password."""

import re
import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from accounts.models import User

NEW_PASSWORD = "reels turn at midnight"


class Postbox:
    """Keeps every mail it is handed."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 Kept"


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.fixture
def postbox(settings):
    """A mail server of this test alone; `mails` are the messages that reached it."""
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    yield box
    server.stop()


def ask(client, email, **headers):
    return client.post("/admin/password_reset/", {"email": email}, **headers)


def link_in(mail):
    return re.search(r"https://doublebill\.example(/\S+)", mail.get_content())[1]


def test_edith_follows_the_link_in_the_mail_and_signs_in_with_a_new_password(edith, ravi, postbox):
    assert "/admin/password_reset/" in ravi.get("/admin/login/").content.decode()
    answer = ask(ravi, "Edith@Example.ORG")
    assert answer.status_code == 302 and answer.url == "/admin/password_reset/sent/"
    assert ravi.get(answer.url).status_code == 200

    [mail] = postbox.mails
    assert mail["to"] == "edith@example.org" and mail["subject"] == "Double Bill: a new password"
    form = ravi.get(link_in(mail), follow=True)
    assert form.status_code == 200 and b"new_password1" in form.content
    answer = ravi.post(form.request["PATH_INFO"], {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD})
    assert answer.url == "/admin/password_reset/complete/"
    assert "/admin/login/" in ravi.get(answer.url).content.decode()

    answer = ravi.post("/admin/login/", {"username": "edith@example.org", "password": NEW_PASSWORD, "next": "/admin/"})
    assert answer.status_code == 302 and ravi.get("/admin/").status_code == 200


def test_the_link_works_once(edith, ravi, postbox):
    ask(ravi, "edith@example.org")
    edith.set_password("something else entirely")
    edith.save()
    assert b"new_password1" not in ravi.get(link_in(postbox.mails[0]), follow=True).content


def test_the_link_never_takes_its_host_from_the_request(edith, ravi, postbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    ask(ravi, "edith@example.org", HTTP_HOST="evil.example")
    text = postbox.mails[0].get_content()
    assert "evil.example" not in text and "https://doublebill.example/admin/password_reset/" in text


@pytest.mark.parametrize("email", ["nobody@example.org", "gone@example.org"])
def test_an_unknown_address_gets_the_same_answer_and_no_mail(email, edith, ravi, postbox):
    User.objects.create_user("gone@example.org", NEW_PASSWORD, is_active=False)
    known, unknown = ask(ravi, "edith@example.org"), ask(ravi, email)
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [mail["to"] for mail in postbox.mails] == ["edith@example.org"]


def test_a_mail_server_that_is_down_changes_no_answer(edith, ravi, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    assert ask(ravi, "edith@example.org").url == "/admin/password_reset/sent/"


def test_a_weak_password_is_refused_with_the_reason(edith, ravi, postbox):
    ask(ravi, "edith@example.org")
    form = ravi.get(link_in(postbox.mails[0]), follow=True)
    answer = ravi.post(form.request["PATH_INFO"], {"new_password1": "123", "new_password2": "123"})
    assert b"too short" in answer.content
