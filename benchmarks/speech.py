"""What a spoken book costs beside what the machine allows: `.venv/bin/python -P benchmarks/speech.py`.

In: an hour of text made of the two essays in sources/ (or --book FILE). Out: wall times in seconds, the median of
--runs rounds; each round takes every measure once, one behind the other, so that a busy moment of the machine concerns
them alike.

    limit     eSpeak NG in process says every sentence (no fork), then one LAME encode of all of it, pauses included,
              with our settings; on one core, divided by the number of cores
    at once   the same in as many processes as there are cores, all at one time, each with the whole text: the time of
              the slowest, divided by the number of cores. "limit" supposes that cores do not disturb each other;
              they share memory and heat, and this is what they give together
    empty     ./run publish --only mp3 into an empty folder, all cores
    one core  the same with --jobs 1
    nothing   the same again, nothing changed
    one word  one word of the middle changed, all editions that hold sound (they stand before)
    memory    highest sum of proportional memory (PSS) of all our processes while all editions that hold sound are
              made, in megabytes; a Python that has loaded nothing takes some 8 of them
    processor seconds of the processor of the whole build and all its workers: on a busy machine they say more

With --otherwise also, once, what a user would do without us (needs the commands espeak-ng and ffmpeg):
the espeak-ng command for each chapter, piped to ffmpeg's LAME; pyttsx3's save_to_file for each sentence, joined and
exported by pydub. An hour and five rounds take some six minutes on two cores.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from pipeline.build.compose import read_document
from pipeline.build.config import parse_settings
from pipeline.build.words import open_words, read_lexicon_files
from pipeline.engines.espeak import EspeakVoice, _segments
from pipeline.engines.espeak_data import list_voices
from pipeline.engines.espeak_library import SAMPLE_RATE_HZ, Mouth, find_installation
from pipeline.engines.lame import encode_frames
from pipeline.engines.levels import SAMPLES_PER_FRAME
from pipeline.speech.script import write_script
from pipeline.store.press import read_settings, read_source_file

ROOT = Path(__file__).parents[1]
SOUND = "epub,daisy202,daisy3,mp3"
TELLINGS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
MARK = "The word that will be changed is {}."


def make_book(hours: float) -> str:
    """Make a text of about so many hours: the essays once more and once more, no sentence twice the same."""
    chapters = [_essay("cities-of-refuge-massai.txt", 0)]
    copies = max(1, round(hours * 60 / 22))
    for telling in range(copies):
        whole = _essay("reflections-of-redemption-shemos-5786.md", telling).split("\n\n")
        third = len(whole) // 3
        chapters.extend("\n\n".join(whole[start : start + third]) for start in range(0, len(whole), third))
    middle = len(chapters) // 2
    chapters[middle] += f"\n\n{MARK.format('apple')}"
    return "\n\n".join(f"# Chapter {number}\n\n{text}" for number, text in enumerate(chapters, 1)) + "\n"


def _essay(name: str, telling: int) -> str:
    text = (ROOT / "sources" / name).read_text(encoding="utf-8")
    paragraphs = [_plain(part) for part in re.split(r"\n\s*\n", text)]
    long = [part for part in paragraphs if len(part.split()) > 12]
    opening = f"{TELLINGS[telling % len(TELLINGS)]}{' again' * (telling // len(TELLINGS))}, "
    return "\n\n".join(opening + re.sub(r"(?<=[.!?]) (?=[A-Z])", f" {opening}", part) for part in long)


def _plain(markdown: str) -> str:
    without_notes = re.sub(
        r"<sup>.*?</sup>|^\s*\d+\.\s|[#*>\\]|\[\^?\d+\]:?", "", markdown, flags=re.MULTILINE
    )
    return " ".join(without_notes.split())


def make_press(folder: Path, book: str, suffix: str) -> Path:
    """Make a press of one source with our settings and lexicon; give the source's path."""
    (folder / "sources").mkdir(parents=True)
    shutil.copy(ROOT / "pipeline.toml", folder / "pipeline.toml")
    shutil.copytree(ROOT / "lexicon", folder / "lexicon")
    source = folder / "sources" / f"book{suffix}"
    source.write_text(book, encoding="utf-8")
    source.with_suffix(".toml").write_text('[metadata]\ntitle = "A Book to Measure"\n', encoding="utf-8")
    return source


