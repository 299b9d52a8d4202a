<?xml version="1.0" encoding="utf-8"?>
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" alphabet="ipa" xml:lang="he-Latn">
<lexeme><grapheme>Moshiach</grapheme><phoneme>mɔˈʃiax</phoneme></lexeme>
</lexicon>
