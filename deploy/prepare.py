"""python deploy/prepare.py FOLDER REQUIREMENTS: a virtual environment with exactly these packages.

Done once; again only when the file or the interpreter has changed. Needs nothing but Python itself.
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path


def main(folder: Path, requirements: Path) -> None:
    """Make or mend the environment; ends the process with one line when that cannot be done."""
    stamp, wanted = folder / f".{requirements.name}.stamp", stamp_of(requirements)
    if runs_this_python(folder) and stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"Installing {requirements} into {folder} …", flush=True)
    if not runs_this_python(folder):
        make(folder)
    install(folder, requirements)
    stamp.write_text(wanted)


def stamp_of(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def runs_this_python(folder: Path) -> bool:
    """Whether the environment works, has pip and is of this Python's version."""
    ask = "import sys, pip; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([folder / "bin/python", "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.split() == [str(number) for number in sys.version_info[:2]]


def make(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / "pyvenv.cfg").is_file():
        refuse(f"{folder} is no virtual environment; name another folder with VENV=")
    try:
        venv.create(folder, clear=True, symlinks=True, with_pip=True)
    except (ImportError, subprocess.CalledProcessError):
        refuse("this Python cannot make virtual environments with pip; on Debian: apt-get install python3-venv")


def install(folder: Path, requirements: Path) -> None:
    pip = [folder / "bin/python", "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq"]
    if subprocess.run([*pip, "install", "--require-hashes", "-r", requirements], check=False).returncode:
        refuse(f"{requirements} could not be installed; pip says why above")


def refuse(why: str) -> None:
    sys.exit(f"Double Bill: {why}")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except OSError as error:
        refuse(f"cannot write {error.filename or sys.argv[1]}: {error.strerror}")
    except KeyboardInterrupt:
        sys.exit(130)
