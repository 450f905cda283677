"""The operations of the practice service, a family a file."""
