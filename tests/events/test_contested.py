"""What parties say against one another stands side by side; what one party says alone is not contested."""

from pathlib import Path

import pytest
import yaml

from generator.events import draft
from tests.events.texts import record_of, text_of

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "contested.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["why"]) for row in TABLE["cases"]])
def test_a_contested_point_has_a_version_for_each_party(row):
    """Each point is named neutrally, once, and each version has its speaker and the source's own words."""
    text = text_of(row["say"])
    found = draft([text], record_of([text], TABLE["written"]))
    claims = [claim for one in found.proposals if one.event for claim in one.event.claims]

    assert {one.about: sorted(version.by for version in one.versions) for one in claims} == row["points"]
    assert len(claims) == len(row["points"])
    for version in (version for one in claims for version in one.versions):
        assert version.evidence
        assert all(text.find(piece.quote) for piece in version.evidence)
