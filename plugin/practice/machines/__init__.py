"""What may become of works and their parts, when, and what that makes of them.

Pure functions: records go in, a change comes out, or a Refusal is raised. Whose works
they are is judged before: here everybody may do everything, but that promoter and authority each
have their own answers to penalties and section 81 notices. Creating something that the state
forbids is refused with 409 where the contract names it, everything else with 412.
"""
