"""The timeline in the forms that other programs read: one format a file, made from the record.

Each takes a `Publication`; `FORMATS` lists them.
"""

from __future__ import annotations

from generator.exports.citations import Citation, cite
from generator.exports.formats import FORMATS, Format
from generator.exports.publication import Item, Publication, first_and_last, publish
from generator.exports.timeline_json import written

__all__ = [
    "FORMATS",
    "Citation",
    "Format",
    "Item",
    "Publication",
    "cite",
    "first_and_last",
    "publish",
    "written",
]
