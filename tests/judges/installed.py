"""Where the judges' programs were installed. A judge that is not there fails its tests: it is never skipped."""

from importlib.util import find_spec
from pathlib import Path

ADVICE = "./run test installs it"
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", MAC_BROWSER)


def package_folder(name: str) -> Path:
    """Find the folder of an installed Python package."""
    package = find_spec(name)
    assert package, f"no {name}: {ADVICE}"
    assert package.origin, f"{name} is no package"
    return Path(package.origin).parent
