"""Reports are read as they stand, cut into sentences, and searched for quotations; no offset ever shifts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import InputProblemsError
from generator.sources import find_quotation, fold, read_folder, read_source, split_sentences


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"", "report-is-empty", "seeds/a.txt"),
        (b" \n\n", "report-is-empty", "seeds/a.txt"),
        (b"fine\nbad \xe9\n", "report-is-utf-8", "seeds/a.txt:2:5"),
        (b"x" * 5_000_001, "report-size", "seeds/a.txt"),
    ],
)
def test_a_faulty_report_is_one_problem_with_its_place(data, code, place, tmp_path):
    """Each fault has its own code, and the place as exact as it can be known."""
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "seeds" / "a.txt"
    path.write_bytes(data)

    with pytest.raises(InputProblemsError) as raised:
        read_source(path, tmp_path)

    (problem,) = raised.value.problems
    assert problem.code == code
    assert str(problem).startswith(f"{place}: ")


def test_one_bad_report_does_not_hide_the_others(tmp_path):
    """What can be read is read, and what cannot is named."""
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text("Talks ended.", encoding="utf-8")

    texts, problems = read_folder(tmp_path, tmp_path)

    assert [text.path for text in texts] == ["b.txt"]
    assert [problem.file for problem in problems] == ["a.txt"]


@pytest.mark.parametrize(
    ("text", "sentences", "why"),
    [
        ("He met Gen. Khan. They spoke.", ["He met Gen. Khan.", "They spoke."], "a title ends no sentence"),
        ("On Oct. 25 it began. It failed.", ["On Oct. 25 it began.", "It failed."], "nor does a month"),
        ("“No.” He left.", ["“No.”", "He left."], "closing marks belong to the sentence"),
        ("It rose 2.5 per cent. Then fell.", ["It rose 2.5 per cent.", "Then fell."], "a decimal point"),
        ("One\nTwo", ["One", "Two"], "a line is a paragraph"),
        ("ISLAMABAD: He spoke… And left.", ["ISLAMABAD: He spoke…", "And left."], "an ellipsis may end one"),
        ("J. Smith came. I did.", ["J. Smith came.", "I did."], "an initial ends no sentence, “I” can"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, sentences, why):
    """A full stop ends a sentence unless it belongs to a word."""
    assert [sentence.text for sentence in split_sentences(text)] == sentences, why


@given(st.text())
def test_sentences_hold_every_word_and_their_own_offsets(text):
    """No character but white space is lost between sentences, and each stands where it says."""
    found = list(split_sentences(text))

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    kept = "".join("".join(one.text.split()) for one in found)
    assert kept == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "quotation", "found"),
    [
        ("He said: “so be it”.", '"so be it"', "“so be it”"),
        ("a  lasting\u00a0peace", "a lasting peace", "a  lasting\u00a0peace"),
        ("the talks — and more", "talks - and", "talks — and"),
        ("on hold… then", "hold... then", "hold… then"),
        ("The Talks", "the talks", None),
        ("peace talks", "peace  talk", "peace talk"),
        ("peace", "", None),
    ],
)
def test_a_quotation_is_found_after_the_declared_folding_only(text, quotation, found):
    """Marks, dashes and spaces may differ in kind; letters, case and words may not."""
    place = find_quotation(text, quotation)

    assert (text[slice(*place)] if place else None) == found


@given(st.text(), st.data())
def test_any_run_of_words_of_a_text_is_found_in_it(text, data):
    """What is copied from a text is verbatim by construction."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]

    assert not fold(piece)[0].strip() or find_quotation(text, piece)
