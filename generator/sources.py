"""The texts of the reports: read from disk, cut into paragraphs and sentences, searched for quotations.

Offsets are Unicode code points into the unchanged text, end exclusive. Nothing here rewrites a text: a
report is evidence, and a quotation is checked against the very bytes that were handed over.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from generator.problems import InputProblemsError, Problem, show

__all__ = [
    "Paragraph",
    "Sentence",
    "SourceText",
    "decode",
    "find_quotation",
    "fold",
    "paragraphs",
    "read_bytes",
    "read_folder",
    "read_source",
    "split_sentences",
    "text_files",
]

SIZE_LIMIT = 5_000_000  # bytes; a news report has some thousands


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines without an empty one between, as offsets into its text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source: its words, its offsets, and the number of its paragraph, counted from 0."""

    text: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class SourceText:
    """The text of one report as it stands on disk.

    `path` is as it was asked for (`seeds/….txt`), `sha256` is of the file's bytes, `text` is those bytes
    read as UTF-8 with nothing changed, so that an offset means the same to everybody.
    """

    path: str
    text: str
    sha256: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; together they hold every character that is not white space."""
        return tuple(split_sentences(self.text))

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return fold(self.text)

    def find(self, quotation: str) -> tuple[int, int] | None:
        """Return the offsets of the first place where the quotation stands, or None. See `find_quotation`."""
        return _find_folded(self._folded, quotation)

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds the offset, or the nearest one before it.

        Raises `ValueError` for a text without any sentence.
        """
        if not self.sentences:
            raise ValueError(f"{self.path} holds no sentence")
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def read_folder(folder: Path, root: Path) -> tuple[list[SourceText], list[Problem]]:
    """Read every `*.txt` of a folder, in the order of their names; paths are given relative to `root`.

    Returns the texts that can be read, and a problem for each that cannot, so that one bad file doesn't
    keep the others from being read. Raises `InputProblemsError` for a folder that is missing or holds no
    report.
    """
    name = _relative(folder, root)
    wrong, mend = "the folder holds no .txt file", "put the reports into it as .txt files"
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".txt" and path.is_file())
    except (FileNotFoundError, NotADirectoryError):
        files, wrong = [], "there is no such folder"
    except OSError as error:
        files, wrong, mend = [], f"cannot be read: {error.strerror}", "give read rights to the folder"
    if not files:
        raise InputProblemsError([_problem(name, "no-reports", wrong, mend)])
    texts: list[SourceText] = []
    problems: list[Problem] = []
    for path in files:
        try:
            texts.append(read_source(path, root))
        except InputProblemsError as error:
            problems.extend(error.problems)
    return texts, problems


def text_files(folder: Path) -> list[Path]:
    """Return the text files of a folder and of the folders in it, in the order of their paths.

    Their names end in `.txt`, in letters of any size. What is hidden, as the names that begin with a point
    are, is nobody's report.
    """
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() == ".txt"
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def read_source(path: Path, root: Path) -> SourceText:
    """Read one report; its path is given relative to `root`.

    Raises `InputProblemsError` where the file is missing, unreadable, empty, too large or not UTF-8.
    """
    name = _relative(path, root)
    data = read_bytes(path, name)
    if len(data) > SIZE_LIMIT:
        wrong = f"{len(data):,} bytes, and a report may have {SIZE_LIMIT:,}"
        raise InputProblemsError(
            [_problem(name, "report-size", wrong, "split it, or keep the part that is quoted")]
        )
    text = decode(data, name)
    if not text.strip():
        raise InputProblemsError(
            [_problem(name, "report-is-empty", "the file is empty", "fill it, or take it away")]
        )
    return SourceText(path=name, text=text, sha256=hashlib.sha256(data).hexdigest())


def read_bytes(path: Path, name: str) -> bytes:
    """Return what a file holds; raise `InputProblemsError` under its name where it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        code, wrong, mend = "report-is-there", "there is no such file", "put it back, or correct its path"
    except IsADirectoryError:
        code, wrong, mend = "report-is-there", "it is a folder", "name a file in it"
    except (OSError, ValueError) as error:
        code, mend = "report-is-readable", "give read rights to it, or name another"
        wrong = f"cannot be read: {getattr(error, 'strerror', None) or error}"
    raise InputProblemsError([_problem(name, code, wrong, mend)])


def decode(data: bytes, name: str) -> str:
    """Return the bytes of a file as text, with nothing changed.

    Raises `InputProblemsError` with line and column of the first byte that is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        wrong = f"not UTF-8: byte 0x{data[error.start]:02x}"
        problem = _problem(name, "report-is-utf-8", wrong, "save the file again as UTF-8").at(line, column)
        raise InputProblemsError([problem]) from None


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _problem(name: str, code: str, wrong: str, mend: str) -> Problem:
    return Problem(code=code, wrong=wrong, mend=mend, file=show(name, 200))


