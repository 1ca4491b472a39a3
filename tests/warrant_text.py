"""Warrants with invented facts, as lines of text."""

EMPTY, TICK = "☐", "☒"
_OPTIONS = {
    "1": "{mark} 1. Yes, the person appeared in person at the trial resulting in the decision.",
    "2": "{mark} 2. No, the person did not appear in person at the trial resulting in the decision.",
    "3.1a": (
        "{mark} 3.1a. the person was summoned in person on {summoned} (day/month/year) and thereby informed of "
        "the scheduled date and place of the trial which resulted in the decision and was informed that a "
        "decision may be handed down if he or she does not appear for the trial;"
    ),
    "3.1b": (
        "{mark} 3.1b. the person was not summoned in person but by other means actually received official "
        "information of the scheduled date and place of the trial which resulted in the decision;"
    ),
    "3.2": (
        "{mark} 3.2. being aware of the scheduled trial, the person had given a mandate to a legal counsellor, "
        "who was either appointed by the person concerned or by the State, to defend him or her at the trial, "
        "and was indeed defended by that counsellor at the trial;"
    ),
    "3.3": (
        "{mark} 3.3. the person was served with the decision on … (day/month/year) and was expressly informed "
        "about the right to a retrial or appeal, and"
    ),
    "3.4": (
        "{mark} 3.4. the person was not personally served with the decision, but the person will be informed "
        "of the time frame within which he or she has to request a retrial or appeal, which will be {days} "
        "days."
    ),
}
_THIRD = "3. If you have ticked the box under point 2, please confirm the existence of one of the following:"
_FOURTH = (
    "4. If you have ticked the box under points 3.1b, 3.2 or 3.3 above, please provide information about how "
    "the relevant condition has been met: {text}"
)
_LIMBS = (
    "☐ the person expressly stated that he or she does not contest this decision,",
    "OR",
    "☐ the person did not request a retrial or appeal within the applicable time frame;",
)
HEAD = {
    "tca": "ARREST WARRANT under the Trade and Cooperation Agreement",
    "eaw": "EUROPEAN ARREST WARRANT",
}
FACTS = {
    "name": "Exemplu",
    "forenames": "Dragoș Ion",
    "nationality": "Romanian",
    "born": "17 May 1994",
    "length": "2 years and 6 months",
    "official": "Judecătoria Exemplu",
    "reference": "EX-112/2021",
    "date": "30.08.2021",
}


def options_of(ticked=(), summoned="………", days="…", marks=None):
    """The lines of box (d) between its heading and its point 4."""
    marks = {**{option: TICK if option in ticked else EMPTY for option in _OPTIONS}, **(marks or {})}
    for option, words in _OPTIONS.items():
        if option == "3.1a":
            yield _THIRD
        yield words.format(mark=marks[option], summoned=summoned, days=days).strip()
        if option == "3.3":
            yield from _LIMBS
        elif option in ("3.1a", "3.1b", "3.2"):
            yield "OR"


def box_d(ticked=(), text="", **more):
    yield "(d) Indicate if the person appeared in person at the trial resulting in the decision:"
    yield from options_of(ticked, **more)
    yield _FOURTH.format(text=text)


def older_box_d():
    yield "(d) Decision rendered in absentia and:"
    yield "- The person concerned has been summoned in person or otherwise informed of the date and place"
    yield "- Specify the legal guarantees: a retrial on application"


def warrant(kind="tca", d=None, **facts):
    """The lines of a warrant, with box (d) as the lines *d*."""
    of = {**FACTS, **facts}
    return [
        HEAD[kind],
        "This warrant has been issued by a competent judicial authority.",
        "(a) Information regarding the identity of the requested person:",
        f"Name: {of['name']}",
        f"Forename(s): {of['forenames']}",
        "Maiden name, where applicable: …………",
        "Aliases, where applicable:",
        "Sex: male",
        f"Nationality: {of['nationality']}",
        f"Date of birth: {of['born']}",
        "Place of birth: Arad",
        "(b) Decision on which the warrant is based:",
        "1. Arrest warrant or judicial decision having the same effect:",
        "2. Enforceable judgement: judgment 12 of 3 June 2020",
        "Reference: 12/2020",
        "(c) Indications on the length of the sentence:",
        "1. Maximum length of the custodial sentence or detention order which may be imposed for the offence(s):",
        f"2. Length of the custodial sentence or detention order imposed: {of['length']}",
        "Remaining sentence to be served: all of it",
        *(box_d() if d is None else d),
        "(e) Offences:",
        "This warrant relates to in total: 1 offence.",
        "(f) Other circumstances relevant to the case (optional information):",
        "(g) This warrant pertains also to the seizure and handing over of property:",
        "(h) The offence(s) on the basis of which this warrant has been issued is(are) punishable by:",
        "(i) The judicial authority which issued the warrant:",
        f"Official name: {of['official']}",
        "Name of its representative: A Specimen",
        "Post held (title/grade): judge",
        f"File reference: {of['reference']}",
        "Address: 1 Example Street",
        "Signature of the issuing judicial authority and/or its representative:",
        "Name: A Specimen",
        f"Date: {of['date']}",
        "Official stamp (if available)",
    ]


FIRST = warrant(
    d=[*box_d(("2", "3.1a"), summoned="14/02/2020", text="He signed for the summons in Arad.")],
)
SECOND = warrant(
    d=[*box_d(("2", "3.4"), days="30")],
    length="30 months of imprisonment",
    nationality="Polish and German",
    official="Regional Court in Example",
)
OLDER = warrant("eaw", d=[*older_box_d()], length="3 years", date="2 March 2006")
