"""Works and all else that goes on in the town, made up from a seed."""
