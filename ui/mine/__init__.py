"""My works: the tab of what needs the planner."""
