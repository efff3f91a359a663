"""The grammar of a language, a folder each: its words, the shapes of its phrases, what each shape gives.

A rule is read from YAML and looks like this:

    - name: a length ago
      kind: offset                      # what it is; other rules use it as {offset}
      shapes: ["{length} ago"]          # words, {labels} of the lexicon, {kinds} of other rules, [optional],
                                        # (a|b)
      gives: ago                        # the function of `generator.dates.build` that makes the operator
      with: {…}                         # constants for that function
      when: {after: [in, by]}           # conditions on the words around; see `Condition`
      examples: {two days ago: "2025-10-27"}
      near: [two days agog]             # near misses, which this grammar must not read, or must read
      otherwise

Examples are read as written on Wednesday 29 October 2025.
"""

from __future__ import annotations

from generator.dates.grammar.load import load, load_folder
from generator.dates.grammar.model import Branch, Condition, Element, Grammar, Rule, Shape

__all__ = ["Branch", "Condition", "Element", "Grammar", "Rule", "Shape", "load", "load_folder"]
