import os
import signal

from tests.goldens import UPDATE


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; read the difference"
    )
    parser.addoption(
        "--fault-rounds",
        type=int,
        default=4,
        help="how often tests/build/test_faults.py kills and fills the disk",
    )


def pytest_configure(config):
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell that starts the tests in the background has them, and all that they start, ignore Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if config.getoption("--update-golden"):
        os.environ[UPDATE] = "1"