def publish(press: Path, to: str, *more: str) -> float:
    """Run the command as a person does; give its wall time."""
    began = time.perf_counter()
    command = [sys.executable, "-P", "-m", "pipeline.cli.main", "publish", "--to", str(press / to), *more]
    # As installed: compiled in the first run, whatever this machine's environment says of bytecode.
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(press.parent / "bytecode")}
    environment = {**os.environ, **compiled, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=press, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 1) or "not made" in done.stdout:
        raise SystemExit(f"publish failed:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - began


def write_markup(press: Path, source: Path) -> Path:
    """Write what the engine is told, and the pauses, for the measure of the limit."""
    settings = parse_settings(read_settings(press).content, "pipeline.toml")
    words = open_words(read_lexicon_files(press, settings))
    document, _ = read_document(read_source_file(source, press), words, settings)
    script, _ = write_script(document, settings.speech)
    voice = EspeakVoice(settings.voice, words.sounds.mnemonics)
    told = dict[str, int]()
    for track in script.tracks:
        for utterance in track.utterances:
            told[voice.markup(utterance)] = utterance.pause_after_ms
    path = press / "markup.json"
    path.write_text(json.dumps([list(told.items()), settings.voice.name, settings.voice.words_per_minute]))
    return path


def measure_limit(path: Path) -> None:
    """Say and encode everything in this process; print the seconds of both, and of sound."""
    told, name, speed = json.loads(path.read_text())
    installation = find_installation()
    mouth = Mouth(installation, list_voices(installation.data)[name].identifier, speed)
    began = time.perf_counter()
    mouth._prepare()
    pieces: list[bytes] = []
    for markup, pause_ms in told:
        for segment in _segments(markup):
            mouth._sound(segment, pieces.append)
        pieces.append(bytes(2 * (pause_ms * SAMPLE_RATE_HZ // 1000)))
    said = time.perf_counter()
    pcm = b"".join(pieces)
    pcm += bytes(-len(pcm) % (2 * SAMPLES_PER_FRAME))
    encode_frames(pcm, 64)
    print(
        json.dumps(
            [said - began, time.perf_counter() - said, len(pcm) / 2 / SAMPLE_RATE_HZ, time.process_time()]
        )
    )


def limit(markup: Path) -> tuple[float, ...]:
    """Measure the limit in a fresh process: seconds of speaking, of encoding, of sound, of the processor."""
    command = [sys.executable, "-P", __file__, "--limit", str(markup)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))


def limit_at_once(markup: Path, cores: int) -> float:
    """Measure the limit on all cores at one time; give seconds of speaking and encoding of the slowest, a core."""
    with ThreadPoolExecutor(cores) as threads:
        taken = list(threads.map(limit, [markup] * cores))
    return max(said + encoded for said, encoded, _sound, _processor in taken) / cores


def _processor_seconds() -> float:
    """Seconds of the processor that all ended children took, and theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Memory:
    """Looks at the memory of this process's descendants, some times a second."""

    def __init__(self) -> None:
        """Begin to look."""
        self.highest = 0
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()

    def end(self) -> float:
        """Stop; give the highest sum in megabytes."""
        self._over.set()
        self._watch.join()
        return self.highest / 1000

    def _look(self) -> None:
        while not self._over.wait(0.2):
            self.highest = max(self.highest, sum(map(_pss_kb, _descendants(os.getpid()))))


def _descendants(process: int) -> Iterator[int]:
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in map(int, listed):
        yield child
        yield from _descendants(child)


def _pss_kb(process: int) -> int:
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def by_command_line(press: Path, chapters: list[str]) -> float:
    """What a user would do: the espeak-ng command once for each chapter, piped to LAME (ffmpeg's)."""
    began = time.perf_counter()
    for number, text in enumerate(chapters):
        speak = subprocess.Popen(
            ["espeak-ng", "-v", "en-us", "-s", "165", "--stdin", "--stdout"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        target = str(press / f"by-command-{number}.mp3")
        encode = subprocess.Popen(
            ["ffmpeg", "-v", "error", "-y", "-i", "-", "-b:a", "64k", target], stdin=speak.stdout
        )
        assert speak.stdin
        speak.stdin.write(text.encode())
        speak.stdin.close()
        if encode.wait() or speak.wait():
            raise SystemExit("espeak-ng | ffmpeg failed")
    return time.perf_counter() - began


def by_pyttsx3(press: Path, chapters: list[str]) -> tuple[float, int]:
    """What a user would do in Python: pyttsx3 saves each sentence, pydub joins them and exports each chapter.

    Also gives how many sentences pyttsx3 did not save, without a word.
    """
    began, lost = time.perf_counter(), 0
    for number, text in enumerate(chapters):
        folder = press / f"by-pyttsx3-{number}"
        folder.mkdir(exist_ok=True)
        sentences = re.split(r"(?<=[.!?])\s+", text)
        command = [sys.executable, "-P", "-c", _SAVE_AND_JOIN, str(folder), json.dumps(sentences)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"pyttsx3 and pydub failed:\n{done.stderr}")
        lost += int(done.stdout.split()[-1])
        shutil.rmtree(folder)
    return time.perf_counter() - began, lost


_SAVE_AND_JOIN = """
import json, os, sys, warnings
warnings.simplefilter("ignore")
import pyttsx3
from pydub import AudioSegment
folder, sentences = sys.argv[1], json.loads(sys.argv[2])
engine = pyttsx3.init("espeak")
engine.setProperty("rate", 165)
names = [f"{folder}/{number}.wav" for number in range(len(sentences))]
for sentence, name in zip(sentences, names):
    engine.save_to_file(sentence, name)
    engine.runAndWait()
saved = [name for name in names if os.path.exists(name)]
whole = AudioSegment.empty()
for name in saved:
    whole += AudioSegment.from_wav(name) + AudioSegment.silent(350, 22050)
whole.export(f"{folder}.mp3", format="mp3", bitrate="64k")
print(len(names) - len(saved))
"""


def read_chapters(markup: Path) -> list[str]:
    """Give what is said as ten texts: an engine of itself knows nothing of our phonemes."""
    told = json.loads(markup.read_text())[0]
    said = [re.sub(r"\[\[.*?\]\]|\{pause.*?\}", "Moshiach", line) for line, _ in told]
    size = -(-len(said) // 10)
    return ["\n".join(said[start : start + size]) for start in range(0, len(said), size)]


def measure(source: Path, press: Path, runs: int, *, otherwise: bool) -> dict[str, list[float]]:
    """Take every measure `runs` times, round by round; once what a user would do otherwise."""
    rows: dict[str, list[float]] = {}
    cores = os.cpu_count() or 1
    markup = write_markup(press, source)
    memory = Memory()
    publish(press, "sound", "--only", SOUND)
    rows["memory, MB"] = [memory.end()]

    def fresh(jobs: int) -> float:
        shutil.rmtree(press / "mp3", ignore_errors=True)
        before = _processor_seconds()
        took = publish(press, "mp3", "--only", "mp3", "--jobs", str(jobs))
        rows.setdefault(f"  processor, jobs {jobs}", []).append(_processor_seconds() - before)
        return took

    def one_word() -> float:
        text = source.read_text(encoding="utf-8")
        found = re.search(re.escape(MARK).replace(r"\{\}", "(.*?)"), text)
        swapped = "pear" if found and found[1] == "apple" else "apple"
        # Never a word that was said before: the store would still know it.
        word = f"{swapped} {len(rows.get('one word', []))} {time.time_ns() % 100_000}"
        source.write_text(
            text.replace(found[0], MARK.format(word)) if found else text + "\n\nX.", encoding="utf-8"
        )
        before = _processor_seconds()
        took = publish(press, "sound", "--only", SOUND)
        rows.setdefault("  processor, one word", []).append(_processor_seconds() - before)
        return took

    def the_limit() -> float:
        said, encoded, sound, processor = limit(markup)
        rows.setdefault("  processor, limit", []).append(processor)
        rows.setdefault("  speaking, one core", []).append(said)
        rows.setdefault("  encoding, one core", []).append(encoded)
        rows.setdefault("  seconds of sound", []).append(sound)
        return (said + encoded) / cores

    measures: dict[str, Callable[[], float]] = {
        "limit": the_limit,
        "limit, all at once": lambda: limit_at_once(markup, cores),
        "empty": lambda: fresh(cores),
        "nothing": lambda: publish(press, "mp3", "--only", "mp3", "--jobs", str(cores)),
        "one word": one_word,
        "one core": lambda: fresh(1),
    }
    for _ in range(runs):
        for name, take in measures.items():
            rows.setdefault(name, []).append(take())
    if otherwise:
        chapters = read_chapters(markup)
        rows["espeak-ng | ffmpeg"] = [by_command_line(press, chapters)]
        took, lost = by_pyttsx3(press, chapters)
        rows |= {"pyttsx3 and pydub": [took], "  sentences it lost": [lost]}
    return rows


def show(rows: dict[str, list[float]]) -> None:
    """Print medians and spreads, then what they mean together."""
    for name, values in rows.items():
        print(
            f"{name:22} {median(values):8.2f}   ({min(values):.2f} to {max(values):.2f}, {len(values)} runs)"
        )
    middle = {name: median(values) for name, values in rows.items()}
    pairs = zip(rows["empty"], rows["limit"], strict=True)
    scaled = zip(rows["one core"], rows["empty"], strict=True)
    print(f"empty / limit          {median(ours / bound for ours, bound in pairs):8.2f}   (aim: 1.15)")
    shared = zip(rows["empty"], rows["limit, all at once"], strict=True)
    print(f"  limit, all at once   {median(ours / bound for ours, bound in shared):8.2f}")
    busy = zip(rows[f"  processor, jobs {os.cpu_count() or 1}"], rows["  processor, limit"], strict=True)
    print(f"  of the processor     {median(ours / bound for ours, bound in busy):8.2f}")
    print(
        f"one core / empty       {median(one / all_ for one, all_ in scaled):8.2f}   (aim: 1.85 on two cores)"
    )
    possible = zip(rows["limit"], rows["limit, all at once"], strict=True)
    scales = median(one / all_ for one, all_ in possible) * (os.cpu_count() or 1)
    print(f"  of the limit itself  {scales:8.2f}   (what the machine scales)")
    print(f"empty / one word       {middle['empty'] / middle['one word']:8.1f}   (aim: 50)")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--book", type=Path, help="measure this text instead")
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--otherwise", action="store_true", help="measure what a user would do without us")
    parser.add_argument("--limit", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.limit:
        measure_limit(given.limit)
        return
    book = given.book.read_text(encoding="utf-8") if given.book else make_book(given.hours)
    with tempfile.TemporaryDirectory() as folder:
        press = Path(folder) / "press"
        source = make_press(press, book, given.book.suffix if given.book else ".md")
        show(measure(source, press, given.runs, otherwise=given.otherwise))


if __name__ == "__main__":
    main()
