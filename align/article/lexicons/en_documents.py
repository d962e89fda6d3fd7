"""English nouns for what is written, and how it is made public."""

from align.article.lexicons.word_lists import words

DOCUMENTS = words(
    """statement report letter email e-mail document filing ruling notice manifesto leaflet press-release
    communiqué sign signs banner banners placard placards poster posters note memo review website context page
    article editorial judgment judgement law bill study paper summary release guidance book card plaque headline
    caption slogan graffiti advert indictment complaint lawsuit affidavit transcript memoir memoirs op-ed column
    dissent commentary newsletter definition dictionary editorials papers filings letters emails documents
    statements notices blog petition inscription sticker stickers diary blurb legislation brochure questionnaire
    dossier disclaimer essay essays analysis"""
)
INSCRIBED = words(
    """sign signs banner banners placard placards poster posters graffiti plaque inscription sticker stickers card
    slogan headline website page context law bill legislation dictionary definition disclaimer guidance"""
)
ISSUED = words(
    """report statement release review letter memo email e-mail bulletin note notice message tweet post blog
    analysis"""
)
LASTING = words("report analysis review bulletin memo letter")
ISSUING = words(
    """released published issued wrote sent filed posted produced unveiled delivered penned launched tweeted compiled
    signed written prepared"""
)
ANSWERS = words(
    """answer reply response retort reaction verdict advice view comment explanation message argument motto summary
    assessment plea warning conclusion words question line theory"""
)
BROADCASTS = words(
    """video videos interview interviews podcast broadcast livestream stream clip speech audio voicemail recording
    call briefing conference space spaces"""
)
FINDERS = words(
    """analysis audit court inquest inquiry investigation judge jurors jury ombudsman panel poll polls probe
    regulator research researchers reviewers scientists studies surveys survey tribunal watchdog inspectors"""
)
"""Who or what finds something, beside documents: the *inquiry* found that."""
WORKS = words(
    """book novel film movie song album single show series play musical documentary podcast memoir essay poem
    episode painting exhibition sitcom drama opera hit programme program track ballad sequel biography
    autobiography thriller magazine comic game anthem titled entitled
    comedy story novelette contest competition tour video column strip sitcoms videogame
    miniseries docuseries franchise sketch tune hymn operetta novella anthology role event rally march summit"""
)
"""Things that have titles."""
OCCASIONS = words(
    """interview interviews briefing briefings conference conferences speech speeches hearing hearings debate
    debates meeting meetings rally rallies call testimony broadcast court trial ceremony event appearance address
    session front week month year day morning afternoon evening night weekend occasion launch hustings
    newspaper programme program show podcast documentary forum summit panel reply response answer"""
)
