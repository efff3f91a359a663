"""A crisis project of any size, for benchmarks: made up, always the same, in order as the check wants it."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

__all__ = ["write_project"]

FIRST = date(2024, 1, 1)
DAYS = 730
PARTIES = 12
PLACES = 40
TYPES = ("clash", "strike", "talks", "statement", "accusation", "threat", "ceasefire", "mobilisation")
WORDS = [
    "river",
    "border",
    "troops",
    "market",
    "road",
    "village",
    "convoy",
    "talks",
    "envoy",
    "ministry",
    "bridge",
    "harbour",
    "dam",
    "school",
    "crossing",
    "district",
    "governor",
    "patrol",
    "shelling",
    "harvest",
    "mediator",
    "truce",
    "ridge",
    "valley",
    "checkpoint",
]


def write_project(folder: Path, events: int) -> Path:
    """Write a project of so many events, each with two to four quotations, and every tenth contested."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n\nMade for measuring.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    reports: list[list[str]] = [[] for _ in range(max(4, events // 20))]
    told = [_event(number, events, reports) for number in range(events)]
    sources = {}
    for number, sentences in enumerate(reports):
        data = ("\n\n".join(sentences or ["Nothing happened."]) + "\n").encode()
        (seeds / f"report-{number}.txt").write_bytes(data)
        sources[f"report-{number}"] = _source(number, data)
    actors = {f"party-{one}": {"name": f"Party number {one}", "kind": "state"} for one in range(PARTIES)}
    places = {f"place-{one}": {"name": f"Town number {one}", "precision": "town"} for one in range(PLACES)}
    parts = [
        "title: A crisis made for measuring\nsummary: Nothing here happened.\ntimezone: UTC\nlanguage: en\n",
        *(
            _section(name, held)
            for name, held in (("sources", sources), ("actors", actors), ("places", places))
        ),
        "events:\n" + "".join(f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in told),
    ]
    (folder / "timeline.yml").write_text("".join(parts), encoding="utf-8")
    return folder


SETTINGS = """\
site_name: A crisis made for measuring
site_url: https://example.org/measured/
docs_dir: docs
strict: true
theme: {name: material, language: en, font: false}
plugins:
  - crisis-timeline:
      repository: https://github.com/example/measured
"""


def _section(name: str, held: dict[str, dict[str, object]]) -> str:
    rows = "".join(f"  {key}: {json.dumps(one)}\n" for key, one in held.items())
    return f"{name}:\n{rows}"


def _source(number: int, data: bytes) -> dict[str, object]:
    return {
        "file": f"seeds/report-{number}.txt",
        "sha256": hashlib.sha256(data).hexdigest(),
        "outlet": f"Daily number {number}",
        "url": f"https://daily-{number % 97}.example/{number}",
        "writes_about": str(_day(number * 20, len(data))),
        "origin": [f"Agency {number % 7}"],
    }


def _day(number: int, events: int) -> date:
    return FIRST + timedelta(days=number * DAYS // max(events, 1) % DAYS)


def _event(number: int, events: int, reports: list[list[str]]) -> dict[str, object]:
    day = FIRST + timedelta(days=number * DAYS // events)
    words = [WORDS[(number * 7 + place * (1 + number % 5)) % len(WORDS)] for place in range(40)]
    evidence, about = [], " ".join(words[:12])
    for one in range(2 + number % 3):
        report = (number * 31 + one * 17) % len(reports)
        quote = f"Event {number} came about on {day.day} {day:%B} {day.year}, {one} said: {about}."
        reports[report].append(quote)
        evidence.append({"source": f"report-{report}", "quote": quote, "when": _when(day)})
    event: dict[str, object] = {
        "id": f"event-{number}",
        "status": "published",
        "date": day.isoformat() if number % 9 else f"[{day}..{day + timedelta(days=3)}]",
        "type": TYPES[number % len(TYPES)],
        "key": number % 200 == 0,
        "title": f"Event number {number} at the {words[0]} and the {words[1]}",
        "summary": f"The {' '.join(words[:20])}. Then the {' '.join(words[20:])}.",
        "actors": [f"party-{number % PARTIES}", f"party-{(number + 5) % PARTIES}"],
        "place": f"place-{number % PLACES}",
        "evidence": evidence,
    }
    if number % 10 == 0:
        versions = [
            {
                "by": f"party-{(number + one) % PARTIES}",
                "says": f"It was the {words[one]}.",
                "evidence": [{key: evidence[one // 5][key] for key in ("source", "quote")}],
            }
            for one in (0, 5)
        ]
        event["claims"] = [{"about": f"who came to the {words[2]}", "versions": versions}]
    return event


def _when(day: date) -> dict[str, object]:
    text = f"{day.day} {day:%B} {day.year}"
    return {
        "text": text,
        "value": str(day),
        "edtf": str(day),
        "anchor": "none",
        "rule": f"Day({day})",
        "readings": [],
    }
