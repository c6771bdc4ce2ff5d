"""Which settings of the person's own hold here: where packages come from does, the rest does not.

Somebody may have another environment active, a PYTHONPATH, or a pip that is told to install for the user,
into a folder, under constraints or only within an environment. None of that may change what is made.
"""

import ast
import os
import re
from collections.abc import Mapping

_PYTHON = {"PYTHONHOME", "PYTHONPATH", "PYTHONOPTIMIZE", "PYTHONEXECUTABLE", "PYTHONUSERBASE"}
_ACTIVE = {"VIRTUAL_ENV", "CONDA_PREFIX", "CONDA_DEFAULT_ENV", "__PYVENV_LAUNCHER__"}
_UV = {
    "UV_" + name
    for name in """
    BREAK_SYSTEM_PACKAGES BUILD_CONSTRAINT CONSTRAINT EXCLUDE EXCLUDE_NEWER NO_BINARY NO_BINARY_PACKAGE
    NO_BUILD NO_BUILD_ISOLATION NO_BUILD_PACKAGE ONLY_BINARY OVERRIDE PRERELEASE PROJECT PROJECT_ENVIRONMENT
    PYTHON PYTHON_PREFERENCE REQUIRE_HASHES RESOLUTION SYSTEM_PYTHON TARGET WORKING_DIR
    """.split()
}
_INDEX = set(
    """
    index-url extra-index-url find-links no-index trusted-host cert client-cert proxy timeout default-timeout
    retries keyring-provider cache-dir no-cache-dir
    """.split()
)
_SCOPES = ("global", "install", ":env:")  # the later wins


def outside_settings_removed(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment variables without those that would lead the set-up or a command astray.

    Examples
    --------
    >>> outside_settings_removed({"HOME": "/home/ada", "PYTHONPATH": "elsewhere", "PIP_USER": "1"})
    {'HOME': '/home/ada', 'PYTHONNOUSERSITE': '1'}
    """
    kept = {name: value for name, value in environment.items() if not _leads_astray(name)}
    return {**kept, "PYTHONNOUSERSITE": "1"}


def _leads_astray(name: str) -> bool:
    if name.startswith("PIP_"):
        option = name.removeprefix("PIP_").lower().replace("_", "-")
        return option not in {*_INDEX, "config-file"}
    return name in _PYTHON or name in _ACTIVE or name in _UV


def index_settings(listed: str) -> dict[str, str]:
    """Those of pip's settings, as `pip config list` shows them, that say where packages come from.

    They are given as environment variables, together with one that closes pip's configuration files.

    Examples
    --------
    >>> settings = index_settings("global.index-url='/srv/mirror'\\nglobal.user='true'")
    >>> settings["PIP_INDEX_URL"], "PIP_USER" in settings
    ('/srv/mirror', False)
    """
    settings = {}
    for scope in _SCOPES:
        for name, value in re.findall(rf"^{scope}\.(\S+?)=(.*)$", listed, flags=re.MULTILINE):
            if name in _INDEX:
                settings["PIP_" + name.upper().replace("-", "_")] = str(ast.literal_eval(value))
    return {**settings, "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
