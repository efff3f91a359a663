"""The timeline as tables that fit together: events, sources, claims and evidence.

Each column says what it holds; `datapackage.json` and the CSV files are both made from these lists, so that
they cannot differ. An event's evidence has the number that its footnote has on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.exports.publication import Item, Publication, first_and_last
from generator.timeline.certainty import all_evidence
from generator.timeline.model import EVENT_TYPES, Claim, Event, Version

__all__ = ["TABLES", "Column", "Table"]

Row = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, what it holds, its type in Table Schema, and the table that it leads into."""

    name: str
    holds: str
    type: str = "string"
    required: bool = False
    among: Sequence[str] = ()
    leads_to: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what a row is, its columns, of which the first names the row, and its rows."""

    name: str
    row_is: str
    columns: Sequence[Column]
    rows: Callable[[Publication], Iterator[Row]]


def _named(name: str, of: str, leads_to: str | None = None) -> Column:
    return Column(name=name, holds=of, required=True, leads_to=leads_to)


_EVENTS = (
    _named("id", "The event’s name, which never changes."),
    _named("date", "Its date as EDTF, with the whole of its precision."),
    Column(
        name="earliest",
        holds="The first day that the date names, if it has one; “about” it may be earlier.",
        type="date",
    ),
    Column(
        name="latest",
        holds="The last day that the date names, if it has one; “about” it may be later.",
        type="date",
    ),
    Column(name="time", holds="A part of the day (TIMEX3) or a clock time with its zone."),
    Column(name="type", holds="What kind of event it is.", required=True, among=EVENT_TYPES),
    _named("title", "What happened, in a line."),
    Column(
        name="status",
        holds="Where it stands.",
        required=True,
        among=("published", "disputed", "withdrawn", "draft"),
    ),
    Column(name="reason", holds="Why it was withdrawn or is disputed."),
    Column(name="key", holds="Whether it is one of the key events.", type="boolean", required=True),
    Column(name="background", holds="Whether it is from before the crisis.", type="boolean", required=True),
    Column(name="actors", holds="Who took part; names, separated by semicolons."),
    Column(name="recipients", holds="Whom it was done to; names, separated by semicolons."),
    Column(name="place", holds="Where, by name."),
    _named("certainty", "How sure it is, computed from its evidence."),
    _named("date_certainty", "What kind of certainty its date has."),
    Column(name="sources", holds="The ids of its sources, separated by semicolons."),
    Column(
        name="independent_origins",
        holds="How many origins its sources go back to.",
        type="integer",
        required=True,
    ),
    Column(name="contested_points", holds="What the parties tell differently, separated by semicolons."),
    Column(name="summary", holds="What happened, in a few sentences."),
)


def _events(publication: Publication) -> Iterator[Row]:
    timeline = publication.timeline
    actors = {one.id: one.name for one in timeline.actors.values()}
    places = {one.id: one.name for one in timeline.places.values()}
    for item in publication.items:
        yield _event(item, actors, places)


def _event(item: Item, actors: Mapping[str, str], places: Mapping[str, str]) -> Row:
    event, certainty = item.event, item.certainty
    first, last = first_and_last(event.date)
    return [
        event.id,
        str(event.date),
        first or "",
        last or "",
        event.time or "",
        event.type,
        event.title,
        event.status,
        event.reason or "",
        _yes(event.key),
        _yes(event.background),
        "; ".join(actors.get(one, one) for one in event.actors),
        "; ".join(actors.get(one, one) for one in event.recipients),
        places.get(event.place, event.place) if event.place else "",
        certainty.grade,
        certainty.date,
        "; ".join(certainty.sources),
        str(len(certainty.origins)),
        "; ".join(claim.about for claim in event.claims),
        event.summary,
    ]


_SOURCES = (
    _named("id", "The source’s name, which never changes."),
    Column(name="outlet", holds="Who published it, if known."),
    Column(name="title", holds="Its headline, if known."),
    Column(name="url", holds="Its address, if known."),
    Column(name="archived", holds="The address of an archived copy, if there is one."),
    Column(name="published", holds="When it appeared, as EDTF."),
    Column(
        name="published_basis",
        holds="Whether the report states that day or it was inferred.",
        among=("stated", "inferred"),
    ),
    Column(name="writes_about", holds="The day from which its weekdays count, as EDTF."),
    Column(name="origins", holds="The wire copy or outlets behind it, separated by semicolons."),
    Column(name="language", holds="Its language, as BCP 47 has it.", required=True),
    Column(name="sha256", holds="The SHA-256 of its stored text.", required=True),
)


def _sources(publication: Publication) -> Iterator[Row]:
    for one in publication.timeline.sources.values():
        yield [
            one.id,
            one.outlet or "",
            one.title or "",
            one.url or "",
            one.archived or "",
            str(one.published or ""),
            one.published_basis or "",
            str(one.writes_about or ""),
            "; ".join(one.origin),
            one.language,
            one.sha256,
        ]


_CLAIMS = (
    _named("id", "The version’s name: the event’s id, the point’s number, the version’s number."),
    _named("event", "The event that it is about.", leads_to="events"),
    _named("about", "The contested point."),
    _named("by", "The id of the party whose version this is."),
    _named("by_name", "That party’s name."),
    _named("says", "What it says, in an editor’s words."),
    Column(name="figure", holds="A number, a range or a word, as the source gives it."),
)


def _claims(publication: Publication) -> Iterator[Row]:
    actors = publication.timeline.actors
    for item in publication.items:
        for name, claim, version in _versions(item.event):
            who = actors.get(version.by)
            yield [
                name,
                item.event.id,
                claim.about,
                version.by,
                who.name if who else version.by,
                version.says,
                version.figure or "",
            ]


def _versions(event: Event) -> Iterator[tuple[str, Claim, Version]]:
    for point, claim in enumerate(event.claims, start=1):
        for number, version in enumerate(claim.versions, start=1):
            yield f"{event.id}/{point}/{number}", claim, version


_EVIDENCE = (
    _named("id", "The quotation’s name: the event’s id and the number of its footnote."),
    _named("event", "The event that it supports.", leads_to="events"),
    Column(name="claim", holds="The version of a contested point that it supports.", leads_to="claims"),
    _named("source", "The report that it stands in.", leads_to="sources"),
    _named("quote", "The words of the report."),
    _named("language", "Their language, as BCP 47 has it."),
    Column(name="speaker", holds="The id of who says so in it."),
    Column(
        name="attribution",
        holds="How the report gives the words.",
        required=True,
        among=("direct", "indirect", "mixed", "narrator"),
    ),
    Column(name="channel", holds="By way of what it was said."),
    Column(name="date_words", holds="The words in it that give a date."),
    Column(name="date_value", holds="What they were read as, as a TIMEX3 value."),
    Column(name="date_edtf", holds="The same as EDTF."),
    Column(name="date_rule", holds="The working, as the record prints it."),
)


def _evidence(publication: Publication) -> Iterator[Row]:
    for item in publication.items:
        event = item.event
        claims = {id(one): name for name, _, version in _versions(event) for one in version.evidence}
        for number, one in enumerate(all_evidence(event), start=1):
            when = one.when
            yield [
                f"{event.id}/{number}",
                event.id,
                claims.get(id(one), ""),
                one.source,
                one.quote,
                one.language,
                one.speaker or "",
                one.attribution,
                one.channel or "",
                when.text if when else "",
                when.value if when else "",
                str(when.edtf or "") if when else "",
                when.rule if when else "",
            ]


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("events", "An event of the timeline.", _EVENTS, _events),
        Table("sources", "A report that the timeline rests on.", _SOURCES, _sources),
        Table("claims", "What one party says on a contested point of an event.", _CLAIMS, _claims),
        Table("evidence", "A quotation that an event or a claim rests on.", _EVIDENCE, _evidence),
    )
}
