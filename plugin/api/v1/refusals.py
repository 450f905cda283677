"""What the statuses of V1.25.12 mean beside what HTTP says."""

from collections.abc import Mapping

from ...words import tr
from .. import errors
from ..contract.refusals import Meaning, Refused, restricted, session_ended, usual

SIGN_INS = frozenset({"Authenticate", "AuthenticateInitial"})


def meaning(refused: Refused) -> errors.ApiError:
    """Return what a refused answer means."""
    is_sign_in = refused.operation.operation_id in SIGN_INS
    meanings = _AT_SIGN_IN if is_sign_in else _ANYWHERE
    return meanings.get(refused.status, usual)(refused)


def _unauthorised(refused: Refused) -> errors.ApiError:
    return restricted(refused) if _says_restricted(refused) else session_ended(refused)


def _wrong_password(refused: Refused) -> errors.ApiError:
    if _says_restricted(refused):
        return restricted(refused)
    return refused.told(
        errors.NotSignedIn,
        tr("The email address or the password is wrong."),
        tr("Capital letters count in both. Five failures lock the account."),
    )


def _says_restricted(refused: Refused) -> bool:
    """Tell the one 401 from the other: only its words differ."""
    return "restricted" in refused.said.lower()


def _forbidden(refused: Refused) -> errors.ApiError:
    if refused.operation.api != "geojson":
        return restricted(refused)
    return refused.told(
        errors.TooManyFeatures,
        tr("There are more than 100 features in this area and these dates."),
        tr("Ask for a smaller area or fewer days."),
    )


def _precondition(refused: Refused) -> errors.ApiError:
    return refused.told(
        errors.PreconditionFailed,
        tr("A business rule of Street Manager forbids this now."),
        refused.heard,
    )


def _suspended(refused: Refused) -> errors.ApiError:
    return refused.told(
        errors.AccountSuspended,
        tr("Your organisation is suspended in Street Manager."),
        tr("Ask your administrator."),
    )


def _locked(refused: Refused) -> errors.ApiError:
    return refused.told(
        errors.AccountLocked,
        tr("The account is locked after too many wrong passwords."),
        tr("It unlocks itself after five minutes."),
    )


def _temporary(refused: Refused) -> errors.ApiError:
    return refused.told(
        errors.TemporaryPassword,
        tr("This is a temporary password."),
        tr("Set a new password of your own now: it signs you in at once."),
    )


_ANYWHERE: Mapping[int, Meaning] = {
    401: _unauthorised,
    403: _forbidden,
    412: _precondition,
    423: _locked,
}
_AT_SIGN_IN: Mapping[int, Meaning] = {
    307: _temporary,
    401: _wrong_password,
    412: _suspended,
    423: _locked,
}
