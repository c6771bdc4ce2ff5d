"""What holds for all tests, the examples in the docstrings among them."""

import signal
import sys

import pytest
from hypothesis import HealthCheck, settings

# No example is timed: the first one may have to wait for an import, all of them for a busy machine.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would what they start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def forget_texts():
    """Begin with nothing remembered of the texts of earlier tests: no test hangs on them, or waits for them."""
    if "discourse.text.memory" in sys.modules:
        sys.modules["discourse.text.memory"].forget()


@pytest.fixture(autouse=True)
def close_figures():
    """Close the figures that a test has drawn; matplotlib keeps them otherwise."""
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
