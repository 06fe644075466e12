"""From Markdown to HTML, purely: everything a text names comes in as `resolved`."""

import re
from dataclasses import replace

from lib.markup import grammar, outline
from lib.markup.cleaning import CannotClean, clean
from lib.markup.filling import Filling
from lib.markup.jobs import CATALOGUE, FULL, INLINE, Dialect, Job, Mentioned, Problem, Rendered, Target
from lib.markup.scanning import tidy
from lib.text import count_words

__all__ = [
    "CATALOGUE", "FULL", "INLINE", "Dialect", "Job", "Mentioned", "Problem", "Rendered", "Target", "render",
]  # fmt: skip
PROBLEMS_SHOWN = 20


def render(job: Job) -> Rendered:
    """Render one text in this process. Never raises, but may take long: see render_bounded for texts from a form."""
    job = replace(job, text=tidy(job.text))
    if len(job.text) > FULL.limit:
        return Rendered(problems=(Problem(f"This text is longer than {FULL.limit:,} characters.", 1),))
    try:
        return _rendered(job)
    except CannotClean as error:
        return Rendered(problems=(Problem(str(error), 1),))
    except RecursionError:
        return Rendered(problems=(Problem("This text is nested too deeply: quotations, lists or tags.", 1),))


def _rendered(job: Job) -> Rendered:
    filling = Filling(job)
    html = _blocks(filling) if job.dialect.blocks else _paragraph(filling)
    html, headings = outline.identified(html, job.id_prefix)
    html = clean(html, inline=not job.dialect.blocks)
    return Rendered(
        html=html,
        plain=outline.plain(html),
        headings=headings,
        words=count_words(outline.plain(html, spoilers=True)),
        mentions=tuple(filling.mentions),
        problems=tuple(sorted(filling.problems, key=lambda problem: problem.line)[:PROBLEMS_SHOWN]),
    )


def _blocks(filling: Filling) -> str:
    md = grammar.full(filling.cover)
    html = md.convert(filling.lift(filling.job.text))
    filling.markdown.references = md.references
    return filling.fill(html)


def _paragraph(filling: Filling) -> str:
    text, limit = filling.job.text.strip(), filling.job.dialect.limit
    if len(text) > limit:
        filling.problem(f"At most {limit} characters; this has {len(text)}.", 1)
    if blank := re.search(r"\n\s*\n", text):
        filling.problem("This must be one paragraph.", text.count("\n", 0, blank.start()) + 2)
    return filling.to_html(re.sub(r"\n\s*\n", "\n", text), 1)
