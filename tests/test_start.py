"""The operator starts the site: refused in one line when something is missing, otherwise up from nothing."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
ENOUGH = {
    "SECRET_KEY": "long and random",
    "ALLOWED_HOSTS": "doublebill.example",
    "SITE_URL": "https://doublebill.example",
}
CHECK = [sys.executable, "manage.py", "check"]
GUNICORN = [sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:0", "filmsite.wsgi"]


@pytest.fixture
def var(tmp_path):
    """The folder that a start makes for itself."""
    return tmp_path / "var"


def start(command, folder, **settings):
    """The command's (exit code, output), in an environment that holds nothing but these settings."""
    done = subprocess.run(
        command, cwd=HOME, env=bare(folder, settings), capture_output=True, text=True, timeout=300, check=False
    )
    return done.returncode, done.stdout + done.stderr


def bare(folder, settings):
    return {"PATH": os.environ["PATH"], "VAR_DIR": str(folder), **settings}


def one_line(output):
    [line] = output.splitlines()
    return line


def test_with_the_three_settings_the_site_starts(var):
    """The control for all the refusals below. Django 6.1's checks open the database, so its folder must be there."""
    var.mkdir()
    assert start(CHECK, var, **ENOUGH) == (0, "System check identified no issues (0 silenced).\n")


@pytest.mark.parametrize("command", [CHECK, GUNICORN], ids=["manage.py", "gunicorn"])
@pytest.mark.parametrize("left_out", list(ENOUGH))
def test_without_one_of_them_it_is_refused_in_one_line(var, command, left_out):
    code, output = start(command, var, **{**ENOUGH, left_out: "  "})
    assert code != 0
    assert one_line(output).startswith(f"Double Bill: {left_out} is not set")


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("SITE_URL", "doublebill.example"),
        ("SITE_URL", "ftp://doublebill.example"),
        ("SITE_URL", "https://doublebill.example/films"),
        ("SITE_URL", "https://doublebill.example/?a=b"),
        ("SITE_URL", "https://doublebill.example#a"),
        ("SITE_URL", "https://ida:hunter2@doublebill.example"),
        ("SITE_URL", "https://doublebill.example:port"),
        ("SITE_URL", "https://[doublebill.example"),
        ("DATABASE_URL", "mysql://root:hunter2@localhost/films"),
        ("DATABASE_URL", "var/db.sqlite3"),
    ],
)
def test_nonsense_is_refused_in_one_line_too(var, name, nonsense):
    code, output = start(CHECK, var, **{**ENOUGH, name: nonsense})
    assert code != 0
    assert one_line(output).startswith(f"Double Bill: {name} must look like")
    assert "hunter2" not in output


def test_an_empty_database_url_means_the_file(var):
    var.mkdir()
    assert start(CHECK, var, **ENOUGH, DATABASE_URL="")[0] == 0


def make(target, folder, **settings):
    """(exit code, lines) of a make target; make's own last word is left out."""
    code, output = start(["make", "--no-print-directory", target], folder, **settings)
    return code, [line for line in output.splitlines() if not line.startswith("make: ***")]


@pytest.mark.parametrize("target", ["run", "test", "pins"])
def test_an_old_python_is_refused_in_one_line(tmp_path, target):
    old = tmp_path / "python3"
    old.write_text(f"#!{sys.executable}\nimport sys; sys.version_info = (3, 10, 13, 'final', 0)\nexec(sys.argv[2])\n")
    old.chmod(0o700)
    code, lines = make(target, tmp_path, PYTHON=str(old))
    assert code != 0
    assert lines == [
        f"Double Bill: Python 3.11.5 or later is needed and {old} is 3.10.13. Name another: make run PYTHON=python3.12"
    ]


def test_no_python_is_refused_in_one_line(var):
    code, [line] = make("run", var, PYTHON="python-of-nowhere")
    assert code != 0
    assert line.startswith("Double Bill: python-of-nowhere is not on this machine.")


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", ""])
def test_a_port_that_is_none_is_refused(var, port):
    code, output = start([sys.executable, "deploy/run.py", port], var)
    assert code != 0
    assert one_line(output) == f"Double Bill: PORT must be a number from 1 to 65535, not {port!r}"


def test_a_port_that_is_taken_is_refused_before_anything_is_done(var):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, output = start([sys.executable, "deploy/run.py", str(port)], var)
    assert code != 0
    assert one_line(output).startswith(f"Double Bill: port {port} is taken")
    assert not var.exists()


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")
    code, output = start([sys.executable, "deploy/run.py", free_port()], tmp_path / "file" / "var")
    assert code != 0
    assert one_line(output) == f"Double Bill: cannot write {tmp_path}/file/var: Not a directory"


def test_a_folder_that_is_something_else_is_never_made_a_virtual_environment(tmp_path):
    (tmp_path / "letters.txt").write_text("Dear Ida")
    code, output = start([sys.executable, "deploy/prepare.py", str(tmp_path), "requirements.txt"], tmp_path)
    assert code != 0
    assert (
        output.splitlines()[-1] == f"Double Bill: {tmp_path} is no virtual environment; name another folder with VENV="
    )
    assert (tmp_path / "letters.txt").read_text() == "Dear Ida"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


class Running:
    """`with Running(folder) as site:` the site that `make run` serves, up and answering; ended as Ctrl-C does."""

    def __init__(self, folder):
        self.port = free_port()
        command = [sys.executable, "deploy/run.py", self.port]
        self.process = subprocess.Popen(
            command, cwd=HOME, env=bare(folder, {}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def __enter__(self):
        for _ in range(1800):
            assert self.process.poll() is None, self.process.stdout.read()
            try:
                self.get("/health/")
            except ConnectionRefusedError:
                time.sleep(0.1)
            else:
                return self
        raise AssertionError("not up after three minutes")

    def get(self, address):
        connection = HTTPConnection("127.0.0.1", int(self.port), timeout=10)
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body

    def __exit__(self, *error):
        self.process.send_signal(signal.SIGINT)
        self.output, _ = self.process.communicate(timeout=60)


def test_the_site_comes_up_from_nothing_and_again_as_it_was_left(var):
    with Running(var) as site:
        assert site.get("/health/")[0] == 200
        status, login = site.get("/admin/login/")
        assert status == 200
        assert "/static/" in login
    assert site.process.returncode == 0
    assert "Traceback" not in site.output
    assert f"http://127.0.0.1:{site.port}/" in site.output

    key, left = var / "secret-key", snapshot(var)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with Running(var) as site:
        assert site.get("/health/")[0] == 200
    assert "Collecting static files" not in site.output
    assert snapshot(var) == left


def snapshot(folder):
    """The secret key, and every row of the site's database but what a start of Django itself may touch."""
    dump = [sys.executable, "manage.py", "dumpdata", "--exclude", "sessions", "--exclude", "contenttypes"]
    settings = {"SECRET_KEY": "for reading", "ALLOWED_HOSTS": "*", "SITE_URL": "http://127.0.0.1"}
    code, rows = start(dump, folder, **settings)
    assert code == 0, rows
    return (folder / "secret-key").read_text(), rows
