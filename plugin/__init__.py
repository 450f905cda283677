"""The rooms of Street Works; `docs/architecture.md` says who may import whom."""
