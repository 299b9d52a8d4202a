"""The identifiers of a publication: one of the work, and one of each edition, which follows from it.

In: what each edition and the manifest say. Out: findings. Law: the identifier of an edition is the UUID version 5
(RFC 9562, 5.5), in the namespace of URLs, of `<identifier of the work>#<format>`: who knows the one knows the other.
"""

import json
import uuid
from collections.abc import Iterator, Mapping

from pipeline.model.source import Notice
from pipeline.verify.agreement import MANIFEST
from pipeline.verify.descriptions import Description
from pipeline.verify.findings import finding


def read_editions(manifest: bytes) -> Mapping[str, str]:
    """Give format -> identifier as the manifest lists them; none when it cannot be read."""
    try:
        return {str(format): str(own) for format, own in json.loads(manifest)["editions"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def check_identifiers(
    told: Mapping[str, Description], formats: Mapping[str, str], listed: Mapping[str, str]
) -> Iterator[Notice]:
    """Find editions whose identifier, or its entry in the manifest, does not follow from the work's.

    `told` and `formats` are by path; an edition that names no work makes no promise.
    """
    for path, description in told.items():
        for work in description["work"]:
            expected = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{work}#{formats[path]}')}"
            yield from (
                finding("E-512", path, 1, own) for own in description["identifier"] if own != expected
            )
            in_manifest = listed.get(formats[path], expected)
            if in_manifest != expected:
                yield finding("E-512", MANIFEST, 1, f"{formats[path]}: {in_manifest}")
