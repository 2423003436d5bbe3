"""Random numbers that are the same on every machine and Python version (SplitMix64)."""

MASK = (1 << 64) - 1


class Random:
    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.next() % (high - low + 1)

    def chance(self, percent):
        return self.between(0, 99) < percent

    def pick(self, items):
        return items[self.between(0, len(items) - 1)]

    def sample(self, items, count):
        """`count` different items in a random order."""
        left = list(items)
        chosen = []
        while left and len(chosen) < count:
            chosen.append(left.pop(self.between(0, len(left) - 1)))
        return chosen
