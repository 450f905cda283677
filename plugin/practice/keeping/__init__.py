"""What the practice service keeps on the disk, and its shelves of records and files."""
