"""The shape that stands for each type of event, in a square of 16 units; colours are the stylesheet's."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["HUES", "MARKS"]

MARKS: Mapping[str, str] = {
    "clash": "M3.5 1.5 8 6l4.5-4.5 2 2L10 8l4.5 4.5-2 2L8 10l-4.5 4.5-2-2L6 8 1.5 3.5z",
    "strike": "M1 2.5h14L8 14.5z",
    "ceasefire": "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z",
    "talks": "M8 .8 15.2 8 8 15.2.8 8z",
    "breakdown": "M6.6 1.5v13L.6 8zM9.4 1.5l6 6.5-6 6.5z",
    "threat": "M8 1.5l7 12.5H1z",
    "accusation": "M2 2h12v12H2z",
    "mobilisation": "M1 2h4.5l5 6-5 6H1l5-6zM7.5 2H10l5 6-5 6H7.5l5-6z",
    "displacement": "M1 5.5h6.5V1.5L15 8l-7.5 6.5v-4H1z",
    "statement": "M1 2h14v9H8l-4 4v-4H1z",
    "other": "M.5 11.5a7.5 7.5 0 0 1 15 0z",
}

# The same hues as in the stylesheet's light colours, for pictures.
HUES: Mapping[str, str] = {
    "clash": "#bd4b00",
    "strike": "#a66a00",
    "ceasefire": "#007a57",
    "talks": "#0069a6",
    "breakdown": "#3a7fb0",
    "threat": "#a3457c",
    "accusation": "#7a6200",
    "mobilisation": "#5a4aa5",
    "displacement": "#2f6f73",
    "statement": "#666159",
    "other": "#7d4b32",
}
