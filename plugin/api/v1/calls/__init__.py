"""The operations of V1.25.12 as methods, one class an API."""
