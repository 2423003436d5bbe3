"""Random small scenario folders of every feature, written from docs/scenario-format.md and docs/model.md alone: no line of it knows
the program. One seed, one folder, byte for byte."""

from .scenario import RandomScenario

__all__ = ["RandomScenario"]
