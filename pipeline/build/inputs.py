"""What a publication is made from, as one digest for each input: the key that tells whether anything changed.

In: the press's files and the engines' fingerprints. Out: name -> digest, kept in the manifest, compared at the next
build, shown by `pokeach explain`. No modification time is ever looked at.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from pipeline.store.press import InputFile, SourceFile

Inputs = Mapping[str, str]
"""Name of an input (source, sidecar, lexicon, settings, formats, program, engines...) -> digest or version."""

LINE_ENDS = "line ends"
"""The input that is there only when `publish` was asked for line ends."""


def digest_of(contents: Iterable[bytes]) -> str:
    """Give one sha-256 for a sequence of contents; where one ends and the next begins counts."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def digest_files(files: Sequence[InputFile]) -> str:
    """Give one sha-256 for files with their names."""
    return digest_of(part for file in files for part in (file.path.encode(), file.content))


def inputs_of(
    source: SourceFile,
    *,
    settings: InputFile,
    lexicon: Sequence[InputFile],
    program: Sequence[InputFile],
    formats: Sequence[str],
    engines: Mapping[str, str],
) -> Inputs:
    """Collect everything one publication depends on."""
    return {
        "source": digest_files([source.text]),  # its name too: it tells the kind, and stands in notices
        "sidecar": digest_of([source.sidecar.content]) if source.sidecar else "none",
        "corrections": digest_of([source.corrections.content]) if source.corrections else "none",
        "lexicon": digest_files(lexicon),
        "own words": digest_files(source.words) if source.words else "none",
        "settings": digest_of([settings.content]),
        "formats": ", ".join(formats),
        "program": digest_files(program),
        **{f"engine {name}": fingerprint for name, fingerprint in sorted(engines.items())},
    }


def changed_inputs(before: Inputs, now: Inputs) -> tuple[str, ...]:
    """Name the inputs that differ, in the order of `now`."""
    names = [*now, *(name for name in before if name not in now)]
    return tuple(name for name in names if before.get(name) != now.get(name))
