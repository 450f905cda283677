"""The application: form, review, sending, and what became of it."""
