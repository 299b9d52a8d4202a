import os
from multiprocessing import get_context

import pytest

from pipeline.errors import StoreError
from pipeline.store.ledger import StepLedger


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "ledger"


def test_a_result_is_found_by_its_key(path):
    StepLedger(path).record("key", '{"a": "ש"}')
    assert StepLedger(path).find("key") == '{"a": "ש"}'


def test_what_was_not_recorded_is_not_found(path):
    assert StepLedger(path).find("key") is None


def test_the_newest_result_counts(path):
    ledger = StepLedger(path)
    ledger.record("key", "1")
    ledger.record("key", "2")
    assert (ledger.find("key"), StepLedger(path).find("key")) == ("2", "2")


def test_a_line_cut_short_by_a_kill_spoils_no_other(path):
    StepLedger(path).record("first", "1")
    StepLedger(path).record("second", "[2, 2]")
    os.truncate(path, path.stat().st_size - 3)
    StepLedger(path).record("third", "3")
    ledger = StepLedger(path)
    assert [ledger.find(key) for key in ("first", "second", "third")] == ["1", None, "3"]


def test_a_changed_line_is_not_believed(path):
    StepLedger(path).record("key", "100")
    path.write_bytes(path.read_bytes().replace(b"100", b"900"))
    assert StepLedger(path).find("key") is None


def test_rubbish_costs_time_and_not_truth(path):
    StepLedger(path).record("key", "1")
    path.write_bytes(b"\x00\xff\xfe rubbish \n" + path.read_bytes() + bytes(range(256)))
    assert StepLedger(path).find("key") == "1"


def _record_many(path, name):
    ledger = StepLedger(path)
    for number in range(200):
        ledger.record(f"{name}-{number}", str(number))


def test_two_processes_may_record_at_once(path):
    context = get_context("fork")
    processes = [context.Process(target=_record_many, args=(path, name)) for name in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    ledger = StepLedger(path)
    found = {f"{name}-{number}": ledger.find(f"{name}-{number}") for name in "ab" for number in range(200)}
    assert found == {f"{name}-{number}": str(number) for name in "ab" for number in range(200)}


@pytest.mark.parametrize(("key", "result"), [("", "1"), ("a b", "1"), ("a", ""), ("a", "1\n2")])
def test_what_would_not_be_one_line_is_refused(path, key, result):
    with pytest.raises(ValueError, match="one word"):
        StepLedger(path).record(key, result)


def test_a_folder_in_the_way_is_a_store_error(path):
    path.mkdir(parents=True)
    with pytest.raises(StoreError):
        StepLedger(path).find("key")
