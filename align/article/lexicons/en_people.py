"""English words for what somebody is, and for the offices that have more than one."""

from align.article.lexicons.word_lists import words

ROLES = words(
    """deputy assistant commissioner director regional chief executive secretary minister prime president vice
    chairman chairwoman chair mayor governor senator representative congressman congresswoman councillor
    councilman councilwoman leader spokesman spokeswoman spokesperson officer inspector superintendent detective
    constable sergeant captain colonel general major lieutenant admiral professor doctor judge justice attorney
    lawyer head manager founder editor reporter correspondent presenter host anchor analyst economist author writer
    actor actress singer director-general secretary-general chancellor home foreign defence defense health
    treasury state shadow
    former ex acting senior junior interim cabinet party mp mep msp dac ac cmdr pc coach striker teacher
    headteacher principal speaker ambassador archbishop bishop pope cardinal reverend king queen prince princess
    duke duchess ceo cfo cto coo md campaigner activist mother father daughter son brother sister wife husband
    widow nurse surgeon consultant watchdog police press local labour labour’s conservative tory democrat
    republican liberal green reform lawmaker rapper comedian star owner boss resident neighbour neighbor farmer
    student scientist researcher treasurer trustee vicar rabbi imam barrister solicitor pilot driver curator
    musician chef developer organiser organizer coroner witness survivor victim passenger pensioner grandmother
    grandfather lecturer historian biologist ecologist epidemiologist meteorologist psychologist engineer
    architect designer journalist broadcaster blogger playwright novelist poet photographer filmmaker producer
    midfielder defender goalkeeper winger referee jockey boxer official full-back wing
    squadron commander corporal brigadier commodore adviser advisor counselor counsellor
    aide swimmer
    firefighter paramedic gp midwife
    pharmacist dentist physicist chemist psychiatrist strategist trader banker landlord builder shopkeeper
    publican butcher baker fisherman gardener carer clerk usher bailiff juror foreman bystander guard
    agent special counsel charge coordinator receptionist waiter waitress cashier caretaker volunteer envoy diplomat
    negotiator
    sheriff warden prosecutor supervisor alderman alderwoman selectman assemblyman assemblywoman"""
)
FAMILY = words("wife husband lady son daughter mother father brother sister widow nephew niece cousin")
PEOPLE = words(
    """man woman boy girl child teenager couple driver lawyer widow crowd family respondent participant attendee
    colleague friend employee worker customer reader viewer user patient voter protester protestor demonstrator
    expert billionaire millionaire candidate nominee tycoon mogul
    businessman businesswoman veteran suspect defendant plaintiff contestant guest academic scholar frontrunner
    shopper villager tourist commuter parent pupil motorist cyclist pedestrian onlooker insider
    source person figure caller supporter operative surrogate priest pastor preacher cleric instructor educator
    eyewitness pollster pundit contributor commenter donor backer soldier sailor trooper observer stranger confidant
    investigator administrator announcer recruiter contractor classmate citizen prisoner teen sophomore
    magnate baron hoaxer bundler partner associate fellow whistleblower"""
)
EPITHETS = words(
    """advocate ally rival opponent critic challenger contender incumbent hopeful newcomer heir heiress entrepreneur
    philanthropist inventor pioneer investor financier celebrity socialite columnist commentator artist painter
    sculptor dancer ballerina composer songwriter vocalist guitarist drummer model superstar athlete footballer
    golfer runner sprinter skier racer rider cricketer batsman bowler pitcher quarterback champion pontiff co-host
    medallist medalist finalist legend icon native alum graduate freshman sophomore front-runner member"""
)
OFFICES = frozenset(
    (word, office)
    for office, others in {
        "senator": "sen senators",
        "governor": "gov governors",
        "representative": "rep representatives congressman congresswoman",
        "ambassador": "amb",
        "pope": "pontiff",
        "general": "gen",
        "colonel": "col",
        "captain": "capt",
        "sergeant": "sgt",
        "lieutenant": "lt",
        "commander": "cmdr",
        "superintendent": "supt",
        "inspector": "insp",
        "professor": "prof",
        "doctor": "dr",
        "reverend": "rev revd",
        "spokesperson": "spokesman spokeswoman",
        "chair": "chairman chairwoman",
        "councillor": "councilman councilwoman",
    }.items()
    for word in words(others)
)
