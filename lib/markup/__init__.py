"""The editors' Markdown: references → (fetch) → render in a bounded child process → clean.

names = references(text)                                  # what it names, one linear scan
resolved = {reference: Target(…)}                         # the owning floor fetches them, one query per kind
[rendered] = render_bounded([Job(text, resolved, FULL)])  # raises TooSlow
"""

from lib.markup.bounded import SECONDS, TooSlow, render_bounded
from lib.markup.cleaning import clean
from lib.markup.jobs import CATALOGUE, FULL, INLINE, Job, Mentioned, Problem, Rendered, Target
from lib.markup.rendering import render
from lib.markup.scanning import Reference, references

__all__ = [
    "CATALOGUE",
    "FULL",
    "INLINE",
    "SECONDS",
    "Job",
    "Mentioned",
    "Problem",
    "Reference",
    "Rendered",
    "Target",
    "TooSlow",
    "clean",
    "references",
    "render",
    "render_bounded",
]  # fmt: skip
