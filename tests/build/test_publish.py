"""The whole way, from the press's folder to finished editions."""

import hashlib
import json
from pathlib import Path

import pytest

from pipeline.build.outcome import State
from pipeline.errors import LexiconError, UsageError
from pipeline.store import press as store_press
from tests.build.press import Press, files_of, make_press

NEW_SAY = "mo-SHEE-akh"


def manifest_of(edition: Path) -> dict:
    return json.loads((edition / "manifest.json").read_bytes())


def states(outcomes) -> dict[str, State]:
    return {outcome.slug: outcome.state for outcome in outcomes}


def voiced(outcomes) -> dict[str, int]:
    """Tell how many sentences of each edition were voiced anew."""
    return {outcome.slug: outcome.edition.voiced for outcome in outcomes if outcome.edition}


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    """Tell which file this is, not only what is in it."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*"))}


def test_publish_makes_speech_braille_talking_book_and_epub_of_every_source(press: Press):
    assert states(press.publish()) == {"first": State.MADE, "second": State.MADE}
    for slug, track in (("first", "01-the-first-essay"), ("second", "01-second")):
        assert files_of(press.edition(slug)).keys() > {
            f"audio/{track}.mp3",
            f"braille/{slug}.brf",
            f"{slug}-daisy202.zip",
            f"{slug}-daisy202/{track}.mp3",
            f"{slug}-daisy202/{track}.smil",
            f"{slug}-daisy202/ncc.html",
            f"{slug}.epub",
            "manifest.json",
            "notices.txt",
        }


def test_manifest_tells_size_and_digest_of_every_other_file(press: Press):
    press.publish()
    for slug in ("first", "second"):
        edition = press.edition(slug)
        told = {row["path"]: (row["size"], row["sha256"]) for row in manifest_of(edition)["files"]}
        found = files_of(edition)
        del found["manifest.json"]
        assert told == {
            path: (len(content), hashlib.sha256(content).hexdigest()) for path, content in found.items()
        }


def test_second_publish_touches_no_file(press: Press):
    press.publish()
    before = stamps(press.output)
    assert states(press.publish()) == {"first": State.UNCHANGED, "second": State.UNCHANGED}
    assert {path: stamp for path, stamp in stamps(press.output).items() if path.is_file()} == {
        path: stamp for path, stamp in before.items() if path.is_file()
    }


def test_source_that_is_renamed_to_another_kind_is_read_anew(press: Press):
    press.source("second.txt").write_text("A Second Essay\n\nIt is *short*.\n", encoding="utf-8")
    press.publish("second", formats=["html"])
    press.source("second.txt").rename(press.source("second.md"))
    assert states(press.publish("second", formats=["html"])) == {"second": State.MADE}


def test_other_libraries_make_it_anew(press: Press, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    press.publish("first", formats=["brf"])
    (tmp_path / "requirements.lock").write_text("lxml==9.9.9\n", encoding="utf-8")
    monkeypatch.setattr(store_press, "_HOME", tmp_path)
    assert states(press.publish("first", formats=["brf"])) == {"first": State.MADE}
    assert states(press.publish("first", formats=["brf"])) == {"first": State.UNCHANGED}


def test_edition_that_lost_a_file_is_made_whole_again(press: Press):
    press.publish()
    before = files_of(press.edition("first"))
    (press.edition("first") / "braille" / "first.brf").unlink()
    assert states(press.publish()) == {"first": State.MADE, "second": State.UNCHANGED}
    after = files_of(press.edition("first"))
    assert without_making(after) == without_making(before)


def without_making(files: dict[str, bytes]) -> dict[str, object]:
    """Leave out what only one build knows: how much it had to do."""
    manifest = json.loads(files["manifest.json"])
    del manifest["made"]
    return {**files, "manifest.json": manifest}


def test_corrected_word_voices_its_sentences_only_and_gives_a_clean_builds_bytes(
    press: Press, tmp_path: Path
):
    press.publish()
    press.spell("moshiach", NEW_SAY)
    anew = voiced(press.publish())
    clean = make_press(tmp_path / "another place" / "press")
    clean.spell("moshiach", NEW_SAY)
    clean.publish()

    assert anew == {"first": 2, "second": 0}
    made = manifest_of(press.edition("first"))["made"]
    assert made["sentences_voiced_anew"] == len(made["voiced_anew"]) == 2
    for slug in ("first", "second"):
        assert without_making(files_of(press.edition(slug))) == without_making(files_of(clean.edition(slug)))


def test_sentences_named_as_voiced_anew_are_those_that_hold_the_word(press: Press):
    press.publish()
    press.spell("moshiach", NEW_SAY)
    press.publish()
    page = (press.edition("first") / "first-daisy202" / "01-the-first-essay.html").read_text(encoding="utf-8")
    sentences = [part.split('"', 1) for part in page.split('id="')[1:]]
    holding = [target for target, text in sentences if "Moshiach" in text.split("</span>")[0]]
    assert manifest_of(press.edition("first"))["made"]["voiced_anew"] == holding
    assert len(holding) == 2


def test_correction_taken_back_voices_nothing(press: Press):
    press.publish()
    press.spell("moshiach", NEW_SAY)
    press.publish()
    press.spell("moshiach", "maw-SHEE-akh")
    assert voiced(press.publish()) == {"first": 0, "second": 0}


def test_silent_formats_wake_no_voice(press: Press):
    made = press.publish(formats=["brf"])
    assert sorted(files_of(press.edition("first"))) == ["braille/first.brf", "manifest.json", "notices.txt"]
    # What is stored is braille's memory of each source, and no sound.
    assert len([*(press.output / ".cache" / "blobs").glob("??/*")]) == len(made)


def test_other_formats_than_last_time_are_made(press: Press):
    press.publish(formats=["brf"])
    assert states(press.publish(formats=["brf", "epub"]))["first"] is State.MADE


def test_damaged_clip_in_the_store_is_voiced_again(press: Press):
    press.publish("second")
    before = files_of(press.edition("second"))
    for blob in (press.output / ".cache" / "blobs").rglob("*"):
        if blob.is_file():
            blob.write_bytes(b"spoilt")
    (press.edition("second") / "notices.txt").unlink()
    assert voiced(press.publish("second")) == {"second": 4}
    assert without_making(files_of(press.edition("second"))) == without_making(before)


def test_source_is_named_by_slug_or_by_file(press: Press):
    assert states(press.publish("second")) == {"second": State.MADE}
    assert states(press.publish(str(press.source("second.txt")))) == {"second": State.UNCHANGED}


def test_unknown_format_names_those_that_exist(press: Press):
    with pytest.raises(UsageError, match=r"no format 'mp4'\. Choose from: epub, "):
        press.publish(formats=["mp4"])


def test_broken_lexicon_concerns_all_and_is_told_once(press: Press):
    press.spell("teshuvah", "not~sounds")
    with pytest.raises(LexiconError) as caught:
        press.publish()
    assert caught.value.where == "lexicon/words/t/teshuvah.toml:2"


def test_the_voice_that_ships_says_a_correction_anew(press: Press, tmp_path: Path):
    """One pass with eSpeak NG itself: what the tones cannot show."""

    def with_espeak(press: Press) -> Press:
        (press.root / "pipeline.toml").write_text('[voice]\nengine = "espeak"\n', encoding="utf-8")
        return press

    with_espeak(press).publish("first", formats=["mp3"])
    press.spell("moshiach", NEW_SAY)
    assert voiced(press.publish("first", formats=["mp3"])) == {"first": 2}
    clean = with_espeak(make_press(tmp_path / "clean"))
    clean.spell("moshiach", NEW_SAY)
    clean.publish("first", formats=["mp3"])
    assert without_making(files_of(press.edition("first"))) == without_making(
        files_of(clean.edition("first"))
    )
