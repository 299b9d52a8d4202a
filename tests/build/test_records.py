import json

import pytest

from pipeline.build import records
from pipeline.store.blobs import Blobs
from pipeline.store.ledger import StepLedger

DIGEST = "ab" * 32


@pytest.fixture
def ledger(tmp_path):
    return StepLedger(tmp_path / "ledger")


def test_what_was_recorded_is_found(ledger):
    records.record(ledger, "clip", DIGEST, 576, 0)
    assert records.find(ledger, "clip", counts=2) == (DIGEST, (576, 0))
    assert records.find(ledger, "clip", counts=1) is None
    assert records.find(ledger, "another", counts=2) is None


@pytest.mark.parametrize(
    "planted",
    [
        "[" * 100_000,
        "{}",
        "7",
        '{"digest": "x"}',
        json.dumps([DIGEST]),
        json.dumps([DIGEST, "576"]),
        json.dumps([DIGEST, -576]),
        json.dumps([DIGEST, 576.0]),
        json.dumps([DIGEST, True]),
        f'["{DIGEST}", 1e999]',
        f'["{DIGEST}", {"9" * 30}]',
        json.dumps(["../../x", 576]),
        json.dumps([DIGEST.upper(), 576]),
        json.dumps([576, DIGEST]),
    ],
)
def test_a_record_that_was_not_written_so_is_none(ledger, planted):
    ledger.record("clip", planted)
    assert records.find(ledger, "clip", counts=1) is None


def test_a_blob_that_is_lost_is_not_found(ledger, tmp_path):
    blobs = Blobs(tmp_path / "blobs")
    digest = blobs.put(b"frames")
    records.record(ledger, "track", digest, 6)
    records.record(ledger, "lost", DIGEST, 6)
    assert records.find_sound(ledger, blobs, "track") == (digest, 6)
    assert records.find_sound(ledger, blobs, "lost") is None
