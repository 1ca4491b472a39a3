"""What each element of a court paper rests on, followed back to the case file and the determination."""

from strategies import BOOK

from extradition.report.markup import Element, tree
from extradition.sensitivity import sensitivities

_HEADINGS = ("h2", "h3", "thead", "caption")
"""The elements of a paper that state nothing of the case."""


def elements(page):
    """Each stretch of words in the main part of *page*, with the names of what it rests on (None if it names
    nothing).
    """
    (main,) = tree(page).elements("main")
    return list(_within(main, None))


def _within(element, rests):
    rests = element.attributes.get("data-rests-on", rests)
    if element.tag in _HEADINGS:
        return
    for part in element.within:
        if isinstance(part, Element):
            yield from _within(part, rests)
        elif part.strip():
            yield part.strip(), rests


class Followed:
    """The case of *hearing*, in which names are looked up; *paper* is the paper that has them."""

    def __init__(self, hearing, paper):
        self.hearing, self.paper, self.made = hearing, paper, hearing.determination
        self.offences = {each.id: each for each in self.made.offences}
        self.heard = {each.offence.id: each for each in hearing.offences}
        self.content = hearing.case_file.model_dump(mode="json")

    def exists(self, rests):
        """Whether all that *rests* names exists; an unknown kind of name is an error."""
        return all(self._exists(*name.partition(":")[::2]) for name in rests.split("; "))

    def _exists(self, kind, name):
        of, _, rest = name.partition("/")
        if kind in _IN_AN_OFFENCE:
            return _IN_AN_OFFENCE[kind](self, of, rest)
        if kind not in _IN_THE_CASE:
            raise ValueError(f"{kind}: no such kind of name")
        return _IN_THE_CASE[kind](self, name)

    def finding(self, of, name):
        """Whether the case file has a finding on *name*, or the territory a designation."""
        known = self.heard[of].known[name]
        return bool(known.findings or known.designation)

    def nothing(self, of, name):
        """Whether the case file has no finding on *name*."""
        return name not in self.heard[of].known or not self.heard[of].known[name].findings

    def outcome(self, of, basis):
        """Whether the offence has an outcome on that *basis*; the basis is empty for its own outcome."""
        return not basis or basis in {each.name for each in self.offences[of].party_cases}

    def differs(self, of, rest):
        """Whether the case of a side has that fact among those that differ."""
        basis, _, fact = rest.partition("/")
        (case,) = [each for each in self.offences[of].party_cases if each.name == basis]
        return fact in {each.name for each in case.differs}

    def open(self, of, rest):
        """Whether that fact can still change the answer to an open question."""
        provision, _, fact = rest.partition("/")
        return fact in {each.name for each in self._asked(of)[provision].facts_that_matter}

    def to_be_proved(self, of, rest):
        """Whether that fact still matters at that question."""
        provision, _, fact = rest.partition("/")
        (stated,) = [each for each in sensitivities(self.hearing) if each.offence == of]
        return any(each.name == fact and provision in each.provisions for each in stated.matters)

    def _asked(self, offence):
        whole = self.offences[offence]
        return {each.provision: each for each in (*whole.steps, *whole.open_questions, *whole.steps_beyond)}

    def _authorities(self):
        of_versions = (each for version, _ in self.made.versions_applied for each in version.authorities)
        on_warrant = (
            each
            for offence in self.made.offences
            for ambiguity in offence.ambiguities
            for each in ambiguity.authorities
        )
        return {each.cite for each in (*of_versions, *on_warrant)}

    def _at(self, place):
        content = self.content
        for key in place:
            content = content[int(key)] if isinstance(content, list) else content[key]
        return content is not None

    def _is_absent(self, name):
        content = self.paper.content
        if name in ("for extradition", "against extradition", "not placed", "not known"):
            return any(
                name not in {each.side_of_sheet for each in balance.factors} for balance in content.balances
            )
        if name == "authorities":
            return not content.legislation and not content.judgments
        if name == "points":
            return content.asks_nothing
        if name.startswith("answer by "):
            side = name.removeprefix("answer by ")
            assert side in BOOK.parties.names
            findings = (
                f for heard in self.hearing.offences for known in heard.known.values() for f in known.findings
            )
            return all(finding.by != side for finding in findings)
        return getattr(content, name) == ()


_IN_AN_OFFENCE = {
    "step": lambda self, of, provision: provision in self._asked(of),
    "asked": Followed.to_be_proved,
    "finding": Followed.finding,
    "nothing": Followed.nothing,
    "outcome": Followed.outcome,
    "differs": Followed.differs,
    "open": Followed.open,
    "not asked": lambda self, of, name: name in {each.provision for each in self.offences[of].not_asked},
    "unclear": lambda self, of, name: name in {each.id for each in self.offences[of].ambiguities},
    "decision": lambda self, of, name: name in {each.id for each in self.offences[of].decisions},
}
"""Each kind of name that begins with an offence, with the function that looks it up."""
_IN_THE_CASE = {
    "version": lambda self, name: name in self.made.versions,
    "authority": lambda self, name: name in self._authorities(),
    "offence": lambda self, name: name in self.offences,
    "closed": lambda self, name: name in {each.of for each in self.hearing.case_file.evidence_closed},
    "caution": lambda self, name: int(name) < len(self.paper.cautions),
    "case": lambda self, name: self._at(name.split("/")),
    "request": lambda self, _: not self.paper.content.asks_nothing,
    "to be filled in": lambda *_: True,
    "absent": Followed._is_absent,
}
"""Each other kind of name, with the function that looks it up."""
