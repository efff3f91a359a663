"""Our own templates, autoescaped and strict: a name that is missing stops the build."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import Any

import jinja2
from markupsafe import Markup

from generator.dates import DerivationError, Edtf, steps
from generator.exports import first_and_last
from generator.exports.publication import settled
from generator.site import addresses, links, wording
from generator.site.edition import Edition
from generator.site.facets import attributes
from generator.site.marks import MARKS
from generator.site.markup import finished, marked, record_text, summary
from generator.timeline.model import Place

__all__ = ["Renderer"]


class Renderer:
    """Renders a template for the page at an address; links in it are relative to that page."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def environment(self) -> jinja2.Environment:
        """The environment with what every template may use."""
        environment = jinja2.Environment(
            loader=jinja2.PackageLoader("generator.site"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.update(self._globals())
        return environment

    def __call__(self, template: str, address: str, **context: Any) -> Markup:
        """Return the finished markup of a template for the page at this address."""
        to = partial(addresses.relative, start=address)
        return finished(self.environment.get_template(template).render(to=to, here=address, **context))

    def _globals(self) -> dict[str, object]:
        edition, words = self.edition, self.edition.words
        helpers: dict[str, Callable[..., object]] = {
            "when": lambda edtf: wording.date_words(edtf, words),
            "day_words": lambda day, pattern="full": wording.day_words(day, words, pattern),
            "short_day": lambda day: wording.short_day(day, words),
            "part_of_day": lambda time: wording.part_of_day(time, words),
            "machine": machine_form,
            "country": wording.country_name,
            "bounds": first_and_last,
            "checked": links.checked,
            "fragment_of": links.text_fragment,
            "edit_address": links.edit_address,
            "correction_address": links.correction_address,
            "attributes": attributes,
            "rule_words": rule_words,
            "summary": summary,
            "marked": marked,
            "opening": wording.opening,
            "clocks": self._clocks,
        }
        return {
            "site": edition,
            "t": words,
            "at": addresses,
            "marks": MARKS,
            "said": record_text(edition.timeline.language, words.code),
            **helpers,
        }

    def _clocks(self, time: str | None, edtf: Edtf, place: Place | None) -> list[wording.Clock]:
        """Return a clock time in all zones of the record, that of the event's own place first."""
        timeline = self.edition.timeline
        home = place.zone if place and place.zone else timeline.timezone
        zones = [home, timeline.timezone, *(one.zone for one in timeline.places.values() if one.zone), "UTC"]
        day = edtf.earliest if edtf.kind == "day" and settled(edtf) else None
        return wording.clocks(time, day, list(dict.fromkeys(zones)), home)


def machine_form(edtf: Edtf | date) -> str | None:
    """Return what may stand in `datetime`: a day, a month or a year; HTML has no form for the rest.

    >>> machine_form(Edtf.parse("2025-10")), machine_form(Edtf.parse("[..2025-12]"))
    ('2025-10', None)

    Nor has it one for what is about a day, or perhaps:

    >>> machine_form(Edtf.parse("2025-10-11~")), machine_form(Edtf.parse("2025?"))
    (None, None)
    """
    if isinstance(edtf, date):
        return edtf.isoformat()
    plain = edtf.kind in ("day", "month", "year") and not (edtf.approximate or edtf.uncertain)
    return edtf.text if plain else None


def rule_words(rule: str) -> str | None:
    """Return what a date was counted from and its rule, in words, or None for a rule that has none.

    >>> rule_words("Recent(Tuesday, Written(2025-10-29))")
    'The day of writing (Wednesday 29 October 2025); the latest Tuesday up to that date.'
    >>> rule_words("by hand") is None
    True
    """
    try:
        told = "; ".join(steps(rule)[:-1])
    except DerivationError:
        return None
    return f"{told[:1].upper()}{told[1:]}." if told else None
