<?xml version="1.0" encoding="utf-8"?>
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" alphabet="ipa" xml:lang="he-Latn">
<lexeme><grapheme>MOSHIACH</grapheme><phoneme>mɔˈʃi.ax</phoneme></lexeme>
<lexeme><grapheme>Moshiach</grapheme><phoneme>mɔˈʃi.ax</phoneme></lexeme>
<lexeme><grapheme>Zohar</grapheme><phoneme>ˈzoʊ.haɹ</phoneme></lexeme>
</lexicon>
