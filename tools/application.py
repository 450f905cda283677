"""Starts the real QGIS application with a fresh profile and lets it run a script of ours.

Used by `make demo`, by the journeys and by the start-up benchmark. With no display at hand, a
virtual one is made, with a window manager, so that dialogs behave as they do for a planner.
"""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import zipfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Iterator, Optional

ROOT = Path(__file__).resolve().parents[1]
SCREEN = "1600x1000x24"
DPI = 96
LOG = "qgis.log"
OSTN15 = "uk_os_OSTN15_NTv2_OSGBtoETRS.tif"
"""The name by which PROJ, and so QGIS, knows its file of OSTN15."""
PLANNER = "Zoë Müller – Straße"
"""Whose profile it is: a path has spaces and letters that not every program takes."""
_READY_S = 30
_LAST_WORDS_S = 20

PROFILE_INI = """\
[app]
plugin_installer\\checkOnStart=false
check_version=false
[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
[qgis]
checkVersion=false
hideSplash=true
[fonts]
downloadMissingFonts=false
"""


@contextmanager
def display(wanted: bool = True, screen: str = SCREEN) -> Iterator[dict[str, str]]:
    """Yield the environment of a display: the one that is there, or (if `wanted`) a virtual one.

    `screen` is the virtual one's size and depth, as Xvfb takes it.
    """
    environment = dict(os.environ)
    environment.pop("QT_QPA_PLATFORM", None)
    if not wanted and environment.get("DISPLAY"):
        yield environment
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as stream:
        number = stream.readline().strip()
    environment["DISPLAY"] = f":{number}"
    try:
        with _window_manager(environment):
            yield environment
    finally:
        _end(server)


@contextmanager
def _window_manager(environment: dict[str, str]) -> Iterator[None]:
    """Run a window manager once it is there: it would put a frame around what came before it."""
    quiet = subprocess.DEVNULL
    with tempfile.TemporaryDirectory(prefix="street-works-") as folder:
        ready = Path(folder) / "ready"
        line = ["openbox", "--startup", shlex.join(["touch", str(ready)])]
        manager = subprocess.Popen(line, env=environment, stdout=quiet, stderr=quiet)
        try:
            until = time.monotonic() + _READY_S
            while not ready.exists():
                if manager.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{line[0]} did not come up ({manager.returncode})")
                time.sleep(0.02)
            yield
        finally:
            _end(manager)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(timeout=10)


def new_profile(
    folder: Path,
    link_plugin: bool = True,
    theme: str = "default",
    package: Optional[Path] = None,
) -> Path:
    """Make a fresh profile in `folder`, for `--profiles-path`; returns `folder`.

    With `link_plugin` the checkout is installed in it and switched on, or the `package`, a zip.
    `theme` is one of QGIS's.
    """
    profile = folder / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    _stand_in_for_qpip(profile / "python" / "plugins" / "a00_qpip")
    settings = f"{PROFILE_INI}[UI]\nUITheme={theme}\n"
    plugins = profile / "python" / "plugins"
    if link_plugin and package is not None:
        with zipfile.ZipFile(package) as file:
            file.extractall(plugins)
    elif link_plugin:
        (plugins / "street_works").symlink_to(ROOT)
    if link_plugin:
        settings += "[PythonPlugins]\nstreet_works=true\n"
    for name in ("QGIS3.ini", "QGIS4.ini"):
        (profile / "QGIS" / name).write_text(settings, encoding="utf-8")
    return folder


