"""The application for new works."""
