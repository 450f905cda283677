"""The clocks that a planner lives by: which one runs, until when, and by which rule.

Street Manager's own dates come first; what is worked out here says so, and by which rule. Where a
source is thin it says that the date is to be checked. `table.py` has the rule of each clock,
`due.py` what a function of the other files returns, `said.py` how a planner is told, `reasons.py`
why something needs a planner at all. Days are civil days in the UK, moments have their zone;
`today` is for the bank holidays, which are known to the end of the next year only.
"""
