"""Runs the tests of extents with the oldest, a middle and the newest shapely that are allowed.

Each version brings its own GEOS, and these do not always make the same of a shape. Every version
gets a virtual environment of its own in `build/shapely-…`, made by pip; `make shapely` runs this.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
# What pip is asked for. Wheels of the oldest were built for the NumPy of their time.
VERSIONS = {
    "2.0.2": ("shapely==2.0.2", "numpy<2"),
    "2.1": ("shapely==2.1.*",),
    "newest": ("shapely",),
}
TOOLS = ("pytest>=8,<9", "pytest-timeout>=2.3", "hypothesis>=6.100")
TESTS = "tests/unit/extents"


def main(more: list[str]) -> int:
    """Run the tests in each environment, with `more` arguments for pytest; give 0 if all pass."""
    checkout = BUILD / "checkout"
    checkout.mkdir(parents=True, exist_ok=True)
    link = checkout / "street_works"
    if not link.is_symlink():
        link.symlink_to(ROOT)
    pythons = (_environment(name, wanted, checkout) for name, wanted in VERSIONS.items())
    passed = [_run(python, more) for python in pythons]
    return 0 if all(passed) else 1


def _environment(name: str, wanted: tuple[str, ...], checkout: Path) -> Path:
    """Give the Python of an environment with what is `wanted`, made where it is not there yet."""
    place = BUILD / f"shapely-{name}"
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    requirements = str(ROOT / "requirements.txt")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--upgrade", "-r", requirements, *TOOLS, *wanted], check=True)
    site = _said(python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])").strip()
    Path(site, "street_works.pth").write_text(f"{checkout}\n", encoding="utf-8")
    return python


def _run(python: Path, more: list[str]) -> bool:
    """Run the tests, and print the versions and the counts; whether every one passed."""
    versions = "import shapely; print(f'shapely {shapely.__version__}, GEOS', shapely.geos_version)"
    print(_said(python, "-c", versions).strip(), flush=True)
    arguments = [str(python), "-m", "pytest", "-p", "no:cacheprovider", TESTS, *more]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
    counts = [line for line in lines if re.search(r"\d+ (passed|failed|error)", line)]
    print(f"  {counts[-1] if counts else 'no test was run'}", flush=True)
    return done.returncode == 0 and bool(counts)


def _said(python: Path, *arguments: str) -> str:
    return subprocess.run(
        [str(python), *arguments], capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
