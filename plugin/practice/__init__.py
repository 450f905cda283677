"""The practice service: a small Street Manager on this computer to train and test with."""

from .people.accounts import Account
from .published.reading import FileReading
from .service import PracticeService

__all__ = ["Account", "FileReading", "PracticeService"]
