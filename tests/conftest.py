import os

from tests.goldens import UPDATE


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; read the difference"
    )


def pytest_configure(config):
    if config.getoption("--update-golden"):
        os.environ[UPDATE] = "1"
