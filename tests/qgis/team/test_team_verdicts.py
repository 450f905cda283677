"""Verdicts that a team shares through PostGIS."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from itertools import product

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig
from street_works.plugin.clashes.verdict import Standing, Verdict, standing
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.team.database import opened, tried
from street_works.plugin.team.verdicts import TABLE, TeamVerdicts
from street_works.tests.made.judged import CASE, judged
from street_works.tests.made.postgis import cluster, new_database

OURS = CASE.environment, CASE.ours


@pytest.fixture(scope="module")
def server(qgis_app):
    with cluster() as socket:
        yield socket


@pytest.fixture
def database(server, request):
    made = new_database(server, f"team_{abs(hash(request.node.name))}")
    made.rows("CREATE SCHEMA works")
    return made


@pytest.fixture
def team(database):
    return TeamVerdicts(database.connection, "works")


def test_the_table_is_made_and_what_one_adds_another_reads(team, database):
    one = judged(Verdict.COLLABORATE, reason="share the trench: it's \\ “ours”, 50 %; {both}\n–")
    assert team.exchange([], *OURS) == ((), 0)
    assert team.exchange([one], *OURS) == ((one,), 0)
    other = TeamVerdicts(database.connection, "works")
    assert other.exchange([], *OURS).judgements == (one,)
    assert other.exchange([], "production", CASE.ours).judgements == ()
    assert other.exchange([], CASE.environment, "TW999").judgements == ()


def test_one_that_is_sent_again_is_there_once_and_as_it_was(team, database):
    one = judged()
    for _time in range(3):
        team.exchange([one], *OURS)
    team.exchange([replace(one, reason="another")], *OURS)
    said = f"SELECT reason, judged_by FROM works.{TABLE}"  # noqa: S608 - our own words
    assert database.rows(said) == [[one.reason, one.by]]


def test_a_row_that_cannot_be_read_is_counted_and_the_others_are_there(team, database):
    one, later = judged(), judged()
    team.exchange([one, later], *OURS)
    perhaps = f"UPDATE works.{TABLE} SET verdict = 'perhaps'"  # noqa: S608 - our own words
    database.rows(f"{perhaps} WHERE id = '{later.id}'")
    assert team.exchange([], *OURS) == ((one,), 1)


def test_a_table_of_somebody_else_is_told(team, database):
    database.rows(f"CREATE TABLE works.{TABLE} (id text)")
    with pytest.raises(StreetWorksError, match=r"The database refused it: .*environment"):
        team.exchange([judged()], *OURS)


def test_a_schema_or_a_server_that_is_not_there_is_told(database):
    with pytest.raises(StreetWorksError, match="The database refused it"):
        TeamVerdicts(database.connection, "nowhere").exchange([], *OURS)
    with pytest.raises(StreetWorksError, match="has no PostgreSQL connection"):
        TeamVerdicts("no such connection", "works")
    gone = TeamVerdicts("host=127.0.0.1 port=1 dbname=team user=team", "works")
    with pytest.raises(StreetWorksError, match="The database refused it") as error:
        gone.exchange([], *OURS)
    assert error.value.may_retry


def test_the_password_comes_from_the_authentication_manager_and_is_never_told(server, database):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("team")
    config.setConfig("username", "nobody")
    config.setConfig("password", "pass 'word")  # pragma: allowlist secret
    stored = manager.storeAuthenticationConfig(config)
    config = stored[1] if isinstance(stored, tuple) else config
    words = f"host={server} dbname=team authcfg={config.id()}"
    try:
        connection = opened(words)
        with pytest.raises(StreetWorksError) as error:
            tried(connection.executeSql, "SELECT 1")
    finally:
        manager.removeAuthenticationConfig(config.id())
    assert "nobody" in connection.uri()
    assert "pass 'word" not in str(error.value)
    assert "pass \\'word" not in str(error.value)
    with pytest.raises(StreetWorksError, match="leave the password out"):
        opened("host=h password=hunter2")  # pragma: allowlist secret


def test_python_goes_on_while_the_database_takes_its_time(database):
    connection = opened(database.connection)
    waiting = threading.Thread(target=connection.executeSql, args=("SELECT pg_sleep(1)",))
    before = time.process_time()
    waiting.start()
    counted = 0
    while waiting.is_alive():
        time.sleep(0.001)
        counted += 1
    assert counted > 20, f"{counted} rounds, {time.process_time() - before:.2f} s of the processor"


JUDGE = """
import sys
from dataclasses import replace
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from street_works.plugin.clashes.verdict import Standing, Verdict
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.team.verdicts import TeamVerdicts
from street_works.tests.made.judged import CASE, judged
who, connection, path = sys.argv[1:]
store = VerdictStore(path)
team = TeamVerdicts(connection, "works")
print("ready", flush=True)
sys.stdin.readline()
told = []
for number in range(20):
    known = store.standings(CASE.environment, CASE.ours).get(CASE, Standing())
    mine = judged(Verdict.RESOLVED, minutes=number, by=who, reason=str(number))
    mine = replace(mine, after=known.known)
    store.keep(mine)
    new = store.unshared()
    store.take(team.exchange(new, CASE.environment, CASE.ours).judgements)
    store.shared(new)
    now = store.standings(CASE.environment, CASE.ours)[CASE]
    if now.judgement.id != mine.id or now.meanwhile:
        told.append(number)
print(*told, flush=True)
store.close()
team = None
application.exitQgis()
"""


def test_a_team_of_two_at_the_same_time_loses_nothing_and_the_later_one_is_told(
    database, tmp_path, team
):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", JUDGE, who, database.connection, str(tmp_path / who)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for who in ("Ann", "Ben")
    ]
    for one in both:
        assert one.stdout.readline() == "ready\n"
    for one in both:
        one.stdin.write("go\n")
        one.stdin.flush()
    told = [set(one.communicate(timeout=120)[0].split()) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    judgements = team.exchange([], *OURS).judgements
    anns, bens = ([one for one in judgements if one.by == who] for who in ("Ann", "Ben"))
    assert sorted(int(one.reason) for one in anns) == list(range(20))
    assert sorted(int(one.reason) for one in bens) == list(range(20))
    for ann, ben in product(anns, bens):
        if not knew(ann, ben, judgements) and not knew(ben, ann, judgements):
            assert ann.reason in told[0] or ben.reason in told[1]
    stores = [VerdictStore(tmp_path / who) for who in ("Ann", "Ben")]
    for store in stores:
        store.take(judgements)
        assert store.standings(*OURS) == {CASE: standing(judgements)}
        assert store.unshared() == []
        store.close()


def knew(one, other, judgements):
    """Say whether `one` was given by somebody who knew `other`, or one that was given after it."""
    by_id = {judgement.id: judgement for judgement in judgements}
    todo, seen = [one], set()
    while todo:
        for before in todo.pop().after:
            if before not in seen:
                seen.add(before)
                todo.append(by_id[before])
    return other.id in seen


def test_of_two_verdicts_at_once_the_one_sent_later_reads_the_other(team, database):
    anns, bens = judged(), judged(Verdict.COLLABORATE, by="Ben", minutes=1)
    other = TeamVerdicts(database.connection, "works")
    assert standing(team.exchange([anns], *OURS).judgements) == Standing(anns)
    assert standing(other.exchange([bens], *OURS).judgements) == Standing(bens, (anns,))
