"""The territory that an unknown name means: never another country."""

import re

import pytest
from strategies import BOOK

from extradition.hearing.territory_names import plain_name
from extradition.hearing.unknown_words import UnknownWords

_NAMED = re.compile(r"; (?:did you mean|.+ here: write) ([A-Z]{2}[A-Z-]*)")
_KINDS = ("Republic of", "Kingdom of", "the", "Kingdom of the", "Principality of", "Federal Republic of")
_ELSEWHERE = """
Afghanistan, Angola, Bahrain, Belarus, Benin, Bhutan, Burkina Faso, Burundi, Cambodia, Cameroon, Cabo Verde,
Cape Verde, Central African Republic, Chad, China, Comoros, Congo, Costa Rica, Côte d'Ivoire, Djibouti,
Dominican Republic, Egypt, Equatorial Guinea, Eritrea, Ethiopia, Gabon, Guinea, Guinea-Bissau, Honduras,
Indonesia, Iran, Japan, Jordan, Kazakhstan, Kyrgyzstan, Laos, Lebanon, Madagascar, Mali, Marshall Islands,
Mauritania, Micronesia, Mongolia, Mozambique, Myanmar, Namibia, Nepal, Niger, North Korea, Oman, Pakistan,
Palau, Palestine, Qatar, São Tomé and Príncipe, Saudi Arabia, Senegal, Somalia, South Sudan, Sudan,
Suriname, Syria, Tajikistan, Timor-Leste, Togo, Tunisia, Turkmenistan, Uzbekistan, Venezuela, Viet Nam,
Yemen, American Samoa, French Guiana, French Polynesia, Guadeloupe, Guam, Macao, Martinique, Mayotte, New
Caledonia, Niue, Northern Mariana Islands, Puerto Rico, Réunion, Saint Barthélemy, Saint Martin, Svalbard,
Tahiti, Tokelau, US Virgin Islands, American Virgin Islands, Western Sahara, Northern Cyprus, Somaliland,
State of Georgia
"""


def _code(written):
    """The code that the message on *written* names; None for no guess."""
    named = _NAMED.search(UnknownWords(BOOK).territory(written))
    return named[1] if named else None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Republic of Poland", "PL"),
        ("republic of finland", "FI"),
        ("Republic of Turkey", "TR"),
        ("Republic of Serbia", "RS"),
        ("Republic of Slovenia", "SI"),
        ("Republic of Latvia", "LV"),
        ("Republic of Iceland", "IS"),
        ("French Republic", "FR"),
        ("Poland Republic", "PL"),
        ("The Kingdom of Belgium", "BE"),
        ("Principality of Andorra", "AD"),
        ("Moldova, Republic of", "MD"),
        ("Republic of Polend", "PL"),
        ("Czeck Republic", "CZ"),
        ("United States of Amercia", "US"),
        ("Belguim", "BE"),
        ("State of Israel", "IL"),
        *((other, None) for other in ("Letonia", "Irland", "Austrlia", "Slovania", "Republic of Korae")),
        *((other, None) for other in ("Republic", "the of", "Democratic People's Republic of Korea")),
    ],
)
def test_the_words_that_many_states_share_do_not_make_a_name_like_another(written, code):
    assert _code(written) == code


def test_a_name_with_the_words_that_many_states_share_is_that_of_its_own_country_or_of_none():
    other = {}
    for code, territory in BOOK.territories.items():
        for name in (each for each in (territory.name, *territory.also) if len(each) > 3):
            for written in (
                *(f"{kind} {name}" for kind in _KINDS),
                f"{name} Republic",
                f"{name}, Republic of",
            ):
                other |= {written: named} if (named := _code(written)) not in (code, None) else {}
            if "Republic" not in name and "Confederation" not in name and "Federation" not in name:
                assert _code(f"Republic of {name}") == code, name
    assert other == {}


def test_a_misspelt_name_is_that_of_its_own_country_or_of_none():
    names = {
        plain_name(name): code
        for code, each in BOOK.territories.items()
        for name in (each.name, *each.also)
        if len(name) > 4
    }
    other = {}
    for name, code in names.items():
        for i in range(len(name)):
            slips = (  # one letter less, one twice, two exchanged, another one
                name[:i] + name[i + 1 :],
                name[:i] + name[i] + name[i:],
                name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :],
                name[:i] + "xe"[name[i] == "x"] + name[i + 1 :],
            )
            written = slips[i % len(slips)]
            other |= {written: named} if (named := _code(written)) not in (code, None) else {}
    assert other == {}


@pytest.mark.parametrize("kind", ["", "Republic of ", "the ", "Kingdom of "])
def test_a_country_that_the_rule_book_does_not_have_is_not_taken_for_another(kind):
    elsewhere = re.split(r",\s+", _ELSEWHERE.strip())
    assert {name: _code(kind + name) for name in elsewhere if _code(kind + name)} == {}


@pytest.mark.parametrize("written", ["Dominican Republic", "Dominica Republic", "DO"])
def test_the_dominican_republic_is_not_dominica(written):
    assert UnknownWords(BOOK).territory(written) == (
        f"{written!r} is not in territories.yaml; it is another state than Dominica (DM)"
    )
