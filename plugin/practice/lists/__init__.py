"""Lists of an organisation's records: the same for the Reporting API's pages and for CSV files."""

from .entries import Entry, chosen
from .kinds import KINDS
from .query import Query

__all__ = ["KINDS", "Entry", "Query", "chosen"]
