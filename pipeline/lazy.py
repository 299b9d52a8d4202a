"""Modules of this package that run when they are first used, not when they are named.

In: `from pipeline.build import judge`. Out: the module, which runs at the first `judge.…`; `from pipeline.build.judge
import judge_folder` runs it at once, as anywhere. Law: nothing but the moment differs, for this is an ordinary import
to whoever reads the code, to the types and to the floors.

A command uses a small part of the program: `publish` that finds nothing changed needs no reader, no writer, no codec.
So a door imports by the module what only some of its callers need, and by the name what all of them do.
"""

import signal
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import LazyLoader
from types import ModuleType


class _WholeLoader(SourceFileLoader):
    """Runs a module to its end: Ctrl-C waits until then.

    Python forgets a module that an exception stopped, but not one of these: it would stay, half run, and whatever
    tidies up on the way out would miss its names.
    """

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, then let the interrupt through if one came."""
        held: list[int] = []
        try:
            before = signal.signal(signal.SIGINT, lambda number, _frame: held.append(number))
        except ValueError:  # not the main thread: no interrupt comes here
            super().exec_module(module)
            return
        try:
            super().exec_module(module)
        finally:
            signal.signal(signal.SIGINT, before)
        if held:
            signal.raise_signal(signal.SIGINT)


class _WaitingLoader(LazyLoader):
    """Python's own loader that waits; whatever else it is asked, the module's true loader answers."""

    def __getattr__(self, name: str) -> object:
        return getattr(self.loader, name)


class _Finder:
    """Finds the modules of one package, not the packages in it.

    Without the base class of importlib.abc, whose import alone takes 20 ms.
    """

    def __init__(self, package: str) -> None:
        self._inside = f"{package}."

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Give what Python itself would find, with a loader that waits."""
        if not fullname.startswith(self._inside):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and spec.loader and spec.submodule_search_locations is None:
            if type(spec.loader) is SourceFileLoader:
                spec.loader = _WholeLoader(fullname, spec.loader.path)
            spec.loader = _WaitingLoader(spec.loader)
        return spec


def run_when_used(package: str) -> None:
    """Put off running the modules of a package from now on."""
    sys.meta_path.insert(0, _Finder(package))
