"""Which paragraphs of a web page are its article? Text density, link density, names of elements, and an extractor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.article.formats.blocks import is_boilerplate, role_of
from align.article.formats.builder import ArticleParagraph
from align.article.formats.html_tree import Container, PageParagraph
from align.article.lexicons import LEXICON
from align.records import Role

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|footer|share|social|related|promo|newsletter|comments?|cookie|sidebar|breadcrumbs?|byline"
    r"|timestamp|advert|ads?|most-?read|recommended|trending|banner|tags?|copyright|signup|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FURNITURE_TAGS = frozenset(("nav", "footer", "form", "menu", "aside"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|disqus\w*|respond|replies)(?:$|[\s_-])", re.IGNORECASE)
_DECLARED = re.compile(r"(?:^|\s)(?:main|articleBody)(?:$|\s)")
_QUOTED = re.compile(r"[“„«「『].{12,}?[”“»」』]|(?<!\w)[\"‘'][^\"]{12,}?[\"’'](?!\w)", re.DOTALL)
_HANDLE = re.compile(r"\(@[\w.]+(?:@[\w.]+)?\)")
_SENT = re.compile(rf"[^\W\d_][\w ]{{0,30}}? (?:{'|'.join(LEXICON.byline)}) (?=[^\W\d_])")  # A post shared by Amy
_SIGNATURE = re.compile(r"[—–―-]{1,2}\s?(?=\S)")
_LONGEST_SIGNATURE = 120  # characters
_MOSTLY_LINKED = 0.7  # of a block's characters: a link, not prose
_LONGEST_LINKS = 200  # characters
_SHORTEST_PROSE = 60  # letters; shorter paragraphs do not tell where the article is
_SHINGLE = 4  # words that tell a passage of the page from others
_KEPT = 0.5  # of a paragraph's shingles: the extractor took it for the article
_UNKEPT = 0.25  # weight of prose that the extractor left out, or that stands among comments
_SHORT = 0.1  # weight of paragraphs that are no prose, which count where there is little else
_MAJORITY = 0.5  # of the weight: the article's element holds it
_PART = 0.15  # of the weight: so much prose is a part of the article, however many links stand beside it
_FEWEST_PROSE = 3  # paragraphs of such a part
_FEWEST_KEPT = 2  # of them, if the extractor kept them all: a short article
_FEWEST_CARDS = 2  # links that make a list of teasers


@dataclass(frozen=True, slots=True)
class PageBody:
    """The paragraphs of a page with their roles; `disputed` are those kept in spite of the names around them."""

    paragraphs: tuple[ArticleParagraph, ...]
    disputed: tuple[str, ...]


class KeptText:
    """What an extractor took for the article."""

    def __init__(self, text: str) -> None:
        lines = [_words(line) for line in text.splitlines()]
        self._lines = frozenset(map(tuple, lines))
        self._shingles = frozenset(shingle for line in lines for shingle in _shingles(line))

    def holds(self, words: str) -> bool:
        """Whether most of a paragraph is in it; of a short one, whether it is a line of its own there."""
        return self.share(words) >= _KEPT

    def share(self, words: str) -> float:
        """Return how much of a text is in it, 0 to 1."""
        own = _words(words)
        shingles = list(_shingles(own))
        if not shingles:
            return float(bool(own) and tuple(own) in self._lines)
        return sum(shingle in self._shingles for shingle in shingles) / len(shingles)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[place : place + _SHINGLE]) for place in range(len(words) - _SHINGLE + 1))


@dataclass(slots=True)
class _Tally:
    """What stands in a container: its weight of prose, how many links and paragraphs of prose, its first words.

    `kept` are the paragraphs of prose that the extractor took for the article.
    """

    weight: float = 0.0
    links: int = 0
    prose: int = 0
    kept: int = 0
    first: str = ""
    is_led_by_link: bool = False  # its first words are a heading that is a link


def find_body(paragraphs: Sequence[PageParagraph], kept: KeptText) -> PageBody:
    """Return the paragraphs with their roles: what is not the article is boilerplate, what is hidden is left out."""
    return _Judge(paragraphs, kept).judge()


class _Judge:
    def __init__(self, paragraphs: Sequence[PageParagraph], kept: KeptText) -> None:
        self._paragraphs = paragraphs
        self._kept = [kept.holds(paragraph.words) for paragraph in paragraphs]
        self._titled = frozenset(
            one for paragraph in paragraphs if paragraph.container.tag == "h1" for one in paragraph.container.lineage()
        )
        self._tallies = self._tally()
        self._total = max((tally.weight for tally in self._tallies.values()), default=0)
        self._body, self._wrappers = self._find_wrappers()
        self._disputed: list[str] = []

    def judge(self) -> PageBody:
        """Return the body, made of the paragraphs one after the other."""
        found = [
            made
            for paragraph, is_kept in zip(self._paragraphs, self._kept, strict=True)
            if (made := self._made(paragraph, is_kept)) is not None
        ]
        return PageBody(tuple(found), tuple(self._disputed))

    def _tally(self) -> dict[Container, _Tally]:
        tallies: dict[Container, _Tally] = {}
        for paragraph, is_kept in zip(self._paragraphs, self._kept, strict=True):
            is_link, letters = _is_link(paragraph), sum(map(str.isalpha, paragraph.words))
            is_prose = not is_link and letters >= _SHORTEST_PROSE
            lineage = tuple(paragraph.container.lineage())
            weight = letters * (1 if is_kept else _UNKEPT) * (_UNKEPT if self._comments(lineage) else 1)
            weight *= 0 if is_link else 1 if is_prose else _SHORT
            is_lead = is_link and paragraph.container.tag in _HEADINGS
            for container in lineage:
                tally = tallies.setdefault(container, _Tally(first=paragraph.words, is_led_by_link=is_lead))
                tally.weight += weight
                tally.links += is_link
                tally.prose += is_prose
                tally.kept += is_prose and is_kept
        return tallies

    def _comments(self, lineage: Iterable[Container]) -> bool:
        return any(one not in self._titled and _COMMENTS.search(one.names) for one in lineage)

    def _find_wrappers(self) -> tuple[Container | None, frozenset[Container]]:
        """Return the article's element and all those that hold most of the article: their names tell nothing."""
        total = max((tally.weight for tally in self._tallies.values()), default=0)
        holders = [one for one, tally in self._tallies.items() if total and tally.weight >= _MAJORITY * total]
        if not holders:
            return None, frozenset()
        holders.sort(key=lambda one: sum(1 for _ in one.lineage()))
        declared = [one for one in holders if one.tag in ("article", "main") or _DECLARED.search(one.names)]
        body = next((one for one in reversed(declared) if one.tag == "article"), (declared or holders)[-1])
        return body, frozenset(holders)

    def _made(self, paragraph: PageParagraph, is_kept: bool) -> ArticleParagraph | None:
        lineage = tuple(one for one in paragraph.container.lineage() if one not in self._wrappers)
        if any(one.is_hidden for one in lineage):
            return None
        role = self._role(paragraph, lineage, is_kept)
        if any(one.is_signature for one in lineage) and role is not Role.BOILERPLATE:
            return ArticleParagraph(_signature(paragraph.words), Role.CAPTION)
        if role is Role.POST and _signs_post(paragraph):
            return ArticleParagraph(_signature(_from_name(paragraph.words)), Role.CAPTION)
        if role in (Role.BLOCK_QUOTE, Role.PULL_QUOTE, Role.POST) and _is_signature(paragraph.words):
            role = Role.CAPTION
        return ArticleParagraph(paragraph.words, role, paragraph.marked, paragraph.emphasised)

    def _role(self, paragraph: PageParagraph, lineage: Sequence[Container], is_kept: bool) -> Role:
        own = next((one.role for one in reversed(lineage) if one.role is not Role.BODY), Role.BODY)
        is_article = is_kept or any(one is self._body for one in paragraph.container.lineage())
        if own is Role.PULL_QUOTE:
            return own if is_article else Role.BOILERPLATE
        if own is Role.POST:
            return Role.BOILERPLATE if _is_link(paragraph) and paragraph.container.tag != "p" else own
        if _is_link(paragraph) and paragraph.container.tag != "h1":
            return Role.BOILERPLATE
        if self._is_listed(lineage) or not is_article:
            return Role.BOILERPLATE
        if self._is_furniture(lineage):
            if not (is_kept and _is_disputable(paragraph)):
                return Role.BOILERPLATE
            self._disputed.append(paragraph.words)
        return role_of(paragraph.words, is_first=False) if own is Role.BODY else own

    def _is_furniture(self, lineage: Sequence[Container]) -> bool:
        return self._comments(lineage) or any(
            not one.is_signature
            and (
                one.tag in _FURNITURE_TAGS
                or (one.role is Role.BODY and _FURNITURE.search(one.names) and not self._is_part(one))
            )
            for one in lineage
        )

    def _is_part(self, one: Container) -> bool:
        """Whether so much of the page's prose stands in a container that its names and its links tell nothing."""
        tally = self._tallies[one]
        is_whole = tally.kept >= _FEWEST_KEPT and tally.kept == tally.prose
        is_much = (tally.prose >= _FEWEST_PROSE or is_whole) and tally.weight >= _PART * self._total
        return is_much and not _COMMENTS.search(one.names)

    def _is_listed(self, lineage: Iterable[Container]) -> bool:
        """Whether a paragraph stands in a list of teasers, or below the heading of one: More in Local."""
        for one in lineage:
            tally = self._tallies[one]
            is_whole = tally.kept >= _FEWEST_PROSE or _FEWEST_KEPT <= tally.kept == tally.prose
            if one.tag == "p" or (is_whole and self._is_part(one)):
                continue  # a <p> that was never closed has the links behind it
            is_headed = one.tag != "h1" and tally.links > 0 and is_boilerplate(tally.first)
            is_list = tally.links >= (1 if tally.is_led_by_link else _FEWEST_CARDS) and tally.links >= tally.prose
            if is_list or is_headed:
                return True
        return False


