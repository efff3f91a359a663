"""Inputs that no person would write, by the thousand: `make fuzz` runs them all, the tests a few."""
