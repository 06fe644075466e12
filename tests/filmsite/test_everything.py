"""`make test` says at its end what it could not do on this machine, and how to get it."""

import pytest

from tests import everything


@pytest.fixture
def on(monkeypatch):
    """on(browser=…, postgresql=…, only_python=…): the machine and the wish of this run."""

    def machine(*, browser, postgresql=False, only_python=False):
        monkeypatch.setattr(everything, "WITH_BROWSER", browser and not only_python)
        monkeypatch.setattr(everything, "ON_POSTGRESQL", postgresql)
        monkeypatch.setattr(everything, "ONLY_PYTHON", only_python)

    return machine


def names():
    return [name for name, _ in everything.parts()]


def test_on_a_full_machine_everything_is_run(on):
    on(browser=True, postgresql=True)
    assert names() == ["tests", "missing migrations", "floors", "style", "format", "types", "templates"]
    assert "not browser" not in dict(everything.parts())["tests"]
    assert list(everything.missing()) == []


def test_without_chromium_the_rest_is_run_and_the_last_lines_say_how_to_get_it(on):
    on(browser=False, postgresql=True)
    assert "not browser" in dict(everything.parts())["tests"]
    [line] = everything.missing()
    assert "browser" in line
    assert "apt-get install chromium" in line


def test_on_sqlite_the_last_lines_say_how_to_test_postgresql(on):
    on(browser=True)
    [line] = everything.missing()
    assert "apt-get install postgresql" in line
    assert "DATABASE_URL=postgres://" in line


def test_only_python_leaves_out_browser_lint_and_types(on):
    on(browser=True, postgresql=True, only_python=True)
    assert names() == ["tests", "missing migrations", "floors"]
    assert "not browser" in dict(everything.parts())["tests"]
    [line] = everything.missing()
    assert "ONLY=python" in line


def test_a_check_that_finds_something_does_not_stop_the_others(capfd, monkeypatch):
    checks = [("first", ["false"]), ("second", ["true"])]
    monkeypatch.setattr(everything, "parts", lambda: iter(checks))
    assert everything.main() == 1
    lines = capfd.readouterr().out.splitlines()
    assert "FAILED  first" in lines
    assert "passed  second" in lines
    assert lines[-1].startswith("make test: FAILED: first")


def test_where_a_browser_is_required_a_missing_one_is_a_failure(on, capfd, monkeypatch):
    on(browser=False)
    monkeypatch.delenv("REQUIRE_BROWSER", raising=False)
    monkeypatch.setattr(everything, "parts", lambda: iter([("first", ["true"])]))
    assert everything.main() == 0
    monkeypatch.setenv("REQUIRE_BROWSER", "1")
    assert everything.main() == 1
    assert "FAILED  Chromium" in capfd.readouterr().out
