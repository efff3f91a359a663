"""A short run of what `make fuzz` does at length."""

from __future__ import annotations

import random
import re
from pathlib import Path

from generator.timeline import load_bytes
from generator.timeline.checks import check_read
from generator.timeline.fmt import formatted
from generator.timeline.load import examine_bytes
from tests.fuzz.generated import timeline
from tests.fuzz.mutate import mutated
from tests.fuzz.planted import KINDS, misses, misses_in
from tests.fuzz.shuffled import shuffled
from tests.fuzz.timeline import SLOWEST, judge, run
from tests.timeline.examples import BASE, folder


def test_damaged_files_are_answered():
    """Damaged files are answered in time and without an exception."""
    slowest, _ = run(400, seed=7)

    assert slowest < SLOWEST


def test_file_cut_at_every_byte_is_answered(tmp_path):
    """A file that ends early, wherever it ends, is answered."""
    folder(tmp_path)
    data = BASE.encode()
    for end in range(0, len(data), 7):
        judge(data[:end], tmp_path)


def test_damage_is_the_same_each_time():
    """The same seed damages alike, so that a failure can be repeated."""
    assert mutated(random.Random(5), BASE.encode()) == mutated(random.Random(5), BASE.encode())  # noqa: S311


def test_good_files_have_no_problem(tmp_path):
    """Generated timelines that are in order are found in order."""
    rng = random.Random(11)  # noqa: S311
    for _ in range(40):
        examined = examine_bytes(timeline(rng, tmp_path).encode(), "timeline.yml")
        assert [str(problem) for problem in check_read(examined, tmp_path)] == []


def test_planted_mistakes_are_found():
    """Of planted mistakes of all kinds, one each, none is missed or found elsewhere."""
    assert len(KINDS) >= 40
    assert list(misses(2 * len(KINDS), seed=5)) == []


def test_mistakes_in_the_real_timeline_are_found():
    """What is planted into the timeline of this repository is found on its line; it has no error itself."""
    text = Path("timeline.yml").read_text(encoding="utf-8")

    problems = check_read(examine_bytes(text.encode(), "timeline.yml"), Path())
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    assert list(misses_in(text, Path(), random.Random(4))) == []  # noqa: S311


def test_formatting_keeps_data_and_remarks(tmp_path):
    """Files out of form come into form with the same data and remarks, and then stay as they are."""
    rng = random.Random(3)  # noqa: S311
    for _ in range(40):
        good = timeline(rng, tmp_path)
        text = shuffled(rng, good)
        before = load_bytes(text.encode(), "t")

        once = formatted(before)

        after = load_bytes(once.encode(), "t")
        assert after.timeline == load_bytes(good.encode(), "t").timeline
        assert formatted(after) == once
        assert sorted(re.findall("#! [0-9]+", text)) == sorted(re.findall("#! [0-9]+", once))
