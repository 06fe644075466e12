"""python deploy/run.py PORT: this site on this machine alone, from nothing or from where it was left.

Sets what settings.py asks for (whatever the environment says already wins), brings database and static files up to
date, loads the demo into an empty database (unless SITE_URL is one that others reach) and becomes gunicorn.
"""

import os
import secrets
import socket
import sys
from hashlib import sha256
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent


def main(port: str) -> None:
    """Start on 127.0.0.1:`port`; ends the process with one line when that cannot be done."""
    check_port(port)
    set_environment(port)

    import django
    from django.core.management import CommandError
    from django.db import Error

    django.setup()
    try:
        bring_up_to_date()
    except Error as error:
        refuse(f"the database cannot be used: {str(error).splitlines()[0]}")
    except CommandError as error:
        refuse(str(error))
    address = f"http://127.0.0.1:{port}/"
    print(f"\nDouble Bill: {address} (admin: {address}admin/). Ctrl-C ends it.", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "filmsite.wsgi"])


def check_port(port: str) -> None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        refuse(f"PORT must be a number from 1 to 65535, not {port!r}")
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", int(port)))
        except PermissionError:
            refuse(f"port {port} is for the system's own programs; take another: make run PORT=8000")
        except OSError:
            refuse(f"port {port} is taken; take another: make run PORT={min(int(port) + 1, 65535)}")


def set_environment(port: str) -> None:
    os.chdir(HOME)
    sys.path.insert(0, str(HOME))
    os.environ |= {"DJANGO_SETTINGS_MODULE": "filmsite.settings", "BIND": f"127.0.0.1:{port}"}
    var = Path(os.environ.setdefault("VAR_DIR", str(HOME / "var")))
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_key(var / "secret-key")


def secret_key(file: Path) -> str:
    """The key kept in `file`, made on the first start; nobody else may read it."""
    if not file.is_file() or not file.read_text().strip():
        file.touch(mode=0o600)
        file.chmod(0o600)
        file.write_text(secrets.token_urlsafe(48) + "\n")
    return file.read_text().strip()


def bring_up_to_date() -> None:
    from django.conf import settings
    from django.core.management import call_command

    Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    collect_static_files(Path(settings.STATIC_ROOT))
    call_command("demo", if_empty=True)


def collect_static_files(folder: Path) -> None:
    """Hash and compress the static files when one of them has changed; that takes some seconds."""
    from django.core.management import call_command

    stamp, found = folder.with_name(f"{folder.name}.stamp"), static_files()
    if not folder.is_dir() or not stamp.is_file() or stamp.read_text() != found:
        print("Collecting static files …", flush=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(found)


def static_files() -> str:
    """A digest of the name, size and time of every static file."""
    from django.contrib.staticfiles.finders import get_finders

    paths = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    facts = sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths)
    return sha256(repr(facts).encode()).hexdigest()


def refuse(why: str) -> None:
    sys.exit(f"Double Bill: {why}")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except OSError as error:
        refuse(f"cannot write {error.filename or os.environ.get('VAR_DIR', 'var')}: {error.strerror}")
    except KeyboardInterrupt:
        sys.exit(130)
