"""Crisis Timeline: from news reports to a timeline whose every date and word can be checked.

A report is a `SourceText` (`generator.sources`), cut into sentences. `generator.dates` finds its time
expressions and resolves each to days, with its derivation. `generator.events` makes typed candidates of
dated sentences and proposes them, as drafts, for `timeline.yml`. `generator.timeline` reads that file
strictly, checks it and is the only one to write it. From the checked record `generator.exports` and
`generator.site` make data and pages, without network or clock. Imports run one way:
`dates ← events → timeline ← exports ← site`.
"""
