"""Dialogs and docks: one `<name>.ui` beside one `<name>.py`. They know the desk."""
