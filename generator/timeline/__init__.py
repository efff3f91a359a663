"""The curated record: `timeline.yml` read strictly, checked, explained, and rewritten without losing a byte.

This package takes its dates from `generator.dates` and knows nothing of drafting, exports or pages.
"""

from __future__ import annotations

from generator.timeline.checks import check, check_file, check_read
from generator.timeline.diff import Difference, difference, summary
from generator.timeline.edit import preview, rewritten, write
from generator.timeline.load import Examined, Loaded, examine, load, load_bytes
from generator.timeline.model import (
    ATTRIBUTIONS,
    EVENT_TYPES,
    Actor,
    Change,
    Claim,
    Decision,
    Event,
    Evidence,
    Place,
    Reading,
    Source,
    Timeline,
    Version,
    When,
)
from generator.timeline.schema import schema

__all__ = [
    "ATTRIBUTIONS",
    "EVENT_TYPES",
    "Actor",
    "Change",
    "Claim",
    "Decision",
    "Difference",
    "Event",
    "Evidence",
    "Examined",
    "Loaded",
    "Place",
    "Reading",
    "Source",
    "Timeline",
    "Version",
    "When",
    "check",
    "check_file",
    "check_read",
    "difference",
    "examine",
    "load",
    "load_bytes",
    "preview",
    "rewritten",
    "schema",
    "summary",
    "write",
]