def new_exact_profile(folder: Path) -> Path:
    """Make a fresh profile with the checkout, whose QGIS converts by OSTN15 and does not warn.

    Returns `folder`.
    """
    new_profile(folder)
    grid = folder / "profiles" / "default" / "proj" / OSTN15
    grid.parent.mkdir()
    line = [sys.executable, "-m", "street_works.plugin.extents", "grid-file", "--out", str(grid)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    return folder


def _stand_in_for_qpip(plugin: Path) -> None:
    """Put an empty plugin where the plugin manager looks for QPIP.

    The packages come from the virtual environment here, and QGIS 3.22's installer breaks off with a
    KeyError when a plugin's dependency is neither installed nor in a repository it can reach.
    """
    plugin.mkdir(parents=True)
    metadata = "[general]\nname=qpip\nversion=0\nqgisMinimumVersion=3.0\ndescription=stand-in\n"
    (plugin / "metadata.txt").write_text(metadata, encoding="utf-8")
    (plugin / "__init__.py").write_text("", encoding="utf-8")


def command(profiles: Path, script: Optional[Path]) -> list[str]:
    """Return the command line that opens QGIS on `profiles` and runs `script` in it."""
    line = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(profiles)]
    line += ["--profile", "default"]
    return line + (["--code", str(script)] if script else [])


def python_environment(environment: dict[str, str], given: dict[str, Any]) -> dict[str, str]:
    """Let QGIS's Python see the packages of the one that runs this, and the script its `given`."""
    packages = sysconfig.get_paths()["purelib"]
    return {
        **environment,
        "PYTHONPATH": os.pathsep.join([packages, str(ROOT / "tools")]),
        "STREET_WORKS_SCRIPT": json.dumps(given),
        "PYQGIS_STARTUP": str(ROOT / "tools" / "starting.py"),
        "PYTHONFAULTHANDLER": "1",  # a crash tells which Python line it was in
        "LANG": "C.UTF-8",
        "LANGUAGE": "en",
    }


def run(
    script: Path,
    given: dict[str, Any],
    *,
    timeout: float = 300,
    link_plugin: bool = True,
    folder: Optional[Path] = None,
    screen: str = SCREEN,
    letters: float = 1,
) -> dict[str, Any]:
    """Run `script` inside QGIS and return what it wrote to `given["result"]` (a JSON file).

    `folder` keeps the profile; without it, it is thrown away. `letters` are so many times as large
    as usual. Raises RuntimeError with QGIS's last words when it dies, hangs or writes nothing.
    """
    place = folder or Path(tempfile.mkdtemp(prefix=f"{PLANNER} "))
    result = place / "result.json"
    with suppress(FileNotFoundError):
        result.unlink()
    try:
        given = {**given, "result": str(result)}
        qgis = opened(script, given, place, link_plugin=link_plugin, screen=screen, letters=letters)
        with qgis as process:
            wait_for_end(process, timeout)
        if not result.exists():
            words = (place / LOG).read_text(errors="replace")[-4000:]
            raise RuntimeError(f"QGIS left no result (exit code {process.returncode}):\n{words}")
        answer: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        answer["exit_code"] = process.returncode
        return answer
    finally:
        if folder is None:
            shutil.rmtree(place, ignore_errors=True)


def wait_for_end(process: "subprocess.Popen[bytes]", timeout: float) -> None:
    """Wait for QGIS's end; where it hangs, let it say which Python line each thread is in."""
    try:
        process.wait(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=_LAST_WORDS_S)


@contextmanager
def opened(
    script: Path,
    given: dict[str, Any],
    folder: Path,
    *,
    link_plugin: bool = True,
    screen: str = SCREEN,
    letters: float = 1,
) -> Iterator["subprocess.Popen[bytes]"]:
    """Open QGIS with the profile in `folder`, a new one if there is none, and yield its process.

    It runs `script`; what it prints is in the folder's `qgis.log`. At the end it is killed, if it
    still lives.
    """
    if not (folder / "profiles").exists():
        new_profile(folder, link_plugin)
    with display(screen=screen) as environment, (folder / LOG).open("wb") as stream:
        process = subprocess.Popen(
            command(folder, script),
            env={
                **python_environment(environment, given),
                "QT_FONT_DPI": str(round(DPI * letters)),
            },
            stdout=stream,
            stderr=stream,
            cwd=folder,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), {}), indent=1))
