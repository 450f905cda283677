"""Workstreams: how an organisation divides its works."""

DEFAULT_WORKSTREAM = "000"
"""The workstream that every organisation has and that is not for permits (Business rules 2)."""
