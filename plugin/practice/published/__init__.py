"""Reads real published records of street works into records of the practice service."""
