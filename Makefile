# make run      the site on this machine, with a demo          PORT=8000
# make test     everything that can be checked on this machine  ONLY=python leaves out browser, lint and types
# make pins     requirements*.txt anew from pyproject.toml       UPGRADE=--upgrade takes the newest of everything
#
# PYTHON= chooses an interpreter (it gets a virtual environment of its own), VENV= names that environment's folder.

PYTHON ?= python3
VENV ?= .venv$(if $(filter-out python3,$(PYTHON)),-$(notdir $(PYTHON)))
PORT ?= 8000
HERE := $(VENV)/bin/python

# What somebody has set for another project must not change this one.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV DJANGO_SETTINGS_MODULE

.PHONY: run test pins python

run: python
	@$(PYTHON) deploy/prepare.py $(VENV) requirements.txt
	@$(HERE) deploy/run.py $(PORT)

test: python
	@$(PYTHON) deploy/prepare.py $(VENV) requirements-test.txt
	@$(HERE) tests/everything.py

COMPILE := bin/uv pip compile -q --universal --python-version 3.11.5 --generate-hashes --no-annotate --no-header pyproject.toml

pins: python
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
	&& $(PYTHON) -m venv "$$folder" && "$$folder/bin/python" -m pip install -qq uv \
	&& "$$folder"/$(COMPILE) $(UPGRADE) -o requirements.txt \
	&& "$$folder"/$(COMPILE) $(UPGRADE) --extra test -c requirements.txt -o requirements-test.txt
	@! grep -nE '^--|://' requirements.txt requirements-test.txt

python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Double Bill: $(PYTHON) is not on this machine. Install Python 3.11.5 or later, or name one: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Double Bill: Python 3.11.5 or later is needed and $(PYTHON) is %d.%d.%d. Name another: make run PYTHON=python3.12" % sys.version_info[:3])'
