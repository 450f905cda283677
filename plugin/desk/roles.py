"""What an account's role is called, and what it can and cannot do here, in the planner's words."""

from ..api.v1.enums import Role
from ..api.v1.rights import Rights
from ..words import tr


def role_title(rights: Rights) -> str:
    """Return the name of the account's roles, such as "planner"; "" while they are not known."""
    titles = {
        Role.PLANNER: tr("planner"),
        Role.CONTRACTOR: tr("contractor"),
        Role.HIGHWAY_AUTHORITY: tr("highway authority"),
        Role.ADMIN: tr("administrator"),
        Role.DATA_EXPORT: tr("data export"),
    }
    return ", ".join(title for role, title in titles.items() if rights.has(role))


def why_no_application(rights: Rights) -> str:
    """Say why the account cannot apply for works here, and what it can do; "" where it can."""
    if not rights.may_ask("work", "CreateWork"):
        role = role_title(rights) or tr("none that is known here")
        why = tr(
            "Not offered: applying for works. Street Manager lets planners and contractors apply; "
            "your role is: {role}."
        ).format(role=role)
        return f"{why} {_offered(rights)}"
    if rights.known and not rights.promoters:
        return tr(
            "Not offered to you: applying for works. Your account has no contract with a promoter. "
            "Ask your administrator."
        )
    return ""


def _offered(rights: Rights) -> str:
    if not rights.may_ask("geojson", "GetWorksIntersectBoundingBox"):
        return tr("It may not see the map of works either.")
    offered = tr(
        "You can see the map, find works and streets, read details, follow changes, draw an "
        "extent and check it for clashes."
    )
    if rights.has(Role.HIGHWAY_AUTHORITY):
        offered += " " + tr(
            "Details are complete for works on your streets. Assessing permits is not part of "
            "Street Works yet: please do that in Street Manager."
        )
    return offered
