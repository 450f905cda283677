"""What is told of one record: sections, and their lines in plain words."""
