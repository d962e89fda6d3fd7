"""What the words of one language tell a reader of articles: closed lists, as data.

Which marks quote in a language is in `marks/glyphs.py`; the words that the comparison knows are in `align/languages/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from align.article.lexicons.word_lists import Manner, Pairs, Words

_NONE: Words = frozenset()

_INCLUDED = (
    ("titles", "male_titles"),
    ("titles", "female_titles"),
    ("abbreviations", "titles"),
    ("joining", "joining_ahead"),
    ("prepositions", "joining"),
    ("conjunctions", "coordinating"),
    ("bodies", "organisations"),
)
"""Lists, each with one that it includes, so that no word need be written twice; in the order of the joining."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The word lists of a language, all in lower case; a language that has no words of a sort leaves them out.

    The comments give an example, or what the list is for.
    """

    # Reporting verbs, every form, by how the words came into the world; a later list wins.
    said: Words = _NONE
    wrote: Words = _NONE
    posted: Words = _NONE
    thought: Words = _NONE
    labelled: Words = _NONE  # called it “…”
    cues: Mapping[str, Manner] = field(init=False, repr=False)  # all of them
    participles: Words = _NONE  # cues that may hang on a subject named before: …, adding: “…”
    sure_verbs: Words = _NONE  # cues that are never nouns
    plain_cues: Words = _NONE  # uninflected cues, which may be nouns: a quid pro quo *promise*
    beside_only: Words = _NONE  # cues only where they touch the quotation: “…,” she smiled; he continued: “…”
    idioms: Pairs = frozenset()  # verbs of saying that say nothing with the word behind: *called into* question
    ranking: Words = _NONE  # words behind which a verb is a noun: the *latest* reports, *four* voting states
    attitudes: Words = _NONE  # verbs of what somebody thinks, which is not what others quote: said she *expects* it
    phrasal_cues: Pairs = frozenset()  # cues that are verbs of saying with the word behind only: she *went on*
    particles: Pairs = frozenset()  # cues, each with a word that may stand behind it: “…,” *chimed in* Amy Lin
    telling: Words = _NONE  # cues whose object is whom they are told: told *Amy Lin*
    doing: Words = _NONE  # cues that may also be done to a thing: *adding* a rule
    sure_endings: tuple[str, ...] = ()  # of cues that are never nouns; "report" and "claim" may be

    # Other verbs.
    auxiliaries: Words = _NONE
    emphatic: Words = _NONE  # behind which a verb has no ending: she *did* say
    perfect_participles: Words = _NONE
    perfect_auxiliaries: Words = _NONE  # before a past participle: a dit Léa Roux
    passive_auxiliaries: Words = _NONE  # the speaker, if named, comes after "by"
    hearsay: Words = _NONE  # participles by which others say that somebody said it: is *alleged* to have said
    unreal_modals: Words = _NONE  # with "have", nobody said it: she might have said
    past_tenses: Words = _NONE  # irregular verbs that end the phrase before them
    past_endings: tuple[str, ...] = ()  # regular ones show by these
    causing: Words = _NONE  # whose object does what follows: led *the board* to say
    seeming: Words = _NONE  # whose subject may be who does what follows: Amy Lin *appears* to go
    trying: Words = _NONE  # whose subject does what follows: they *tried* to call it
    appearing: Words = _NONE  # whose subject is heard at once: she *took* to the air to call it
    gerund_ties: Words = _NONE  # of what somebody says: made a *point* of saying; is *fond* of saying
    attacking: Words = _NONE  # labelling verbs whose “for” has words behind it: *attacked* them for “lying”
    sending: Words = _NONE  # whose subject, not their object, is the speaker of "messages saying …"
    spokespeople: Words = _NONE  # who speaks for somebody else: the *aide* of Amy Lin
    showing: Words = _NONE  # whose object says something: *shows* her saying; polls *show*
    perceived: Words = _NONE  # whose subject says something: she was *heard* saying
    giving: Words = _NONE  # whose subject says what their object tells: *gave* a statement that it was late
    making: Words = _NONE  # whose object may be a title
    christening: Words = _NONE  # that give a thing a name of its own
    referring: tuple[str, ...] = ()  # stems: residents refer to it as “…”

    # Around a verb.
    negations: Words = _NONE  # by which nobody is claimed to have said it
    nobody: Words = _NONE  # subjects of whom nothing is claimed: nobody said
    negation_endings: tuple[str, ...] = ()  # didn't
    conditionals: Words = _NONE  # if she had said
    adverbs: Words = _NONE
    adverb_endings: tuple[str, ...] = ()
    adverb_lookalikes: Words = _NONE  # nouns that end so: the *family* said
    openers: Words = _NONE  # with which a sentence begins, and no name: Maybe Instagram
    agents: Words = _NONE  # was told *by* Amy Lin
    presenting: Words = _NONE  # that lead a name before a colon: *Here’s* Amy Lin: “…”
    label_agents: Words = _NONE  # called “…” *by* Amy Lin
    complementizers: Words = _NONE  # thought *that* it was
    manner_phrases: Pairs = frozenset()  # “…” is how he described it

    # Sources without a verb.
    according_to: Words = _NONE
    source_phrases: Pairs = frozenset()  # in the words of Amy Lin; so der Sprecher
    standpoints: Words = _NONE  # whose owner says what follows: in Amy Lin’s *words*
    bare_sources: Words = _NONE  # before a name, right behind the quotation: „…“, *so* Haube
    source_links: Words = _NONE  # between one of these and the name
    topic_particles: Words = _NONE  # 田中さん*は*「…」
    quotatives: Words = _NONE  # 「…」*と*話した

    # Function words.
    pronouns: Words = _NONE
    personal: Words = _NONE  # pronouns that mean nothing but people
    plural_pronouns: Words = _NONE  # of several people
    things: Words = _NONE  # pronouns that mean an organisation or a thing
    first_person: Words = _NONE
    unnamed: Words = _NONE  # who is quoted on condition of not being named
    addressed: Words = _NONE  # a phenomenon that you call
    female_pronouns: Words = _NONE
    male_pronouns: Words = _NONE
    possessives: Words = _NONE  # her lawyer
    reflexives: Words = _NONE  # Amy Lin *herself* said
    relatives: Words = _NONE
    personal_relatives: Words = _NONE  # what they follow is a person
    articles: Words = _NONE  # definite ones that may lead an organisation's name
    indefinite_articles: Words = _NONE
    genitive_articles: Words = _NONE  # tie a noun to the one before: Sprecher der Polizei
    determiners: Words = _NONE
    never_alone: Words = _NONE  # words that are nobody without a noun: *the* “old” man, *this*
    joining: Words = _NONE  # prepositions within a noun phrase: the head of the school
    joining_ahead: Words = _NONE  # those that always go on, read from the front
    prepositions: Words = _NONE
    conjunctions: Words = _NONE
    coordinating: Words = _NONE
    accompanying: Words = _NONE  # prepositions before who also does something: it ends *with* Amy Lin saying
    contrasting: Words = _NONE  # those that end the clause before
    plurals: Words = _NONE  # subjects of plain cues that do not end in -s: people say
    subordinators: Words = _NONE  # prepositions that also begin a clause: *after* Amy Lin said
    clitics: Words = _NONE  # verbs that hang on a pronoun: he'd
    occasions: Words = _NONE  # at, in or during which something is said
    times: Words = _NONE  # last of the words that say when: two weeks *ago*
    nameless: Words = _NONE  # nouns for people whom an article that says so seldom names elsewhere: the *man*
    postmodifiers: Words = _NONE  # behind the noun that they belong to: a person *familiar* with the matter
    around: Words = _NONE  # where somebody is, behind the noun: a man *outside* the court; or whose a text is
    phrase_ends: Words = _NONE  # that are no part of a noun phrase: Amy Lin said *last* week
    possessive_endings: tuple[str, ...] = ()

    # People.
    male_titles: Words = _NONE
    female_titles: Words = _NONE
    titles: Words = _NONE  # courtesy titles; their dot ends no sentence
    spelled_titles: Words = _NONE  # those that are written in full, whose dot does: She is a lady. He
    abbreviations: Words = _NONE  # whose dot ends no sentence
    male_kin: Words = _NONE
    female_kin: Words = _NONE
    family: Words = _NONE  # who may share somebody's surname: his *wife*
    roles: Words = _NONE  # what stands before a name and says what the person is
    office_parts: Words = _NONE  # parts of an office that are none by themselves: mayor-*elect*
    offices: Pairs = frozenset()  # words for an office, each with the one that it counts as: sen, senator
    role_endings: tuple[str, ...] = ()  # of compounds of the same sort: Regierungssprecherin
    age_endings: tuple[str, ...] = ()  # of who is called by an age: the 56-year-*old*
    people: Words = _NONE  # people that are no roles
    epithets: Words = _NONE  # what somebody is called once they are named: the *challenger*
    credit_words: Words = _NONE  # what ends the credit of a picture
    labelled_as: Words = _NONE  # of `labelled` those that count only before "as": *rejected* it as “late”
    told: Words = _NONE  # what a headline tells somebody to: Council *told to*
    told_ties: Words = _NONE
    feelings: Words = _NONE  # what only who feels it says in a headline: Mayor ‘*sorry*’ for delay
    past_roles: Words = _NONE  # of who is something no longer, or long: the *former* diver
    lesser_roles: Words = _NONE  # whose holder is not "the mayor": *deputy* mayor
    role_after: Words = _NONE  # before an apposition: Amy Lin, *the* mayor

    # Names.
    name_particles: Words = _NONE  # within a name: Ursula von der Leyen
    leading_particles: Words = _NONE  # that begin one
    name_suffixes: Words = _NONE  # Bo Lane KC
    generations: Words = _NONE  # suffixes that tell a son from his father
    countries: Words = _NONE  # which are no people, also where somebody bears the name as a first one
    places: Words = _NONE  # in lower case, of two words that read like a person's name
    place_words: Words = _NONE  # with which the names of places begin, but not those of people
    relaying: Words = _NONE  # what newspapers do with what others say: reports the Post
    citing: Words = _NONE  # of whom somebody else tells what they said: was quoted as saying
    voices: Words = _NONE  # what else may be the subject of a verb of saying: campaign, advert
    agent_endings: tuple[str, ...] = ()  # of nouns for somebody who does something: columnist
    agents_endings: tuple[str, ...] = ()  # of those that are so in the plural alone: reporters, but not letter
    demonyms: Words = _NONE
    partisans: Words = _NONE  # who belongs to a party: the Ohio *Republican*
    party_adjectives: Words = _NONE  # that stand before an office: the *Democratic* governor
    seats: Words = _NONE  # offices of those who represent a place: the *senator*
    posts: Words = _NONE  # what one of them may be beside: the majority *leader*
    region_codes: Pairs = frozenset()  # how what somebody represents is shortened, and what it is: ariz, arizona
    natives: Words = _NONE  # what somebody is called by where they come from: the *Dutchwoman*
    namesakes: Words = _NONE  # places that are first names too
    derived_endings: tuple[str, ...] = ()  # of words that only describe the name behind them: Hull-based
    name_ties: Words = _NONE  # Mayor *of* London
    organisations: Words = _NONE  # words that make capitals an organisation or a place rather than a person
    collectives: Words = _NONE  # several people in one word, who are nobody by name: the *family*
    bodies: Words = _NONE  # the *Campaign* for Clean Air; small, those beyond `organisations` seldom speak
    enterprises: Words = _NONE  # bodies that are only described so: the *airline*
    shortened: Words = _NONE  # what bodies are called by the head of their name alone: the *ministry*
    bare_bodies: Words = _NONE  # … without an article: *police*
    papers_called: Words = _NONE  # last words of what newspapers are called: the *Times*
    newspapers: Words = _NONE  # what such a body is called
    forces: Words = _NONE  # of which some are called so: the *force*
    organisation_ties: Words = _NONE  # small words within an organisation's name
    short_places: Words = _NONE  # abbreviated words in names of places: *St.* Albans
    companies: Words = _NONE  # last words of names of companies: Bell *Co.*
    periods: Words = _NONE  # days, months and the like, which look like names

    # Things that hold words.
    documents: Words = _NONE  # that speak in writing
    finding: Words = _NONE  # verbs that say something only of documents, and of `finders`: the report *found*
    finders: Words = _NONE
    inscribed: Words = _NONE  # documents that nobody sends: a *sign* read
    papers: Words = _NONE  # documents that have titles
    answers: Words = _NONE  # what somebody says, as a noun: Amy Lin’s *answer* was: “…”
    states: Words = _NONE  # verbs by which somebody is what their words tell: she *is* “sorry”
    utterances: Words = _NONE  # what somebody says, as a noun with an owner: Amy Lin’s *claim* that it was “late”
    appeals: Words = _NONE  # of these, what asks *for* something
    plans: Words = _NONE  # of these, what has a name: his “clean start” *proposal*
    objective: Words = _NONE  # pronouns of whom something is done to: a video of *him* saying
    owning: Words = _NONE  # pronouns of an owner: *her* claim
    sent: Words = _NONE  # documents through which their sender speaks: put out a statement saying …
    issued: Words = _NONE  # documents in which who made them public speaks: the *report* says
    lasting: Words = _NONE  # of these, what an article goes on speaking of
    issuing: Words = _NONE  # how: *published* a report
    messages: Words = _NONE  # things and places of short public or private messages
    networks: Words = _NONE  # of messages, the services
    posting_places: Words = _NONE  # where what is written is posted: wrote on the *forum*
    carriers: Words = _NONE  # said *in* a statement, *on* Twitter
    written_sorts: Words = _NONE  # of an answer or statement: in *written* remarks
    broadcasts: Words = _NONE  # in which people speak, wherever they are posted: in a *video* on X
    continuing: Words = _NONE  # verbs by which a statement goes on: it *added*
    origins: Words = _NONE  # a letter *from* Amy Lin
    title_ties: Words = _NONE  # before the title of a programme or record: a call *to* “Hull Tonight”
    programme_ties: Words = _NONE  # before what a programme is called: said *on* “Morning Joe”
    works: Words = _NONE  # things that have titles
    staging: Words = _NONE  # what only a work does: “…” *premiered* in May
    credits: Words = _NONE  # what people are to a work, or do in one: *author* of “…”, *starred* in “…”
    watching: Words = _NONE  # what is done with a work: a *viewing* of
    credit_ties: Words = _NONE  # author *of*
    headed: Words = _NONE  # said of a text before its title, however that is set
    known: Words = _NONE  # a man *identified* as Bo Lane
    called: Words = _NONE  # said of a work before its title
    soi_disant: Words = _NONE  # of these, what stands before a noun: the *so-called* plot
    naming: Words = _NONE  # before a term held at arm's length
    renamed: Words = _NONE  # changing its *name* to “…”
    calling: Words = _NONE  # verbs that only say what is called so: what some *call* “…”
    equating: Words = _NONE  # referred to it *as* “…”
    language_names: Words = _NONE  # she said in Spanish: the words printed are a translation
    language_ties: Words = _NONE  # *in* Spanish
    interpreted: Words = _NONE  # said with the same meaning

    # Interviews.
    question_labels: Words = _NONE  # *Q:* Why?
    answer_labels: Words = _NONE  # *A:* Because.
    speaker_labels: Words = _NONE  # speakers in a transcript by what they do there: SPEAKER 1
    interviewing: Words = _NONE  # verbs whose object is the guest: Bo Lane meets Amy Lin
    meeting: Words = _NONE  # before the name of who is met: five minutes *with* Amy Lin
    meetings: Words = _NONE  # *interview* with Amy Lin
    meeting_verbs: Words = _NONE  # what the writer does: I *ask*, I *say*
    self_words: Words = _NONE  # by which an answer speaks of who gives it
    guest_words: Words = _NONE  # by which a question speaks to the guest
    interview_notes: Words = _NONE  # This interview has been edited

    # Spelling.
    elisions: Words = _NONE  # what an apostrophe may begin: ’tis

    # A page's furniture, each a whole line or the beginning of one.
    byline: Words = _NONE
    invitations: Words = _NONE  # Read more: …
    invitation_objects: Words = _NONE
    reading_invitations: Words = _NONE  # those that a colon or bar may follow at once
    reading_objects: Words = _NONE
    furniture: Words = _NONE
    furniture_objects: Words = _NONE
    weekdays: Words = _NONE

    def __post_init__(self) -> None:
        """Join the reporting verbs, and add to each list what is of its sort too."""
        for whole, part in _INCLUDED:
            object.__setattr__(self, whole, getattr(self, whole) | getattr(self, part))
        cues: dict[str, Manner] = {}
        for manner in Manner:
            cues |= dict.fromkeys(getattr(self, manner.value), manner)
        object.__setattr__(self, "cues", cues)

    @property
    def head_nouns(self) -> Words:
        """Nouns that are the head of a noun phrase for a person: neighbour, sister, nurses."""
        return self.roles | self.female_kin | self.male_kin | self.people

    @property
    def short_titles(self) -> Words:
        """Titles that are abbreviated, so that a name may go on behind their dot: Mr. Lane."""
        return self.titles - self.spelled_titles

    @property
    def gendered_pronouns(self) -> Words:
        """She, him, and their like."""
        return self.female_pronouns | self.male_pronouns
