"""The linked data says only what the record says, in terms of schema.org, and nothing in it breaks out."""

import json

import pytest

from generator.exports.jsonld import event_graph, timeline_graph
from generator.site.markup import data_block
from tests.exports.editions import HOSTILE, dated, hostile, publication

# The terms that we use, by type; each was looked up: the type's own, or inherited (Thing, CreativeWork).
THING = {"@type", "@id", "name", "description", "url", "identifier"}
WORK = THING | {
    "headline",
    "inLanguage",
    "dateModified",
    "datePublished",
    "creativeWorkStatus",
    "temporalCoverage",
    "isPartOf",
    "about",
    "citation",
    "correction",
    "hasPart",
    "author",
    "publisher",
    "archivedAt",
    "text",
}
TERMS = {
    "Article": WORK,
    "NewsArticle": WORK,
    "CorrectionComment": WORK,
    "Claim": WORK | {"appearance"},
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"encodingFormat", "contentUrl"},
    "Event": THING | {"startDate", "endDate", "location", "about"},
    "Place": THING | {"address", "geo"},
    "PostalAddress": THING | {"addressCountry"},
    "GeoCoordinates": THING | {"latitude", "longitude"},
    "Organization": THING,
    "Person": THING,
    "Thing": THING,
}


def nodes(data):
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from nodes(value)
    elif isinstance(data, list):
        for one in data:
            yield from nodes(one)


def node_of(name):
    return next(event_graph(item, publication()) for item in publication().items if item.event.id == name)


def test_only_terms_of_the_vocabulary_are_used():
    """Every node has a type, and every type only the terms it has."""
    graph = timeline_graph(publication(), [("data/timeline.json", "application/json")])
    for node in nodes(graph["@graph"]):
        assert set(node) <= TERMS[node["@type"]], node


def test_every_entry_is_there_under_its_address():
    """The whole has each event once, with the address of its page."""
    entries = [one for one in timeline_graph(publication())["@graph"] if one["@type"] == "Article"]

    assert [one["identifier"] for one in entries] == [item.event.id for item in publication().items]
    assert all(one["@id"] == f"https://example.org/ildra/events/{one['identifier']}/" for one in entries)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2031-11-05", "2031-11-05", None),
        ("2031-11-02/2031-11-04", "2031-11-02", "2031-11-04"),
        ("2031-11", "2031-11", None),
        ("2031", "2031", None),
        ("2031-11-05~", None, None),
        ("2031-11-05?", None, None),
        ("2031-11-XX", None, None),
        ("[2031-11-02..2031-11-04]", None, None),
        ("[..2031-12]", None, None),
        ("203X", None, None),
    ],
)
def test_event_starts_only_where_its_words_say_so(text, start, end):
    """A date that leaves anything open gives no start, since a program would take it for a statement."""
    (item,) = dated(text).items
    event = event_graph(item, dated(text))["about"]

    assert (event.get("startDate"), event.get("endDate")) == (start, end)


def test_withdrawn_entry_is_about_no_event():
    """What proved wrong is an entry with its retraction, and says of no event that it was."""
    found = node_of("not-so")

    assert "about" not in found
    assert found["creativeWorkStatus"] == "withdrawn"
    assert found["correction"][0]["text"] == "Two reports were mixed up."


def test_claim_has_its_party_as_author():
    """What a party says is never the record's own statement."""
    claims = node_of("fire-across-the-ildra")["hasPart"]

    assert [(one["@type"], one["author"]["name"]) for one in claims] == [
        ("Claim", "Norland"),
        ("Claim", "Sudmark"),
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_cannot_leave_its_block(text):
    """As it stands in a page, nothing in the data can close the block or open a comment."""
    given = hostile(text)
    for item in given.items:
        data = event_graph(item, given)
        block = str(data_block(data, "application/ld+json"))
        assert block.count("<") == 2
        assert json.loads(block.split(">", 1)[1].rsplit("<", 1)[0]) == data
