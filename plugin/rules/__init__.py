"""The business rules that are told before the register is asked: dates, categories, forms."""
