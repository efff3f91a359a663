"""What is generated from the code is what stands in the repository."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.timeline.checks import check_file
from generator.timeline.fields import field_kinds
from generator.timeline.manual import manual
from generator.timeline.model import (
    Actor,
    Change,
    Claim,
    Decision,
    Event,
    Evidence,
    Place,
    Source,
    Timeline,
    Version,
    When,
)
from generator.timeline.schema import schema, schema_text
from tests.timeline.examples import BASE, SHA256, folder


def test_manual_is_current():
    """`docs/problems.md` is what the rules and checks say of themselves."""
    assert Path("docs/problems.md").read_text(encoding="utf-8") == manual(), "run `make docs`"


def test_schema_is_current():
    """`docs/schema/timeline.schema.json` is what the record's classes say."""
    assert Path("docs/schema/timeline.schema.json").read_text(encoding="utf-8") == schema_text(), (
        "run `make docs`"
    )


def test_schema_is_a_schema():
    """It follows the dialect that it names."""
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    "text", [BASE, Path("timeline.yml").read_text(encoding="utf-8")], ids=["plain", "real"]
)
def test_good_timeline_fits_the_schema(text):
    """What the loader reads, the schema accepts too."""
    jsonschema.Draft202012Validator(schema()).validate(
        json.loads(json.dumps(yaml.safe_load(text), default=str))
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "    typ: talks\n",
        "    key: yes please\n",
        "    date: 19 October\n",
        "    title: [a]\n",
        "    status: gone\n",
    ],
)
def test_schema_refuses_what_the_loader_refuses(wrong):
    """An unknown key, and a value of another kind, is refused."""
    name = wrong.strip().split(":")[0]
    lines = [line for line in BASE.split("\n") if not line.startswith(f"    {name}:")]
    lines.insert(lines.index("  - id: istanbul-talks") + 1, wrong.rstrip("\n"))

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(yaml.safe_load("\n".join(lines)))


def test_example_of_the_editing_guide_is_in_order(tmp_path):
    """The full example for editors is a good timeline, and it shows every key that there is."""
    guide = Path("docs/editing.md").read_text(encoding="utf-8")
    example = guide.split("```yaml\n")[1].split("```")[0]
    text = example.replace("⟦the SHA-256 of seeds/report.txt⟧", SHA256)

    problems = check_file(folder(tmp_path, text), tmp_path)

    assert [str(problem) for problem in problems] == []
    for record in (Timeline, Source, Actor, Place, Event, Evidence, When, Claim, Version, Change, Decision):
        for name in field_kinds(record):
            assert name in ("id", "after", "readings") or f"{name}:" in example
