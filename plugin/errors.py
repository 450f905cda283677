"""The one family of errors: what happened, what the planner can do, may it be tried again."""


class StreetWorksError(Exception):
    """Something a planner has to be told.

    `message` says what happened and `advice` what to do about it, both in the planner's words.
    `detail` is the raw material (a server's answer, a traceback) that is shown only when asked for;
    it never holds a password or a token. `may_retry` says whether the same thing may simply be
    tried again.
    """

    def __init__(
        self, message: str, *, advice: str = "", detail: str = "", may_retry: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.detail = detail
        self.may_retry = may_retry

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()
