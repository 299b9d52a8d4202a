"""`pokeach publish`: make all editions of the sources."""

import argparse
from contextlib import closing

from pipeline.build.outcome import exit_code_of, format_outcome
from pipeline.build.project import DEFAULT_FORMATS, FORMATS, open_project
from pipeline.cli.progress import progress_for

NAME = "publish"
HELP = "make recorded speech, braille, a DAISY talking book and an EPUB of every source, or of those you name"
EXAMPLE = "./run publish cities-of-refuge-massai --only epub,brf"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("source", nargs="*", help="a source's file or name; none means all of sources/")
    parser.add_argument("--to", metavar="DIR", help="where the editions go (default: output/)")
    parser.add_argument(
        "--only",
        metavar="FORMAT,...",
        help=f"only these, of: {', '.join(FORMATS)}; others that an edition had are removed",
    )
    parser.add_argument("--also", metavar="FORMAT,...", help="all usual formats, and these: mp3-book, m4b")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="voices at work at once (default: one a processor)"
    )
    parser.add_argument(
        "--eol",
        choices=("crlf", "lf"),
        default="",
        help="line ends of the BRF (default: as pipeline.toml says)",
    )
    parser.add_argument("--plain", action="store_true", help="progress as sentences, without a bar")


def command(arguments: argparse.Namespace) -> int:
    """Publish and tell what came of each source."""
    project = open_project(output=arguments.to)
    with closing(progress_for(plain=arguments.plain)) as progress:
        outcomes = project.publish(
            arguments.source,
            formats=_formats(arguments),
            jobs=arguments.jobs,
            progress=progress,
            line_end=arguments.eol,
        )
    for outcome in outcomes:
        print(format_outcome(outcome))
    return exit_code_of(outcomes)


def _formats(arguments: argparse.Namespace) -> list[str] | None:
    also = arguments.also.split(",") if arguments.also else []
    if arguments.only is not None:
        return [*arguments.only.split(","), *also]
    return [*DEFAULT_FORMATS, *also] if also else None
