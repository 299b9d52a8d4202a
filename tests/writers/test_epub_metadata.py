from dataclasses import replace

from pipeline.model.document import PageBreak
from pipeline.model.metadata import AccessibilityCheck, Contributor, Correction, Producer
from pipeline.model.speech import Narration
from pipeline.writers.epub_metadata import package_metadata
from tests.writers.publications import publish, rich_document, small_document, small_publication


def values(publication, property):
    return [
        element.value
        for element in package_metadata(publication, {"overlay-a": 61_000, "overlay-b": 1_000})
        if element.name == property or ("property", property) in element.attributes
    ]


def of_metadata(**changes):
    document = small_document()
    return publish(replace(document, metadata=replace(document.metadata, **changes)))


def english_publication():
    return publish(replace(small_document(), back=()))


def test_a_book_that_is_heard_in_full_may_say_so():
    assert values(english_publication(), "schema:accessModeSufficient") == ["textual", "auditory"]
    assert "synchronizedAudioText" in values(english_publication(), "schema:accessibilityFeature")


def test_hebrew_that_no_entry_says_does_not_suffice_for_listeners():
    assert values(small_publication(), "schema:accessModeSufficient") == ["textual"]
    assert "synchronizedAudioText" in values(small_publication(), "schema:accessibilityFeature")
    assert "not read aloud" in values(small_publication(), "schema:accessibilitySummary")[0]


def test_one_silent_sentence_takes_the_claim_away():
    publication = publish(replace(small_document(), back=()), unvoiced=frozenset({"s-2"}))
    assert values(publication, "schema:accessModeSufficient") == ["textual"]
    assert "synchronizedAudioText" not in values(publication, "schema:accessibilityFeature")
    assert values(publication, "schema:accessibilitySummary")[0].startswith("Part of the text is read aloud")


def test_a_book_without_sound_speaks_of_none():
    silent = replace(small_publication(), narration=Narration(tracks=(), narrator="", sample_rate_hz=22050))
    assert "read aloud" not in values(silent, "schema:accessibilitySummary")[0]
    assert not [
        element
        for element in package_metadata(silent, {})
        if dict(element.attributes).get("property", "").startswith("media:")
    ]


def test_audio_is_an_affordance_and_no_access_mode():
    assert values(small_publication(), "schema:accessMode") == ["textual"]


def test_the_whole_lasts_as_long_as_its_overlays():
    assert values(small_publication(), "media:duration") == ["0:01:01.000", "0:00:01.000", "0:01:02.000"]


def test_conformance_is_never_claimed_by_a_program():
    assert values(small_publication(), "dcterms:conformsTo") == []


def test_hebrew_is_listed_where_it_occurs():
    assert values(small_publication(), "dc:language") == ["en", "he"]


def test_page_claims_need_pages():
    assert "pageNavigation" not in values(small_publication(), "schema:accessibilityFeature")
    document = small_document()
    chapter = replace(document.body[0], blocks=(PageBreak(number="7", id="page-7"),))
    paged = publish(replace(document, body=(chapter,)))
    assert values(paged, "schema:accessibilityFeature")[-2:] == ["pageBreakMarkers", "pageNavigation"]
    assert values(paged, "pageBreakSource") == ["A Small Book, The Press, 2026"]


def test_a_supplied_title_stands_in_brackets():
    assert values(of_metadata(title_supplied=True), "dc:title") == ["[A Small Book]"]


def test_contributors_have_their_marc_role():
    people = (Contributor(name="A. Writer"), Contributor(name="T. Other", role="trl"))
    publication = of_metadata(contributors=people)
    assert values(publication, "dc:creator") == ["A. Writer"]
    assert values(publication, "dc:contributor") == ["T. Other"]
    assert values(publication, "role") == ["aut", "trl"]


def test_the_producer_is_a_contributor_with_the_role_of_one():
    publication = of_metadata(producer=Producer(name="The Bindery"), contributors=())
    assert values(publication, "dc:contributor") == ["The Bindery"]
    assert values(publication, "role") == ["bkp"]


def test_a_series_and_a_subtitle_are_described():
    publication = of_metadata(series="Weekly", series_number="3", subtitle="Essays")
    assert values(publication, "belongs-to-collection") == ["Weekly"]
    assert values(publication, "group-position") == ["3"]
    assert values(publication, "dc:title") == ["A Small Book", "Essays"]


def test_hints_of_sounds_are_claimed_and_explained():
    assert "ttsMarkup" in values(small_publication(), "schema:accessibilityFeature")
    assert "SSML and PLS" in values(small_publication(), "schema:accessibilitySummary")[0]


def test_conformance_is_claimed_only_when_a_person_has_judged_it():
    assert values(small_publication(), "dcterms:conformsTo") == []
    checked = of_metadata(accessibility_check=AccessibilityCheck(by="A. Reader", date="2026-03-05"))
    assert values(checked, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert values(checked, "a11y:certifiedBy") == ["A. Reader"]
    assert values(checked, "dcterms:date") == ["2026-03-05"]


def test_a_correction_raises_the_version():
    assert values(small_publication(), "schema:version") == ["1.0"]
    corrected = of_metadata(corrections=(Correction(date="2026-02-03", what="A name."),))
    assert values(corrected, "schema:version") == ["1.1"]


def test_pictures_that_are_left_out_are_told():
    told = "What the pictures of the text show is said in words"
    assert told in values(publish(rich_document()), "schema:accessibilitySummary")[0]
    assert told not in values(small_publication(), "schema:accessibilitySummary")[0]
