"""Signing in, and a new password."""
