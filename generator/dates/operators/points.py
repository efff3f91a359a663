"""Where counting starts: the day of writing, a date named before, a date that the words give in full."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates.operators.base import Operator
from generator.dates.periods import Period

__all__ = ["Exactly", "Known", "Named", "Unknown", "Vague", "Written"]


@dataclass(frozen=True, slots=True)
class Written(Operator):
    """The day on which the text was written, or that its dateline gives.

    >>> print(Written("2025-10-29").period)
    2025-10-29
    """

    day: str

    @property
    def period(self) -> Period:
        """The day itself."""
        return Period.parse(self.day)


@dataclass(frozen=True, slots=True)
class Named(Operator):
    """A date that the text named before, from which it goes on counting."""

    date: str

    @property
    def period(self) -> Period:
        """The period that was named."""
        return Period.parse(self.date)


@dataclass(frozen=True, slots=True)
class Exactly(Operator):
    """A date that the words themselves give in full; nothing is counted.

    “19 October 2025”, “in 2021”, “the nineties” with their century:

    >>> Exactly("2025-10-19").value, str(Exactly("199").edtf)
    ('2025-10-19', '199X')
    """

    date: str

    @property
    def period(self) -> Period:
        """The period that is given."""
        return Period.parse(self.date)


@dataclass(frozen=True, slots=True)
class Known(Operator):
    """An event that everybody dates by its name, whatever the day of writing.

    >>> Known("September 11 attacks", "2001-09-11").value
    '2001-09-11'
    """

    name: str
    date: str

    @property
    def period(self) -> Period:
        """The period in which it happened."""
        return Period.parse(self.date)


@dataclass(frozen=True, slots=True)
class Unknown(Operator):
    """A date that has its place in the text, where nothing says which one it is.

    >>> Unknown("XXXX-10-25").value, Unknown("XXXX-10-25").edtf
    ('XXXX-10-25', None)
    """

    pattern: str

    @property
    def value(self) -> str:
        """The TIMEX3 value, with X for each digit that is not known."""
        return self.pattern


@dataclass(frozen=True, slots=True)
class Vague(Operator):
    """A reference to the past, the present or the future and to no date: “recently”, “now”.

    >>> Vague("PAST_REF").edtf is None
    True
    """

    reference: str

    @property
    def value(self) -> str:
        """PAST_REF, PRESENT_REF or FUTURE_REF."""
        return self.reference
