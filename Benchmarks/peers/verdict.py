"""What the verifiers say of a roster, and which verifier reads which format."""

from dataclasses import dataclass, field


@dataclass
class Verdict:
    """The penalty recomputed from the file alone, and every hard rule broken, in words."""
    penalty: int = 0
    violations: list = field(default_factory=list)

    @property
    def is_legal(self):
        return not self.violations

    def object(self, text):
        """Notes a broken rule."""
        self.violations.append(text)


def verdict_on(kind, instance_text, roster_text):
    """Verdict on a roster.csv of an instance; a file that cannot be read is a violation too."""
    from . import multi_activity, rosters, shift_scheduling, verify_multi_activity, verify_shift_scheduling
    try:
        if kind == "shift-scheduling":
            instance = shift_scheduling.read(instance_text)
            rows = rosters.read_days(roster_text, {person.id for person in instance.staff})
            return verify_shift_scheduling.verify(instance, rows)
        return verify_multi_activity.verify(multi_activity.read(instance_text), rosters.read_segments(roster_text))
    except (ValueError, IndexError, TypeError) as fault:
        return Verdict(violations=[f"the roster cannot be read: {fault}"])
