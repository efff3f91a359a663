"""Tests of the curated record: reading, checking and rewriting it."""
