"""What `python -m street_works.plugin.api` does with what it is given."""
