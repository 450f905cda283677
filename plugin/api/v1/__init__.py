"""All that is particular to Street Manager V1.25.12: paths, models, enumerations."""
