"""Case files with changes made at random are determined or refused: the first 5,000 of `make campaign`."""

import pytest
from campaign import Campaign
from strategies import BOOK

from extradition.source.errors import EngineError

NUMBER, PARTS = 5_000, 10


@pytest.fixture(scope="module")
def campaign():
    return Campaign(BOOK)


@pytest.mark.no_cover
@pytest.mark.parametrize("part", range(PARTS))
def test_a_case_file_changed_at_random_is_determined_or_refused(part, campaign):
    each = NUMBER // PARTS
    result = campaign.run(range(part * each, (part + 1) * each))
    assert result.failures == []
    assert result.outcomes["refused"] < each * 2 / 3
    assert len(result.outcomes) > 4


def test_a_case_is_the_same_each_time(campaign):
    again = Campaign(BOOK)
    for number in range(50):
        one, other = campaign.document(number), again.document(number)
        assert getattr(one, "content", one) == getattr(other, "content", other)


@pytest.mark.parametrize("error", [EngineError("they differ"), KeyError("x")])
def test_a_campaign_finds_a_failure_and_a_difference_between_the_readings(error, campaign, monkeypatch):
    def fail(*_):
        raise error

    monkeypatch.setattr("campaign.determine", fail)
    result = campaign.run(range(20))
    assert result.failures
    assert type(error).__name__ in result.failures[0]
    assert "case " in result.failures[0]
