"""Sends requests on worker threads while the main thread deletes objects, for so many seconds.

Prints how many requests were answered. Where the two wait for one another it never ends, and no
thread of Python's goes on that could tell.
"""

import os
import sys
import threading

import requests
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal


class Sender(QObject):
    """Of Python's: Qt asks for Python's lock when a connection of it goes."""

    told = pyqtSignal()


answered: list[int] = []


def send(url: str) -> None:
    from street_works.plugin.background.carrier import QgisCarrier

    while True:
        with requests.Session() as session:
            session.mount("http://", QgisCarrier(lambda: False))
            answered.append(session.get(url + "/status", timeout=5).status_code)


def delete_objects(senders: list) -> None:
    for _ in range(40):
        sender, receiver = Sender(), QObject()
        sender.told.connect(receiver.deleteLater)
        receiver.deleteLater()
        senders.append(sender)
    del senders[:-400]


def main(seconds: float) -> None:
    """Start QGIS without windows, a practice service, and all of the threads."""
    from street_works.plugin.practice import PracticeService

    application = QgsApplication([], False)
    application.initQgis()
    url = PracticeService().start()
    senders: list = []
    churn = QTimer()
    churn.timeout.connect(lambda: delete_objects(senders))
    churn.start(0)
    for _ in range(3):
        threading.Thread(target=send, args=(url,), daemon=True).start()
    QTimer.singleShot(int(seconds * 1000), application.quit)
    application.exec()
    print(len(answered), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(float(sys.argv[1]))
