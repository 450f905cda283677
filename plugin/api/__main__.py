"""python -m street_works.plugin.api operations | call OPERATION ... | sign-in.

Exit status: 0 done, 1 failed otherwise, 2 wrong use, 3 refused, 4 out of reach, 5 outcome unknown.
"""

import argparse
import codecs
import getpass
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

from pydantic import TypeAdapter

from ..errors import StreetWorksError
from ..words import tr
from . import errors
from .client import USER_AGENT
from .connection import Connection
from .http.failures import outcome_unknown
from .http.saving import check_place, whole_file
from .http.sending import to_send
from .http.transport import Transport
from .session import Session
from .shell.catalogue import NoSuchName, catalogue, find
from .shell.command import WrongUse, read_call
from .v1.contract import V1
from .v1.models.party import UserResponse

URL, EMAIL, PASSWORD = "STREET_MANAGER_URL", "STREET_MANAGER_EMAIL", "STREET_MANAGER_PASSWORD"

DONE, FAILED, WRONG_USE, REFUSED, OUT_OF_REACH, UNKNOWN, STOPPED = 0, 1, 2, 3, 4, 5, 130
_STATUS: tuple[tuple[tuple[type[StreetWorksError], ...], int], ...] = (
    ((NoSuchName,), WRONG_USE),
    ((errors.OutcomeUnknown,), UNKNOWN),
    ((errors.NoNetwork, errors.TimedOut, errors.CertificateRefused), OUT_OF_REACH),
    ((errors.ServerFailed, errors.NotJson, errors.NotTheContract, errors.RateLimited), FAILED),
    ((errors.ApiError,), REFUSED),
)


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run one command; return the exit status."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options.run(options)
    except StreetWorksError as error:
        _tell(error)
        return next((code for kinds, code in _STATUS if isinstance(error, kinds)), FAILED)
    except OSError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m street_works.plugin.api",
        description="Street Manager V1.25.12 from the shell.",
        epilog=f"The password is read from {PASSWORD} or asked for. Exit status: 0 done, "
        "1 failed otherwise, 2 wrong use, 3 refused, 4 out of reach, 5 outcome unknown.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    listing = commands.add_parser("operations", help="list every operation as JSON")
    listing.set_defaults(run=_operations)

    call = commands.add_parser("call", help="carry out one operation; its answer is JSON")
    call.add_argument("operation", help="such as work.CreateWork, CreateWork or create_work")
    call.add_argument("--json", metavar="FILE", help="the request; - for standard input")
    call.add_argument(
        "--param", action="append", default=[], metavar="NAME=VALUE", help="several times for lists"
    )
    call.add_argument("--output", type=Path, metavar="FILE", help="where to save the answer")
    call.set_defaults(run=_call)

    check = commands.add_parser(
        "sign-in", help="check an account; signing out again ends its other sessions too"
    )
    check.set_defaults(run=_sign_in)
    for one in (call, check):
        one.add_argument("--base-url", default=os.environ.get(URL, ""), help=f"default: {URL}")
        one.add_argument("--email", default=os.environ.get(EMAIL, ""), help=f"default: {EMAIL}")
    return parser


def _operations(options: argparse.Namespace) -> None:
    print(json.dumps(catalogue(V1), indent=2))


def _call(options: argparse.Namespace) -> None:
    operation = find(V1, options.operation)
    body = _read(options.json) if options.json else None
    given = read_call(V1, operation, options.param, body, saves=options.output is not None)
    file = to_send(given.file) if given.file else None
    into = options.output if operation.response is None else None
    if options.output is not None:
        check_place(options.output)
    with _connected(options) as (session, connection):
        if operation.roles:
            session.sign_in(options.email, _password(options))
        try:
            answer = connection.call(
                operation.api,
                operation.operation_id,
                request=given.request,
                file=file,
                into=into,
                **given.values,
            )
        except KeyboardInterrupt:
            if not operation.changes:
                raise
            raise outcome_unknown("stopped at the keyboard") from None
    if operation.response is not None:
        _show(TypeAdapter(operation.response), answer, options.output)


def _sign_in(options: argparse.Namespace) -> None:
    with _connected(options) as (session, connection):
        session.sign_in(options.email, _password(options))
        try:
            user: UserResponse = connection.call("party", "GetUser", email=options.email)
        finally:
            session.sign_out()
    print(f"{user.organisation_name} ({user.organisation_reference})")
    for role in user.roles or ():
        print(getattr(role, "value", role))


@contextmanager
def _connected(options: argparse.Namespace) -> Iterator[tuple[Session, Connection]]:
    if not options.base_url:
        raise WrongUse(
            tr("Which service? Give --base-url or set {name}.").format(name=URL),
        )
    transport = Transport(options.base_url, user_agent=USER_AGENT)
    session = Session(transport, V1)
    try:
        yield session, Connection(transport, session)
    finally:
        transport.close()


def _password(options: argparse.Namespace) -> str:
    if not options.email:
        raise WrongUse(tr("Whose account? Give --email or set {name}.").format(name=EMAIL))
    known = os.environ.get(PASSWORD)
    if known:
        return known
    if not sys.stdin.isatty():
        raise WrongUse(
            tr("There is nobody to ask for the password: set {name}.").format(name=PASSWORD)
        )
    return getpass.getpass(tr("Password: "))


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _show(kind: "TypeAdapter[Any]", answer: Any, output: Optional[Path]) -> None:
    # Only what came: an absent value is not shown as null.
    text = kind.dump_json(answer, indent=2, by_alias=True, exclude_unset=True).decode()
    for bad in getattr(answer, "refused", ()):
        print(f"{bad.reference or bad.index}: {bad.reason}", file=sys.stderr)
    if output is None:
        _print(text)
        return
    try:
        with whole_file(output) as file:
            file.write(f"{text}\n".encode())
    except StreetWorksError:
        # The answer is worth more than its place: it may be all that tells what was made.
        _print(text)
        raise


def _print(text: str) -> None:
    """Print JSON, with escapes where its characters might not arrive as they are."""
    if codecs.lookup(sys.stdout.encoding or "ascii").name != "utf-8":
        text = json.dumps(json.loads(text), indent=2)
    try:
        print(text, flush=True)
    except OSError:  # a full disk, or a reader that has gone
        print(text, file=sys.stderr)
        raise


def _tell(error: StreetWorksError) -> None:
    for line in (error.message, error.advice):
        if line:
            print(line, file=sys.stderr)
    for name, said in getattr(error, "fields", {}).items():
        for message in said:
            if not name and message in error.advice:
                continue
            print(f"  {name}: {message}" if name else f"  {message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
