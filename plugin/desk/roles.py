"""What an account's role is called, and what it can and cannot do here, in the planner's words."""

from ..api.register import Register
from ..trade.parties import Party
from ..trade.vocabulary.people import Role
from ..words import tr


def role_title(party: Party) -> str:
    """Return the name of the account's roles, such as "planner"; "" while they are not known."""
    titles = {
        Role.PLANNER: tr("planner"),
        Role.CONTRACTOR: tr("contractor"),
        Role.HIGHWAY_AUTHORITY: tr("highway authority"),
        Role.ADMIN: tr("administrator"),
        Role.DATA_EXPORT: tr("data export"),
    }
    return ", ".join(title for role, title in titles.items() if party.has(role))


def why_no_application(register: Register) -> str:
    """Say why the account cannot apply for works here, and what it can do; "" where it can."""
    if not register.takes_applications:
        return _not_for_the_role(register)
    if register.party.known and not register.party.promoters:
        return tr(
            "Not offered: applying for works. Your account has no contract with a promoter. Ask "
            "your administrator."
        )
    return ""


def _not_for_the_role(register: Register) -> str:
    if register.party.has(Role.HIGHWAY_AUTHORITY):
        return tr(
            "As highway authority you can see and find works, follow changes, check an extent for "
            "clashes, and from the details assess permits, inspect, and give FPNs. Not offered: "
            "applying for works, which Street Manager leaves to planners and contractors."
        )
    why = tr(
        "Not offered: applying for works, which Street Manager leaves to planners and contractors. "
        "Your role is: {role}."
    ).format(role=role_title(register.party) or tr("none that is known here"))
    if register.shows_works:
        return why
    return why + " " + tr("It may not see the map of works either.")
