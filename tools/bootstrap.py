"""The way in: `python tools/bootstrap.py COMMAND`, which is also what `make COMMAND` calls.

This file is read by whatever Python is there, however old, so it must stay free of newer syntax:
it finds a Python that is new enough and hands over to `tools/commands.py`.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)
NEWEST_KNOWN = 14


def main():
    """Go on with this Python, or with a newer one that is on PATH; without one, say so."""
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    if sys.version_info >= OLDEST:
        from tools.commands import run

        return run(sys.argv[1:])
    newer = newer_python()
    if newer is None:
        sys.stderr.write(too_old())
        return 1
    sys.stderr.write("Python %d.%d is too old; going on with %s.\n" % (sys.version_info[:2] + (newer,)))
    return subprocess.call([newer, "-E", "-s", os.path.abspath(__file__)] + sys.argv[1:])


def newer_python():
    """Give the newest `python3.x` on PATH that works, or None."""
    for minor in range(NEWEST_KNOWN, OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        try:
            subprocess.check_output(
                [name, "-c", "import sys; sys.exit(sys.version_info[1] != %d)" % minor],
                stderr=subprocess.STDOUT,
            )
        except (OSError, subprocess.CalledProcessError):
            continue
        return name
    return None


def too_old():
    """Say what is missing and how to get it."""
    return (
        "discourse needs Python %d.%d or newer; this is Python %d.%d (%s), and no newer one is on PATH.\n"
        "Install a newer Python and try again, or name it: make report PYTHON=/path/to/python3.12\n"
    ) % (OLDEST + sys.version_info[:2] + (sys.executable,))


if __name__ == "__main__":
    sys.exit(main())
