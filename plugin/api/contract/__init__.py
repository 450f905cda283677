"""What every contract with Street Manager is written with: models, fields, rules, operations."""
