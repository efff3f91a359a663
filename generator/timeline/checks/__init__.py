"""The checks of a timeline that was read: one rule a file, its docstring the rule's page in the manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from generator.problems import Problem, worst_first
from generator.timeline.checks import (
    actor_stands_once,
    after_has_no_circle,
    after_is_on_the_same_day,
    alias_is_unique,
    alias_says_something_new,
    changes_are_in_order,
    claim_has_versions,
    claim_rests_on_evidence,
    date_agrees_with_its_words,
    date_is_no_finer_than_its_words,
    date_words_read_the_same,
    date_words_stand_in_their_source,
    decision_stands_once,
    event_has_evidence,
    event_is_no_near_duplicate,
    events_are_apart,
    events_are_in_order,
    figure_stands_in_its_quotation,
    first_of_a_month_is_meant,
    id_is_unique,
    party_has_no_circle,
    party_speaks_once,
    place_has_both_degrees,
    published_has_a_basis,
    quotation_is_short,
    quotation_stands_once,
    quote_is_verbatim,
    reason_has_its_status,
    reference_leads_somewhere,
    report_can_know_the_date,
    report_is_named,
    source_dates_are_in_order,
    source_file_is_there,
    source_hash_fits,
    source_stands_once,
    speaker_fits_the_attribution,
    summary_is_plain,
    time_fits_the_date,
    withdrawal_has_a_reason,
)
from generator.timeline.checks.context import Context
from generator.timeline.load import Examined, Loaded, examine

__all__ = ["CHECKS", "Check", "Context", "check", "check_file", "check_read"]


class Check(Protocol):
    """A module of this folder."""

    __doc__: str | None

    def find_problems(self, context: Context) -> Iterator[Problem]:
        """Give the problems that this check finds."""


CHECKS: dict[str, Check] = {
    "actor-stands-once": actor_stands_once,
    "after-has-no-circle": after_has_no_circle,
    "after-is-on-the-same-day": after_is_on_the_same_day,
    "alias-is-unique": alias_is_unique,
    "alias-says-something-new": alias_says_something_new,
    "changes-are-in-order": changes_are_in_order,
    "claim-has-versions": claim_has_versions,
    "claim-rests-on-evidence": claim_rests_on_evidence,
    "date-agrees-with-its-words": date_agrees_with_its_words,
    "date-is-no-finer-than-its-words": date_is_no_finer_than_its_words,
    "date-words-read-the-same": date_words_read_the_same,
    "date-words-stand-in-their-source": date_words_stand_in_their_source,
    "decision-stands-once": decision_stands_once,
    "event-has-evidence": event_has_evidence,
    "event-is-no-near-duplicate": event_is_no_near_duplicate,
    "events-are-apart": events_are_apart,
    "events-are-in-order": events_are_in_order,
    "figure-stands-in-its-quotation": figure_stands_in_its_quotation,
    "first-of-a-month-is-meant": first_of_a_month_is_meant,
    "id-is-unique": id_is_unique,
    "party-has-no-circle": party_has_no_circle,
    "party-speaks-once": party_speaks_once,
    "place-has-both-degrees": place_has_both_degrees,
    "published-has-a-basis": published_has_a_basis,
    "quotation-is-short": quotation_is_short,
    "quotation-stands-once": quotation_stands_once,
    "quote-is-verbatim": quote_is_verbatim,
    "reason-has-its-status": reason_has_its_status,
    "reference-leads-somewhere": reference_leads_somewhere,
    "report-can-know-the-date": report_can_know_the_date,
    "report-is-named": report_is_named,
    "source-dates-are-in-order": source_dates_are_in_order,
    "source-file-is-there": source_file_is_there,
    "source-hash-fits": source_hash_fits,
    "source-stands-once": source_stands_once,
    "speaker-fits-the-attribution": speaker_fits_the_attribution,
    "summary-is-plain": summary_is_plain,
    "time-fits-the-date": time_fits_the_date,
    "withdrawal-has-a-reason": withdrawal_has_a_reason,
}


def check(loaded: Loaded, root: Path, read: bool = True) -> list[Problem]:
    """Run every check on a timeline; `read` says whether the words of its dates are read again."""
    return _checked(Context(loaded, root, read))


def _checked(context: Context) -> list[Problem]:
    return worst_first(problem for one in CHECKS.values() for problem in one.find_problems(context))


def check_file(path: Path, root: Path, read: bool = True, name: str | None = None) -> list[Problem]:
    """Return all that is wrong with a file, worst first; what can be read is checked in any case."""
    return check_read(examine(path, name), root, read)


def check_read(examined: Examined, root: Path, read: bool = True) -> list[Problem]:
    """Return the problems of reading a file, and those that the checks find in the rest."""
    if examined.loaded is None:
        return list(examined.problems)
    # Where a value could not be read, another stands in: what a check says of that line is no news.
    lines = frozenset(one.line for one in examined.problems if one.level == "error" and one.line is not None)
    found = [one for one in _checked(Context(examined.loaded, root, read, lines)) if one.line not in lines]
    return worst_first([*examined.problems, *found])
