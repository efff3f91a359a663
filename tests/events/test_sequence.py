"""What followed what on one day, and what is marked as a key event, is proposed where the words bear it."""

from dataclasses import replace

from generator.events import draft
from tests.events.texts import record_of, text_of

SHELLED = "Rebels shelled the airport of Lusk on Tuesday."


def proposed(*reports):
    """Return the events drafted from reports written on Wednesday, 13 March 2024, by type."""
    texts = [text_of(words, f"seeds/{number}.txt") for number, words in enumerate(reports)]
    record = record_of(texts, "2024-03-13")
    sources = {key: replace(one, outlet=f"Paper {key}") for key, one in record.sources.items()}
    return {one.event.type: one.event for one in draft(texts, replace(record, sources=sources)).proposals}


def test_what_came_hours_after_another_event_of_its_day_follows_it():
    """The words "hours after" order two events of one day, where the day of both is known."""
    found = proposed(
        SHELLED, "Talks in Oslo broke down on Tuesday, hours after rebels shelled the airport of Lusk."
    )

    assert str(found["clash"].date) == str(found["breakdown"].date) == "2024-03-12"
    assert found["breakdown"].after == found["clash"].id


def test_hours_that_may_cross_midnight_order_nothing():
    """Alone, the words leave open whether it was the same day: the dates say what is known."""
    found = proposed("Talks in Oslo broke down on Tuesday, hours after rebels shelled the airport.")

    assert str(found["clash"].date) == "[2024-03-11..2024-03-12]"
    assert found["breakdown"].after is None


def test_three_independent_origins_make_a_key_event():
    """Two are no more than two; three papers that tell the same in their own words are a sign."""
    tellings = (
        SHELLED,
        "On Tuesday the airport of Lusk was shelled by rebels.",
        "Rebels shelled Lusk airport on Tuesday.",
    )

    assert proposed(*tellings)["clash"].key
    assert not proposed(*tellings[:2])["clash"].key
