"""What is judged of the clash that is chosen, and by whom."""

from pathlib import Path
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ...plugin.clashes.occupation import Occupation
from ...plugin.clashes.verdict import Case, Verdict, said, title
from ...plugin.desk.verdicts import Verdicts
from ...plugin.words import tr
from ..shared.symbols import verdict_icon
from ..shared.ui_file import load_form

_ROLE = Qt.ItemDataRole.UserRole


class _Answers(NamedTuple):
    """What is on the form."""

    verdict: Verdict
    reason: str
    attachments: tuple[str, ...]


class VerdictForm(QWidget):
    """Shows the verdict on one that the works meet, and takes another.

    What is typed for one and not judged yet is there again when that one is chosen again.
    """

    titleLabel: QLabel
    againLabel: QLabel
    verdictBox: QComboBox
    reasonEdit: QPlainTextEdit
    filesList: QListWidget
    addButton: QPushButton
    removeButton: QPushButton
    judgeButton: QPushButton
    whoLabel: QLabel
    sharingLabel: QLabel

    def __init__(self, verdicts: Verdicts, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._verdicts = verdicts
        self._other: Optional[Occupation] = None
        self._kept = _Answers(Verdict.NOT_JUDGED, "", ())  # what counts of the one shown
        self._unsaved: dict[Case, _Answers] = {}
        for verdict in Verdict:
            self.verdictBox.addItem(title(verdict), verdict)
        self._colour()
        self.verdictBox.currentIndexChanged.connect(self._offer)
        self.reasonEdit.textChanged.connect(self._offer)
        self.filesList.itemSelectionChanged.connect(self._offer)
        self.addButton.clicked.connect(self._add_files)
        self.removeButton.clicked.connect(self._remove_files)
        self.judgeButton.clicked.connect(self.judge)
        verdicts.changed.connect(self._show_again)
        self.show_for(None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the symbols anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def show_for(self, other: Optional[Occupation]) -> None:
        """Show what is judged of another, or nothing; what was typed before is not lost."""
        self._put_aside()
        self._other = other
        self._show()

    def judge(self) -> None:
        """Keep what is on the form as the verdict."""
        other, answers = self._other, self._answers()
        if other is not None and self._verdicts.judge(other, *answers):
            self._kept = answers
            self._show_again()

    def _colour(self) -> None:
        for row, verdict in enumerate(Verdict):
            self.verdictBox.setItemIcon(row, verdict_icon(verdict, self.palette()))

    def _put_aside(self) -> None:
        case = None if self._other is None else self._verdicts.case_of(self._other)
        if case is None:
            return
        answers = self._answers()
        if answers == self._kept:
            self._unsaved.pop(case, None)
        else:
            self._unsaved[case] = answers

    def _show_again(self) -> None:
        """Show what counts now; what is being typed stays."""
        self._put_aside()
        self._show()

    def _show(self) -> None:
        other = self._other
        self.setVisible(other is not None)
        if other is None:
            return
        judgement, meanwhile = self._verdicts.of(other)
        self._kept = (
            _Answers(Verdict.NOT_JUDGED, "", ())
            if judgement is None
            else _Answers(judgement.verdict, judgement.reason, judgement.attachments)
        )
        case = self._verdicts.case_of(other)
        self._fill(self._kept if case is None else self._unsaved.get(case, self._kept))
        who = [] if judgement is None else [tr("{said}.").format(said=said(judgement))]
        who += [tr("Meanwhile {said}.").format(said=said(one)) for one in meanwhile]
        name = ", ".join(filter(None, (other.reference, other.promoter)))
        _say(self.titleLabel, tr("Verdict on {name}").format(name=name))
        _say(self.againLabel, self._again(other))
        _say(self.whoLabel, "\n".join(who))
        _say(self.sharingLabel, self._verdicts.sharing)
        self._offer()

    def _again(self, other: Occupation) -> str:
        since = "; ".join(self._verdicts.changed_since(other))
        return tr("Judge again. Since then: {changes}").format(changes=since) if since else ""

    def _fill(self, answers: _Answers) -> None:
        if answers == self._answers():
            return  # the cursor stays where it is
        self.verdictBox.setCurrentIndex(self.verdictBox.findData(answers.verdict))
        self.reasonEdit.setPlainText(answers.reason)
        self.filesList.clear()
        self._list(answers.attachments)

    def _answers(self) -> _Answers:
        files = (self.filesList.item(row) for row in range(self.filesList.count()))
        return _Answers(
            Verdict(self.verdictBox.currentData()),
            self.reasonEdit.toPlainText().strip(),
            tuple(str(item.data(_ROLE)) for item in files),
        )

    def _offer(self) -> None:
        """Let be judged what is not judged so already, or has to be judged again."""
        again = self._other is not None and self._verdicts.changed_since(self._other)
        self.judgeButton.setEnabled(bool(again) or self._answers() != self._kept)
        self.removeButton.setEnabled(bool(self.filesList.selectedItems()))
        self.filesList.setVisible(bool(self.filesList.count()))

    def _add_files(self) -> None:
        paths, _filter = QFileDialog.getOpenFileNames(self, tr("Files for the verdict"))
        there = set(self._answers().attachments)
        self._list(tuple(path for path in paths if path not in there))
        self._offer()

    def _list(self, paths: tuple[str, ...]) -> None:
        for path in paths:
            item = QListWidgetItem(Path(path).name)
            item.setData(_ROLE, path)
            item.setToolTip(path)
            self.filesList.addItem(item)

    def _remove_files(self) -> None:
        for item in self.filesList.selectedItems():
            self.filesList.takeItem(self.filesList.row(item))
        self._offer()


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
