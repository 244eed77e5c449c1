"""What a transaction changed, in the one form that every listener understands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Collection name → ids of the records that changed."""

    records: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.records)

    def touches(self, *collections: str) -> bool:
        return any(name in self.records for name in collections)

    @staticmethod
    def union(parts: Iterable["Changes"]) -> "Changes":
        merged: dict[str, frozenset[str]] = {}
        for part in parts:
            for name, ids in part.records.items():
                merged[name] = merged.get(name, frozenset()) | ids
        return Changes(merged)
