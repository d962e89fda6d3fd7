"""English words for who is in a party, and how newspapers shorten what they represent: (R-Ariz.), (D-NY)."""

from align.article.lexicons.word_lists import words

PARTISANS = words("republican democrat conservative libertarian socialist labourite")
PARTY_ADJECTIVES = words("democratic")
SEATS = words("senator representative governor mp mep msp mayor councillor assemblyman assemblywoman delegate")
POSTS = words("leader speaker whip lawmaker chair candidate nominee legislator")
_STATES = """alabama ala al, alaska alaska ak, arizona ariz az, arkansas ark ar, california calif ca,
    colorado colo co, connecticut conn ct, delaware del de, florida fla fl, georgia ga ga, hawaii hawaii hi,
    idaho idaho id, illinois ill il, indiana ind in, iowa iowa ia, kansas kan ks, kentucky ky ky, louisiana la la,
    maine maine me, maryland md md, massachusetts mass ma, michigan mich mi, minnesota minn mn, mississippi miss ms,
    missouri mo mo, montana mont mt, nebraska neb ne, nevada nev nv, new_hampshire n.h nh, new_jersey n.j nj,
    new_mexico n.m nm, new_york n.y ny, north_carolina n.c nc, north_dakota n.d nd, ohio ohio oh, oklahoma okla ok,
    oregon ore or, pennsylvania pa pa, rhode_island r.i ri, south_carolina s.c sc, south_dakota s.d sd,
    tennessee tenn tn, texas texas tx, utah utah ut, vermont vt vt, virginia va va, washington wash wa,
    west_virginia w.va wv, wisconsin wis wi, wyoming wyo wy"""
REGION_CODES = frozenset(
    (code, state.replace("_", " ")) for state, *codes in map(str.split, _STATES.split(",")) for code in codes
)
