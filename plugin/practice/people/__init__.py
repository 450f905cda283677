"""Who may sign in to the practice service, for whom they work, and what they may do."""
