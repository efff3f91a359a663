"""The overview: events laid out over the days, a lane for each type, as numbers that a template draws as SVG.

Positions are percentages of the width, so that the drawing fits any width and zooms by being made wider, with
its letters and shapes at their own size. Certainty is drawn, not coloured: the template gives each grade its
own edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.site.edition import Story
from generator.site.wording import short_day
from generator.site.words import Words
from generator.timeline.certainty import DATE_GRADES, DateGrade
from generator.timeline.model import EVENT_TYPES

__all__ = ["Axis", "Bar", "Lane", "Tick", "lay_out"]

DAY = timedelta(days=1)
ROW = 24  # pixels
MOST_ROWS = 8
LONGEST_BAND = 62  # days; a longer date sets no bounds for the drawing
TOP = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One event on the axis: from `x`, `width` wide, in percent; its top in pixels; its open ends."""

    story: Story
    x: float
    width: float
    top: int
    point: bool
    open_start: bool
    open_end: bool

    @property
    def middle(self) -> float:
        """The centre, in percent."""
        return round(self.x + self.width / 2, 3)


@dataclass(frozen=True, slots=True)
class Lane:
    """The rows of one type of event."""

    type: str
    top: int
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale; `label` is None between labelled days."""

    x: float
    label: str | None


@dataclass(frozen=True, slots=True)
class Axis:
    """The whole drawing, and how many events found no room on it."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    outside: int

    @property
    def grades(self) -> tuple[DateGrade, ...]:
        """The ways in which a date is drawn here, for the legend."""
        drawn = {bar.story.certainty.date for lane in self.lanes for bar in lane.bars}
        return tuple(grade for grade in DATE_GRADES if grade in drawn)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    end: date  # exclusive

    @property
    def days(self) -> int:
        return (self.end - self.first).days

    def percent(self, day: date) -> float:
        return round(100 * (day - self.first).days / self.days, 3)


def lay_out(stories: Sequence[Story], words: Words) -> Axis | None:
    """Return where each event stands over the days, or None where no event has a settled date."""
    scale = _scale(stories)
    if scale is None:
        return None
    drawn = [story for story in stories if _touches(story, scale)]
    lanes: list[Lane] = []
    top = TOP
    for kind in EVENT_TYPES:
        lane = _lane(kind, [story for story in drawn if story.event.type == kind], scale, top)
        if lane:
            lanes.append(lane)
            top += lane.height
    placed = sum(len(lane.bars) for lane in lanes)
    ticks = tuple(_ticks(scale, words))
    return Axis(scale.first, scale.end - DAY, tuple(lanes), ticks, top + 6, len(stories) - placed)


def _scale(stories: Iterable[Story]) -> _Scale | None:
    """Return the days that are drawn: those of events with a nearly settled date, and one each side."""
    bounds = [
        (date.earliest, date.latest)
        for date in (story.event.date for story in stories if not story.event.background)
        if date.earliest and date.latest and (date.latest - date.earliest).days <= LONGEST_BAND
    ]
    if not bounds:
        return None
    first, end = min(bound[0] for bound in bounds), max(bound[1] for bound in bounds)
    return _Scale(first - DAY if first > date.min else first, end + DAY if end < date.max else end)


def _touches(story: Story, scale: _Scale) -> bool:
    edtf = story.event.date
    starts_in_time = edtf.earliest is None or edtf.earliest < scale.end
    ends_in_time = edtf.latest is None or edtf.latest > scale.first
    return starts_in_time and ends_in_time and not story.event.background


def _lane(kind: str, stories: Sequence[Story], scale: _Scale, top: int) -> Lane | None:
    """Return the events of one type, each in the first row with room; beyond the last row none.

    Key events choose first, then the better known days: where room is short, a wide band is left out.
    """
    rows: list[list[tuple[float, float]]] = []
    bars: dict[str, Bar] = {}
    for story in sorted(stories, key=lambda one: (not one.event.key, DATE_GRADES.index(one.certainty.date))):
        x, width = _extent(story, scale)
        row = next((number for number, held in enumerate(rows) if _has_room(held, x, width)), len(rows))
        if row >= MOST_ROWS:
            continue
        if row == len(rows):
            rows.append([])
        rows[row].append((x, x + width))
        bars[story.event.id] = _bar(story, x, width, top + row * ROW, scale)
    in_order = tuple(bars[story.event.id] for story in stories if story.event.id in bars)
    return Lane(kind, top, len(rows) * ROW, in_order) if bars else None


def _has_room(held: Iterable[tuple[float, float]], x: float, width: float) -> bool:
    return all(end <= x or start >= x + width for start, end in held)


def _extent(story: Story, scale: _Scale) -> tuple[float, float]:
    edtf = story.event.date
    start = scale.percent(max(edtf.earliest or scale.first, scale.first))
    end = scale.percent(min(edtf.latest or scale.end, scale.end))
    return start, round(max(end - start, 0.2), 3)


def _bar(story: Story, x: float, width: float, top: int, scale: _Scale) -> Bar:
    edtf = story.event.date
    return Bar(
        story,
        x,
        width,
        top,
        point=story.certainty.date == "day",
        open_start=edtf.earliest is None or edtf.earliest < scale.first,
        open_end=edtf.latest is None or edtf.latest > scale.end,
    )


def _ticks(scale: _Scale, words: Words) -> Iterable[Tick]:
    step = max(1, round(scale.days / 10))
    step = next((one for one in (1, 2, 5, 7, 14) if one >= step), 0)
    day = scale.first
    while day < scale.end:
        _, number, month = short_day(day, words)
        labelled = day.day == 1 if step == 0 else (day - scale.first).days % step == 0
        label = f"{number} {month}" if step else f"{month} {day.year}"
        if step or labelled:
            x = round(scale.percent(day) + (50 / scale.days if step else 0), 3)
            yield Tick(x, label if labelled and 2.5 <= x <= 97.5 else None)
        day += DAY
