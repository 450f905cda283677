"""What needs somebody of the works that the account carries out: read, kept, and told."""
