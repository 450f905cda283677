# Every command does its own set-up: on a fresh Debian or Ubuntu machine `make demo` is enough.

VENV   := .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready
WORKS  ?=
JOURNEY ?=
PAGES  := plugin ui tests tools __init__.py

export QT_QPA_PLATFORM ?= offscreen
# The tests start hundreds of processes: what the first one compiled is there for the next.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo screens test names endurance bench shapely package translations docs lint format qgis-3.40 qgis-3.44 clean

setup: $(READY)

$(READY): requirements.txt requirements-dev.txt tools/setup.sh
	tools/setup.sh $(VENV)
	touch $@

demo: setup package
	QT_QPA_PLATFORM= $(PY) tools/demo.py $(if $(WORKS),--works "$(WORKS)") $(if $(JOURNEY),--journey "$(JOURNEY)")

screens: setup
	QT_QPA_PLATFORM= $(PY) tools/screens.py

# Four processes side by side, as each waits now and then; no file of tests is in two of them.
# The journeys are in two, and wait a good deal. A process that crashes ends the run, which else would wait for it.
test: setup
	$(PY) -m pytest -n 4 --dist loadfile --no-loadscope-reorder --max-worker-restart 0

# Every window, menu and form: what has no name, no key, or is not reached by the Tab key.
names: setup
	$(PY) -m pytest tests/qgis/desk/test_by_ear_and_key.py tests/qgis/steps -k "ear_and_key or through_the_screen"

endurance: export STREET_WORKS_ROUNDS := full
endurance: test

bench: setup package
	$(PY) -m tests.bench

shapely: setup
	$(PY) tools/shapely_versions.py

package:
	tools/package.sh build/street_works.zip

translations: setup
	$(PY) tools/translations.py

docs: setup
	$(PY) tools/client_docs.py
	$(PY) tools/operations.py
	$(PY) tools/forms.py
	$(PY) tools/clash_rules.py

lint: setup
	$(VENV)/bin/ruff format --check $(PAGES)
	$(VENV)/bin/ruff check $(PAGES)
	MYPYPATH=$(VENV)/checkout $(VENV)/bin/mypy -p street_works.plugin -p street_works.ui
	$(VENV)/bin/bandit -q -c pyproject.toml -r plugin ui __init__.py
	tools/secrets.sh $(VENV)

format: setup
	$(VENV)/bin/ruff check --fix $(PAGES)
	$(VENV)/bin/ruff format $(PAGES)

qgis-3.40:
	tools/qgis_in.sh trixie

qgis-3.44:
	tools/qgis_in.sh testing

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache
