"""Traffic management that weighs heavily on a street (Business rules 7.5)."""

HIGH_IMPACT = frozenset(
    {
        "road_closure",
        "contra_flow",
        "lane_closure",
        "convoy_workings",
        "multi_way_signals",
        "two_way_signals",
    }
)


def is_high_impact(traffic_management: str) -> bool:
    """Say whether the value of the contract's TrafficManagementType counts as high impact."""
    return traffic_management in HIGH_IMPACT
