"""Extents and dates against other works, activities, plans, limits and the planner's own layers."""