_PARAGRAPH = re.compile(r"[^\S\n]*\S[^\n]*")

# A line is a paragraph: web texts have no empty lines between them, and their lines aren't wrapped.


def paragraphs(text: str) -> Iterator[Paragraph]:
    r"""Give the paragraphs of a text: each line that is not blank, without the white space around it.

    >>> [(one.start, one.end) for one in paragraphs("A.\n\n  B. C.\n")]
    [(0, 2), (6, 11)]
    """
    for found in _PARAGRAPH.finditer(text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        yield Paragraph(start, found.start() + len(words.rstrip()))


# Words after which a full stop ends no sentence; for each language, with examples that run as tests.
_ABBREVIATIONS = frozenset(
    word
    for words in yaml.safe_load((Path(__file__).parent / "abbreviations.yml").read_text("utf-8")).values()
    for word in words
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-ÞЀ-Я])|[。؟۔]+")
_LAST_WORD = re.compile(r"[^\s\"'“‘(\[]+$")


def split_sentences(text: str) -> Iterator[Sentence]:
    """Give the sentences of a text with their offsets; a sentence never runs over the end of a paragraph.

    >>> [one.text for one in split_sentences("Talks ended Tuesday. Mr. Tarar spoke on Oct. 29. He left.")]
    ['Talks ended Tuesday.', 'Mr. Tarar spoke on Oct. 29.', 'He left.']

    Closing quotation marks stay with the sentence they close:

    >>> [one.text for one in split_sentences("“We will.” Asif left.")]
    ['“We will.”', 'Asif left.']

    A letter with a stop is an initial, but for the one that is a network's name:

    >>> [one.text for one in split_sentences("J. Omar wrote on X. He left.")]
    ['J. Omar wrote on X.', 'He left.']
    """
    for number, paragraph in enumerate(paragraphs(text)):
        start = paragraph.start
        for end in _sentence_ends(text, paragraph):
            yield Sentence(text[start:end], start, end, number)
            start = end
            while start < paragraph.end and text[start].isspace():
                start += 1
        if start < paragraph.end:
            yield Sentence(text[start : paragraph.end], start, paragraph.end, number)


_POSTED_ON_X = re.compile(r"\bon X$")  # there the letter is a name, and the stop ends the sentence


def _sentence_ends(text: str, paragraph: Paragraph) -> Iterator[int]:
    for found in _END.finditer(text, paragraph.start, paragraph.end):
        before = _LAST_WORD.search(text, max(paragraph.start, found.start() - 20), found.start())
        word = before.group().lower() if before else ""
        single_letter = len(word) == 1 and word.isalpha() and word != "i"
        single_letter = single_letter and not _POSTED_ON_X.search(text, paragraph.start, found.start())
        if found.group() == "." and (word in _ABBREVIATIONS or single_letter):
            continue
        yield found.end()


_FOLDED = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")


def fold(text: str) -> tuple[str, list[int]]:
    r"""Return the text as quotations are compared, and for each of its characters the offset it came from.

    Declared folding, and no other: each character to its NFKC form, curly marks to straight ones, dashes to
    a hyphen, soft hyphens and zero-width spaces dropped, every run of white space to one space. Case and
    words count. The list of offsets has one entry more than the text, the length of the original.

    >>> fold("“so  be\nit”")[0]
    '"so be it"'
    """
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if "!" <= character <= "~":  # most characters are their own form
            characters.append(character)
            offsets.append(offset)
            continue
        if character in _DROPPED:
            continue
        for one in _FOLDED.get(character) or unicodedata.normalize("NFKC", character):
            folded = " " if one.isspace() else one
            if folded == " " and characters and characters[-1] == " ":
                continue
            characters.append(folded)
            offsets.append(offset)
    offsets.append(len(text))
    return "".join(characters), offsets


def find_quotation(text: str, quotation: str) -> tuple[int, int] | None:
    """Return the offsets of the first place in the text where the quotation stands, or None.

    The comparison is verbatim after the folding that `fold` declares:

    >>> find_quotation("He said: “so be it”.", '"so be it"')
    (9, 19)
    >>> find_quotation("He said: “so be it”.", "so it be") is None
    True
    """
    return _find_folded(fold(text), quotation)


def _find_folded(folded: tuple[str, list[int]], quotation: str) -> tuple[int, int] | None:
    words, offsets = folded
    wanted = fold(quotation)[0].strip()
    place = words.find(wanted) if wanted else -1
    if place < 0:
        return None
    return offsets[place], offsets[place + len(wanted) - 1] + 1
