"""Abbreviations whose full stop does not end a sentence. A new one is one word in this table, in small letters."""

_NEVER_END = """
    mr. mrs. ms. dr. prof. rev. st. hon. messrs. r. rab.
    corp. dept. bros. ave. blvd. rd. apt. tel. ext. fax. info.
    cf. ibid. id. op. cit. loc. viz. vs. v. ed. eds. trans. tr. et. q.v. s.v. n.b.
    i.e. e.g. esp. approx. ca. c.
    p. pp. ch. chs. chap. chaps. sec. secs. par. pars. para. vol. vols. no. nos. num. f. ff. n. nn. fn. l. ll.
    fol. fols. fig. figs. art. bk. pt. app. intro. lit. heb. aram. eng.
    gen. ex. exod. lev. deut. josh. judg. sam. kgs. isa. jer. ezek. hos. mic. hab. zeph. hag. zech. mal.
    ps. prov. eccl. lam. dan. neh. chron.
    jan. feb. mar. apr. aug. sept. oct. nov. dec.
"""
_MAY_END = "etc. inc. ltd. co. jr. sr. al. a.m. p.m. a.d. b.c. c.e. b.c.e. u.s.a. u.s. ph.d. m.d."

CAN_END = frozenset(_MAY_END.split())
"""These end a sentence too when the next word begins with a capital."""
ABBREVIATIONS = frozenset(_NEVER_END.split()) | CAN_END
