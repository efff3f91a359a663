"""Benchmarks: what is measured, beside a reference in the same run. Never a timed test."""
