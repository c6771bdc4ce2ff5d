# All of it is done by tools/bootstrap.py; `make help` lists the commands.
#   another Python:  make report PYTHON=python3.13
#   arguments:       make test ARGS="-k dates"

PYTHON ?= python3
ARGS ?=
COMMANDS := help setup report reference lab test browser-test lint format bench docs lock clean

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: $(COMMANDS)

$(COMMANDS):
	@$(PYTHON) -E -s tools/bootstrap.py $@ $(ARGS)
