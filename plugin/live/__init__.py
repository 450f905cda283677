"""What is known of the register, and what to ask it next."""
