"""Text to proposals: what the reports tell, offered to the record, which only people write.

A report's sentences, quotations and dates give candidates; candidates that tell one event are joined; what
the record does not hold yet is proposed with its reasons. Nothing here changes a word that a person wrote.
"""

from __future__ import annotations

from generator.events.days import day_workings
from generator.events.offer import Draft, Proposal, rejection
from generator.events.propose import draft

__all__ = ["Draft", "Proposal", "day_workings", "draft", "rejection"]
