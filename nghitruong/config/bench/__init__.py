"""`nghitruong bench petitions`: the product beside a naive build of the same answers, on petitions made from a seed."""

from nghitruong.config.bench import keeping
from nghitruong.config.bench.build import Stage, grow, stage
from nghitruong.config.bench.measure import Measured, measure
from nghitruong.config.bench.operations import Operation, operations
from nghitruong.config.bench.telling import as_json, as_table

__all__ = ["Measured", "Operation", "Stage", "as_json", "as_table", "grow", "keeping", "measure", "operations", "stage"]
