"""What has changed in the register while the planner looked: put together, and in words."""
