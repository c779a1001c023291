"""The records of petitions: files, classes, matters, likeness, reading."""

from nghitruong.petitions.models.classes import Field, OwnClass, OwnClassQuerySet
from nghitruong.petitions.models.files import (
    ColumnReading,
    ImportBatch,
    ImportBatchQuerySet,
    LongFile,
    LongFileQuerySet,
)
from nghitruong.petitions.models.likeness import Repeat, RepeatQuerySet, Trait
from nghitruong.petitions.models.matters import (
    COUNTED,
    LABEL,
    OPEN_STATES,
    ORGANS,
    Answer,
    CarryOver,
    Coordination,
    Petition,
    PetitionQuerySet,
    Verification,
)
from nghitruong.petitions.models.reading import (
    Assessment,
    FactCheck,
    Learnt,
    Misroute,
    MisrouteQuerySet,
    ReadingRule,
    ReadingRuleQuerySet,
)

__all__ = [
    "COUNTED",
    "LABEL",
    "OPEN_STATES",
    "ORGANS",
    "Answer",
    "Assessment",
    "CarryOver",
    "ColumnReading",
    "Coordination",
    "FactCheck",
    "Field",
    "ImportBatch",
    "ImportBatchQuerySet",
    "Learnt",
    "LongFile",
    "LongFileQuerySet",
    "Misroute",
    "MisrouteQuerySet",
    "OwnClass",
    "OwnClassQuerySet",
    "Petition",
    "PetitionQuerySet",
    "ReadingRule",
    "ReadingRuleQuerySet",
    "Repeat",
    "RepeatQuerySet",
    "Trait",
    "Verification",
]
