"""Rendering in a child: honest texts pass, hostile ones are stopped in time, and the next text does not suffer."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lib.markup import FULL, INLINE, Job, Reference, Target, TooSlow, bounded, render, render_bounded
from tests.lib.shelf import SHELF

BRACKETS = "[a…](" * 2_400  # 12 kB on which Python-Markdown takes seconds
SENTENCE = (
    "A *city* at night, seen from [a window](/x), in [[film:her-2013]]: “so far, so near”, {{her-2013 1:12:30}}. "
)


@pytest.fixture(autouse=True)
def forgetful():
    """Nothing is remembered from another test."""
    bounded._remembered.kept.clear()


def job(text, dialect=FULL):
    return Job(text, SHELF, dialect, "s-")


def essay(size):
    paragraph = SENTENCE * 6
    return "\n\n".join(f"## Part {n}\n\n{paragraph}" for n in range(size // len(paragraph)))


@pytest.fixture(autouse=True)
def no_child_left():
    yield
    for child in bounded._pool.idle:
        child.end()
    bounded._pool.idle.clear()


def test_the_child_gives_what_this_process_would():
    jobs = [
        job("# A\n\n[[film:her-2013]] [[film:nope]] {{her-2013 1:00:00}}\n\n~!x!~{her-2013}"),
        job("*b*", INLINE),
        job(""),
    ]
    assert render_bounded(jobs) == [render(each) for each in jobs]


def test_an_honest_essay_of_60_kb_is_rendered(monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS", 20)  # the machine of a test may be busy; what counts is the work itself
    text = essay(60_000)
    assert len(text) > 55_000
    begun = time.process_time()
    render(job(text))
    assert time.process_time() - begun < 1.2
    [result] = render_bounded([job(text)])
    assert result.words > 8_000
    assert len(result.headings) > 60


def test_a_hostile_text_is_stopped_and_the_next_one_is_rendered():
    render_bounded([job("warm")])
    begun = time.monotonic()
    with pytest.raises(TooSlow) as stopped:
        render_bounded([job("*a*"), job(f"One line.\n\n{BRACKETS}\n\nAnother (line)."), job("*c*")])
    assert time.monotonic() - begun < 5
    assert (stopped.value.job, stopped.value.line) == (1, 3)
    assert "long runs of brackets" in str(stopped.value)
    assert render_bounded([job("*a*")])[0].html == "<p><em>a</em></p>"


def test_the_child_of_a_stopped_text_is_dead():
    render_bounded([job("a")])
    child = bounded._pool.idle[0].process
    with pytest.raises(TooSlow):
        render_bounded([job(BRACKETS)])
    assert child.returncode is not None
    assert bounded._pool.idle == []


def test_a_text_that_eats_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(bounded, "SECONDS", 30)
    long = {Reference("film", "a-2000"): Target("Long " * 1_600_000, "/a/")}
    with pytest.raises(TooSlow) as stopped:
        render_bounded([job("a"), Job("[[film:a-2000]] " * 200, long)])
    assert stopped.value.job == 1
    assert "memory" in str(stopped.value)
    assert render_bounded([job("a")])[0].html == "<p>a</p>"


def test_more_than_200_kb_are_refused_at_once():
    with pytest.raises(TooSlow) as refused:
        render_bounded([job("a"), job("word " * 40_001)])
    assert refused.value.job == 1
    assert "longer than 200 kB" in str(refused.value)
    assert bounded._pool.idle == []


def test_empty_texts_need_no_child():
    assert [result.html for result in render_bounded([job(""), job(" \n")])] == ["", ""]
    assert bounded._pool.idle == []


def test_a_child_is_kept_and_a_dead_one_replaced():
    render_bounded([job("a")])
    [first] = bounded._pool.idle
    render_bounded([job("b")])
    assert bounded._pool.idle == [first]
    first.process.kill()
    first.process.wait()
    assert render_bounded([job("c")])[0].html == "<p>c</p>"
    assert bounded._pool.idle != [first]


def test_threads_do_not_wait_for_one_another_and_two_children_stay():
    results = []

    def work():
        results.append(render_bounded([job(essay(10_000))])[0].words)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert len(set(results)) == 1
    assert len(bounded._pool.idle) <= 2


def test_a_fork_does_not_use_its_parents_children():
    render_bounded([job("a")])
    reader, writer = os.pipe()
    fork = os.fork()
    if not fork:
        os.write(writer, b"none" if bounded._pool.idle == [] else b"some")
        os._exit(0)
    os.waitpid(fork, 0)
    assert os.read(reader, 10) == b"none"
    assert render_bounded([job("b")])[0].html == "<p>b</p>"
    os.close(reader), os.close(writer)


def test_children_end_with_their_parent():
    program = (
        "from lib.markup import Job, bounded, render_bounded\n"
        "render_bounded([Job('a', {})]); print(bounded._pool.idle[0].process.pid)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=bounded.ROOT, capture_output=True, text=True, check=True)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and alive(int(run.stdout)):
        time.sleep(0.02)
    assert not alive(int(run.stdout))


def alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_the_child_knows_no_django_and_none_of_our_secrets():
    program = "import lib.markup.child, sys; print([name for name in sys.modules if name.startswith('django')])"
    run = subprocess.run([sys.executable, "-c", program], cwd=bounded.ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    render_bounded([job("a")])
    environment = Path(f"/proc/{bounded._pool.idle[0].process.pid}/environ").read_text()
    assert "SECRET_KEY" in os.environ
    assert "SECRET_KEY" not in environment


def test_the_same_text_is_rendered_once():
    first = render_bounded([job("## One")])
    child = bounded._pool.idle[-1]
    child.end()
    assert render_bounded([job("## One")]) == first and child.process.returncode is not None
    assert bounded._pool.idle == [child], "nobody was asked"
    assert render_bounded([job("## Two")]) != first


def test_batches_may_share_one_limit():
    with pytest.raises(TooSlow):
        render_bounded([job("Something new to say.")], until=time.monotonic() - 1)
