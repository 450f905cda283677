"""The rules of the trade: categories, notice, dates, designations, what may be done when."""
