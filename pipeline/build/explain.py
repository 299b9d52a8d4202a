"""Why a finished file is as it is: what its edition was made from, and what has changed since.

In: a path in an output folder. Out: sentences. The answer is computed from the manifest and the inputs of today.
"""

from pathlib import Path

from pipeline.build.inputs import changed_inputs
from pipeline.build.manifest import MANIFEST, Manifest, parse_manifest
from pipeline.build.notices import shorten
from pipeline.build.run import Run
from pipeline.errors import UsageError
from pipeline.store.press import list_sources, read_source_file
from pipeline.store.shelf import read_file


def explain_path(path: Path, run: Run) -> str:
    """Explain one file or the folder of an edition."""
    folder, manifest = _edition_of(path)
    inside = path.resolve().relative_to(folder.resolve()).as_posix()
    known = inside in {".", MANIFEST} or inside in manifest.files
    if not known:
        raise UsageError(
            "this file does not belong to the edition it lies in. It may be removed.", where=str(path)
        )
    source = read_source_file(list_sources(run.root, [folder.resolve().name])[0], run.root)
    now = run.inputs_for(source, manifest.inputs.get("formats", "").split(", "))
    changed = changed_inputs(manifest.inputs, now)
    made_from = ", ".join(name for name in manifest.inputs if not name.startswith("engine"))
    lines = [
        f"{inside if inside != '.' else folder.name} belongs to {manifest.title}.",
        f"It was made from: {made_from}.",
        *(
            f"{name}: {shorten(version)}"
            for name, version in manifest.inputs.items()
            if name.startswith("engine")
        ),
        f"Changed since: {', '.join(changed)}. The next publish makes what depends on it anew."
        if changed
        else "Nothing has changed since: the next publish leaves it as it is.",
    ]
    return "\n".join(lines)


def _edition_of(path: Path) -> tuple[Path, Manifest]:
    for folder in (path, *path.resolve().parents):
        content = read_file(folder, MANIFEST)
        if content is not None:
            return folder, parse_manifest(content)
    raise UsageError(
        "this path is not in a finished edition. Give a file below output/<name>/.", where=str(path)
    )
