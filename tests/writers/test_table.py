from pipeline.writers.table import WRITERS
from tests.writers.publications import small_publication


def test_the_formats_have_their_names():
    assert {"epub", "daisy202", "daisy3", "html", "mp3"} <= set(WRITERS)


def test_no_two_formats_write_the_same_file():
    paths = [
        path
        for name in ("epub", "daisy202", "daisy3", "html", "mp3")
        for path in WRITERS[name].write(small_publication())
    ]
    assert len(paths) == len(set(paths))


def test_the_same_publication_gives_the_same_files():
    for name in ("epub", "daisy202", "daisy3", "html", "mp3"):
        assert list(WRITERS[name].write(small_publication()).items()) == list(
            WRITERS[name].write(small_publication()).items()
        )
