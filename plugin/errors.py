"""The one family of errors: what happened, what the planner can do, may it be tried again."""

# What an error is about. A message about it is taken back when that is put right.
SESSION = "session"  # by signing in
RIGHTS = "rights"  # by signing in with another account
SERVICE = "service"  # when the service answers again
EXTENT = "extent"  # when there is an extent
STREET = "street"  # when the street is chosen
DATES = "dates"  # when the dates are in order


class StreetWorksError(Exception):
    """Something a planner has to be told.

    `message` says what happened and `advice` what to do about it, both in the planner's words.
    `detail` is the raw material (a server's answer, a traceback) that is shown only when asked for;
    it never holds a password or a token. `may_retry` says whether the same thing may simply be
    tried again, `in_settings` whether a setting of Street Works can put it right. `about` is one of
    the names above, "" for what only another try puts right.
    """

    about = ""

    def __init__(
        self,
        message: str,
        *,
        advice: str = "",
        detail: str = "",
        may_retry: bool = False,
        about: str = "",
        in_settings: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.detail = detail
        self.may_retry = may_retry
        self.in_settings = in_settings
        if about:
            self.about = about

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()
