"""The timeline in the forms that other programs read: one format a file, made from the record."""

from __future__ import annotations

from generator.exports.citations import Citation, cite
from generator.exports.timeline_csv import events_csv
from generator.exports.timeline_json import event_data, timeline_data, written

__all__ = ["Citation", "cite", "event_data", "events_csv", "timeline_data", "written"]
