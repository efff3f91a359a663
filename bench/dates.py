"""How well and how fast dates are read: `make bench-dates`, or `python -m bench.dates --sets FOLDER`.

Accuracy is measured on development sets that lie outside the project (`NAME.docs.jsonl`,
`NAME.gold.jsonl`, `score.py` in the folder that `--sets` names), and speed on their texts; without it
only speed is measured, on the texts in `seeds/`, many times over. The references are installed into
`.cache/bench` by npm and pip; where that fails, the line says so.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from generator.dates import timex

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "bench"
SETS = ("wikiwars-dev", "gumnews-dev")
ENOUGH = 80_000  # words, so that a run lasts long enough to be measured


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, help="the folder with the development sets and their scorer")
    sets = parser.parse_args().sets
    if sets:
        for name in SETS:
            print_accuracy(sets, name)
    print_speed(documents_of(sets) if sets else reports())


def print_accuracy(sets: Path, name: str) -> None:
    """Print our F1 on a set beside the peers' figures."""
    rows = {"Crisis Timeline": accuracy(sets, name)}
    peers = yaml.safe_load((Path(__file__).parent / "peers.yml").read_text(encoding="utf-8"))[name]
    print(f"\n{name:32} value F1  DATE value F1  calendar")
    for who, row in (rows | peers).items():
        print(f"{who:32} {row['value']:8.1f}  {row['date']:13.1f}  {row['calendar']:8.1f}")


def accuracy(sets: Path, name: str) -> dict[str, float]:
    """Return our F1 on a set, by its own scorer."""
    CACHE.mkdir(parents=True, exist_ok=True)
    mine = CACHE / f"{name}.jsonl"
    documents = sets / f"{name}.docs.jsonl"
    with documents.open("rb") as lines, mine.open("w", encoding="utf-8") as out:
        timex(lines, out, sys.stderr)
    command = [sys.executable, str(sets / "score.py"), str(sets / f"{name}.gold.jsonl"), str(mine)]
    scored = json.loads(run([*command, "--docs", str(documents), "--json"]))
    return {"value": scored["value"][2], "date": scored["D_value"][2], "calendar": scored["C_value"][2]}


def documents_of(sets: Path) -> list[dict[str, Any]]:
    """Return the documents of the development sets."""
    files = [sets / f"{name}.docs.jsonl" for name in SETS]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def reports() -> list[dict[str, Any]]:
    """Return the reports of this crisis, as often as it takes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    times = ENOUGH // sum(len(text.split()) for text in texts) + 1
    return [{"doc": number, "dct": "2025-10-29", "text": text} for number, text in enumerate(texts * times)]


def print_speed(documents: list[dict[str, Any]]) -> None:
    """Print words a second of ours and of the references, on the same texts in the same run."""
    CACHE.mkdir(parents=True, exist_ok=True)
    articles = CACHE / "articles.jsonl"
    articles.write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    words = sum(len(document["text"].split()) for document in documents)
    print(f"\n{f'{words:,} words':32} words a second  expressions found")
    runs: list[tuple[str, Callable[[Path], dict[str, float]]]] = [
        ("Crisis Timeline", ours),
        ("chrono-node", chrono),
        ("dateparser, language fixed", dateparser),
    ]
    for who, measure in runs:
        try:
            result = measure(articles)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{who:32} could not be run: {error}")
        else:
            print(f"{who:32} {words / result['seconds']:14,.0f}  {result['found']:17,.0f}")


def ours(articles: Path) -> dict[str, float]:
    """Measure the bulk door, its JSON included."""
    lines: list[str | bytes] = [*articles.read_bytes().splitlines()]
    timex(lines[:5], io.StringIO(), sys.stderr)  # the grammar is loaded once
    out = io.StringIO()
    start = time.perf_counter()
    timex(lines, out, sys.stderr)
    return {"seconds": time.perf_counter() - start, "found": out.getvalue().count("\n")}


def chrono(articles: Path) -> dict[str, float]:
    """Measure chrono-node, installed by npm."""
    folder = CACHE / "node"
    if not (folder / "node_modules" / "chrono-node").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        run(
            [
                "npm",
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--prefix",
                str(folder),
                "chrono-node@2",
            ]
        )
    script = Path(__file__).parent / "chrono.mjs"
    return parsed(run(["node", str(script), str(articles), str(folder)]))


def dateparser(articles: Path) -> dict[str, float]:
    """Measure dateparser, installed by pip into an environment of its own."""
    folder = CACHE / "python"
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        venv.create(folder, with_pip=True)
        run([str(python), "-m", "pip", "install", "--quiet", "dateparser==1.2.*"])
        (folder / "done").touch()
    return parsed(run([str(python), str(Path(__file__).parent / "dateparser_run.py"), str(articles)]))


def parsed(output: str) -> dict[str, float]:
    """Return what a reference printed."""
    result: dict[str, Any] = json.loads(output.strip().splitlines()[-1])
    return result


def run(command: list[str]) -> str:
    """Run a command of this benchmark and return what it printed."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


if __name__ == "__main__":
    main()
