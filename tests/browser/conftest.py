"""A real Chromium against the site as it is deployed: hashed static files, our own media view, the strict policy.

    page        a Playwright page of a fresh context. What goes wrong in it or in a tab it opens (policy violation,
                console error, uncaught exception, failed request) fails the test at its end
    sign_in     sign_in(page, user) through the real form
    no_script   a page like `page`, without JavaScript

Without Chromium these tests are skipped, except where CI=true or REQUIRE_BROWSER=1 asks for them.
"""

import os
import shutil
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.conftest import PASSWORD

HERE = Path(__file__).parent
HOW = "no browser on this machine; get it with: apt install chromium"
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("REQUIRE_BROWSER") == "1"
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`POLICY ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def live_server():
    """The site in a thread, without the helpers that Django's test server puts before static files and uploads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.contrib.staticfiles.handlers.StaticFilesHandler", lambda media: media.application)
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests; Debian's own, never a downloaded one."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if not executable:
        pytest.fail(HOW) if REQUIRED else pytest.skip(HOW)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Problems(list):
    """What went wrong in the tabs of one context."""

    def watch(self, page):
        page.on("console", lambda message: message.type == "error" and self.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.append(f"exception: {error}"))
        page.on("requestfailed", self.failed)

    def failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # a newer question of an autocomplete takes the older one back
            self.append(f"failed: {request.url} {request.failure}")


def watched_page(browser, live_server, **options):
    """A page of a fresh context, whose troubles fail the test when it is over."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=live_server.url, **options)
    context.set_default_timeout(10_000)
    context.add_init_script(REPORT_VIOLATIONS)
    problems = Problems()
    context.on("page", problems.watch)
    yield context.new_page()
    context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def page(browser, live_server):
    """A page of the site, 1440 pixels wide."""
    yield from watched_page(browser, live_server)


@pytest.fixture
def no_script(browser, live_server):
    """A page of the site in a browser without JavaScript."""
    yield from watched_page(browser, live_server, java_script_enabled=False)


@pytest.fixture
def sign_in():
    """sign_in(page, user): through the form, with the password that all people of the tests share."""

    def through_the_form(page, user):
        page.goto("/admin/login/")
        page.fill("[name=username]", user.email)
        page.fill("[name=password]", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_url("**/admin/")

    return through_the_form
