"""Forms: what is asked of the planner, and the request to Street Manager that comes of it."""
