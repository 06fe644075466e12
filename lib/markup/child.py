"""`python -m lib.markup.child`: renders batches that come in on stdin until it is closed. Imports no Django.

It keeps its own limits too, for the case that its parent dies in the middle of a batch.
"""

import resource
import signal
import sys

from lib.markup.rendering import render
from lib.markup.wire import jobs_from_line, rendered_to_line

MEMORY = 512 * 1024 * 1024
SECONDS = 10
READY = b"ready\n"


def limit() -> None:
    """No more memory than MEMORY, and no file, core dump or process left behind."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def serve() -> None:
    """One line per batch in, one line per text out, each as soon as it is done."""
    out = sys.stdout.buffer
    out.write(READY)
    out.flush()
    for line in sys.stdin.buffer:
        signal.alarm(SECONDS)
        for job in jobs_from_line(line):
            out.write(rendered_to_line(render(job)))
            out.flush()
        signal.alarm(0)


if __name__ == "__main__":
    limit()
    serve()
