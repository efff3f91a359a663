"""The largest sizes that a timeline may have, each with its reason; a rule names each in its message.

They stop a hostile file early and are far above what an honest one needs.
"""

FILE_BYTES = 64 * 1024 * 1024
"""10,000 events with three quotations and a claim each are about 17 MB."""

DEPTH = 32
"""The record is nested nine deep; a parser that recurses dies at some thousands."""

NODES = 3_000_000
"""10,000 events of that shape have about a million."""

EVENTS = 20_000
TEXT = 20_000
"""Characters of one text, a summary say."""

QUOTE = 1_000
"""Above it a quotation draws a warning, or an error where it is most of its report: whole articles belong to
their publishers."""

LINE = 200
"""Characters of a text that is shown as one line: a title, a name."""

KEY = 64
"""Above 1,024 characters a YAML parser gives a misleading message."""

IDENTIFIER = 80
ADDRESS = 2_048
EVIDENCE = 50
"""Quotations for one event or one version of a claim."""

PROBLEMS = 5_000
"""Problems of one file; nobody reads more, and a hostile file could have a million."""
