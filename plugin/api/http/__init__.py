"""Requests to a service over HTTP and their raw answers, whatever they are about."""
