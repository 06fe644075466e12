"""Jobs and what became of them as lines of JSON, between a process and its child."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from lib.markup.jobs import Dialect, Job, Mentioned, Problem, Rendered, Target
from lib.markup.scanning import Reference


def job_key(job: Job) -> bytes:
    """The same bytes for jobs that ask for the same."""
    targets = sorted([*reference, _target(target)] for reference, target in job.resolved.items())
    asked = json.dumps([job.text, targets, _dialect(job.dialect), job.id_prefix], sort_keys=True)
    return hashlib.blake2b(asked.encode(), digest_size=16).digest()


def jobs_to_line(jobs: Sequence[Job]) -> bytes:
    """A batch as one line; what several jobs share is written once."""
    targets: dict[int, list[Any]] = {}
    for job in jobs:
        if id(job.resolved) not in targets:
            targets[id(job.resolved)] = [[*reference, _target(target)] for reference, target in job.resolved.items()]
    batch = [[job.text, id(job.resolved), _dialect(job.dialect), job.id_prefix] for job in jobs]
    return json.dumps({"targets": targets, "jobs": batch}).encode() + b"\n"


def _target(target: Target) -> dict[str, Any]:
    return {**vars(target), "headings": sorted(target.headings), "picture": dict(target.picture)}


def _dialect(dialect: Dialect) -> list[Any]:
    return [sorted(dialect.kinds), dialect.blocks, dialect.limit]


def jobs_from_line(line: bytes) -> list[Job]:
    """The batch of such a line."""
    batch = json.loads(line)
    resolved = {key: {Reference(k, s): _read_target(t) for k, s, t in rows} for key, rows in batch["targets"].items()}
    return [
        Job(text, resolved[str(key)], Dialect(frozenset(kinds), blocks, limit), prefix)
        for text, key, (kinds, blocks, limit), prefix in batch["jobs"]
    ]


def _read_target(fields: dict[str, Any]) -> Target:
    return Target(**{**fields, "headings": frozenset(fields["headings"])})


def rendered_to_line(rendered: Rendered) -> bytes:
    """One finished text as one line."""
    return json.dumps(asdict(rendered)).encode() + b"\n"


def rendered_from_line(line: bytes) -> Rendered:
    """The finished text of such a line."""
    fields = json.loads(line)
    fields["headings"] = tuple(fields["headings"])
    fields["mentions"] = tuple(Mentioned(**mention) for mention in fields["mentions"])
    fields["problems"] = tuple(Problem(**problem) for problem in fields["problems"])
    return Rendered(**fields)
