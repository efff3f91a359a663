"""Who acts, whom it is done to, where it happens, and what the title says, row by row."""

from pathlib import Path

import pytest
import yaml

from generator.events import draft
from tests.events.texts import record_of, text_of

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "parties.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["why"]) for row in TABLE["cases"]])
def test_an_event_has_its_parties_its_place_and_its_title(row):
    """The event that the sentence dates has the parties, the place and the title of its row."""
    text = text_of(f"{row.get('before', '')} {row['say']}".strip())
    found = draft([text], record_of([text], TABLE["written"]))
    event = found.proposals[0].event

    assert list(event.actors) == row["actors"]
    assert list(event.recipients) == row["recipients"]
    assert event.place == row["place"]
    assert event.title == row["title"]
