"""Kill a writing register again and again; what it answered must be in its state file.

Usage: kill_rounds.py STATE ROUNDS. Prints `rounds answered found` at the end. Everything is made
once, and a process is forked for each round: that is what makes many rounds quick. A round lasts
until so many answers have come, however slow the machine is, and then a few milliseconds more.
"""

import os
import signal
import sys
import threading
import time
import traceback
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from street_works.plugin.practice.clock import Clock
from street_works.plugin.practice.keeping.journal import Journal
from street_works.plugin.practice.keeping.register import Register
from street_works.plugin.practice.operations.comments import CommentOperations
from street_works.plugin.practice.operations.office import Office
from street_works.plugin.practice.operations.permits import PermitOperations
from street_works.plugin.practice.operations.work import WorkOperations
from street_works.plugin.practice.people.accounts import PLANNER, User
from street_works.plugin.practice.people.organisations import WATER
from street_works.plugin.practice.serving.exchange import Call
from street_works.plugin.practice.town.gazetteer import Town
from street_works.tests.made.applications import application_on

TODAY = date(2026, 6, 1)
USER = User("planner@practice.example", PLANNER, WATER)
TOWN = Town(1)
STEPS = ("submitted", "cancelled", "told")
CANCELLED = {"permit_status": "cancelled"}
COMMENT = {"topic": "GENERAL", "detail": "Called off"}
LONGEST_PAUSE_S = 0.02


def application():
    street = next(s for s in TOWN.streets if s.kind == "high")
    start = TODAY + timedelta(days=10)
    return application_on(street, start, start)


def opened(state):
    return Register(
        works=[], activities=[], hs2_limits=[], clock=Clock(TODAY), journal=Journal(state)
    )


def write(state, out):
    """Apply for works and cancel some of them, from three threads; tell what was answered."""
    office = Office(opened(state), TOWN, Clock(TODAY))
    works, permits, body = WorkOperations(office), PermitOperations(office), application()
    comments = CommentOperations(office)

    def again():
        try:
            while True:
                made = works.create_work(Call(USER, {}, {}, body)).body
                reference, permit = made["work_reference_number"], made["permit_reference_number"]
                os.write(out, f"{reference} submitted\n".encode())
                path = {"workReferenceNumber": reference, "permitReferenceNumber": permit}
                permits.update_permit_status(Call(USER, path, {}, CANCELLED))
                os.write(out, f"{reference} cancelled\n".encode())
                comments.post_comment(Call(USER, path, {}, COMMENT))
                os.write(out, f"{reference} told\n".encode())
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    threads = [threading.Thread(target=again) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def killed(state, answers, pause):
    """Let one process write until so many answers came and a pause is over; return what came."""
    read, out = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        write(state, out)
    os.close(out)
    with os.fdopen(read) as told:
        lines = list(islice(told, answers))
        time.sleep(pause)
        os.kill(child, signal.SIGKILL)
        lines += told
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("a writer stopped by itself")
    return [line.split() for line in lines]


def main(state, rounds):
    expected, found = {}, 0
    for number in range(rounds):
        answers = number * 7 % rounds  # short and long ones by turns
        pause = LONGEST_PAUSE_S * (number * 3 % rounds) / rounds
        expected.update(killed(state, answers, pause))
    register = opened(state)
    for reference, status in expected.items():
        works = register.works(reference)
        reached = 2 if works.comments else int(works.active.status == "cancelled")
        # what was written but not answered any more may be there too
        found += reached >= STEPS.index(status)
    events = [event.update_id for works in register.every_works() for event in works.history]
    assert len(set(events)) == len(events)
    register.close()
    print(rounds, len(expected), found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
