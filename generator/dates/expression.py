"""What a reading gives: the words of a text that name a time, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.dates.edtf import Edtf
from generator.dates.operators import Operator

__all__ = ["Reading", "TimeExpression"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Another defensible reading of the same words, and the name of the reason for it."""

    derivation: Operator
    why: str

    @property
    def edtf(self) -> Edtf | None:
        """The date by this reading."""
        return self.derivation.edtf

    def to_json(self) -> dict[str, Any]:
        """Return the reading as the bulk door prints it."""
        edtf = self.edtf
        return {"value": self.derivation.value, "edtf": str(edtf) if edtf else None, "why": self.why}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words of a text that name a time, and what they mean.

    `start` and `end` are code-point offsets into the unchanged text, end exclusive. `anchor` is what was
    counted from: `dct` for the day of writing, the offset of the expression that named the date, or None.
    `range` is the stretch that it bounds together with its neighbour (“Oct 25–28”), where it does.
    """

    text: str
    start: int
    end: int
    type: str
    value: str
    mod: str | None
    anchor: str | int | None
    derivation: Operator
    readings: tuple[Reading, ...] = ()
    range: Edtf | None = None

    @property
    def edtf(self) -> Edtf | None:
        """The date of an event that these words date, or None."""
        return self.derivation.edtf

    @property
    def earliest(self) -> date | None:
        """The first day that can be meant."""
        edtf = self.edtf
        return edtf.earliest if edtf else None

    @property
    def latest(self) -> date | None:
        """The day after the last that can be meant."""
        edtf = self.edtf
        return edtf.latest if edtf else None

    def to_json(self) -> dict[str, Any]:
        """Return the expression as the bulk door prints it, without the name of its document."""
        edtf = self.edtf
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "value": self.value,
            "mod": self.mod,
            "edtf": edtf.text if edtf else None,
            "earliest": edtf.earliest.isoformat() if edtf and edtf.earliest else None,
            "latest": edtf.latest.isoformat() if edtf and edtf.latest else None,
            "anchor": self.anchor,
            "range": self.range.text if self.range else None,
            "derivation": str(self.derivation),
            "readings": [reading.to_json() for reading in self.readings],
        }
