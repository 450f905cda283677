"""The rooms of Street Works. `docs/architecture.md` says what each is for and who may import whom."""
