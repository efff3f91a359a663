"""Times of the clock and parts of the day."""

from __future__ import annotations

from generator.dates.anchor import Reference
from generator.dates.build.days import full_day, month_day
from generator.dates.match import Match
from generator.dates.operators import (
    Clock,
    Earlier,
    End,
    Later,
    Operator,
    Overnight,
    Part,
    Start,
    This,
    Unknown,
)

__all__ = ["BUILDERS"]


def clock_time(match: Match, reference: Reference) -> str | None:
    """Return hours and minutes of digits, with a.m. or p.m. counted in."""
    digits = reference.get(match, "clock") or reference.get(match, "hhmm") or reference.get(match, "hh")
    hour, minute = _hour_and_minute(digits)
    return _told(hour, minute, reference.get(match, "meridiem"))


def _hour_and_minute(digits: str) -> tuple[int, int]:
    if ":" in digits:
        hour, minute, *_ = digits.split(":")
        return int(hour), int(minute)
    return (int(digits[:2]), int(digits[2:])) if len(digits) == 4 else (int(digits), 0)


def _told(hour: int, minute: int, meridiem: str | None) -> str | None:
    if meridiem:
        if not 0 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def pointed_time(match: Match, reference: Reference) -> str | None:
    """Return 9.30 a.m."""
    hour, _, minute = reference.get(match, "digits").partition(".")
    if len(minute) not in (0, 2) or len(hour) > 2:
        return None
    return _told(int(hour), int(minute or 0), reference.get(match, "meridiem"))


def oclock(match: Match, reference: Reference) -> str | None:
    """Return four o'clock."""
    number = reference.get(match, "number")
    if not number.isdigit() or not 1 <= int(number) <= 12:
        return None
    return _told(int(number), 0, reference.get(match, "meridiem"))


def fixed_time(match: Match, reference: Reference) -> str:
    """Return noon or midnight."""
    return match.rule.constants["time"]


def zoned(match: Match, reference: Reference) -> str | None:
    """Return a time with its zone behind it, where the words give one that is known."""
    time = reference.get(match, "hour_of_day")
    if time is None and "hhmm" in match.parts:
        time = clock_time(match, reference)
    if time is None:
        return None
    zone = reference.get(match, "zone") or ""
    return f"{time} {zone if zone not in ('et', '') else ''}".strip()


def _on(time: str, day: Operator) -> Operator:
    clock, _, zone = time.partition(" ")
    return Clock(day, clock, zone)


def time_alone(match: Match, reference: Reference) -> Operator | None:
    """Return a time of the day that the text is about."""
    time = reference.get(match, "zoned")
    if time is None or not reference.is_time(match):
        return None
    part = reference.get(match, "part")
    if part in ("AF", "EV") and time < "12":
        time = f"{int(time[:2]) + 12:02}{time[2:]}"
    return _on(time, reference.day_for_time())


def time_on(match: Match, reference: Reference) -> Operator | None:
    """Return a time of a day that stands beside it."""
    time, day = reference.get(match, "zoned"), reference.get(match, "day")
    return _on(time, day) if time and isinstance(day, Operator) else None


def part_of_day(match: Match, reference: Reference) -> Operator | None:
    """Return “Tuesday night”, “the morning of 25 October”."""
    day, part = reference.get(match, "day"), reference.get(match, "part")
    if not isinstance(day, Operator):
        return None
    return _shaded(Part(day, part or "NI"), reference.get(match, "edge"))


def _shaded(part: Operator, edge: str | None) -> Operator:
    return {"Start": Start, "End": End}[edge](part) if edge in ("Start", "End") else part


def night_between(match: Match, reference: Reference) -> Operator | None:
    """Return the night of 17 to 18 July, which belongs to the first of the two."""
    day = full_day(match, reference) if "year" in match.parts else month_day(match, reference)
    return Part(day, "NI") if day else None


def small_hours(match: Match, reference: Reference) -> Operator | None:
    """Return “the early hours of Thursday”, a part of the morning."""
    day = reference.get(match, "day")
    return Part(day, "MO") if isinstance(day, Operator) else None


def early_on_day(match: Match, reference: Reference) -> Operator | None:
    """Return “early on Wednesday”, the morning; “late Tuesday”, the evening."""
    day, edge = reference.get(match, "day"), reference.get(match, "edge")
    if not isinstance(day, Operator):
        return None
    return Part(day, {"Start": "MO", "Middle": "MI", "End": "EV"}[edge])


def pointed_part(match: Match, reference: Reference) -> Operator | None:
    """Return “this morning”, “last night”, “that afternoon”, “the next morning”."""
    part = reference.get(match, "part")
    day = _pointed_day(reference.pointer(match), reference)
    return _shaded(Part(day, part), reference.get(match, "edge")) if day else None


def _pointed_day(pointer: str, reference: Reference) -> Operator | None:
    base = reference.base("day") if pointer in ("this", "last") else reference.running("day")
    if base is None:
        return Unknown("XXXX-XX-XX")
    if pointer in ("next", "after"):
        return Later("1", "day", base, "day")
    if pointer in ("last", "before"):
        return Earlier("1", "day", base, "day")
    return This("day", base)


def tonight(match: Match, reference: Reference) -> Operator:
    """Return tonight."""
    base = reference.base("day")
    return Part(This("day", base) if base and not reference.narrative else Unknown("XXXX-XX-XX"), "NI")


def part_alone(match: Match, reference: Reference) -> Operator:
    """Return a part of the day that the text is about."""
    part = reference.get(match, "part") or match.rule.constants.get("part", "MO")
    day = Unknown("XXXX-XX-XX") if reference.narrative else reference.day_for_time()
    return _shaded(Part(day, part), reference.get(match, "edge"))


def overnight(match: Match, reference: Reference) -> Operator:
    """Return a bare “overnight”: the night that the day the text is about ended or began with."""
    day = Unknown("XXXX-XX-XX") if reference.narrative else reference.day_for_time()
    return Overnight(day, "NI")


def part_of_any_day(match: Match, reference: Reference) -> Operator:
    """Return a part of the day that belongs to no day: “at night”."""
    return Part(Unknown("XXXX-XX-XX"), reference.get(match, "part") or match.rule.constants["part"])


BUILDERS = {
    "clock_time": clock_time,
    "pointed_time": pointed_time,
    "oclock": oclock,
    "fixed_time": fixed_time,
    "zoned": zoned,
    "time_alone": time_alone,
    "time_on": time_on,
    "part_of_day": part_of_day,
    "night_between": night_between,
    "small_hours": small_hours,
    "early_on_day": early_on_day,
    "pointed_part": pointed_part,
    "tonight": tonight,
    "part_alone": part_alone,
    "overnight": overnight,
    "part_of_any_day": part_of_any_day,
}
