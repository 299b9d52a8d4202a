"""What a catalogue wants to know about a publication (Dublin Core terms), and what a sidecar may add to a text."""

import uuid
from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Somebody who made the work, with a MARC relator code."""

    name: str
    role: str = "aut"
    """MARC relator: aut author, trl translator, ant (author of the talks an essay is based on), edt, pbl ..."""
    file_as: str = ""
    """The name as a catalogue sorts it; empty when the press did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """Who makes the editions of a text that others may have published. Empty: nobody said."""

    name: str = ""
    place: str = ""
    contact: str = ""
    """An e-mail or web address, for readers who found a fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change of the text after it was first published."""

    date: str
    """2026-02-03."""
    what: str
    """One sentence for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityCheck:
    """A person's judgement that the EPUB meets EPUB Accessibility 1.1 and WCAG 2.2 at level AA."""

    by: str
    """Who certifies it."""
    date: str
    """2026-02-03."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The description of one publication. An empty string or tuple means that nobody said."""

    identifier: str = ""
    """`urn:uuid:` and a UUID (version 5) of press and slug, or what the sidecar gives: the same through all
    corrections."""
    work: str = ""
    """In an edition: the identifier of the work, which all its editions share. Empty: `identifier` is the work's."""
    title: str = ""
    title_supplied: bool = False
    """True when the publisher gave the title and the text does not print one: shown in square brackets."""
    subtitle: str = ""
    language: str = "en"
    """BCP 47."""
    contributors: tuple[Contributor, ...] = ()
    publisher: str = ""
    producer: Producer = Producer()
    date: str = ""
    """ISO 8601, as exact as known: 2026, 2026-01 or 2026-01-10."""
    modified: str = ""
    """When the content last changed, 2026-01-10T00:00:00Z: from the sidecar, never the clock."""
    rights: str = ""
    source: str = ""
    series: str = ""
    series_number: str = ""
    description: str = ""
    corrections: tuple[Correction, ...] = ()
    """Oldest first."""
    accessibility_check: AccessibilityCheck | None = None
    """None: nobody has judged it, and conformance is not claimed."""

    def edition_identifier(self, format: str) -> str:
        """Give the identifier of the work's edition in a format: UUID version 5 of `<identifier of the work>#<format>`
        in the namespace of URLs (RFC 9562, 5.5), which holds every URI."""
        name = f"{self.work or self.identifier}#{format}"
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"

    def as_edition(self, format: str) -> Self:
        """Give the description of the edition in a format."""
        work = self.work or self.identifier
        return replace(self, identifier=self.edition_identifier(format), work=work)

    @property
    def credits(self) -> tuple[Contributor, ...]:
        """Those who made the work, then who made its editions (MARC relator bkp, book producer)."""
        if not self.producer.name:
            return self.contributors
        return (*self.contributors, Contributor(name=self.producer.name, role="bkp"))

    @property
    def version(self) -> str:
        """1.0 as first published; every correction makes it one more: 1.1, 1.2."""
        return f"1.{len(self.corrections)}"

    @property
    def shown_title(self) -> str:
        """The title as title pages and catalogues show it."""
        return f"[{self.title}]" if self.title_supplied else self.title

    @property
    def heard_title(self) -> str:
        """The title for messages that are read aloud."""
        return f"{self.title} (title supplied)" if self.title_supplied else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Emendation:
    """One change that an editor has accepted (`sources/<name>.corrections.toml`)."""

    old: str
    """As printed, enough words to stand there `times` times and nowhere else."""
    new: str
    reason: str
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What `sources/<name>.toml` says of a text that the text itself does not."""

    metadata: Metadata = Metadata()
    """Fields left empty are taken from the text."""
    number_heading: str = ""
    """The word spoken and listed before a heading that is a bare number: "Announcement" makes "12" into
    "Announcement 12". Empty: "Section"."""
    emendations: tuple[Emendation, ...] = ()
    """From the corrections file beside the source; applied in its order."""
