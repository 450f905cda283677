"""From HTTP to an operation and back: server, router, requests, limits."""
