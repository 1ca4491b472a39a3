"""The region in which two laws part: all patterns of facts on which they answer differently."""

from extradition.policy.region.region import Region, region

__all__ = ["Region", "region"]
