"""What of a person's own settings holds in the set-up."""

import os

from tools.settings import index_settings, outside_settings_removed

LISTED = """\
:env:.disable-pip-version-check='1'
:env:.find-links='/srv/mirror/wheels'
global.constraint='constraints.txt'
global.extra-index-url='\\nfirst\\nsecond'
global.index-url='general'
global.require-virtualenv='true'
global.find-links='/srv/mirror/old'
install.index-url='for installing'
install.user='true'
"""


def test_where_packages_come_from_is_the_persons_own_choice_and_nothing_else_is():
    assert index_settings(LISTED) == {
        "PIP_INDEX_URL": "for installing",
        "PIP_EXTRA_INDEX_URL": "\nfirst\nsecond",
        "PIP_FIND_LINKS": "/srv/mirror/wheels",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def test_variables_that_name_an_index_a_proxy_or_a_certificate_stay():
    kept = {
        "PIP_INDEX_URL": "a",
        "PIP_EXTRA_INDEX_URL": "b",
        "PIP_CERT": "c",
        "PIP_PROXY": "d",
        "PIP_CONFIG_FILE": "e",
        "UV_INDEX_URL": "f",
        "UV_DEFAULT_INDEX": "g",
        "HTTPS_PROXY": "h",
        "PYTHONUTF8": "1",
    }
    assert outside_settings_removed(kept) == {**kept, "PYTHONNOUSERSITE": "1"}


def test_variables_that_lead_elsewhere_go():
    elsewhere = {
        "PIP_TARGET": "a",
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_CONSTRAINT": "c",
        "UV_PYTHON": "3.8",
        "PYTHONPATH": "d",
        "PYTHONHOME": "e",
        "PYTHONOPTIMIZE": "2",
        "VIRTUAL_ENV": "f",
        "CONDA_PREFIX": "g",
    }
    assert outside_settings_removed(elsewhere) == {"PYTHONNOUSERSITE": "1"}
