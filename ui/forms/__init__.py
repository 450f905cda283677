"""The questions of a form on the screen: sections, rows, editors."""
