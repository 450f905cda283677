"""How codes and references are written: regular expressions, and what is set aside."""

SWA_CODE = r"^[0-9A-Za-z]{4}$"
THREE_DIGITS = r"^[0-9]{3}$"
REFERENCE = r"^[A-Za-z0-9_-]+$"
EMAIL = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"
LETTERS_AND_DIGITS = r"^[A-Za-z0-9 ]+$"

DEFAULT_WORKSTREAM = "000"
"""The workstream that every organisation has and that is not for permits (Business rules 2)."""
