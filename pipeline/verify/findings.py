"""What the judge can find: every code with its sentence.

In: a code, where, and the words concerned. Out: a Notice. Law: a code, once given out, keeps its meaning;
docs/verify.md lists exactly these. Numbers: 1xx any edition, 2xx DAISY 2.02, 3xx EPUB, 4xx BRF, 5xx words, 6xx DAISY 3.
"""

from dataclasses import dataclass

from pipeline.model.source import Notice, SourcePos, Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong."""

    code: str
    sentence: str
    weight: Weight

    @property
    def edition(self) -> str:
        """The edition whose rule it is."""
        return _EDITIONS[self.code[2]]


_EDITIONS = {"1": "any", "2": "DAISY 2.02", "3": "EPUB", "4": "BRF", "5": "words", "6": "DAISY 3"}

_ERRORS = {
    "E-101": "The file is not well-formed XML.",
    "E-102": "A link leads to a file that is not in the edition.",
    "E-103": "A link leads to a place that is not in its file.",
    "E-104": "An id stands twice in one file.",
    "E-105": "The begin or end of a clip is no clock value.",
    "E-106": "A clip does not end after it begins.",
    "E-107": "A clip begins before the clip before it, in the same sound file, has ended.",
    "E-108": "A clip ends behind the end of its sound file.",
    "E-109": "A sound file cannot be decoded.",
    "E-110": "A sound file is in the edition and no clip uses it.",
    "E-111": "A heading skips a level.",
    "E-112": "A heading has no words.",
    "E-116": "A sound file is no MP3.",
    "E-119": "Hebrew letters are in the text, and the metadata do not name Hebrew as a language.",
    "E-121": "Hebrew letters stand where the language is not stated as Hebrew.",
    "E-122": "Hebrew letters stand where the direction is not right to left.",
    "E-123": "The language is stated as Hebrew, but no Hebrew letter is there.",
    "E-125": "The attributes lang and xml:lang do not agree, or one of them is missing.",
    "E-126": "The file does not state its language.",
    "E-127": "The file is not what its name says: its root element is another.",
    "E-128": "An element is none of XHTML.",
    "E-201": "There is no ncc.html.",
    "E-202": "A file name is not made of lower-case ASCII letters, digits, dot, hyphen and underscore only.",
    "E-203": "A file is of a kind that a DAISY 2.02 folder does not hold.",
    "E-204": "The file lacks the document type of XHTML 1.0.",
    "E-205": "The file does not state its language in both lang and xml:lang.",
    "E-206": "The file has no title.",
    "E-207": "The file does not state its encoding as utf-8.",
    "E-208": "A required statement of the NCC is missing, or stands too often.",
    "E-209": "A statement of the NCC does not have the form that is prescribed.",
    "E-210": "The NCC states something under a name that DAISY 2.02 does not know.",
    "E-211": "A count in the NCC is not the number that is in the book.",
    "E-212": "The NCC does not begin with a heading h1 of class title.",
    "E-213": "The NCC holds something that is neither heading, page, note reference, sidebar nor group.",
    "E-214": "An entry of the NCC lacks its id or its one link into a SMIL file.",
    "E-215": "An entry of the NCC is not in playing order.",
    "E-216": "No entry of the NCC leads into this SMIL file.",
    "E-217": "A heading of the NCC does not say what the heading says to which it leads.",
    "E-218": "A heading of the text is not in the NCC.",
    "E-219": "The total time in the NCC is not the time that the book plays.",
    "E-220": "The file lacks the document type of SMIL 1.0.",
    "E-221": "The head of a SMIL file lacks a statement, or has it wrong.",
    "E-222": "The layout of a SMIL file lacks the region txtView.",
    "E-223": "The body of a SMIL file is not one seq of pars.",
    "E-224": "A par does not have the form: endsync last, an id, one text, then sound, each with id and src.",
    "E-225": "A par names a switch that players do not know.",
    "E-226": "A SMIL file does not begin with a heading that is heard.",
    "E-227": "The length of a seq is not the time that it plays.",
    "E-228": "The time that a SMIL file states for itself is not the time that it plays.",
    "E-229": "The elapsed time in a SMIL file is not the sum of the files before it.",
    "E-230": "Clips follow each other in another order than their text.",
    "E-231": "master.smil does not list the SMIL files, with id and title, in playing order.",
    "E-232": "A text file is in the folder and is never shown.",
    "E-233": "The head of a text file lacks a statement.",
    "E-234": "The book claims full audio, but these words are not heard.",
    "E-235": "A note reference does not name its note (bodyref).",
    "E-236": "A note reference leads to a note with another number.",
    "E-237": "A note is heard that cannot be skipped.",
    "E-238": "A heading, page or note reference has no link back to where it is heard.",
    "E-240": "A file calls the book by another identifier, title or format than the NCC does.",
    "E-241": "The NCC lists other pages or note references than the texts hold.",
    "E-301": "The archive does not begin with its media type.",
    "E-302": "The package document cannot be found or read.",
    "E-304": "A file is in the archive and not in the manifest.",
    "E-305": "A media type in the manifest is not that of the file.",
    "E-306": "A file stands twice in the manifest.",
    "E-307": "The spine names something that is no text of the book, or names it twice.",
    "E-308": "A text is in the book and not in the spine.",
    "E-309": "A required statement of the package is missing or empty.",
    "E-310": "The package does not say which identifier is its own.",
    "E-311": "A statement refines something that does not exist.",
    "E-312": "The date of the last change is malformed, or lies in the future.",
    "E-313": "A text names an overlay that does not exist.",
    "E-314": "An overlay does not belong to exactly one text.",
    "E-315": "An overlay does not have the form: seq with textref, par of one text and one audio.",
    "E-316": "An overlay voices a text that does not name it.",
    "E-317": "The same text is voiced twice.",
    "E-318": "Clips follow each other in another order than their text.",
    "E-319": "A note is heard that cannot be skipped.",
    "E-320": "The stated length of an overlay is missing, or is not the time that it plays.",
    "E-321": "The stated length of the book is missing, or is not the sum of its overlays.",
    "E-322": "The class that highlights what is heard is not stated, or not in the style sheet.",
    "E-323": "Nobody is named as narrator.",
    "E-324": "The book claims synchronised audio, but these words are not heard.",
    "E-326": "A part of the text has a type without the role that says the same, or the role without the type.",
    "E-327": "A page break has no accessible name.",
    "E-328": "A note reference does not lead to a note.",
    "E-329": "A note reference leads to a note with another number.",
    "E-330": "No reference leads to this note.",
    "E-331": "The links of a note do not lead back to its references.",
    "E-332": "A link back to the text has no spoken label.",
    "E-333": "A link does not say where it leads.",
    "E-334": "A picture has no text alternative.",
    "E-336": "There is no table of contents.",
    "E-337": "An entry of the contents does not say what the heading says to which it leads.",
    "E-338": "A heading of the text is not in the contents.",
    "E-339": "The contents are not in reading order.",
    "E-340": "The page list and the page breaks of the text do not agree.",
    "E-341": "The page list is not in reading order.",
    "E-343": "A statement about accessibility is missing that every book must make.",
    "E-344": "A statement about accessibility uses a word that is not in the vocabulary, or not for this press.",
    "E-345": "A claim about accessibility is not true of this book.",
    "E-346": "Statements about hazards contradict each other.",
    "E-347": "The claim of conformance is not worded as the standard wants it.",
    "E-348": "Conformance is claimed and nobody is named who certifies it.",
    "E-350": "A text has no title.",
    "E-351": "The pronunciation lexicon is malformed, or names a word twice or without its sound.",
    "E-352": "A sound is not written in the International Phonetic Alphabet.",
    "E-353": "The pronunciation lexicon names a word that is not in the text.",
    "E-354": "A text does not name the pronunciation lexicon, or names it under another language.",
    "E-355": "Text and pronunciation lexicon give the same word different sounds.",
    "E-356": "The cover picture is missing, has no description, or does not show the title.",
    "E-357": "The page about the edition says another title, identifier, version or voice than the package.",
    "E-401": "The file is empty.",
    "E-402": "A byte is no braille cell.",
    "E-403": "A line does not end with carriage return and line feed.",
    "E-404": "A line has more cells than the page is wide.",
    "E-405": "A page has more lines than fit on it.",
    "E-406": "A translator's escape stands in place of a character.",
    "E-407": "The last page does not end with a form feed.",
    "E-408": "A form feed stands inside a line.",
    "E-501": "Words of the source are missing.",
    "E-502": "Words were added that the source does not have.",
    "E-503": "Words of the source stand in another order.",
    "E-504": "A passage of the source stands in another place.",
    "E-601": "There is no package document, or more than one.",
    "E-602": "The file lacks the document type or the version that DAISY 3 prescribes for it.",
    "E-603": "A file name is not made of Latin letters, digits, dot, hyphen, underscore and slash only.",
    "E-604": "The media type in the manifest is not that of the file, or the file is none that DAISY 3 knows.",
    "E-605": "A file is in the book and not in the manifest.",
    "E-606": "The manifest lists a file twice, by a wrong link or id, or lacks a file that every book has.",
    "E-607": "The spine is not every SMIL file once and nothing else.",
    "E-608": "A required statement of the package is missing, or stands too often.",
    "E-609": "A statement of the package does not have the form that is prescribed.",
    "E-610": "A file states something under a dtb: or dc: name that DAISY 3 does not know there.",
    "E-611": "The package does not say which identifier is its own.",
    "E-612": "The total time in the package is not the time that the book plays.",
    "E-613": "The package claims media that the book does not have, or lacks those that it has.",
    "E-614": "A file calls the book by another identifier or title than the package does.",
    "E-615": "An element stands where its file has no place for it.",
    "E-620": "The head of a SMIL file lacks a statement, or has it wrong.",
    "E-621": "The elapsed time in a SMIL file is not the sum of the files before it.",
    "E-622": "A par or seq does not have the form: an id, and in a par at most one each of text, sound and picture.",
    "E-623": "A switch is not declared, not visible, or not declared alike in every SMIL file and the NCX.",
    "E-624": "A page, note or note reference cannot be switched off, or something else can.",
    "E-625": "A note, list or table cannot be left: its seq lacks class, content, or the end that says so.",
    "E-626": "A note reference does not lead to where its note is heard.",
    "E-627": "Clips follow each other in another order than their text.",
    "E-628": "The stated length of a seq is not the time that it plays.",
    "E-629": "The same text is played twice.",
    "E-630": "The head of the NCX lacks a statement, or counts something else than is in the book.",
    "E-631": "The NCX lacks its version, the title, the headings, or a name for a list.",
    "E-632": "An entry of the NCX lacks its id, its words, or its link into a SMIL file.",
    "E-633": "The play order of the NCX does not count from 1 without a gap, each place once.",
    "E-634": "An entry of the NCX is not in playing order.",
    "E-635": "An entry of the NCX does not say what stands where it leads.",
    "E-636": "A heading of the text is not in the NCX, or in another level.",
    "E-637": "The NCX lists other pages than the text holds, or of another kind or value.",
    "E-638": "The NCX lists other notes than the text holds.",
    "E-639": "The sound of an entry of the NCX is missing, or is not that of the place where it leads.",
    "E-640": "The head of the text lacks a statement, or has it wrong.",
    "E-641": "Text and SMIL do not point at each other.",
    "E-642": "A page number does not have the form of its kind.",
    "E-643": "A note reference does not name a note.",
    "E-644": "A note reference names a note with another number.",
    "E-645": "No reference names this note, or the note does not lead back to one.",
    "E-646": "The book claims full audio, but these words are not heard.",
    "E-648": "A heading is not of the level in which it stands.",
    "E-649": "A list, table or picture states something that does not hold.",
    "E-650": "A structure that can be skipped or left has no name in the resource file.",
    "E-651": "The resource file names something twice, or without words.",
}
_WARNINGS = {
    "E-113": "A block in Hebrew letters is announced and not read.",
    "E-114": "The last words of a note are not heard; if they sign it, its beginning should say so.",
    "E-115": "Two seconds or more of a sound file are in no clip: is a piece of the text gone?",
    "E-117": "A sound file is not mono.",
    "E-118": "The bit rate of a sound file is not constant.",
    "E-124": "A transliterated word is marked as such elsewhere, and not here.",
    "E-239": "The book says itself that not all is heard; these words are not.",
    "E-325": "These words are not heard; the book does not claim that they are.",
    "E-335": "The style sheet fixes a size, justifies lines, or sets the direction, which large print cannot bear.",
    "E-342": "There are no landmarks, or one does not say what it is.",
    "E-349": "The book has a feature, and does not claim it.",
    "E-647": "The book says itself that not all is heard; these words are not.",
    "E-409": "A page is empty.",
    "E-410": "A line ends with blank cells.",
}

RULES = tuple(
    Rule(code=code, sentence=sentence, weight=weight)
    for code, sentence, weight in sorted(
        [(code, sentence, Weight.ERROR) for code, sentence in _ERRORS.items()]
        + [(code, sentence, Weight.WARNING) for code, sentence in _WARNINGS.items()]
    )
)
_BY_CODE = {rule.code: rule for rule in RULES}


def finding(code: str, path: str, line: int = 1, fragment: str = "") -> Notice:
    """Say that a rule is broken in a file of the edition."""
    rule = _BY_CODE[code]
    pos = SourcePos(path=path, line=max(line, 1))
    return Notice(code=code, message=rule.sentence, weight=rule.weight, pos=pos, fragment=fragment)
