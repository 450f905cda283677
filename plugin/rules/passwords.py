"""What a new password must be like.

The contract gives no rules; these are the ones that hold anywhere, and the service says the rest.
"""

from ..words import tr

SHORTEST = 8


def password_rules() -> str:
    """Say what a new password must be like."""
    return tr(
        "At least {n} characters, not the same as the old one. Street Manager may ask for more, "
        "such as capital letters and digits, and says so."
    ).format(n=SHORTEST)


def wrong_with(password: str, repeated: str) -> str:
    """Say what is wrong with a new password that was typed twice; "" when nothing is."""
    if len(password) < SHORTEST:
        return tr("The new password needs at least {n} characters.").format(n=SHORTEST)
    if password != repeated:
        return tr("The new password was not typed the same twice.")
    return ""
