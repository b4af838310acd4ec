# Everything one does with the dashboard. `make` lists it.

PORT ?= 8501
VENV := .venv
RUN := $(VENV)/bin
export PORT

.DEFAULT_GOAL := help
.PHONY: help run test check format data fonts messages bench pictures lock clean

help:  ## list what can be done
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 16

run: $(VENV)/runtime.stamp  ## start the dashboard (PORT=8501)
	@exec $(RUN)/iurc-dash serve --port $(PORT)

test: $(VENV)/development.stamp  ## everything that is checked: format, lint, types, layers, all tests
	@$(RUN)/python scripts/chromium.py --install
	@$(MAKE) --no-print-directory lint
	$(RUN)/python -m pytest -n auto -m "not browser"
	$(RUN)/python -m pytest -n 2 --dist loadfile -m browser

check: $(VENV)/development.stamp  ## the quick part: format, lint, types, layers, fast tests
	@$(MAKE) --no-print-directory lint
	$(RUN)/python -m pytest -n auto -m fast

.PHONY: lint
lint:
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports --no-logo

format: $(VENV)/development.stamp  ## format the code and mend what the linter can mend
	$(RUN)/ruff format .
	$(RUN)/ruff check --fix .

data: $(VENV)/development.stamp  ## build data/package and the maps' ground in static
	$(RUN)/iurc-dash build

fonts: $(VENV)/development.stamp  ## cut the fonts down to the letters and icons in use, into static/fonts
	$(RUN)/python -m scripts.fonts

messages: $(VENV)/development.stamp  ## collect the messages for translators into locale/iurc_dash.pot
	$(RUN)/python scripts/messages.py

bench: $(VENV)/development.stamp  ## measure speed and sizes; writes output/bench.json and the tables in docs/performance.md
	@$(RUN)/python scripts/chromium.py --install
	$(RUN)/python -m bench

pictures: $(VENV)/development.stamp  ## picture every page at three widths, light and dark, into output/pictures
	@$(RUN)/python scripts/chromium.py --install
	$(RUN)/python scripts/pictures.py

lock: $(VENV)/development.stamp  ## write both lock files anew from pyproject.toml
	@PATH="$(CURDIR)/$(RUN):$$PATH" sh scripts/lock.sh

clean:  ## remove what was made here, the environment too
	rm -rf $(VENV) output .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The environment, made once and again when a lock file changes.
$(VENV)/bin/python:
	@sh scripts/environment.sh $(VENV)

$(VENV)/runtime.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the dashboard needs (once) ..."
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/development.stamp: requirements-dev.lock $(VENV)/runtime.stamp
	@echo "Installing what building and testing need (once) ..."
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
