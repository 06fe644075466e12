"""Rendering in a child process that is killed when it takes too long or too much memory.

Python-Markdown is quadratic on hostile input and a thread cannot be interrupted. A child is started on first use and
kept; two at most stay idle, so that threads need not wait for one another.
"""

import math
import os
import re
import selectors
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from lib.markup.jobs import FULL, Job, Rendered
from lib.markup.wire import job_key, jobs_to_line, rendered_from_line

SECONDS = 1.5
SECONDS_TO_START = 20.0
IDLE = 2
REMEMBERED = 64
ROOT = Path(__file__).resolve().parents[2]
TOO_LONG = f"this text is longer than {FULL.limit // 1000} kB."
TOO_SLOW = f"this text could not be rendered in {SECONDS} seconds: look for long runs of brackets or other marks."
TOO_MUCH = "this text needs more memory than there is for one: look for long runs of brackets or deep nesting."


class TooSlow(Exception):
    """A text that cannot be rendered within the limits. `job` is its index, `line` about where it is worst."""

    def __init__(self, job: int, line: int, reason: str) -> None:
        super().__init__(f"Line {line}: {reason}")
        self.job, self.line, self.reason = job, line, reason


class Late(Exception):
    """The child has not answered in time."""


class Gone(Exception):
    """The child has ended."""


class Child:
    """One `lib.markup.child`, asked through pipes. It has none of our environment, so none of our secrets."""

    def __init__(self) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lib.markup.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**kept, "PYTHONUTF8": "1"},
            bufsize=0,
            start_new_session=True,  # Ctrl-C is for the server; the child ends when its stdin does
        )
        self.unread = bytearray()
        self.line(time.monotonic() + SECONDS_TO_START)

    def ask(self, line: bytes) -> None:
        """Send a batch. Raises Gone when nobody is there any more."""
        assert self.process.stdin  # noqa: S101 — a pipe, as asked for
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[self.process.stdin.write(rest) :]
        except BrokenPipeError as error:
            raise Gone from error

    def line(self, deadline: float) -> bytes:
        """The next line of its answer. Raises Late, Gone."""
        while (end := self.unread.find(b"\n")) < 0:
            self.unread += self._more(deadline)
        line = bytes(self.unread[:end])
        del self.unread[: end + 1]
        return line

    def _more(self, deadline: float) -> bytes:
        assert self.process.stdout  # noqa: S101 — a pipe, as asked for
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            if not selector.select(max(deadline - time.monotonic(), 0)):
                raise Late
        if not (chunk := os.read(self.process.stdout.fileno(), 1 << 20)):
            raise Gone
        return chunk

    def let_go(self) -> None:
        """Close our ends of the pipes, nothing else."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def end(self) -> None:
        self.process.kill()
        self.let_go()
        self.process.wait()


class Pool:
    """Idle children of this very process: a fork has its own, or it would read another's answers."""

    def __init__(self) -> None:
        self.idle: list[Child] = []
        self.lock = threading.Lock()
        self.owner = os.getpid()

    def take(self) -> Child:
        """A child that is alive: an idle one or a new one."""
        with self.lock:
            while self.idle:
                child = self.idle.pop()
                if child.process.poll() is None:
                    return child
                child.end()
        return Child()

    def give_back(self, child: Child) -> None:
        with self.lock:
            if len(self.idle) < IDLE:
                self.idle.append(child)
                return
        child.end()


_pool = Pool()


def _after_fork() -> None:
    global _pool
    for child in _pool.idle:
        child.let_go()
        child.process.returncode = 0  # not ours to wait for
    _pool = Pool()


os.register_at_fork(after_in_child=_after_fork)


def render_bounded(jobs: Sequence[Job], until: float | None = None) -> list[Rendered]:
    """Render `jobs` in order, in 1.5 seconds for all together. Raises TooSlow for the one that exceeds a limit.

    `until` (of time.monotonic()) is an earlier end, for batches that share one limit. What was rendered a moment ago
    is remembered: a form checks a text, saves it and notes its mentions, and all three are the same work.
    """
    for index, job in enumerate(jobs):
        if len(job.text) > FULL.limit:
            raise TooSlow(index, 1, TOO_LONG)
    keys = [job_key(job) if job.text.strip() else b"" for job in jobs]
    done = {key: found for key in keys if (found := _remembered.get(key)) is not None}
    wanted = {key: index for index, key in enumerate(keys) if key not in done}
    deadline = min(until or math.inf, time.monotonic() + SECONDS)
    fresh = _in_child([jobs[index] for index in wanted.values()], list(wanted.values()), deadline)
    for key, rendered in zip(wanted, fresh, strict=True):
        done[key] = rendered
        _remembered.put(key, rendered)
    return [done[key] for key in keys]


class Memory:
    """The last results of this process, by what was asked."""

    def __init__(self, size: int) -> None:
        self.size, self.lock = size, threading.Lock()
        self.kept: dict[bytes, Rendered] = {}

    def get(self, key: bytes) -> Rendered | None:
        return self.kept.get(key) if key else Rendered()

    def put(self, key: bytes, rendered: Rendered) -> None:
        with self.lock:
            self.kept[key] = rendered
            while len(self.kept) > self.size:
                del self.kept[next(iter(self.kept))]


_remembered = Memory(REMEMBERED)


def _in_child(jobs: Sequence[Job], indexes: Sequence[int], deadline: float) -> list[Rendered]:
    if not jobs:
        return []
    child = _asked(jobs_to_line(jobs))
    done: list[Rendered] = []
    try:
        while len(done) < len(jobs):
            done.append(rendered_from_line(child.line(deadline)))
    except (Late, Gone) as failure:
        worst = jobs[len(done)].text
        reason = TOO_SLOW if isinstance(failure, Late) else TOO_MUCH
        raise TooSlow(indexes[len(done)], worst_line(worst), reason) from None
    finally:
        _pool.give_back(child) if len(done) == len(jobs) else child.end()
    return done


def _asked(line: bytes) -> Child:
    """A child that has been sent `line`; one that had died idle is replaced."""
    while True:
        child = _pool.take()
        try:
            child.ask(line)
        except Gone:
            child.end()
        else:
            return child


def worst_line(text: str) -> int:
    """The number of the line with the most marks, the longest of those."""
    lines = text.splitlines() or [""]
    weights = [(len(re.findall(r"[\[\](){}<>*_`~!|&#]", line)), len(line)) for line in lines]
    return weights.index(max(weights)) + 1
