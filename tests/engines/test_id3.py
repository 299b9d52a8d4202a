from io import BytesIO

import mutagen.id3

from pipeline.engines.id3 import make_id3
from pipeline.model.speech import TrackTags

TAGS = TrackTags(title="Shmos: הגאולה", album="Reflections", artist="A. Writer", number=3, of=13)


def test_the_tag_says_what_it_was_given():
    tag = mutagen.id3.ID3(BytesIO(make_id3(TAGS, 61_003)))
    assert {key: tag[key].text[0] for key in tag} == {
        "TIT2": "Shmos: הגאולה",
        "TALB": "Reflections",
        "TPE1": "A. Writer",
        "TRCK": "3/13",
        "TLEN": "61003",
    }


def test_what_nobody_said_is_left_out():
    tags = TrackTags(title="One", album="", artist="", number=1, of=1)
    assert sorted(mutagen.id3.ID3(BytesIO(make_id3(tags, 1)))) == ["TIT2", "TLEN", "TRCK"]


def test_the_version_is_2_4_and_the_bytes_are_the_same():
    assert make_id3(TAGS, 5)[:5] == b"ID3\x04\x00"
    assert make_id3(TAGS, 5) == make_id3(TAGS, 5)
