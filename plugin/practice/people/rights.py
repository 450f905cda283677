"""Refusing what an account may not do with some works: the rights are those of `api.v1.rights`."""

from ..records import Works
from ..serving.exchange import restricted
from .accounts import User


def organisations(user: User) -> tuple[str, ...]:
    """Return the SWA codes a user acts for: one's own and, for contractors, the promoters'."""
    return (user.organisation.swa_code, *user.promoters)


def is_promoter(works: Works, user: User) -> bool:
    """Say whether the user is of the works' promoter, or of a contractor that works for it."""
    return user.rights.acts_for(works.promoter_swa_code)


def is_authority(works: Works, user: User) -> bool:
    """Say whether the user is of the works' highway authority."""
    return user.rights.assesses(works.place.authority_swa_code)


def check_promoter(works: Works, user: User) -> None:
    """Raise Refusal 401 unless the user is of the works' promoter or its contractor."""
    if not is_promoter(works, user):
        raise restricted()


def check_authority(works: Works, user: User) -> None:
    """Raise Refusal 401 unless the user is of the works' highway authority."""
    if not is_authority(works, user):
        raise restricted()


def check_party(works: Works, user: User) -> None:
    """Raise Refusal 401 unless the works are the user's as promoter or as authority."""
    if not (is_promoter(works, user) or is_authority(works, user)):
        raise restricted()
