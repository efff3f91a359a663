"""Damaged timelines are read, checked and formatted: no exception, no hang, every problem with its place.

python -m tests.fuzz.timeline --count 100000
"""

from __future__ import annotations

import argparse
import contextlib
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from generator.problems import InputProblemsError, Problem
from generator.timeline.checks import check_read
from generator.timeline.fmt import formatted
from generator.timeline.load import examine_bytes
from tests.fuzz.mutate import mutated
from tests.timeline.examples import BASE, folder

SLOWEST = 2.0
MOST_MEMORY = 256


def judge(data: bytes, root: Path) -> list[Problem]:
    """Read, check and format some bytes; raise `AssertionError` where a promise is broken."""
    examined = examine_bytes(data, "timeline.yml")
    problems = check_read(examined, root)
    height = data.count(b"\n") + 1
    for problem in problems:
        text = str(problem)
        assert problem.code, text
        assert problem.line is None or 1 <= problem.line <= height, text
        assert problem.column is None or problem.column >= 1, text
        assert "\n" not in text, text
        assert text.isprintable(), text
    if examined.loaded is not None and not any(one.level == "error" for one in examined.problems):
        with contextlib.suppress(InputProblemsError):
            formatted(examined.loaded)
    return problems


def seeds() -> list[bytes]:
    """Return the timelines that are damaged: the plain one, a longer one, the real one."""
    events = BASE[BASE.index("  - id: istanbul-talks") : BASE.index("decisions:")]
    many = "".join(events.replace("istanbul-talks", f"talks-{number}") for number in range(20))
    real = Path("timeline.yml")
    found = [BASE.encode(), BASE.replace("decisions:", f"{many}decisions:").encode()]
    return [*found, BASE.replace("\n", "\r\n").encode(), *([real.read_bytes()] if real.exists() else [])]


def run(count: int, seed: int) -> tuple[float, int]:
    """Judge many damaged timelines; return the slowest one's seconds, and how many had no problem."""
    rng = random.Random(seed)  # noqa: S311
    slowest, clean, texts = 0.0, 0, seeds()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        folder(root)
        for number in range(count):
            data = mutated(rng, rng.choice(texts))
            began = time.process_time()
            try:
                clean += not judge(data, root)
            except Exception:
                Path(tempfile.gettempdir(), "fuzz-failure.yml").write_bytes(data)
                print(
                    f"number {number} of seed {seed} failed; see fuzz-failure.yml of the temporary folder",
                    file=sys.stderr,
                )
                raise
            slowest = max(slowest, time.process_time() - began)
    return slowest, clean


def main() -> None:
    """Run as a program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    slowest, clean = run(arguments.count, arguments.seed)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{arguments.count:,} files, {clean:,} still in order, slowest {slowest:.2f} s, at most {memory} MB"
    )
    assert slowest <= SLOWEST
    assert memory <= MOST_MEMORY


if __name__ == "__main__":
    main()
