"""What the writers make of the richest document has no fault that our own judge finds."""

import pytest

from pipeline.model.publication import Digest
from pipeline.model.source import Weight
from pipeline.verify.daisy3 import check_daisy3
from pipeline.verify.daisy202 import check_daisy202
from pipeline.writers.daisy3 import daisy3_book
from pipeline.writers.daisy202 import daisy202_book
from tests.verify.editions import SOUND, TODAY
from tests.writers.publications import CLIP_SAMPLES, RATE_HZ, publish, rich_document

JUDGES = {"daisy202": (daisy202_book, check_daisy202), "daisy3": (daisy3_book, check_daisy3)}


@pytest.mark.parametrize("format", JUDGES)
def test_our_judge_finds_no_fault_in_the_rich_book(format):
    write, judge = JUDGES[format]
    publication = publish(rich_document())
    durations = {
        track.href: len(track.clips) * CLIP_SAMPLES * 1000 // RATE_HZ
        for track in publication.narration.tracks
    }
    files = {
        path: SOUND if isinstance(content, Digest) else content
        for path, content in write(publication).items()
    }
    findings = judge(files, durations, today=TODAY)
    assert [str(finding) for finding in findings if finding.weight is Weight.ERROR] == []
