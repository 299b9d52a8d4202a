import pytest

from pipeline.build.levelling import level_of
from pipeline.engines.tone import ToneVoice
from pipeline.model.speech import VoiceSettings
from pipeline.store.ledger import StepLedger


class CountingVoice(ToneVoice):
    """Knows how often a voice was asked to speak."""

    asked = 0

    def speak(self, markup: str) -> bytes:
        CountingVoice.asked += 1
        return super().speak(markup)


def voice(words_per_minute: int) -> CountingVoice:
    return CountingVoice(VoiceSettings(engine="tone", name="tone", words_per_minute=words_per_minute))


def test_a_voice_is_measured_once(tmp_path):
    CountingVoice.asked = 0
    measured = level_of(voice(165), StepLedger(tmp_path / "ledger"))
    asked = CountingVoice.asked
    assert level_of(voice(165), StepLedger(tmp_path / "ledger")) == measured
    assert CountingVoice.asked == asked > 0


def test_another_voice_is_measured_anew(tmp_path):
    ledger = StepLedger(tmp_path / "ledger")
    assert level_of(voice(165), ledger) != level_of(voice(450), ledger)


def test_a_damaged_ledger_is_measured_again(tmp_path):
    measured = level_of(voice(165), StepLedger(tmp_path / "ledger"))
    (tmp_path / "ledger").write_bytes(b"rubbish")
    assert level_of(voice(165), StepLedger(tmp_path / "ledger")) == measured


@pytest.mark.parametrize("kept", ["nan", "inf", "-1.9", "0", "1e9"])
def test_a_gain_that_no_voice_needs_is_measured_again(kept, tmp_path):
    ledger = StepLedger(tmp_path / "ledger")
    measured = level_of(voice(165), ledger)
    (key,) = (line.split()[1] for line in (tmp_path / "ledger").read_text().splitlines() if line)
    ledger.record(key, kept)
    assert level_of(voice(165), ledger) == measured
