"""How to cite an event: plain text, BibTeX and RIS.

There is no day of access in any of them, since nothing that is rendered reads a clock; whoever cites adds
their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.timeline.model import Event

__all__ = ["Citation", "cite"]

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{one: f"\\{one}" for one in "{}$&#%_"},
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One event, cited in three forms."""

    plain: str
    bibtex: str
    ris: str


def cite(event: Event, *, publication: str, address: str | None, version: str) -> Citation:
    r"""Return an event's citation; `version` names the state of its content.

    >>> from generator.dates import Edtf
    >>> event = Event(id="truce", status="published", date=Edtf.parse("2025-10-19"), type="ceasefire",
    ...               title="Truce 100% agreed")
    >>> print(cite(event, publication="A crisis", address="https://example.org/truce/", version="3fa9").plain)
    “Truce 100% agreed” (2025-10-19), A crisis, version 3fa9, https://example.org/truce/
    >>> print(cite(event, publication="A crisis", address=None, version="3fa9").bibtex)
    @misc{truce,
      title = {Truce 100\% agreed},
      howpublished = {A crisis},
      note = {Event of 2025-10-19, version 3fa9}
    }
    """
    plain = [
        f"“{_one_line(event.title)}” ({event.date})",
        _one_line(publication),
        f"version {version}",
        address,
    ]
    return Citation(
        ", ".join(part for part in plain if part),
        _bibtex(event, publication, address, version),
        _ris(event, publication, address, version),
    )


def _bibtex(event: Event, publication: str, address: str | None, version: str) -> str:
    fields = {
        "title": _tex(event.title),
        "howpublished": _tex(publication),
        "note": f"Event of {_tex(str(event.date))}, version {version}",
        "url": address,
    }
    lines = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items() if text)
    return f"@misc{{{event.id},\n{lines}\n}}"


def _ris(event: Event, publication: str, address: str | None, version: str) -> str:
    fields = [
        ("TY", "ELEC"),
        ("ID", event.id),
        ("TI", _one_line(event.title)),
        ("T2", _one_line(publication)),
        ("N1", f"Event of {event.date}, version {version}"),
        ("UR", address),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {text}" for tag, text in fields if text is not None)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_BIBTEX.get(one, one) for one in _one_line(text))
