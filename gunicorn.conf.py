"""What gunicorn reads by itself when started here: `gunicorn filmsite.wsgi`, with BIND=address:port for another one.

One process for each of two cores (WEB_CONCURRENCY= for more), threads for whoever waits.
"""

import os
from pathlib import Path

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
# Read once, shared by all processes; and a start that is refused says so once, before any of them begins.
preload_app = True
timeout = 30  # no request may be busy longer than 2 s; this is for a disk that hangs
graceful_timeout = 20
keepalive = 5
# The heartbeat of a worker is a file: not on a disk that may be slow.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# A socket for gunicornc in the home folder, which two sites would fight over.
control_socket_disable = True
loglevel = "warning"
