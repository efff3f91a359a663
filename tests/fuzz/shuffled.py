"""Good timelines out of form: events and keys out of order, other quotation marks, remarks everywhere.

python -m tests.fuzz.shuffled --count 10000
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from pathlib import Path

from generator.timeline import load_bytes
from generator.timeline.fmt import formatted
from tests.fuzz.generated import timeline

_KEY = re.compile(r"^    [a-z]+:")


def shuffled(rng: random.Random, text: str) -> str:
    """Return a timeline that says the same in another order and form."""
    head, _, rest = text.partition("\nevents:\n")
    rows = rest.rstrip("\n").split("\n")
    starts = []
    for number, row in enumerate(rows):
        if row.startswith("  - id: "):
            while number and (not rows[number - 1].strip() or rows[number - 1].startswith("  #")):
                number -= 1
            starts.append(number)
    bounds = zip(starts, [*starts[1:], len(rows)], strict=True)
    events = [_event(rng, "\n".join(rows[start:end]) + "\n") for start, end in bounds]
    rng.shuffle(events)
    return f"{head}\nevents:\n{''.join(events)}"


def _event(rng: random.Random, text: str) -> str:
    """Return an event with its keys in another order, and with remarks."""
    lead = text[: text.index("  - ")]
    rows = text[len(lead) :].rstrip("\n").split("\n")
    rows[0] = "    " + rows[0][4:]
    parts: list[list[str]] = []
    for row in rows:
        if _KEY.match(row):
            parts.append([_form(rng, row)])
        else:
            parts[-1].append(row)
    rng.shuffle(parts)
    lines = [line for number, part in enumerate(parts) for line in _with_remark(rng, part, first=not number)]
    lines[0] = "  - " + lines[0][4:]
    return lead + "\n".join(lines) + "\n"


def _with_remark(rng: random.Random, part: list[str], first: bool) -> list[str]:
    mark = f"#! {rng.randrange(10**9)}"
    if not first and rng.random() < 0.2:
        return [f"    {mark}", *part]
    if len(part) == 1 and rng.random() < 0.2 and not re.search(r": [A-Z]", part[0]):
        return [f"{part[0]}  {mark}"]
    return part


def _form(rng: random.Random, row: str) -> str:
    if rng.random() < 0.3:
        row = re.sub(r'^(    date: )"([^"]*)"$', rng.choice((r"\1\2", r"\1'\2'")), row)
    if rng.random() < 0.3:
        row = re.sub(r"^(    (?:title|place): )(\w[^\"'#]*)$", r"\1'\2'", row)
    return row + rng.choice(("", "", "  "))


def main() -> None:
    """Run as a program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(arguments.count):
            good = timeline(rng, Path(folder))
            once = formatted(load_bytes(shuffled(rng, good).encode(), "t"))
            after = load_bytes(once.encode(), "t")
            assert after.timeline == load_bytes(good.encode(), "t").timeline
            assert formatted(after) == once
    print(f"{arguments.count:,} files formatted: the same data, and stable")


if __name__ == "__main__":
    main()