def _is_link(paragraph: PageParagraph) -> bool:
    words = paragraph.words
    return len(words) < _LONGEST_LINKS and paragraph.linked > _MOSTLY_LINKED * len(words)


def _is_disputable(paragraph: PageParagraph) -> bool:
    return len(paragraph.words) >= _SHORTEST_PROSE and holds_quotation(paragraph.words)


def holds_quotation(words: str) -> bool:
    """Whether quote marks in a paragraph stand round a few words at least."""
    return _QUOTED.search(words) is not None


def _is_signature(words: str) -> bool:
    return len(words) <= _LONGEST_SIGNATURE and _SIGNATURE.match(words) is not None


def _signature(words: str) -> str:
    """Return who signs a quotation as a line that says so: — Amy Lin, ward head."""
    lead = _SIGNATURE.match(words)
    parts = (part.strip(" ,") for part in words[lead.end() if lead else 0 :].splitlines())
    return "— " + ", ".join(filter(None, parts))


def _signs_post(paragraph: PageParagraph) -> bool:
    """Whether a paragraph of an embedded post says whose it is and when it was sent."""
    lead = _SENT.match(paragraph.words)
    return _HANDLE.search(paragraph.words) is not None or (lead is not None and paragraph.linked > 0)


def _from_name(words: str) -> str:
    """Return what follows "A post shared by"."""
    lead = _SENT.match(words)
    return words[lead.end() :] if lead else words
