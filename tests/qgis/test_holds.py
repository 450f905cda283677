"""What is watched of the main thread: what it does at a stretch, less what the script does."""

import time

from qgis.PyQt.QtTest import QTest
from street_works.tools.holds import Holds, aside


def work(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def longest_ms(*acts):
    with Holds(time.thread_time) as held:
        for act in acts:
            act()
            QTest.qWait(10)
    return held.told()["longest_ms"]


def by_the_script():
    with aside():
        work(0.08)


def test_the_longest_stretch_of_work_counts():
    assert 40 <= longest_ms(lambda: work(0.02), lambda: work(0.04), lambda: work(0.02)) < 60


def test_what_the_script_does_aside_does_not_count_nor_does_waiting():
    assert longest_ms(by_the_script, lambda: time.sleep(0.08), lambda: work(0.01)) < 40


def test_work_before_and_after_what_is_aside_are_two_stretches():
    def both():
        work(0.03)
        by_the_script()
        work(0.03)

    assert 30 <= longest_ms(both) < 60
