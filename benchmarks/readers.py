"""Characters a second of each reader on large real files, beside pandoc reading the same file to its native form.

`python -m benchmarks.readers FILE...` Each measurement is a process of its own, so that its peak memory is its own. The
files are not part of this repository. Without pandoc on the machine its column is empty.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

_MEASURE = """
import json, resource, sys, time
from pathlib import Path
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import every_sentence
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
path = Path(sys.argv[1])
content = path.read_bytes()
begin = time.perf_counter()
document, _ = read_source(path.name, content, Sidecar())
read = time.perf_counter() - begin
document, _ = refine(document, Sidecar())
whole = time.perf_counter() - begin
print(json.dumps({
    "characters": sum(len(sentence.text) for sentence in every_sentence(document)),
    "read_s": read,
    "document_s": whole,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
}))
"""
_FORMATS = {".md": "markdown", ".html": "html", ".epub": "epub", ".docx": "docx"}


def measure(path: Path) -> dict[str, float]:
    """Read one file in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure_pandoc(path: Path) -> tuple[float, int] | None:
    """Give seconds and peak megabytes of pandoc, which reads and writes its native form."""
    pandoc = shutil.which("pandoc")
    if not pandoc or path.suffix not in _FORMATS:
        return None
    begin = time.perf_counter()
    child = os.posix_spawn(
        pandoc,
        [pandoc, "-f", _FORMATS[path.suffix], "-t", "native", "-o", "/dev/null", str(path)],
        os.environ,
    )
    _, status, usage = os.wait4(child, 0)  # the memory of this one alone, not of the largest child so far
    if status:
        return None
    return time.perf_counter() - begin, usage.ru_maxrss // 1024


def main(paths: list[str]) -> None:
    """Print one line for each file."""
    for name in paths:
        path = Path(name)
        pandoc = measure_pandoc(path)
        own = measure(path)
        print(
            f"{path.name}: {own['characters']:.0f} characters; read {own['characters'] / own['read_s']:.0f}/s in "
            f"{own['read_s']:.2f} s; to a Document {own['document_s']:.2f} s; peak {own['peak_mb']} MB; pandoc "
            + (
                f"{own['characters'] / pandoc[0]:.0f}/s in {pandoc[0]:.2f} s, peak {pandoc[1]} MB"
                if pandoc
                else "not here"
            )
        )


if __name__ == "__main__":
    main(sys.argv[1:])
