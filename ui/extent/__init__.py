"""The extent: drawn, taken or typed, and what is to be said of it."""
