"""Words to calendar: finds the time expressions of a text and says which days they mean, and why.

This package knows nothing of events, files or sites.
"""

from __future__ import annotations

from generator.dates.edtf import Edtf, EdtfError
from generator.dates.interval import Interval

__all__ = ["Edtf", "EdtfError", "Interval"]
